// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/desktopserver.h>

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass::Rfb {

namespace {

constexpr int startMs = 15'000;

void stop(QProcess &process)
{
    process.terminate();
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(3000)) {
        process.kill();
        process.waitForFinished(3000);
    }
}

} // namespace

DesktopServer::~DesktopServer()
{
    stop(m_x11vnc);
    stop(m_xServer);
}

QString DesktopServer::path(const char *name) const
{
    return m_folder.filePath(QString::fromLatin1(name));
}

bool DesktopServer::start(const QByteArray &password)
{
    const bool isStarted = m_kind == Kind::Xvnc ? startXvnc(password) : startX11vnc(password);
    return isStarted && QTest::qWaitFor([this] { return static_cast<bool>(connectTo()); }, startMs);
}

bool DesktopServer::startXvnc(const QByteArray &password)
{
    QStringList arguments{u"-displayfd"_s, u"1"_s,          u"-geometry"_s,    u"800x600"_s,
                          u"-depth"_s,     u"24"_s,         u"-nolisten"_s,    u"tcp"_s,
                          u"-rfbport"_s,   u"-1"_s,         u"-rfbunixpath"_s, path("socket"),
                          u"-Log"_s,       u"*:stderr:30"_s};
    if (password.isEmpty()) {
        arguments += {u"-SecurityTypes"_s, u"None"_s};
    } else {
        QProcess obscure;
        obscure.start(u"vncpasswd"_s, {u"-f"_s});
        obscure.write(password + '\n');
        obscure.closeWriteChannel();
        QFile file(path("password"));
        if (!obscure.waitForFinished() || !file.open(QFile::WriteOnly))
            return false;
        file.write(obscure.readAllStandardOutput());
        arguments += {u"-SecurityTypes"_s, u"VncAuth"_s, u"-PasswordFile"_s, file.fileName()};
    }
    m_xServer.start(u"Xvnc"_s, arguments);
    return readDisplay(m_xServer);
}

bool DesktopServer::startX11vnc(const QByteArray &password)
{
    m_xServer.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"800x600x24"_s,
                                u"-nolisten"_s, u"tcp"_s});
    if (!readDisplay(m_xServer))
        return false;
    QStringList arguments{u"-display"_s,  QString::fromLatin1(m_display),
                          u"-unixsock"_s, path("socket"),
                          u"-rfbport"_s,  u"0"_s,
                          u"-noipv6"_s,   u"-forever"_s,
                          u"-shared"_s,   u"-wait"_s,
                          u"50"_s};
    if (password.isEmpty())
        arguments += u"-nopw"_s;
    else
        arguments += {u"-passwd"_s, QString::fromLatin1(password)};
    m_x11vnc.setProcessChannelMode(QProcess::MergedChannels);
    m_x11vnc.start(u"x11vnc"_s, arguments);
    return m_x11vnc.waitForStarted();
}

bool DesktopServer::readDisplay(QProcess &server)
{
    QByteArray number;
    while (!number.endsWith('\n')) {
        if (!server.waitForReadyRead(startMs))
            return false;
        number += server.readAllStandardOutput();
    }
    m_display = ':' + number.trimmed();
    return true;
}

OwnedFd DesktopServer::connectTo() const
{
    OwnedFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = path("socket").toLocal8Bit();
    std::ranges::copy(name.first(std::min<qsizetype>(name.size(), sizeof address.sun_path - 1)),
                      address.sun_path);
    if (::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        fd.reset();
    return fd;
}

QByteArray DesktopServer::log()
{
    m_log +=
        m_kind == Kind::Xvnc ? m_xServer.readAllStandardError() : m_x11vnc.readAllStandardOutput();
    return m_log;
}

} // namespace Sandglass::Rfb
