// SPDX-License-Identifier: GPL-3.0-or-later
// The template "desktop" and the way to its screen: a real display and VNC server behind websockify
// in a sandbox, seen through the host's proxy.
#include <tests/host/support/hostprocess.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QSize>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::string_literals;

namespace Sandglass {

namespace {

constexpr int screenPort = 6080;

/// The bytes inside a WebSocket, whose frames cut them as they like.
class ScreenStream final
{
public:
    ScreenStream(const HostProcess &host, const std::string &routing) : m_connection(host.port())
    {
        m_connection.send(
            "GET /websockify HTTP/1.1\r\n" + routing +
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: binary\r\n"
            "\r\n");
        m_answer = m_connection.receiveHead();
    }

    [[nodiscard]] const Response &answer() const { return m_answer; }

    bool send(const std::string &bytes)
    {
        // Masked with zeros, which changes nothing.
        return m_connection.send("\x82" + std::string(1, char(0x80 | bytes.size())) +
                                 std::string(4, '\0') + bytes);
    }

    /// Fewer bytes only at the end.
    [[nodiscard]] std::string receive(std::size_t count)
    {
        while (m_bytes.size() < count) {
            const std::string head = m_connection.receive(2);
            if (head.size() < 2)
                break;
            std::size_t size = std::uint8_t(head[1]);
            if (size == 126)
                size = qFromBigEndian<quint16>(m_connection.receive(2).data());
            else if (size == 127)
                size = qFromBigEndian<quint64>(m_connection.receive(8).data());
            m_bytes += m_connection.receive(size);
        }
        const std::string taken = m_bytes.substr(0, count);
        m_bytes.erase(0, taken.size());
        return taken;
    }

    /// From the first byte to pixels without compression; the size of the screen, or 0×0.
    [[nodiscard]] QSize shakeHands()
    {
        if (receive(12) != "RFB 003.008\n" || !send("RFB 003.008\n") || receive(2) != "\x01\x01"s ||
            !send("\x01") || receive(4) != "\0\0\0\0"s || !send("\x01"))
            return {};
        const std::string init = receive(24);
        if (init.size() < 24)
            return {};
        (void)receive(qFromBigEndian<quint32>(init.data() + 20));
        send("\x02\0\0\x01\0\0\0\0"s);
        return {qFromBigEndian<quint16>(init.data()), qFromBigEndian<quint16>(init.data() + 2)};
    }

