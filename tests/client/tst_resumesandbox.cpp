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

// The platform API page, section 6: "same body as create".
constexpr auto resumed =
    R"({"alias":"base","clientID":"6532622b","envdAccessToken":"6b1f0c6d8e3a4f27915bd0c2a7e64f1880c5d94b3a7f2e6189d0b4c3f5a7e921","envdVersion":"0.6.4","sandboxID":"i7k2m9qx4v1t8z3bw6c0d","templateID":"rki5dems9wqfm4r03t7g"})";
constexpr auto noRoute =
    R"({"code":404,"message":"validation error: no matching operation was found"})";
constexpr auto notThere = // no raw string: Qt's moc would lose its way in it
    "{\"code\":404,\"message\":\"Sandbox \\\"i1\\\" doesn't exist or you don't have access to "
    "it\"}";

} // namespace

/// POST …/connect starts a paused sandbox; the platform API page, sections 2.5 and 8.
class ResumeSandboxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<PlatformApi>(
            *m_transport, ConnectionProfile{.id = u"c1"_s, .apiUrl = u"http://x"_s}, "key");
    }
    void aPausedSandboxIsStartedByOneCallThatCounts();
    void oneThatRunsAlreadyIsNoError();
    void anOldServiceIsAskedAtItsOwnPathAndRemembered();
    void whichPathCreatesSaysNothingAboutWhichResumes();
    void aSandboxThatIsGoneDoesNotMakeTheServiceOld();
    void failuresAreSentOnceAndKeepTheirKind_data();
    void failuresAreSentOnceAndKeepTheirKind();
    void theStatusDecidesWhateverCodeTheTextHas();
    void nothingIsResumedForLessThanASecond_data();
    void nothingIsResumedForLessThanASecond();
    void aConnectionThatOnlyObservesResumesNothing();
    void theTrafficTokenComesOnlyWithThisAnswer();
    void cancellingDuringTheFallbackCancelsIt();

private:
    Result<CreatedSandbox> resume(const std::string &id, std::chrono::seconds timeout = 30min);

    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<PlatformApi> m_api;
};

Result<CreatedSandbox> ResumeSandboxTest::resume(const std::string &id,
                                                 std::chrono::seconds timeout)
{
    Answered<CreatedSandbox> answer;
    const Request request = m_api->resume(id, timeout, into(answer));
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return failure(Error::Kind::Io, "the handler never ran");
    return std::move(*answer);
}

void ResumeSandboxTest::aPausedSandboxIsStartedByOneCallThatCounts()
{
    m_transport->reply(resumed, 201);
    const auto answer = resume("i7k2m9qx4v1t8z3bw6c0d", 60s);
    SG_VERIFY_RESULT(answer);
    QCOMPARE(answer->id, "i7k2m9qx4v1t8z3bw6c0d");
    QCOMPARE(m_transport->seen.size(), 1U);
    QCOMPARE(m_transport->line(0), "POST /v2/sandboxes/i7k2m9qx4v1t8z3bw6c0d/connect");
    const HttpRequest &seen = m_transport->seen.front();
    QCOMPARE(seen.body, R"({"timeout":60})");
    QCOMPARE(seen.headers.value("Content-Type"), "application/json");
    QVERIFY(seen.access == Access::Act && !seen.repeatable);
    QCOMPARE(m_transport->mutations(), 1);
}

void ResumeSandboxTest::oneThatRunsAlreadyIsNoError()
{
    m_transport->reply(resumed, 200);
    SG_VERIFY_RESULT(resume("i1"));
    QCOMPARE(m_transport->seen.front().body, R"({"timeout":1800})");
}

void ResumeSandboxTest::anOldServiceIsAskedAtItsOwnPathAndRemembered()
{
    m_transport->reply(noRoute, 404);
    m_transport->reply(resumed, 201);
    m_transport->reply(resumed, 201);
    SG_VERIFY_RESULT(resume("i1"));
    SG_VERIFY_RESULT(resume("a/b"));
    QCOMPARE(m_transport->seen.size(), 3U);
    QCOMPARE(m_transport->line(0), "POST /v2/sandboxes/i1/connect");
    QCOMPARE(m_transport->line(1), "POST /sandboxes/i1/connect");
    QCOMPARE(m_transport->line(2), "POST /sandboxes/a%2Fb/connect");
    // There the timeout is required.
    QCOMPARE(m_transport->seen.at(1).body, R"({"timeout":1800})");
}

void ResumeSandboxTest::whichPathCreatesSaysNothingAboutWhichResumes()
{
    m_transport->reply(resumed, 201);
    Answered<CreatedSandbox> created;
    const Request request = m_api->create({.templateId = "base"}, into(created));
    QTRY_VERIFY(created);
    m_transport->reply("", 405);
    m_transport->reply(resumed, 200);
    SG_VERIFY_RESULT(resume("i1"));
    QCOMPARE(m_transport->line(2), "POST /sandboxes/i1/connect");
}

void ResumeSandboxTest::aSandboxThatIsGoneDoesNotMakeTheServiceOld()
{
    m_transport->reply(notThere, 404);
    m_transport->reply(notThere, 404);
    const auto answer = resume("i1");
    SG_VERIFY_FAILS(answer, Error::Kind::NotFound);
    QCOMPARE(answer.error().detail, R"(Sandbox "i1" doesn't exist or you don't have access to it)");
    m_transport->reply(resumed, 201);
    SG_VERIFY_RESULT(resume("i2"));
    QCOMPARE(m_transport->line(2), "POST /v2/sandboxes/i2/connect");
    // The new path is known to work now: its 404 is the answer.
    m_transport->reply(notThere, 404);
    SG_VERIFY_FAILS(resume("i1"), Error::Kind::NotFound);
    QCOMPARE(m_transport->seen.size(), 4U);
}

