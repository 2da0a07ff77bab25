// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/sessionwatch.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QString nameOf(RfbSession::State state)
{
    static const QStringList names{u"Idle"_s, u"Connecting"_s, u"Live"_s, u"Restarting"_s,
                                   u"Ended"_s};
    return names.value(static_cast<int>(state));
}

} // namespace

SessionWatch::SessionWatch(RfbBridges &bridges) : m_session(bridges)
{
    connect(&m_session, &RfbSession::stateChanged, this,
            [this] { m_states.append(nameOf(m_session.state())); });
    connect(&m_session, &RfbSession::stateChanged, this, [this] {
        if (m_session.state() == State::Connecting)
            m_damage = {};
    });
    connect(&m_session, &RfbSession::resized, this, [this] {
        ++m_resizes;
        m_damage = {};
    });
    connect(&m_session, &RfbSession::damaged, this,
            [this](const QRegion &region) { m_damage += region; });
}

QString SessionWatch::why() const
{
    static const QStringList names{u"Closed"_s,         u"Unreachable"_s,   u"HttpRefused"_s,
                                   u"PasswordNeeded"_s, u"PasswordWrong"_s, u"Refused"_s,
                                   u"Protocol"_s,       u"Limit"_s,         u"Timeout"_s,
                                   u"Crashed"_s,        u"NoHelper"_s};
    return isEnded() ? names.value(static_cast<int>(m_session.end().why)) : QString();
}

quint32 SessionWatch::colourAt(QPoint position) const
{
    const QImage &view = m_session.framebuffer().view();
    return view.valid(position) ? view.pixel(position) & 0xffffff : 0xffffffff;
}

void SessionWatch::openTcp(quint16 port, const QByteArray &password)
{
    m_session.open({.host = u"127.0.0.1"_s, .port = port, .password = password});
}

void SessionWatch::openWebSocket(const QUrl &url, const QByteArray &password)
{
    m_session.open({.url = url, .password = password});
}

QString builtHelper()
{
    return QFileInfo(QCoreApplication::applicationDirPath() + "/../../vnc/helper/sandglass-rfb"_L1)
        .canonicalFilePath();
}

bool isProcess(qint64 pid)
{
    return QFile::exists(u"/proc/%1"_s.arg(pid));
}

qsizetype bridgeThreads()
{
    const QDir tasks(u"/proc/self/task"_s);
    qsizetype count = 0;
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(tasks.filePath(task + "/comm"_L1));
        if (name.open(QIODevice::ReadOnly) && name.readAll() == "rfb bridges\n")
            ++count;
    }
    return count;
}

QStringList childProcesses()
{
    QStringList children;
    // Each of those of the thread that started it.
    const QDir tasks(u"/proc/self/task"_s);
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + "/children"_L1));
        if (file.open(QIODevice::ReadOnly))
            children += QString::fromLatin1(file.readAll()).split(u' ', Qt::SkipEmptyParts);
    }
    return children;
}

qsizetype descriptorCount()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size();
}

} // namespace Sandglass
