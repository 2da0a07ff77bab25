// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/routing.h>
#include <tests/host/support/hostprocess.h>

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <sys/ioctl.h>
#include <sys/socket.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

/// What runs inside: answers GET with a part of what it was asked, POST with the length and sum of
/// what came, and switches protocols to an echo. Says what it holds in memory of a body: nothing.
constexpr const char *server = R"py(
import http.server, os, sys
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *arguments): pass
    def do_GET(self):
        if self.headers.get("Upgrade"):
            self.send_response(101); self.send_header("Connection", "Upgrade")
            self.send_header("Upgrade", "echo"); self.end_headers()
            while data := self.connection.recv(65536): self.connection.sendall(data)
            self.close_connection = True
            return
        if self.path.startswith("/big"):
            size = int(self.path[4:]); self.send_response(200); self.send_header("Content-Length", str(size)); self.end_headers()
            try:
                while size > 0: self.wfile.write(b"x" * min(size, 65536)); size -= 65536
            except OSError: open("/tmp/gone", "w").close()
            return
        if self.path == "/cut":
            self.send_response(200); self.send_header("Content-Length", "100"); self.end_headers()
            self.wfile.write(b"half"); self.close_connection = True
            return
        body = (self.path + "|" + "|".join(f"{k.lower()}={v}" for k, v in self.headers.items())).encode()
        self.send_response(200); self.send_header("Content-Length", str(len(body)))
        self.send_header("X-From", "inside"); self.end_headers(); self.wfile.write(body)
    def do_HEAD(self):
        self.send_response(200); self.send_header("Content-Length", "12345"); self.end_headers()
    def do_POST(self):
        left, seen = int(self.headers["Content-Length"]), 0
        while left > 0:
            data = self.rfile.read(min(left, 1 << 20))
            if not data: break
            left -= len(data); seen += len(data)
        body = str(seen).encode()
        self.send_response(200); self.send_header("Content-Length", str(len(body))); self.end_headers(); self.wfile.write(body)
http.server.ThreadingHTTPServer(("127.0.0.1", 3000), Handler).serve_forever()
)py";

} // namespace