void ResumeSandboxTest::failuresAreSentOnceAndKeepTheirKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](int status, const char *body, const char *kind, const char *text) {
        QTest::addRow("%d %s", status, text)
            << status << QByteArray(body) << QByteArray(kind) << QByteArray(text);
    };
    row(400, R"({"code":400,"message":"Timeout cannot be greater than 1 hours"})", "Protocol",
        "Timeout cannot be greater");
    row(400, R"({"code":400,"message":"Invalid sandbox ID"})", "Protocol", "Invalid sandbox ID");
    row(401, R"({"code":401,"message":"hint\nInvalid API key format"})", "Unauthorized",
        "Invalid API key format");
    row(403, R"({"code":403,"message":"team is blocked"})", "Forbidden", "team is blocked");
    row(409, R"({"code":409,"message":"Sandbox \"i1\" is being killed"})", "Conflict",
        "is being killed");
    row(429, R"({"code":429,"message":"the maximum number of concurrent E2B sandboxes"})",
        "RateLimited", "maximum number");
    row(500, R"({"code":500,"message":"boom","error_code":"internal_server_error"})", "Server",
        "boom");
    row(502, "<html>bad gateway", "Server", "HTML page");
    row(503,
        R"({"code":503,"message":"Failed to place sandbox","error_code":"sandbox_capacity_unavailable"})",
        "Server", "Failed to place");
    row(504, "", "Server", "HTTP 504");
    row(201, "", "Protocol", "");
    row(201, R"({"sandboxID":null})", "Protocol", "sandboxID");
    row(201, R"({"sandboxID":"../x","templateID":"t"})", "Protocol", "sandboxID");
}

void ResumeSandboxTest::failuresAreSentOnceAndKeepTheirKind()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, kind);
    QFETCH(const QByteArray, text);
    m_transport->reply(body.toStdString(), status);
    m_transport->reply(resumed, 201); // for whoever would ask a second time
    const auto answer = resume("i1");
    QVERIFY(!answer);
    QCOMPARE(QByteArray(toString(answer.error().kind)), kind);
    QCOMPARE(answer.error().httpStatus, status);
    const QByteArray detail = QByteArray::fromStdString(answer.error().detail);
    QVERIFY2(detail.contains(text) && !detail.contains('\n'), detail);
    QCOMPARE(m_transport->seen.size(), 1U);
    QCOMPARE(m_transport->mutations(), 1);
}

void ResumeSandboxTest::theStatusDecidesWhateverCodeTheTextHas()
{
    // Services like E2B write the code as a text, or none.
    for (const char *body : {R"({"code":"409","message":"is being killed"})",
                             R"({"message":"is being killed"})", R"({"code":409.5,"message":7})"}) {
        m_transport->reply(body, 409);
        SG_VERIFY_FAILS(resume("i1"), Error::Kind::Conflict);
    }
}

void ResumeSandboxTest::nothingIsResumedForLessThanASecond_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("0: it would start and end at once") << 0;
    QTest::newRow("negative") << -60;
}

void ResumeSandboxTest::nothingIsResumedForLessThanASecond()
{
    QFETCH(const int, seconds);
    Answered<CreatedSandbox> answer;
    const Request request = m_api->resume("i1", std::chrono::seconds(seconds), into(answer));
    QVERIFY(!answer); // never inside the call that started it
    QTRY_VERIFY(answer);
    SG_VERIFY_FAILS(*answer, Error::Kind::Policy);
    QVERIFY(m_transport->seen.empty());
}

void ResumeSandboxTest::aConnectionThatOnlyObservesResumesNothing()
{
    const ConnectionProfile profile{.id = u"c1"_s, .apiUrl = u"http://x"_s, .readOnly = true};
    PlatformApi api(*m_transport, profile, "key");
    Answered<CreatedSandbox> answer;
    const Request request = api.resume("i1", 30min, into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_FAILS(*answer, Error::Kind::Policy);
    QVERIFY(m_transport->seen.empty());
    QCOMPARE(m_transport->mutations(), 0);
}

void ResumeSandboxTest::theTrafficTokenComesOnlyWithThisAnswer()
{
    m_transport->reply(
        R"({"sandboxID":"i1","trafficAccessToken":"aa","domain":null,"alias":null,"news":[1]})",
        201);
    const auto answer = resume("i1");
    SG_VERIFY_RESULT(answer);
    QCOMPARE(answer->trafficAccessToken, "aa");
    QVERIFY(!answer->envdAccessToken && !answer->domain);
    QVERIFY(answer->alias.empty());
}

void ResumeSandboxTest::cancellingDuringTheFallbackCancelsIt()
{
    m_transport->reply(noRoute, 404);
    bool ran = false;
    Request request = m_api->resume("i1", 30min, [&ran](const auto &) { ran = true; });
    QTRY_COMPARE(m_transport->waiting(), std::vector<std::size_t>{1});
    request.cancel();
    QVERIFY(m_transport->waiting().empty());
    QCoreApplication::sendPostedEvents();
    QVERIFY(!ran);
}

QTEST_GUILESS_MAIN(ResumeSandboxTest)
#include "tst_resumesandbox.moc"
