// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/platformapi.h>
#include <tests/client/answered.h>
#include <tests/support/faketransport.h>
#include <tests/support/result.h>

#include <QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto apiKey = "e2b_0000000000000000000000000000000000000001";
constexpr auto sandbox =
    R"({"sandboxID":"i1","templateID":"t1","clientID":"6532622b","startedAt":"2026-11-20T05:00:05.123456789Z","endAt":"2026-11-20T05:05:05Z","state":"running","cpuCount":2,"memoryMB":512,"diskSizeMB":1024,"envdVersion":"0.6.4"})";

ConnectionProfile profileOf(const QString &url = u"https://api.example/prefix/"_s)
{
    return {.id = u"c1"_s, .name = u"Example"_s, .apiUrl = url, .domain = u"example"_s};
}

} // namespace

class PlatformApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aListCarriesTheQueryTheKeyAndTheServersTime();
    void aListWithoutFiltersHasNoQuery();
    void idsArePercentEncoded();
    void metricsAreAskedFromWholeSeconds();
    void latestMetricsAreAskedInOneCall();
    void latestMetricsOfNothingOrOfTooManyAreNotAsked();
    void killAndTimeoutAreActs();
    void healthIsAskedWithoutTheKey();
    void anUnavailableServiceIsAskedOnceMore();
    void anUnavailableServiceIsNotToldTwice();
    void aRetryEndsWithItsRequest();
    void aRetryEndsWithTheTransport();
    void failuresOfTheServiceKeepKindAndText_data();
    void failuresOfTheServiceKeepKindAndText();
    void aWebPageIsExplained();
    void keysAreRemovedFromErrors();
    void aReadOnlyConnectionLooksButDoesNotAct();
};

void PlatformApiTest::aListCarriesTheQueryTheKeyAndTheServersTime()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(), apiKey);
    transport.reply('[' + std::string(sandbox) + ']', 200,
                    {{"X-Next-Token", "n=="}, {"Date", "Fri, 20 Nov 2026 05:00:05 GMT"}});
    Answered<SandboxPage> answer;
    const Request request = api.list({.states = {SandboxState::Running, SandboxState::Paused},
                                      .metadata = {{"user", "a b"}},
                                      .limit = 50,
                                      .nextToken = "t=="},
                                     into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_RESULT(*answer);
    QCOMPARE((*answer)->sandboxes.size(), 1U);
    QCOMPARE((*answer)->sandboxes.front().id, "i1");
    QCOMPARE((*answer)->nextToken, "n==");
    QCOMPARE(formatTimestamp((*answer)->serverTime.value()), "2026-11-20T05:00:05Z");
    const QByteArray line = QByteArray::fromStdString(transport.line(0));
    QVERIFY2(line.startsWith("GET /prefix/v2/sandboxes?"), line);
    QVERIFY2(line.contains("state=running,paused"), line);
    QVERIFY2(line.contains("metadata=user%3Da%252520b"), line);
    QCOMPARE(transport.seen.front().headers.value("x-api-key"), apiKey);
    QCOMPARE(transport.seen.front().connectionId, u"c1"_s);
    QVERIFY(transport.seen.front().access == Access::Observe);
    QCOMPARE(transport.mutations(), 0);
}

void PlatformApiTest::aListWithoutFiltersHasNoQuery()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(u" http://127.0.0.1:4000 "_s), {});
    transport.reply("[]");
    Answered<SandboxPage> answer;
    const Request request = api.list({}, into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_RESULT(*answer);
    QVERIFY(!(*answer)->serverTime);
    QCOMPARE(transport.seen.front().url, "http://127.0.0.1:4000/v2/sandboxes");
    QVERIFY(!transport.seen.front().headers.find("X-API-Key"));
}

void PlatformApiTest::idsArePercentEncoded()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(u"http://x"_s), apiKey);
    const Request get = api.get("a/../b?c", [](const auto &) {});
    const Request kill = api.kill("a/b", [](const auto &) {});
    QCOMPARE(transport.line(0), "GET /sandboxes/a%2F..%2Fb%3Fc");
    QCOMPARE(transport.line(1), "DELETE /sandboxes/a%2Fb");
}

void PlatformApiTest::metricsAreAskedFromWholeSeconds()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(u"http://x"_s), apiKey);
    transport.reply(
        R"([{"cpuCount":2,"cpuUsedPct":1.5,"diskTotal":2684354560,"diskUsed":1073741824,"memCache":52428800,"memTotal":536870912,"memUsed":83886080,"timestamp":"2026-11-20T05:00:05Z","timestampUnix":1795150805}])");
    Answered<std::vector<MetricSample>> answer;
    const Request request = api.metrics("i1", Timestamp(1795150801s + 900ms), into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_RESULT(*answer);
    QCOMPARE(transport.line(0), "GET /sandboxes/i1/metrics?start=1795150801");
    QCOMPARE((*answer)->front().memUsed, 83886080);
    const Request all = api.metrics("i1", std::nullopt, [](const auto &) {});
    QCOMPARE(transport.line(1), "GET /sandboxes/i1/metrics");
}

