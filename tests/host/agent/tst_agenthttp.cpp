// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/metrics.h>
#include <tests/host/agent/agentclient.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

const std::string tokenField = "X-Access-Token: ea_0123456789abcdef\r\n";

} // namespace

class TestAgentHttp : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<AgentProcess> m_agent;

    [[nodiscard]] AgentCall init(const EnvdInit &values) const
    {
        return m_agent->send(
            AgentProcess::request("/init", "application/json", encodeEnvdInit(values)));
    }
    void setToken() const
    {
        QCOMPARE(init({.envVars = {},
                       .accessToken = "ea_0123456789abcdef",
                       .defaultUser = {},
                       .defaultWorkdir = {}})
                     .head()
                     .status,
                 204);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_agent = std::make_unique<AgentProcess>(m_dir.filePath(u"agent"_s).toStdString());
    }
    void cleanup()
    {
        QCOMPARE(m_agent->stop(), 0); // whatever a test has sent
        m_agent.reset();
    }

    void healthIsEmpty()
    {
        auto call = m_agent->get("/health");
        QCOMPARE(call.head().status, 204);
        QCOMPARE(std::string(call.head().headers.value("Cache-Control")), "no-store");
        QCOMPARE(call.body(), "");
    }

    void metricsAreThoseOfTheSandbox()
    {
        const auto sample = decodeEnvdMetrics(m_agent->get("/metrics").body());
        SG_VERIFY_RESULT(sample);
        QCOMPARE(sample->memTotal, std::int64_t{512} << 20);
        QVERIFY(sample->cpuCount >= 1);
        QVERIFY(sample->cpuUsedPct >= 0 && sample->cpuUsedPct <= 100);
        QVERIFY(sample->memUsed > 0 && sample->memUsed <= sample->memTotal);
        QVERIFY(sample->diskTotal > 0 && sample->diskUsed <= sample->diskTotal);
    }

    void busyProcessesShowInTheCpuShare()
    {
        SG_VERIFY_RESULT(decodeEnvdMetrics(m_agent->get("/metrics").body()));
        auto spinning = m_agent->shell("while :; do :; done");
        const auto pid = spinning.pid();
        QTRY_VERIFY(decodeEnvdMetrics(m_agent->get("/metrics").body())->cpuUsedPct > 5);
        m_agent
            ->unary("SendSignal",
                    encodeProcessSignal({.process = pid, .signal = ProcessSignal::Kill}))
            .body();
    }

    void initSetsVariablesUserAndDirectory()
    {
        QCOMPARE(init({.envVars = {{"A", "1"}, {"B", "2"}},
                       .accessToken = {},
                       .defaultUser = "nobody",
                       .defaultWorkdir = "/tmp"})
                     .head()
                     .status,
                 204);
        QCOMPARE(m_agent->get("/envs").body(), R"({"A":"1","B":"2","E2B_SANDBOX":"true"})");
        auto call = m_agent->shell("echo $A$B $USER; pwd");
        QCOMPARE(call.output(), "12 nobody\n/tmp\n");
        init({.envVars = {{"C", "3"}}, .accessToken = {}, .defaultUser = {}, .defaultWorkdir = {}})
            .head();
        QCOMPARE(m_agent->get("/envs").body(), R"({"C":"3","E2B_SANDBOX":"true"})");
    }

    void aTokenClosesAllButTheExemptPaths()
    {
        setToken();
        QCOMPARE(m_agent->get("/health").head().status, 204);
        auto refused = m_agent->get("/metrics");
        QCOMPARE(refused.head().status, 401);
        QVERIFY(refused.head().headers.value("Content-Type").starts_with("application/json"));
        QVERIFY(refused.body().contains("\"code\":401"));      // a number
        QCOMPARE(m_agent->get("/health/").head().status, 401); // exempt by the exact path only
        QCOMPARE(m_agent->unary("List", "{}").head().status, 401);
        QCOMPARE(m_agent->shell("true").head().status, 401);
        QCOMPARE(m_agent->unary("List", "{}", "X-Access-Token: wrong\r\n").head().status, 401);
        QCOMPARE(m_agent->unary("List", "{}", tokenField).head().status, 200);
        init({}).head(); // an init without a token clears it
        QCOMPARE(m_agent->get("/metrics").head().status, 200);
    }

    void anUnknownUserIsUnauthenticated()
    {
        const std::string bob = "Authorization: Basic Ym9iOg==\r\n";
        auto unary = m_agent->unary("List", "{}", bob);
        QCOMPARE(unary.head().status, 401);
        QVERIFY(unary.body().contains("\"unauthenticated\""));
        auto stream = m_agent->shell("true", bob);
        QCOMPARE(stream.head().status, 200);
        QCOMPARE(stream.errorCode(), "unauthenticated");
        QCOMPARE(m_agent->send("GET /health HTTP/1.1\r\n" + bob + "\r\n").head().status, 401);
        QCOMPARE(m_agent->send("GET /health HTTP/1.1\r\nAuthorization: Basic cm9vdDo=\r\n\r\n")
                     .head()
                     .status,
                 204);
    }

    void unknownPathsAndMethodsAreRefusedAsEnvdDoes()
    {
        auto missing = m_agent->get("/nothing");
        QCOMPARE(missing.head().status, 404);
        QCOMPARE(missing.body(), "404 page not found\n");
        QCOMPARE(m_agent->unary("Nonsense", "{}").head().status, 404);
        auto get = m_agent->get("/process.Process/List");
        QCOMPARE(get.head().status, 405);
        QCOMPARE(std::string(get.head().headers.value("Allow")), "POST");
        auto proto =
            m_agent->send(AgentProcess::request("/process.Process/List", "application/proto", ""));
        QCOMPARE(proto.head().status, 415);
        QCOMPARE(std::string(proto.head().headers.value("Accept-Post")), "application/json");
        QCOMPARE(
            m_agent->send(AgentProcess::request("/process.Process/Start", "application/json", "{}"))
                .head()
                .status,
            415);
        QCOMPARE(m_agent
                     ->send(AgentProcess::request("/process.Process/List",
                                                  "Application/JSON; charset=utf-8", "{}"))
                     .head()
                     .status,
                 200);
    }

    void malformedUnaryMessagesAreInvalid_data()
    {
        QTest::addColumn<std::string>("message");
        for (const char *const text :
             {"", "nonsense", "[]", "{", "null", "{\"process\":7}", "{\"process\":{}}",
              "{\"process\":{\"pid\":\"x\"}}", "{\"process\":{\"pid\":-1}}"})
            QTest::newRow(text) << std::string(text);
        QTest::newRow("not UTF-8") << std::string("{\"process\":{\"tag\":\"\xff\xfe\"}}");
        QTest::newRow("deep") << std::string(100'000, '[');
    }
    void malformedUnaryMessagesAreInvalid()
    {
        QFETCH(const std::string, message);
        for (const char *const method : {"SendInput", "CloseStdin", "SendSignal", "Update"}) {
            auto call = m_agent->unary(method, message);
            QCOMPARE(call.head().status, 400);
            QVERIFY(call.body().contains("\"invalid_argument\""));
        }
    }

    void malformedStreamsEndWithAnError_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::newRow("empty") << std::string();
        QTest::newRow("half a header") << std::string("\0\0\0", 3);
        QTest::newRow("half a message") << encodeConnectFrame("{\"process\":{}}").substr(0, 9);
        QTest::newRow("no process") << encodeConnectFrame("{}");
        QTest::newRow("not JSON") << encodeConnectFrame("nonsense");
        QTest::newRow("compressed") << std::string("\1\0\0\0\2{}", 7);
        QTest::newRow("end frame") << std::string("\2\0\0\0\2{}", 7);
        QTest::newRow("unknown flags") << std::string("\x40\0\0\0\2{}", 7);
        QTest::newRow("4 GiB") << std::string("\0\xff\xff\xff\xff{}", 7);
    }
    void malformedStreamsEndWithAnError()
    {
        QFETCH(const std::string, body);
        for (const char *const method : {"Start", "Connect"}) {
            auto call = m_agent->send(AgentProcess::request(
                "/process.Process/" + std::string(method), "application/connect+json", body));
            QCOMPARE(call.head().status, 200);
            QCOMPARE(call.errorCode(), "invalid_argument");
            QVERIFY(call.isComplete());
        }
    }

    void malformedTimeoutsAreInvalid()
    {
        for (const char *const value : {"12345678901", "-1", "1s", ""}) {
            const auto field = "Connect-Timeout-Ms: " + std::string(value) + "\r\n";
            QCOMPARE(m_agent->shell("true", field).errorCode(), "invalid_argument");
            QCOMPARE(m_agent->unary("List", "{}", field).head().status, 400);
        }
        QCOMPARE(m_agent->shell("true", "Connect-Timeout-Ms: 0\r\n").errorCode(),
                 "deadline_exceeded");
    }

    void malformedInitChangesNothing()
    {
        setToken();
        for (const char *const body :
             {"nonsense", "{\"envVars\":7}", "{\"envVars\":{\"A=B\":\"1\"}}"}) {
            QCOMPARE(m_agent->send(AgentProcess::request("/init", "application/json", body))
                         .head()
                         .status,
                     400);
            QCOMPARE(m_agent->get("/metrics").head().status, 401);
        }
    }

    void aRequestOfTheSdkSurvivesEveryCut()
    {
        const auto frame =
            encodeConnectFrame(R"({"process":{"cmd":"/bin/echo","args":["hi"]},"stdin":false})");
        const std::string request = "POST /process.Process/Start HTTP/1.1\r\n"
                                    "host: 49983-iabc123def456ghi789j.e2b.app\r\n"
                                    "connect-protocol-version: 1\r\n"
                                    "content-type: application/connect+json\r\n"
                                    "keepalive-ping-interval: 50\r\n"
                                    "accept-encoding: gzip, deflate\r\n"
                                    "transfer-encoding: chunked\r\n\r\n" +
                                    QByteArray::number(frame.size(), 16).toStdString() + "\r\n" +
                                    frame + "\r\n0\r\n\r\n";
        forEachSplit(request, [&](std::string_view first, std::string_view second) {
            if (QTest::currentTestFailed())
                return;
            AgentCall call(m_agent->path(), first);
            call.client().waitUntilTaken();
            call.client().send(second);
            QVERIFY(call.pid() > 0);
            QCOMPARE(call.output(), "hi\n");
            QCOMPARE(call.end().status, "exit status 0");
            QCOMPARE(call.errorCode(), "");
        });
    }

    void theCapturedRequestOfTheSdkRuns()
    {
        const std::string body =
            R"({"process":{"cmd":"/bin/bash","args":["-l","-c","echo hi"]},"stdin":false})";
        auto call = m_agent->send("POST /process.Process/Start HTTP/1.1\r\n"
                                  "host: 49983-iabc123def456ghi789j.e2b.app\r\n"
                                  "connect-protocol-version: 1\r\n"
                                  "connect-timeout-ms: 60000\r\n"
                                  "content-type: application/connect+json\r\n"
                                  "e2b-sandbox-id: iabc123def456ghi789j\r\n"
                                  "e2b-sandbox-port: 49983\r\n"
                                  "keepalive-ping-interval: 50\r\n"
                                  "user-agent: e2b-js-sdk/2.51.0\r\n"
                                  "x-access-token: ea_0123456789abcdef\r\n"
                                  "accept: */*\r\n"
                                  "accept-encoding: gzip, deflate\r\n"
                                  "content-length: 79\r\n\r\n" +
                                  std::string("\0\0\0\0\x4a", 5) + body);
        QCOMPARE(std::string(call.head().headers.value("Content-Type")),
                 "application/connect+json");
        QVERIFY(call.pid() > 0);
        QCOMPARE(call.output(), "hi\n");
        QCOMPARE(
            call.end(),
            (ProcessEnded{.exitCode = 0, .exited = true, .status = "exit status 0", .error = {}}));
        QCOMPARE(call.errorCode(), "");
    }
};

QTEST_GUILESS_MAIN(TestAgentHttp)
#include "tst_agenthttp.moc"
