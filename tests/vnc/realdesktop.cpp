// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/realdesktop.h>

#include <QtCore/QFile>
#include <QtCore/QtEndian>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Sandglass {

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

/// One that nobody listens on just now.
quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

bool isListening(quint16 port)
{
    return QTest::qWaitFor(
        [port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            return socket.waitForConnected(1000);
        },
        startMs);
}

QByteArray half(int value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(static_cast<quint16>(value), bytes.data());
    return bytes;
}

bool runs(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(startMs) && process.exitCode() == 0;
}

} // namespace

RealDesktop::RealDesktop(Kind kind) : m_kind(kind)
{
    for (QProcess *process : {&m_xServer, &m_x11vnc, &m_websockify})
        process->setStandardErrorFile(QProcess::nullDevice());
}

RealDesktop::~RealDesktop()
{
    stop(m_websockify);
    stop(m_x11vnc);
    stop(m_xServer);
}

QString RealDesktop::path(const char *name) const
{
    return m_folder.filePath(QString::fromLatin1(name));
}

bool RealDesktop::start(const QByteArray &password)
{
    m_rfbPort = freePort();
    if (m_kind == Kind::XvncOverTcp)
        return startXvnc(password) && isListening(m_rfbPort);
    return startX11vnc(password) && isListening(m_rfbPort) && startWebsockify();
}

RfbEndpoint RealDesktop::endpoint() const
{
    if (m_kind == Kind::XvncOverTcp)
        return {.host = u"127.0.0.1"_s, .port = m_rfbPort};
    const QString scheme = m_kind == Kind::X11vncInTls ? u"wss"_s : u"ws"_s;
    return {.url = QUrl(u"%1://127.0.0.1:%2/websockify"_s.arg(scheme).arg(m_webPort))};
}

bool RealDesktop::startXvnc(const QByteArray &password)
{
    QStringList arguments{u"-displayfd"_s, u"1"_s,  u"-geometry"_s, u"800x600"_s,
                          u"-depth"_s,     u"24"_s, u"-nolisten"_s, u"tcp"_s,
                          u"-localhost"_s, u"1"_s,  u"-rfbport"_s,  QString::number(m_rfbPort)};
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

bool RealDesktop::startX11vnc(const QByteArray &password)
{
    m_xServer.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"800x600x24"_s,
                                u"-nolisten"_s, u"tcp"_s});
    if (!readDisplay(m_xServer))
        return false;
    // As protocol/desktop.md, section 2, has it in a sandbox.
    QStringList arguments{u"-display"_s, QString::fromLatin1(m_display),
                          u"-rfbport"_s, QString::number(m_rfbPort),
                          u"-forever"_s, u"-wait"_s,
                          u"50"_s,       u"-shared"_s,
                          u"-noipv6"_s,  u"-localhost"_s};
    if (password.isEmpty())
        arguments += u"-nopw"_s;
    else
        arguments += {u"-passwd"_s, QString::fromLatin1(password)};
    m_x11vnc.setStandardOutputFile(QProcess::nullDevice());
    m_x11vnc.start(u"x11vnc"_s, arguments);
    return m_x11vnc.waitForStarted();
}

bool RealDesktop::startWebsockify()
{
    m_webPort = freePort();
    QStringList arguments{u"127.0.0.1:%1"_s.arg(m_webPort), u"127.0.0.1:%1"_s.arg(m_rfbPort)};
    if (m_kind == Kind::X11vncInTls) {
        if (!makeCertificate())
            return false;
        arguments =
            QStringList{u"--cert"_s, path("certificate"), u"--key"_s, path("key")} + arguments;
    }
    m_websockify.setStandardOutputFile(QProcess::nullDevice());
    m_websockify.start(u"websockify"_s, arguments);
    return m_websockify.waitForStarted() && isListening(m_webPort);
}

/// For 127.0.0.1, by nobody whom anybody knows.
bool RealDesktop::makeCertificate()
{
    return runs(u"openssl"_s,
                {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                 u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"1"_s, u"-subj"_s,
                 u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                 path("key"), u"-out"_s, path("certificate")});
}

bool RealDesktop::readDisplay(QProcess &server)
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

void RealDesktop::kill()
{
    QProcess &server = m_kind == Kind::XvncOverTcp ? m_xServer : m_x11vnc;
    server.kill();
    server.waitForFinished(3000);
}

void RealDesktop::resize(QSize size)
{
    m_viewer.abort();
    m_viewer.connectToHost(QHostAddress::LocalHost, m_rfbPort);
    const QByteArray extent = half(size.width()) + half(size.height());
    // Version, no security, shared, SetEncodings with Raw and ExtendedDesktopSize, without which
    // Xvnc 1.15 crashes; then SetDesktopSize with one screen (the community's specification of
    // RFB, message 251).
    m_viewer.write("RFB 003.008\n" +
                   QByteArray::fromHex("0101"
                                       "0200000200000000fffffecc"
                                       "fb00") +
                   extent +
                   QByteArray::fromHex("0100"
                                       "00000000"
                                       "00000000") +
                   extent + QByteArray::fromHex("00000000"));
}

} // namespace Sandglass