void PlatformApiTest::latestMetricsAreAskedInOneCall()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(u"http://x"_s), apiKey);
    transport.reply(R"({"sandboxes":{}})");
    Answered<MetricsById> answer;
    const Request request = api.latestMetrics({"i1", "i2", "a,b"}, into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_RESULT(*answer);
    QCOMPARE(transport.line(0), "GET /sandboxes/metrics?sandbox_ids=i1,i2,a%2Cb");
}

void PlatformApiTest::latestMetricsOfNothingOrOfTooManyAreNotAsked()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(), apiKey);
    Answered<MetricsById> none;
    Answered<MetricsById> many;
    const Request first = api.latestMetrics({}, into(none));
    const Request second = api.latestMetrics(std::vector<std::string>(101, "i1"), into(many));
    QVERIFY(!none && !many);
    QTRY_VERIFY(none && many);
    SG_VERIFY_RESULT(*none);
    QVERIFY((*none)->empty());
    SG_VERIFY_FAILS(*many, Error::Kind::Policy);
    QVERIFY(transport.seen.empty());
}

void PlatformApiTest::killAndTimeoutAreActs()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(u"http://x"_s), apiKey);
    transport.reply("", 204);
    transport.reply("", 204);
    Answered<void> killed;
    Answered<void> extended;
    const Request kill = api.kill("i1", into(killed));
    const Request extend = api.setTimeout("i2", 90s, into(extended));
    QTRY_VERIFY(killed && extended);
    SG_VERIFY_RESULT(*killed);
    SG_VERIFY_RESULT(*extended);
    QCOMPARE(transport.line(0), "DELETE /sandboxes/i1");
    QCOMPARE(transport.line(1), "POST /sandboxes/i2/timeout");
    QCOMPARE(transport.seen.at(1).body, R"({"timeout":90})");
    QCOMPARE(transport.seen.at(1).headers.value("Content-Type"), "application/json");
    QCOMPARE(transport.mutations(), 2);
}

void PlatformApiTest::healthIsAskedWithoutTheKey()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(u"http://x"_s), apiKey);
    transport.reply("Health check successful");
    Answered<void> answer;
    const Request request = api.checkHealth(into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_RESULT(*answer);
    QCOMPARE(transport.line(0), "GET /health");
    QVERIFY(!transport.seen.front().headers.find("X-API-Key"));
}

void PlatformApiTest::anUnavailableServiceIsAskedOnceMore()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(), apiKey);
    transport.reply(R"({"code":503,"message":"busy"})", 503);
    transport.reply("[]");
    Answered<SandboxPage> answer;
    const Request first = api.list({}, into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_RESULT(*answer);
    QCOMPARE(transport.seen.size(), 2U);
    QCOMPARE(transport.seen.at(0).url, transport.seen.at(1).url);

    transport.reply(R"({"code":503,"message":"busy"})", 503);
    transport.reply(R"({"code":503,"message":"still busy"})", 503);
    Answered<SandboxPage> failed;
    const Request second = api.list({}, into(failed));
    QTRY_VERIFY(failed);
    SG_VERIFY_FAILS(*failed, Error::Kind::Server);
    QCOMPARE(failed->error().httpStatus, 503);
    QCOMPARE(transport.seen.size(), 4U);
}

void PlatformApiTest::anUnavailableServiceIsNotToldTwice()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(), apiKey);
    std::vector<Request> requests;
    int failures = 0;
    const auto count = [&failures](const auto &result) { failures += result ? 0 : 1; };
    for (int i = 0; i < 4; ++i)
        transport.reply(R"({"code":503,"message":"busy"})", 503);
    requests.push_back(api.kill("i1", count));
    requests.push_back(api.setTimeout("i1", 1s, count));
    requests.push_back(api.resume("i1", 60s, count));
    requests.push_back(api.create({.templateId = "base"}, count));
    QTRY_COMPARE(failures, 4);
    QCOMPARE(transport.seen.size(), 4U);
    for (const HttpRequest &seen : transport.seen)
        QVERIFY(!seen.repeatable);
}

void PlatformApiTest::aRetryEndsWithItsRequest()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(), apiKey);
    transport.reply("", 503);
    bool ran = false;
    Request request = api.list({}, [&ran](const auto &) { ran = true; });
    QTRY_VERIFY(transport.waiting().empty()); // between the two exchanges now
    QVERIFY(request.isActive());
    request = {};
    transport.reply("", 503);
    Answered<SandboxPage> probe;
    request = api.list({}, into(probe)); // its retry is due after that of the first would have been
    QTRY_COMPARE(transport.seen.size(), 3U);
    QVERIFY(!ran);
}

