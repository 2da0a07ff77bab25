// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/scriptedserver.h>
#include <tests/vnc/sessionwatch.h>
#include <vnc/httpanswer.h>
#include <vnc/upgradequestion.h>

#include <QtTest/QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

const QByteArray notOpen =
    "{\"message\":\"The sandbox was found but port is not open\",\"port\":6080,\"code\":502}";
const QByteArray forbidden = "{\"message\":\"token\"}";

QByteArray answer(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

bool isWholeRequest(const ScriptedServer &server)
{
    return server.heard().endsWith("\r\n\r\n");
}

ScriptedServer::Script always(const QByteArray &bytes)
{
    return [bytes](ScriptedServer &server) {
        if (isWholeRequest(server))
            server.say(bytes);
    };
}

} // namespace

/// What becomes of an upgrade that is answered by something else than 101.
class TestRfbUpgrade final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_bridges.emplace(builtHelper());
        m_watch.emplace(*m_bridges);
    }

    void cleanup()
    {
        m_watch.reset();
        m_bridges.reset();
        m_server.reset();
        QCOMPARE(childProcesses(), QStringList());
    }

    void aPortThatIsNotOpenIsToldFromOtherRefusals()
    {
        openAt(always(answer("502 Bad Gateway", notOpen)));
        QTRY_COMPARE(m_watch->why(), u"HttpRefused"_s);
        QCOMPARE(m_watch->session().end().httpStatus, 502);
        QCOMPARE(m_watch->session().end().body, notOpen);
        QCOMPARE(m_server->connections(), 2);
    }

    void aMissingTokenIsForbidden()
    {
        openAt(always(answer("403 Forbidden", forbidden)));
        QTRY_COMPARE(m_watch->why(), u"HttpRefused"_s);
        QCOMPARE(m_watch->session().end().httpStatus, 403);
        QCOMPARE(m_watch->session().end().body, forbidden);
    }

    void anUnknownSandboxIsNotFound()
    {
        openAt(always(answer("404 Not Found", {})));
        QTRY_COMPARE(m_watch->why(), u"HttpRefused"_s);
        QCOMPARE(m_watch->session().end().httpStatus, 404);
        QCOMPARE(m_watch->session().end().body, QByteArray());
    }

    void aPageInsteadOfAStreamIsARefusal()
    {
        openAt(always(answer("200 OK", "<html>")));
        QTRY_COMPARE(m_watch->why(), u"HttpRefused"_s);
        QCOMPARE(m_watch->session().end().httpStatus, 200);
    }

    void aRefusalThatEndsWithTheConnectionIsWhole()
    {
        openAt([](ScriptedServer &server) {
            if (!isWholeRequest(server))
                return;
            server.say("HTTP/1.0 403 Forbidden\r\n\r\nno entry");
            server.hangUp();
        });
        QTRY_COMPARE(m_watch->why(), u"HttpRefused"_s);
        QCOMPARE(m_watch->session().end().httpStatus, 403);
        QCOMPARE(m_watch->session().end().body, "no entry"_ba);
    }

    void aLongBodyIsCut()
    {
        openAt(always(answer("503 Busy", QByteArray(100'000, 'x'))));
        QTRY_COMPARE(m_watch->why(), u"HttpRefused"_s);
        QCOMPARE(m_watch->session().end().body, QByteArray(4096, 'x'));
    }

    void aServerThatDoesNotAnswerIsATimeout()
    {
        m_watch->session().setLimits({.connecting = 100ms});
        openAt([](ScriptedServer &) {});
        QTRY_COMPARE(m_watch->why(), u"Timeout"_s);
        QCOMPARE(m_server->connections(), 1);
    }

    void aRefusalWithoutItsEndIsATimeout()
    {
        m_watch->session().setLimits({.connecting = 200ms});
        openAt(always("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 90\r\n\r\nhalf"));
        QTRY_COMPARE(m_watch->why(), u"Timeout"_s);
    }

    void whatIsNotHttpIsUnreachable()
    {
        openAt(always("RFB 003.008\n\r\n\r\n"));
        QTRY_COMPARE(m_watch->why(), u"Unreachable"_s);
        QVERIFY(!m_watch->session().end().detail.isEmpty());
    }

    void aRefusedConnectionIsNotAskedAgain()
    {
        quint16 port = 0;
        {
            const ScriptedServer gone;
            port = gone.port();
        }
        m_watch->openWebSocket(QUrl(u"ws://127.0.0.1:%1/websockify"_s.arg(port)));
        QTRY_COMPARE(m_watch->why(), u"Unreachable"_s);
        QCOMPARE(m_watch->session().end().detail, u"Connection refused"_s);
    }

    void aStreamThatComesUpMeanwhileIsTaken()
    {
        openAt([](ScriptedServer &server) {
            if (isWholeRequest(server))
                server.say(server.connections() == 1 ? answer("502 Bad Gateway", notOpen)
                                                     : acceptingUpgrade(server.heard()));
        });
        // The third connection goes on: a masked binary frame of twelve bytes, the early version.
        QTRY_COMPARE(m_server->connections(), 3);
        QTRY_VERIFY(m_server->heard().contains("\x82\x8c"_ba));
        QCOMPARE(m_watch->states(), u"Connecting"_s);
    }

    void theHeadersGoOutWithBothQuestions()
    {
        QList<QByteArray> requests;
        openAt([&requests](ScriptedServer &server) {
            if (!isWholeRequest(server))
                return;
            requests.append(server.heard());
            server.say(answer("403 Forbidden", "no"));
        });
        QTRY_COMPARE(m_watch->why(), u"HttpRefused"_s);
        QCOMPARE(requests.size(), 2);
        for (const QByteArray &request : std::as_const(requests)) {
            QVERIFY(request.startsWith("GET /websockify?a=b HTTP/1.1\r\n"));
            QVERIFY(request.contains("\r\nSec-WebSocket-Protocol: binary\r\n"));
            QVERIFY(request.toLower().contains("\r\ne2b-traffic-access-token: secret\r\n"));
            QVERIFY2(!request.contains("smuggled"), request.constData());
            const QByteArray host = "\r\nHost: 127.0.0.1:" + QByteArray::number(m_server->port());
            QVERIFY2(request.contains(host), request.constData());
        }
    }

    void answersAreReadHoweverTheyAreCut()
    {
        const QByteArray chunked = "HTTP/1.1 502 Bad Gateway\r\nTransfer-Encoding: chunked\r\n\r\n"
                                   "4;x=y\r\nport\r\nc\r\n is not open\r\n0\r\n\r\n";
        for (qsizetype end = 0; end <= chunked.size(); ++end) {
            const auto part = parseHttpAnswer(chunked.first(end));
            QVERIFY(!isHopelessAnswer(chunked.first(end)));
            QVERIFY(!part || part->status == 502);
            QVERIFY(!part || QByteArray("port is not open").startsWith(part->body));
            QCOMPARE(part && part->isComplete, end >= chunked.size() - 2);
        }
    }

    void whatCannotBecomeAnAnswerIsHopeless()
    {
        QVERIFY(!isHopelessAnswer({}));
        QVERIFY(!isHopelessAnswer("HTTP/1"));
        QVERIFY(isHopelessAnswer("HTTX"));
        QVERIFY(isHopelessAnswer("HTTP/2 200 OK\r\n\r\n"));
        QVERIFY(isHopelessAnswer("HTTP/1.1 two\r\n\r\n"));
        QVERIFY(isHopelessAnswer("HTTP/1.1 200 " + QByteArray(20'000, 'x')));
        QVERIFY(!parseHttpAnswer("HTTP/1.1 200 OK\r\n"));
        QVERIFY(!parseHttpAnswer("HTTP/1.1 200 " + QByteArray(20'000, 'x') + "\r\n\r\n"));
    }

private:
    void openAt(const ScriptedServer::Script &script)
    {
        m_server.emplace(ScriptedServer::Script(), script);
        const QUrl url(u"ws://127.0.0.1:%1/websockify?a=b"_s.arg(m_server->port()));
        m_watch->session().open({.url = url,
                                 .headers = {{"E2b-Traffic-Access-Token", "secret"},
                                             {"X-Broken", "value\r\nsmuggled: yes"}}});
    }

    std::optional<RfbBridges> m_bridges;
    std::optional<SessionWatch> m_watch;
    std::optional<ScriptedServer> m_server;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestRfbUpgrade)
#include "tst_rfbupgrade.moc"
