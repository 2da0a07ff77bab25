// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalsurface.h>

#include <QtCore/QProcess>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTemporaryDir>

#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <memory>

namespace Sandglass {

/// A program of the base template on a real PTY, wired to a surface. It is started through the
/// template's own dynamic linker, so that it need not be installed here.
class PtyProgram final : public QObject
{
public:
    explicit PtyProgram(QSize cells) : m_surface(cells)
    {
        winsize size{ushort(cells.height()), ushort(cells.width()), 0, 0};
        openpty(&m_master, &m_slave, nullptr, nullptr, &size);
        m_notifier = std::make_unique<QSocketNotifier>(m_master, QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &PtyProgram::read);
        m_surface.setOutput([this](QByteArrayView bytes) {
            for (qsizetype at = 0; at < bytes.size();) {
                const ssize_t done =
                    ::write(m_master, bytes.data() + at, size_t(bytes.size() - at));
                if (done <= 0)
                    return;
                at += done;
            }
        });
        connect(&m_surface, &TerminalSurface::resized, this, [this](QSize now) {
            winsize next{ushort(now.height()), ushort(now.width()), 0, 0};
            ioctl(m_master, TIOCSWINSZ, &next);
        });
    }
    ~PtyProgram() override
    {
        m_notifier.reset();
        m_process.kill();
        m_process.waitForFinished();
        ::close(m_master);
        ::close(m_slave);
    }
    Q_DISABLE_COPY_MOVE(PtyProgram)

    [[nodiscard]] static QString root()
    {
        using namespace Qt::StringLiterals;
        for (const QString &folder : qEnvironmentVariable("SANDGLASS_TEMPLATES").split(u':')) {
            if (QFile::exists(folder + u"/base/usr/bin/vim.basic"_s))
                return folder + u"/base/usr"_s;
        }
        return {};
    }

    void start(const QString &program, const QStringList &arguments)
    {
        using namespace Qt::StringLiterals;
        const QString usr = root();
        QProcessEnvironment environment;
        environment.insert(u"TERM"_s, u"xterm-256color"_s);
        environment.insert(u"LANG"_s, u"C.UTF-8"_s);
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
        environment.insert(u"SHELL"_s, u"/bin/sh"_s);
        environment.insert(u"TERMINFO_DIRS"_s,
                           usr + u"/share/terminfo:"_s + usr + u"/lib/terminfo"_s);
        environment.insert(u"VIMRUNTIME"_s, usr + u"/share/vim/vim91"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(m_home.path());
        m_process.setChildProcessModifier([this] {
            setsid();
            ioctl(m_slave, TIOCSCTTY, 0);
            for (const int stream : {0, 1, 2})
                dup2(m_slave, stream);
        });
        m_process.start(usr + u"/lib64/ld-linux-x86-64.so.2"_s,
                        QStringList{u"--library-path"_s, usr + u"/lib/x86_64-linux-gnu"_s,
                                    usr + u"/bin/"_s + program} +
                            arguments);
    }

    [[nodiscard]] TerminalSurface &surface() { return m_surface; }
    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    void type(const QString &text) { m_surface.sendText(text); }

private:
    void read()
    {
        char bytes[65536];
        const ssize_t size = ::read(m_master, bytes, sizeof bytes);
        if (size > 0)
            m_surface.receive({bytes, qsizetype(size)});
        else
            m_notifier->setEnabled(false);
    }

    int m_master = -1;
    int m_slave = -1;
    QTemporaryDir m_home;
    TerminalSurface m_surface;
    QProcess m_process;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Sandglass