void PlatformApiTest::aRetryEndsWithTheTransport()
{
    auto transport = std::make_unique<FakeTransport>();
    Request request;
    bool ran = false;
    {
        PlatformApi api(*transport, profileOf(), apiKey);
        transport->reply("", 503);
        request = api.list({}, [&ran](const auto &) { ran = true; });
        QTRY_VERIFY(transport->waiting().empty());
    }
    transport.reset();
    FakeTransport other;
    PlatformApi api(other, profileOf(), apiKey);
    other.reply("", 503);
    const Request probe = api.list({}, [](const auto &) {});
    QTRY_COMPARE(other.seen.size(), 2U);
    QVERIFY(!ran);
}

void PlatformApiTest::failuresOfTheServiceKeepKindAndText_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("401") << 401
                         << QByteArray(R"({"code":401,"message":"hint\nInvalid API key format"})")
                         << QByteArray("Unauthorized") << QByteArray("Invalid API key format");
    QTest::newRow("403") << 403 << QByteArray(R"({"code":403,"message":"team is blocked"})")
                         << QByteArray("Forbidden") << QByteArray("team is blocked");
    QTest::newRow("404") << 404
                         << QByteArray(R"({"code":404,"message":"Sandbox \"i1\" doesn't exist"})")
                         << QByteArray("NotFound") << QByteArray("Sandbox \"i1\" doesn't exist");
    QTest::newRow("409") << 409 << QByteArray(R"({"code":409,"message":"is being paused"})")
                         << QByteArray("Conflict") << QByteArray("is being paused");
    QTest::newRow("429") << 429 << QByteArray(R"({"code":429,"message":"Rate limit exceeded"})")
                         << QByteArray("RateLimited") << QByteArray("Rate limit exceeded");
    QTest::newRow("500, text") << 500 << QByteArray("boom") << QByteArray("Server")
                               << QByteArray("boom");
    QTest::newRow("504, nothing") << 504 << QByteArray() << QByteArray("Server") << QByteArray();
    QTest::newRow("200, no JSON") << 200 << QByteArray("{") << QByteArray("Protocol")
                                  << QByteArray();
    QTest::newRow("200, no object")
        << 200 << QByteArray("[]") << QByteArray("Protocol") << QByteArray();
}

void PlatformApiTest::failuresOfTheServiceKeepKindAndText()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, kind);
    QFETCH(const QByteArray, text);
    FakeTransport transport;
    PlatformApi api(transport, profileOf(), apiKey);
    transport.reply(body.toStdString(), status);
    Answered<SandboxInfo> answer;
    const Request request = api.get("i1", into(answer));
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(QByteArray(toString(answer->error().kind)), kind);
    QCOMPARE(answer->error().httpStatus, status);
    const QByteArray detail = QByteArray::fromStdString(answer->error().detail);
    QVERIFY2(detail.contains(text) && !detail.isEmpty() && !detail.contains('\n'), detail);
}

void PlatformApiTest::aWebPageIsExplained()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(), apiKey);
    transport.replies.emplace(
        HttpResponse{.status = 200,
                     .headers = {{"content-type", "text/html; charset=utf-8"}},
                     .body = "<html>Log in"});
    Answered<SandboxPage> answer;
    const Request request = api.list({}, into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_FAILS(*answer, Error::Kind::Protocol);
    QCOMPARE(answer->error().detail,
             "the answer is a web page, not the sandbox service: check the address");
}

void PlatformApiTest::keysAreRemovedFromErrors()
{
    FakeTransport transport;
    PlatformApi api(transport, profileOf(), "a-key-of-another-kind");
    transport.reply(R"({"code":401,"message":"unknown key 'a-key-of-another-kind'"})", 401);
    transport.reply(Error{.kind = Error::Kind::Network, .detail = "a-key-of-another-kind"});
    Answered<SandboxPage> refused;
    Answered<void> broken;
    const Request first = api.list({}, into(refused));
    const Request second = api.kill("i1", into(broken));
    QTRY_VERIFY(refused && broken);
    QCOMPARE(refused->error().detail, "unknown key '(secret removed)'");
    QCOMPARE(broken->error().detail, "(secret removed)");
}

void PlatformApiTest::aReadOnlyConnectionLooksButDoesNotAct()
{
    FakeTransport transport;
    ConnectionProfile profile = profileOf();
    profile.readOnly = true;
    PlatformApi api(transport, profile, apiKey);
    transport.reply("[]");
    int refused = 0;
    const auto count = [&refused](const auto &result) {
        refused += !result && result.error().kind == Error::Kind::Policy ? 1 : 0;
    };
    std::vector<Request> requests;
    requests.push_back(api.kill("i1", count));
    requests.push_back(api.setTimeout("i1", 60s, count));
    requests.push_back(api.resume("i1", 60s, count));
    requests.push_back(api.create({.templateId = "base"}, count));
    Answered<SandboxPage> listed;
    requests.push_back(api.list({}, into(listed)));
    QTRY_VERIFY(listed && refused == 4);
    SG_VERIFY_RESULT(*listed);
    QCOMPARE(transport.seen.size(), 1U);
    QCOMPARE(transport.mutations(), 0);
}

QTEST_GUILESS_MAIN(PlatformApiTest)
#include "tst_platformapi.moc"
