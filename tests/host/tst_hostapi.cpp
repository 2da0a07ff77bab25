// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <protocol/metrics.h>
#include <protocol/sandbox.h>
#include <tests/host/support/hostprocess.h>
#include <tests/support/result.h>

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

#include <sys/socket.h>

#include <set>

using namespace Qt::StringLiterals;

namespace Sandglass {

class TestHostApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_host = std::make_unique<HostProcess>();
        QVERIFY(m_host->start());
    }
    void cleanup() { m_host.reset(); }

    void healthNeedsNoKeyAndEverythingElseDoes()
    {
        const auto ask = [this](std::string_view target, std::string_view header) {
            HostConnection connection(m_host->port());
            connection.send("GET " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1:" +
                            std::to_string(m_host->port()) + "\r\n" + std::string(header) + "\r\n");
            return connection.receiveAnswer();
        };
        QCOMPARE(ask("/health", "").status, 200);
        for (const char *target :
             {"/sandboxes", "/v2/sandboxes", "/sandboxes/iabc", "/unknown", "/sandglass/stop"}) {
            const Response answer = ask(target, "");
            QCOMPARE(answer.status, 401);
            QVERIFY(answer.body.contains("\"code\":401"));
        }
        QCOMPARE(ask("/v2/sandboxes", "X-API-Key: e2b_" + std::string(40, '0') + "\r\n").status,
                 401);
        QCOMPARE(
            ask("/v2/sandboxes", "Authorization: Bearer " + m_host->info().apiKey + "\r\n").status,
            200);
    }

    void foreignHostsAndOriginsAreRefused()
    {
        HostConnection connection(m_host->port());
        connection.send("GET /v2/sandboxes HTTP/1.1\r\nHost: evil.example\r\nX-API-Key: " +
                        m_host->info().apiKey + "\r\n\r\n");
        QCOMPARE(connection.receiveAnswer().status, 403);
        const Response fromPage =
            m_host->call("GET", "/v2/sandboxes", {}, "Origin: http://evil.example\r\n");
        QCOMPARE(fromPage.status, 403);
        QVERIFY(!fromPage.headers.contains("Access-Control-Allow-Origin"));
        QCOMPARE(m_host->call("GET", "/v2/sandboxes", {}, "Origin: " + m_host->info().url + "\r\n")
                     .status,
                 200);
    }

    void theOldCallCreatesWithItsOwnDefaults()
    {
        const Response answer = m_host->call("POST", "/sandboxes", R"({"templateID":"base"})");
        QCOMPARE(answer.status, 201);
        const auto created = decodeCreatedSandbox(answer.body);
        SG_VERIFY_RESULT(created);
        QVERIFY(answer.body.contains(R"("clientID":"6532622b")"));
        QVERIFY(isSandboxId(created->id) && created->id.size() == 21 &&
                created->id.starts_with("i"));
        QVERIFY(!created->envdAccessToken);
        const auto info = decodeSandbox(m_host->call("GET", "/sandboxes/" + created->id).body);
        SG_VERIFY_RESULT(info);
        QCOMPARE(info->endAt - info->startedAt, std::chrono::seconds(15));
        QVERIFY(!info->envdAccessToken);
    }

    void theNewCallCreatesSecureOnes()
    {
        const Response answer = m_host->call(
            "POST", "/v2/sandboxes",
            R"({"templateID":" BASE:default","metadata":{"a b":"x=&y"},"envVars":{"NAME":"secret-value"},"unknown":1})");
        QCOMPARE(answer.status, 201);
        const auto created = decodeCreatedSandbox(answer.body);
        SG_VERIFY_RESULT(created);
        QVERIFY(created->envdAccessToken && created->envdAccessToken->size() == 64);
        QCOMPARE(created->alias, "base");
        const auto info =
            decodeSandbox(m_host->call("GET", "/sandboxes/" + created->id + "-6532622b").body);
        SG_VERIFY_RESULT(info);
        QCOMPARE(info->endAt - info->startedAt, std::chrono::seconds(300));
        QCOMPARE(info->envdAccessToken, created->envdAccessToken);
        QCOMPARE(info->metadata, (StringMap{{"a b", "x=&y"}}));
        QCOMPARE(info->state, SandboxState::Running);
        QCOMPARE(m_host->run(*created, "echo $NAME").output, "secret-value\n");
        // Values may be secrets: none of the host's files has them.
        for (const char *name : {"state.db", "state.db-wal", "host.log", "host.json"}) {
            QFile file(m_host->state() + u'/' + QString::fromLatin1(name));
            if (file.open(QFile::ReadOnly))
                QVERIFY2(!file.readAll().contains("secret-value"), name);
        }
        QFile log(m_host->state() + u"/host.log"_s);
        QVERIFY(log.open(QFile::ReadOnly));
        const QByteArray text = log.readAll();
        QVERIFY(!text.contains(created->envdAccessToken->c_str()));
        QVERIFY(!text.contains(m_host->info().apiKey.c_str()));
    }

    void badBodiesAreRefusedWithWords_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *body, int status, const char *words) {
            QTest::newRow(body) << QString::fromLatin1(body) << status
                                << QString::fromLatin1(words);
        };
        row("", 400, "validation error");
        row("{", 400, "validation error");
        row("[]", 400, "validation error");
        row("{}", 400, "templateID");
        row(R"({"templateID":"../etc"})", 400, "templateID");
        row(R"({"templateID":"base","timeout":"x"})", 400, "timeout");
        row(R"({"templateID":"base","timeout":0})", 400, "timeout");
        row(R"({"templateID":"base","timeout":86401})", 400, "24 hours");
        row(R"({"templateID":"base","metadata":{"a":1}})", 400, "metadata");
        row(R"({"templateID":"base","autoPause":true})", 400, "pausing");
        row(R"({"templateID":"nope"})", 404, "template 'nope' not found");
    }
    void badBodiesAreRefusedWithWords()
    {
        QFETCH(QString, body);
        QFETCH(int, status);
        QFETCH(QString, words);
        const Response answer = m_host->call("POST", "/v2/sandboxes", body.toStdString());
        QCOMPARE(answer.status, status);
        QVERIFY2(QByteArray::fromStdString(answer.body).contains(words.toLatin1()),
                 answer.body.c_str());
        QVERIFY(answer.body.contains("\"code\":" + std::to_string(status)));
        QVERIFY(m_host->list().empty());
    }

    void aListHasPagesAndTotals()
    {
        for (const char *group : {"one", "two", "two"})
            QVERIFY(m_host->create(",\"metadata\":{\"group\":\"" + std::string(group) + "\"}"));
        const Response two =
            m_host->call("GET", "/v2/sandboxes?state=running&metadata=group%3Dtwo");
        QCOMPARE(two.headers.value("X-Total-Running"), "2");
        QVERIFY(!two.headers.contains("X-Next-Token"));
        QVERIFY(two.headers.contains("Date"));
        std::set<std::string> seen;
        std::string next;
        int pages = 0;
        do {
            const Response page = m_host->call("GET", "/v2/sandboxes?limit=2" + next);
            const auto sandboxes = decodeSandboxes(page.body);
            SG_VERIFY_RESULT(sandboxes);
            for (const SandboxInfo &info : *sandboxes)
                seen.insert(info.id);
            QCOMPARE(page.headers.value("X-Total-Running"), "3");
            next = std::string(page.headers.value("X-Next-Token"));
            next = next.empty() ? next : "&nextToken=" + next;
            ++pages;
        } while (!next.empty() && pages < 5);
        QCOMPARE(pages, 2);
        QCOMPARE(seen.size(), 3U);
        const Response old = m_host->call("GET", "/sandboxes?metadata=group%3Dtwo");
        QCOMPARE(decodeSandboxes(old.body)->size(), 2U);
        QVERIFY(!old.headers.contains("X-Total-Running"));
        QCOMPARE(m_host->call("GET", "/v2/sandboxes?limit=0").status, 400);
        QCOMPARE(m_host->call("GET", "/v2/sandboxes?template=unknown").body, "[]");
    }

    void aKilledSandboxIsGoneWithEverythingItHad()
    {
        const auto sandbox = m_host->create();
        QVERIFY(sandbox);
        QCOMPARE(m_host
                     ->run(*sandbox, "mkdir -p a/b; chmod 0 a; sleep 500 >/dev/null 2>&1 & setsid "
                                     "sleep 500 >/dev/null 2>&1 & echo ok")
                     .output,
                 "ok\n");
        QCOMPARE(m_host->call("DELETE", "/sandboxes/" + sandbox->id).status, 204);
        const Response again = m_host->call("DELETE", "/sandboxes/" + sandbox->id);
        QCOMPARE(again.status, 404);
        QCOMPARE(again.body, "{\"code\":404,\"message\":\"Sandbox \\\"" + sandbox->id +
                                 "\\\" doesn't exist or you don't have access to it\"}");
        QCOMPARE(m_host->call("GET", "/sandboxes/" + sandbox->id).status, 404);
        QVERIFY(m_host->sandboxProcesses().empty());
        QTRY_COMPARE(m_host->leftOvers(), QStringList());
    }

    void callsThatAreNotOfferedAndBadIdsAreAnsweredAsTheServiceDoes()
    {
        const auto sandbox = m_host->create();
        QVERIFY(sandbox);
        for (const char *call : {"/pause", "/connect", "/resume", "/snapshots", "/fork", "/logs"}) {
            const Response answer = m_host->call("POST", "/sandboxes/" + sandbox->id + call, "{}");
            QCOMPARE(answer.status, 404);
            QVERIFY(answer.body.contains("no matching operation was found"));
        }
        QCOMPARE(m_host->call("GET", "/templates").status, 404);
        for (const char *id : {"IABC", "i-a-b", "i%2e", "..", "%zz"})
            QCOMPARE(m_host->call("GET", std::string("/sandboxes/") + id).status, 400);
        QCOMPARE(m_host->list().size(), 1U);
    }

    void bodiesMayComeInPiecesOnAConnectionThatStays()
    {
        HostConnection connection(m_host->port());
        const std::string head =
            "POST /v2/sandboxes HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(m_host->port()) +
            "\r\nlang_version: 20\r\nx-api-key: " + m_host->info().apiKey +
            "\r\ntransfer-encoding: chunked\r\n\r\n";
        for (int round = 0; round < 2; ++round) {
            for (const char *piece :
                 {"a\r\n{\"template", "\r\n", "e\r\nID\":\"nowhere\"}\r\n", "0\r\n", "\r\n"}) {
                if (piece[0] == 'a')
                    QVERIFY(connection.send(head));
                QVERIFY(connection.send(piece));
            }
            QCOMPARE(connection.receiveAnswer().status, 404);
        }
        // Two requests at once are answered one after the other.
        QVERIFY(connection.send(m_host->request("GET", "/health") +
                                m_host->request("GET", "/v2/sandboxes")));
        QCOMPARE(connection.receiveAnswer().body, "Health check successful");
        QCOMPARE(connection.receiveAnswer().body, "[]");
    }

    void malformedRequestsEndTheirConnectionAndNothingElse()
    {
        for (const std::string &bytes :
             {std::string("\r\n\r\n\r\n"), std::string("GET\r\n\r\n"), std::string(1000, '\0'),
              std::string("GET / HTTP/9.9\r\n\r\n"),
              "GET /" + std::string(200'000, 'a') + " HTTP/1.1\r\n\r\n",
              std::string(
                  "POST /v2/sandboxes HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n"),
              std::string("GET /health HTTP/1.1\r\n\r\n"),
              "GET /health HTTP/1.1\r\nHost: 127.0.0.1:1\r\nHost: 127.0.0.1:" +
                  std::to_string(m_host->port()) + "\r\n\r\n"}) {
            HostConnection connection(m_host->port());
            connection.send(bytes);
            ::shutdown(connection.fd(), SHUT_WR);
            const std::string answer = connection.receiveAll();
            QVERIFY2(answer.empty() || answer.starts_with("HTTP/1.1 4") ||
                         answer.starts_with("HTTP/1.1 505"),
                     answer.substr(0, 80).c_str());
        }
        QCOMPARE(m_host->call("GET", "/health").status, 200);
    }

private:
    std::unique_ptr<HostProcess> m_host;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestHostApi)
#include "tst_hostapi.moc"
