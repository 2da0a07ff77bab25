// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/processapi.h>
#include <tests/client/answered.h>
#include <tests/support/faketransport.h>
#include <tests/support/result.h>

#include <QJsonDocument>
#include <QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

const SandboxAddress address{.sandboxId = "iabc123def456ghi789j",
                             .baseUrl = "http://127.0.0.1:4000",
                             .accessToken = "ea_0123456789abcdef",
                             .connectionId = u"c1"_s};

} // namespace

/// Bodies as captured on the envd page, sections 1.2 and 3.2.
class ProcessApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyCallSaysWhichSandboxAndWho();
    void actsSendTheCapturedBodies();
    void aListIsReadAndDoesNotAct();
    void startAsksForKeepalivesAndSetsNoTimeLimit();
    void connectOnlyWatches();
    void failuresAreToldByCodeOrStatus_data();
    void failuresAreToldByCodeOrStatus();
    void tokensAreRemovedFromErrors();
    void aReadOnlyConnectionStartsNothing();
};

void ProcessApiTest::everyCallSaysWhichSandboxAndWho()
{
    FakeTransport transport;
    const ProcessApi api(transport, address);
    const Request request = api.list([](const auto &) {});
    const auto stream = api.connect(std::uint32_t(777));
    SandboxAddress open = address;
    open.accessToken.reset();
    const Request openRequest = ProcessApi(transport, open).list([](const auto &) {});
    for (const HttpRequest &seen : transport.seen) {
        QCOMPARE(seen.method, "POST");
        QCOMPARE(seen.headers.value("E2b-Sandbox-Id"), "iabc123def456ghi789j");
        QCOMPARE(seen.headers.value("E2b-Sandbox-Port"), "49983");
        QCOMPARE(seen.headers.value("Connect-Protocol-Version"), "1");
        QVERIFY(!seen.headers.find("X-API-Key"));
        QCOMPARE(seen.connectionId, u"c1"_s);
    }
    QCOMPARE(transport.seen.at(0).headers.value("X-Access-Token"), "ea_0123456789abcdef");
    QCOMPARE(transport.seen.at(1).headers.value("X-Access-Token"), "ea_0123456789abcdef");
    QVERIFY(!transport.seen.at(2).headers.find("X-Access-Token"));
}

void ProcessApiTest::actsSendTheCapturedBodies()
{
    FakeTransport transport;
    const ProcessApi api(transport, address);
    int done = 0;
    const auto count = [&done](const Result<void> &result) { done += result ? 1 : 0; };
    for (int i = 0; i < 5; ++i)
        transport.reply("{}");
    std::vector<Request> requests;
    requests.push_back(api.sendInput({.process = 1204U, .bytes = "abc\n"}, count));
    requests.push_back(api.sendInput({.process = 1210U, .bytes = "ls\n", .toPty = true}, count));
    requests.push_back(
        api.update({.process = 1210U, .pty = PtySize{.cols = 100, .rows = 30}}, count));
    requests.push_back(api.sendSignal({.process = 1204U, .signal = ProcessSignal::Kill}, count));
    requests.push_back(api.closeStdin(1204U, count));
    QTRY_COMPARE(done, 5);
    QCOMPARE(transport.mutations(), 5);
    const std::vector<std::pair<std::string, std::string>> expected{
        {"SendInput", R"({"process":{"pid":1204},"input":{"stdin":"YWJjCg=="}})"},
        {"SendInput", R"({"process":{"pid":1210},"input":{"pty":"bHMK"}})"},
        {"Update", R"({"process":{"pid":1210},"pty":{"size":{"cols":100,"rows":30}}})"},
        {"SendSignal", R"({"process":{"pid":1204},"signal":"SIGNAL_SIGKILL"})"},
        {"CloseStdin", R"({"process":{"pid":1204}})"},
    };
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(transport.line(i), "POST /process.Process/" + expected.at(i).first);
        QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(transport.seen.at(i).body)),
                 QJsonDocument::fromJson(QByteArray::fromStdString(expected.at(i).second)));
        QCOMPARE(transport.seen.at(i).headers.value("Content-Type"), "application/json");
        QVERIFY(!transport.seen.at(i).repeatable);
    }
}