class TestHostProxy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_host = std::make_unique<HostProcess>();
        QVERIFY(m_host->start());
        m_sandbox = m_host->create().value_or(CreatedSandbox());
        QVERIFY(!m_sandbox.id.empty());
    }
    void cleanup() { m_host.reset(); }

    void envdIsReachedByHeadersAndByName()
    {
        QCOMPARE(m_host->call("GET", "/health", {}, HostProcess::route(m_sandbox, envdPort)).status,
                 204);
        HostConnection connection(m_host->port());
        const std::string host =
            "49983-" + m_sandbox.id + ".anything.localhost:" + std::to_string(m_host->port());
        connection.send("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        QCOMPARE(connection.receiveAnswer().status, 204);
        // The agent checks its token by itself.
        connection.send("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        QCOMPARE(connection.receiveAnswer().status, 401);
        connection.send("GET /metrics HTTP/1.1\r\nHost: " + host +
                        "\r\nX-Access-Token: " + m_sandbox.envdAccessToken.value() + "\r\n\r\n");
        QCOMPARE(connection.receiveAnswer().status, 200);
    }

    void wrongRoutesAreToldApart()
    {
        QCOMPARE(m_host->call("GET", "/health", {}, "E2b-Sandbox-Id: iabc\r\n").status, 400);
        const Response half = m_host->call("GET", "/", {}, "E2b-Sandbox-Port: 80\r\n");
        QCOMPARE(half.body, "missing header");
        QCOMPARE(
            m_host->call("GET", "/", {}, "E2b-Sandbox-Id: iabc\r\nE2b-Sandbox-Port: 0\r\n").body,
            "Invalid sandbox port");
        const Response unknown = m_host->call(
            "GET", "/health", {}, "E2b-Sandbox-Id: iabc\r\nE2b-Sandbox-Port: 49983\r\n");
        QCOMPARE(unknown.status, 502);
        QCOMPARE(unknown.body,
                 R"({"code":502,"message":"The sandbox was not found","sandboxId":"iabc"})");
        const Response closed = m_host->call("GET", "/", {}, HostProcess::route(m_sandbox, 3001));
        QCOMPARE(closed.status, 502);
        QVERIFY(closed.body.contains(R"("port":3001)"));
        const Response page = m_host->call(
            "GET", "/", {}, HostProcess::route(m_sandbox, 3001) + "User-Agent: Mozilla/5.0\r\n");
        QVERIFY(page.body.starts_with("<!doctype html>"));
        for (const char *path : {"/init", "/freeze", "//init/"}) {
            const Response reserved =
                m_host->call("POST", path, "{}", HostProcess::route(m_sandbox, envdPort));
            QCOMPARE(reserved.status, 404);
            QVERIFY(reserved.body.contains("reserved"));
        }
    }

    void aPortThatOpensAMomentLaterIsReached()
    {
        // All that takes long is done before the call; only the binding itself comes a moment
        // later.
        QCOMPARE(m_host
                     ->run(m_sandbox,
                           "python3 -c 'import http.server as h, pathlib, time\n"
                           "pathlib.Path(\"/tmp/ready\").touch()\n"
                           "time.sleep(0.2)\n"
                           "h.HTTPServer((\"127.0.0.1\", 3000), h.SimpleHTTPRequestHandler)"
                           ".serve_forever()' >/dev/null 2>&1 &\n"
                           "until [ -e /tmp/ready ]; do sleep 0.02; done; echo ok")
                     .output,
                 "ok\n");
        QCOMPARE(m_host->call("GET", "/", {}, HostProcess::route(m_sandbox, 3000)).status, 200);
    }

    void requestsAndAnswersPassUnchangedButForTheHostsOwn()
    {
        QVERIFY(serveInside());
        const Response answer = m_host->call(
            "GET", "/a%2Fb?x=%20", {}, HostProcess::route(m_sandbox, 3000) + "X-Mine: yes\r\n");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("X-From"), "inside");
        QVERIFY(answer.body.starts_with("/a%2Fb?x=%20|"));
        QVERIFY(answer.body.contains("|x-mine=yes"));
        QVERIFY(!answer.body.contains(m_host->info().apiKey));
        HostConnection connection(m_host->port());
        connection.send(m_host->request("HEAD", "/", {}, HostProcess::route(m_sandbox, 3000)));
        const Response head = connection.receiveAnswer(false);
        QCOMPARE(head.headers.value("Content-Length"), "12345");
        connection.send(m_host->request("GET", "/next", {}, HostProcess::route(m_sandbox, 3000)));
        QVERIFY(connection.receiveAnswer().body.starts_with("/next|"));
    }

    void bigBodiesPassWithoutBeingHeld()
    {
        QVERIFY(serveInside());
        constexpr std::size_t size = 200UL << 20U;
        const qint64 before = hostMemory();
        HostConnection connection(m_host->port());
        connection.send(
            "POST /upload HTTP/1.1\r\nHost: localhost:" + std::to_string(m_host->port()) + "\r\n" +
            HostProcess::route(m_sandbox, 3000) + "Content-Length: " + std::to_string(size) +
            "\r\n\r\n");
        const std::string piece(1 << 20, 'x');
        for (std::size_t sent = 0; sent < size; sent += piece.size())
            QVERIFY(connection.send(piece));
        QCOMPARE(connection.receiveAnswer().body, std::to_string(size));
        connection.send(m_host->request("GET", "/big" + std::to_string(size), {},
                                        HostProcess::route(m_sandbox, 3000)));
        QCOMPARE(connection.receiveHead().status, 200);
        std::size_t received = 0;
        while (received < size) {
            const std::string part = connection.receive(std::min(size - received, piece.size()));
            QVERIFY(!part.empty());
            received += part.size();
        }
        const qint64 peak = hostMemory();
        QVERIFY2(peak - before < 24 * 1024, qPrintable(u"%1 KiB"_s.arg(peak - before)));
    }

    void aClientThatDoesNotReadHoldsTheServerBack()
    {
        QVERIFY(serveInside());
        const qint64 before = hostMemory();
        HostConnection connection(m_host->port());
        connection.send(
            m_host->request("GET", "/big1000000000", {}, HostProcess::route(m_sandbox, 3000)));
        QCOMPARE(connection.receiveHead().status, 200);
        // Once the kernel's buffers are full nothing more comes: the host takes no more either.
        int queued = -1;
        QTRY_VERIFY([&] {
            int now = 0;
            ::ioctl(connection.fd(), FIONREAD, &now);
            return std::exchange(queued, now) == now && now > 0;
        }());
        QVERIFY(hostMemory() - before < 24 * 1024);
    }

    void aClientThatLeavesEndsTheRequestInside()
    {
        QVERIFY(serveInside());
        {
            HostConnection connection(m_host->port());
            connection.send(
                m_host->request("GET", "/big1000000000", {}, HostProcess::route(m_sandbox, 3000)));
            QCOMPARE(connection.receiveHead().status, 200);
        }
        QTRY_COMPARE(m_host->run(m_sandbox, "ls /tmp/gone").exitCode, 0);
    }

    void anAnswerThatIsCutInsideIsCutOutside()
    {
        QVERIFY(serveInside());
        HostConnection connection(m_host->port());
        connection.send(m_host->request("GET", "/cut", {}, HostProcess::route(m_sandbox, 3000)));
        QCOMPARE(connection.receiveHead().status, 200);
        QCOMPARE(connection.receiveAll(), "half");
    }

    void anUpgradedConnectionIsPassedBothWays()
    {
        QVERIFY(serveInside());
        HostConnection connection(m_host->port());
        connection.send(m_host->request("GET", "/", {},
                                        HostProcess::route(m_sandbox, 3000) +
                                            "Connection: Upgrade\r\nUpgrade: echo\r\n"));
        const Response answer = connection.receiveHead();
        QCOMPARE(answer.status, 101);
        QCOMPARE(answer.headers.value("Upgrade"), "echo");
        for (const std::string &text :
             {std::string("hello"), std::string(300'000, 'z'), std::string("\0\xff", 2)}) {
            QVERIFY(connection.send(text));
            QCOMPARE(connection.receive(text.size()), text);
        }
        ::shutdown(connection.fd(), SHUT_WR);
        QCOMPARE(connection.receiveAll(), "");
    }

    void aSandboxThatIsKilledEndsItsStreams()
    {
        QVERIFY(serveInside());
        HostConnection connection(m_host->port());
        connection.send(m_host->request("GET", "/", {},
                                        HostProcess::route(m_sandbox, 3000) +
                                            "Connection: Upgrade\r\nUpgrade: echo\r\n"));
        QCOMPARE(connection.receiveHead().status, 101);
        QCOMPARE(m_host->call("DELETE", "/sandboxes/" + m_sandbox.id).status, 204);
        QCOMPARE(connection.receiveAll(), "");
        QCOMPARE(m_host->call("GET", "/health", {}, HostProcess::route(m_sandbox, envdPort)).status,
                 502);
    }

private:
    bool serveInside()
    {
        const CommandResult started = m_host->run(
            m_sandbox,
            "cat > /tmp/server.py <<'END'\n" + std::string(server) +
                "\nEND\nsetsid python3 /tmp/server.py > /dev/null 2>&1 &\n"
                "for i in $(seq 200); do (exec 3<>/dev/tcp/127.0.0.1/3000) 2>/dev/null && break; "
                "sleep 0.05; done; echo ready");
        return started.output == "ready\n";
    }
    /// KiB that the host holds now.
    qint64 hostMemory()
    {
        QFile status(u"/proc/%1/status"_s.arg(m_host->pid()));
        if (!status.open(QFile::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        const auto at = text.indexOf("VmHWM:");
        return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong();
    }

    std::unique_ptr<HostProcess> m_host;
    CreatedSandbox m_sandbox;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestHostProxy)
#include "tst_hostproxy.moc"