    /// Asks for a part of the screen; how many bytes of pixels came: those of the pointer may come
    /// with them.
    [[nodiscard]] std::size_t pixels(QSize size)
    {
        char request[10] = {3};
        qToBigEndian<quint16>(quint16(size.width()), request + 6);
        qToBigEndian<quint16>(quint16(size.height()), request + 8);
        send(std::string(request, sizeof request));
        const std::string head = receive(4);
        std::size_t total = 0;
        for (int left = head.size() < 4 ? 0 : qFromBigEndian<quint16>(head.data() + 2); left > 0;
             --left) {
            const std::string rectangle = receive(12);
            if (rectangle.size() < 12)
                break;
            total += receive(std::size_t(4) * qFromBigEndian<quint16>(rectangle.data() + 4) *
                             qFromBigEndian<quint16>(rectangle.data() + 6))
                         .size();
        }
        return total;
    }

private:
    HostConnection m_connection;
    Response m_answer;
    std::string m_bytes;
};

} // namespace

class TestHostDesktop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_host = std::make_unique<HostProcess>();
        QVERIFY(m_host->start());
        m_sandbox =
            m_host->create(R"(,"envVars":{"DISPLAY":":0"})", "desktop").value_or(CreatedSandbox());
        QVERIFY(!m_sandbox.id.empty());
    }
    void cleanup() { m_host.reset(); }

    void everyProcessHasTheDisplayInItsEnvironment()
    {
        QCOMPARE(run("echo $DISPLAY"), ":0\n");
        QCOMPARE(run("setsid sh -c 'tr \"\\0\" \"\\n\" </proc/self/environ' | grep DISPLAY"),
                 "DISPLAY=:0\n");
    }

    void nothingGraphicalRunsUntilItIsAskedFor()
    {
        QCOMPARE(run("pgrep -x 'Xvfb|xfce4-session|x11vnc|websockify'; echo $?"), "1\n");
        for (const char *headers : {"", "Connection: Upgrade\r\nUpgrade: websocket\r\n"}) {
            const Response closed = m_host->call(
                "GET", "/websockify", {}, HostProcess::route(m_sandbox, screenPort) + headers);
            QCOMPARE(closed.status, 502);
            QCOMPARE(closed.body,
                     R"({"code":502,"message":"The sandbox is running but port is not open",)"
                     R"("port":6080,"sandboxId":")" +
                         m_sandbox.id + R"("})");
        }
    }

    void theScreenIsReachedByHeadersAndByName()
    {
        QVERIFY(startStream());
        const std::string port = std::to_string(m_host->port());
        const std::string byName =
            "Host: 6080-" + m_sandbox.id + ".anything.localhost:" + port + "\r\n";
        for (const std::string &routing : {byHeaders(), byName}) {
            ScreenStream stream(*m_host, routing);
            QCOMPARE(stream.answer().status, 101);
            QCOMPARE(stream.answer().headers.value("Sec-WebSocket-Accept"),
                     "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            QCOMPARE(stream.answer().headers.value("Sec-WebSocket-Protocol"), "binary");
            QCOMPARE(stream.shakeHands(), QSize(800, 600));
        }
    }

    void bothDirectionsFlowFreely()
    {
        QVERIFY(startStream());
        ScreenStream stream(*m_host, byHeaders());
        QCOMPARE(stream.shakeHands(), QSize(800, 600));
        // Each small answer comes before the next question: nothing waits for more to fill a
        // buffer.
        for (int i = 0; i < 50; ++i)
            QVERIFY(stream.pixels({1, 1}) >= 4);
        QVERIFY(stream.pixels({800, 600}) >= std::size_t(800) * 600 * 4);
        // More questions than a socket holds, while nothing is read.
        const std::string encodings = "\x02\0\0\x01\0\0\0\0"s;
        for (int i = 0; i < 20'000; ++i)
            QVERIFY(stream.send(encodings));
        QVERIFY(stream.pixels({1, 1}) >= 4);
    }

    void theirPageIsServedFromWhereClientsLookForIt()
    {
        QVERIFY(startStream());
        const Response page =
            m_host->call("GET", "/vnc.html", {}, HostProcess::route(m_sandbox, screenPort));
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("noVNC"));
    }

    void whatTheSdkCallsIsThere_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("answer");
        QTest::newRow("size") << u"xrandr"_s << uR"(\b800x600\b)"_s;
        QTest::newRow("pointer") << u"xdotool mousemove --sync 10 20 getmouselocation"_s
                                 << u"^x:10 y:20 screen:0 "_s;
        QTest::newRow("screenshot") << u"scrot --pointer /tmp/s.png && file -b /tmp/s.png"_s
                                    << u"^PNG image data, 800 x 600"_s;
        QTest::newRow("clipboard")
            << u"echo mine | xclip -selection c >/dev/null 2>&1; timeout 5 xclip -o -selection c"_s
            << u"^mine$"_s;
        QTest::newRow("port") << u"netstat -tuln | grep ':6080 '"_s << u"LISTEN"_s;
    }
    void whatTheSdkCallsIsThere()
    {
        QFETCH(QString, command);
        QFETCH(QString, answer);
        QVERIFY(startStream());
        const QString output = QString::fromStdString(run(command.toStdString())).trimmed();
        QVERIFY2(QRegularExpression(answer).match(output).hasMatch(), qPrintable(output));
    }

    void chromiumOpensWithoutQuestions_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("its menu entry") << u"gtk-launch chromium /tmp/page.html"_s;
        QTest::newRow("its name") << u"chromium file:///tmp/page.html"_s;
        QTest::newRow("the page's kind") << u"xdg-open /tmp/page.html"_s;
        QTest::newRow("the panel's button")
            << u"exo-open --launch WebBrowser file:///tmp/page.html"_s;
    }
    void chromiumOpensWithoutQuestions()
    {
        QFETCH(QString, command);
        QVERIFY(startStream());
        const std::string found =
            run("echo '<title>It is here</title>' >/tmp/page.html\n" + command.toStdString() +
                " >/tmp/browser.log 2>&1 &\n"
                "timeout 60 xdotool search --sync --onlyvisible --name 'It is here' | wc -l");
        QVERIFY2(std::stoi("0" + found) > 0, run("cat /tmp/browser.log; ps aux").c_str());
    }

private:
    std::string run(std::string_view command) { return m_host->run(m_sandbox, command).output; }
    std::string byHeaders()
    {
        return "Host: localhost:" + std::to_string(m_host->port()) + "\r\n" +
               HostProcess::route(m_sandbox, screenPort);
    }
    /// A small display and its stream, without a session.
    bool startStream()
    {
        return run("(Xvfb :0 -ac -screen 0 800x600x24 -retro -dpi 96 -nolisten tcp -nolisten unix "
                   "&) >/dev/null 2>&1\n"
                   "for i in $(seq 100); do xdpyinfo -display :0 >/dev/null && break; sleep 0.1; "
                   "done 2>/dev/null\n"
                   "x11vnc -bg -display :0 -forever -wait 50 -shared -rfbport 5900 -nopw "
                   ">/dev/null 2>/tmp/x11vnc_stderr.log\n"
                   "cd /opt/noVNC/utils\n"
                   "(./novnc_proxy --vnc localhost:5900 --listen 6080 --web /opt/noVNC &) "
                   ">/tmp/novnc.log 2>&1\n"
                   "for i in $(seq 100); do netstat -tuln | grep -q ':6080 ' && break; sleep 0.1; "
                   "done; echo ready") == "ready\n";
    }

    std::unique_ptr<HostProcess> m_host;
    CreatedSandbox m_sandbox;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestHostDesktop)
#include "tst_hostdesktop.moc"