void ProcessApiTest::aListIsReadAndDoesNotAct()
{
    FakeTransport transport;
    const ProcessApi api(transport, address);
    transport.reply(R"({"processes":[{"config":{"cmd":"/bin/bash","args":["-l"]},"pid":512}]})");
    transport.reply("{}");
    Answered<std::vector<ProcessInfo>> some;
    Answered<std::vector<ProcessInfo>> none;
    const Request first = api.list(into(some));
    const Request second = api.list(into(none));
    QTRY_VERIFY(some && none);
    SG_VERIFY_RESULT(*some);
    QCOMPARE((*some)->size(), 1U);
    QCOMPARE((*some)->front().pid, 512U);
    SG_VERIFY_RESULT(*none);
    QVERIFY((*none)->empty());
    QCOMPARE(transport.line(0), "POST /process.Process/List");
    QCOMPARE(transport.seen.front().body, "{}"); // an empty body is refused
    QCOMPARE(transport.mutations(), 0);
}

void ProcessApiTest::startAsksForKeepalivesAndSetsNoTimeLimit()
{
    FakeTransport transport;
    const ProcessApi api(transport, address);
    const auto stream = api.start(
        {.process = {.cmd = "/bin/bash", .args = {"-l", "-c", "echo hi"}}, .stdinOpen = false});
    const HttpRequest &seen = transport.seen.front();
    QCOMPARE(transport.line(0), "POST /process.Process/Start");
    QCOMPARE(seen.headers.value("Content-Type"), "application/connect+json");
    QCOMPARE(seen.headers.value("Keepalive-Ping-Interval"), "50");
    QVERIFY(!seen.headers.find("Connect-Timeout-Ms"));
    QVERIFY(seen.slowConsumer == SlowConsumer::Pause);
    // 79 bytes on the page: a head of five and the message.
    QCOMPARE(seen.body.size(), 79U);
    QCOMPARE(seen.body.substr(0, 5), std::string("\0\0\0\0\x4a", 5));
    QCOMPARE(transport.mutations(), 1);
}

void ProcessApiTest::connectOnlyWatches()
{
    FakeTransport transport;
    const ProcessApi api(transport, address);
    const auto stream = api.connect(std::uint32_t(777));
    const HttpRequest &seen = transport.seen.front();
    QCOMPARE(transport.line(0), "POST /process.Process/Connect");
    QCOMPARE(seen.body, std::string("\0\0\0\0\x17", 5) + R"({"process":{"pid":777}})");
    QVERIFY(seen.slowConsumer == SlowConsumer::SkipEnvelopes);
    QVERIFY(seen.access == Access::Observe);
    QCOMPARE(transport.mutations(), 0);
}

void ProcessApiTest::failuresAreToldByCodeOrStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("unknown pid") << 404
                                 << QByteArray(
                                        R"({"code":"not_found","message":"process with pid 9"})")
                                 << QByteArray("NotFound");
    QTest::newRow("wrong token") << 401
                                 << QByteArray(R"({"code":401,"message":"unauthorized access"})")
                                 << QByteArray("Unauthorized");
    QTest::newRow("sandbox gone")
        << 502
        << QByteArray(R"({"sandboxId":"i1","message":"The sandbox was not found","code":502})")
        << QByteArray("NotFound");
    QTest::newRow("web page") << 200 << QByteArray("<html>") << QByteArray("Protocol");
    QTest::newRow("gateway") << 504 << QByteArray("<html>") << QByteArray("Server");
}

void ProcessApiTest::failuresAreToldByCodeOrStatus()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, kind);
    FakeTransport transport;
    const ProcessApi api(transport, address);
    transport.reply(body.toStdString(), status);
    Answered<std::vector<ProcessInfo>> answer;
    const Request request = api.list(into(answer));
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(QByteArray(toString(answer->error().kind)), kind);
}

void ProcessApiTest::tokensAreRemovedFromErrors()
{
    FakeTransport transport;
    const ProcessApi api(transport, address);
    transport.reply(R"({"code":401,"message":"bad token ea_0123456789abcdef"})", 401);
    Answered<void> answer;
    const Request request = api.closeStdin(1U, into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_FAILS(*answer, Error::Kind::Unauthorized);
    QCOMPARE(answer->error().detail, "bad token (secret removed)");
}

void ProcessApiTest::aReadOnlyConnectionStartsNothing()
{
    FakeTransport transport;
    SandboxAddress watched = address;
    watched.permitted = Access::Observe;
    const ProcessApi api(transport, watched);
    const auto stream = api.start({.process = {.cmd = "/bin/true"}});
    Answered<ProcessEnded> end;
    connect(stream.get(), &ProcessStream::finished, this,
            [&end](const auto &result) { end = result; });
    QTRY_VERIFY(end);
    SG_VERIFY_FAILS(*end, Error::Kind::Policy);
    QVERIFY(transport.seen.empty());
    const auto watching = api.connect(std::uint32_t(1));
    QCOMPARE(transport.seen.size(), 1U);
}

QTEST_GUILESS_MAIN(ProcessApiTest)
#include "tst_processapi.moc"
