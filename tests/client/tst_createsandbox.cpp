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

// The platform API page, section 6.
constexpr auto created =
    R"({"alias":"base","clientID":"6532622b","envdAccessToken":"6b1f0c6d8e3a4f27915bd0c2a7e64f1880c5d94b3a7f2e6189d0b4c3f5a7e921","envdVersion":"0.6.4","sandboxID":"i7k2m9qx4v1t8z3bw6c0d","templateID":"rki5dems9wqfm4r03t7g"})";
constexpr auto noRoute =
    R"({"code":404,"message":"validation error: no matching operation was found"})";

} // namespace

/// Services of different age create at different paths.
class CreateSandboxTest final : public QObject
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
    void aNewServiceIsAskedOnce();
    void anOldServiceIsAskedAtItsOwnPathAndRemembered();
    void aMissingTemplateDoesNotMakeTheServiceOld();
    void otherFailuresDoNotFallBack_data();
    void otherFailuresDoNotFallBack();
    void creationAvoidsKeptConnections();
    void cancellingDuringTheFallbackCancelsIt();

private:
    Result<CreatedSandbox> create(const NewSandbox &sandbox);

    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<PlatformApi> m_api;
};

Result<CreatedSandbox> CreateSandboxTest::create(const NewSandbox &sandbox)
{
    Answered<CreatedSandbox> answer;
    const Request request = m_api->create(sandbox, into(answer));
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return failure(Error::Kind::Io, "the handler never ran");
    return std::move(*answer);
}

void CreateSandboxTest::aNewServiceIsAskedOnce()
{
    m_transport->reply(created, 201);
    const auto answer = create({.templateId = "base", .timeout = 120s, .metadata = {{"a", "b"}}});
    SG_VERIFY_RESULT(answer);
    QCOMPARE(answer->id, "i7k2m9qx4v1t8z3bw6c0d");
    QCOMPARE(answer->alias, "base");
    QCOMPARE(m_transport->seen.size(), 1U);
    QCOMPARE(m_transport->line(0), "POST /v2/sandboxes");
    const auto body = decodeNewSandbox(m_transport->seen.front().body);
    SG_VERIFY_RESULT(body);
    QVERIFY(*body == (NewSandbox{.templateId = "base", .timeout = 120s, .metadata = {{"a", "b"}}}));
    QCOMPARE(m_transport->mutations(), 1);
}

void CreateSandboxTest::anOldServiceIsAskedAtItsOwnPathAndRemembered()
{
    m_transport->reply(noRoute, 404);
    m_transport->reply(created, 201);
    m_transport->reply(created, 201);
    SG_VERIFY_RESULT(create({.templateId = "base"}));
    SG_VERIFY_RESULT(create({.templateId = "base"}));
    QCOMPARE(m_transport->seen.size(), 3U);
    QCOMPARE(m_transport->line(0), "POST /v2/sandboxes");
    QCOMPARE(m_transport->line(1), "POST /sandboxes");
    QCOMPARE(m_transport->line(2), "POST /sandboxes");
    const auto body = decodeNewSandbox(m_transport->seen.at(1).body);
    SG_VERIFY_RESULT(body);
    // Without these an old service gives 15 s and an open daemon.
    QVERIFY(*body == (NewSandbox{.templateId = "base", .timeout = 300s, .secure = true}));
}

void CreateSandboxTest::aMissingTemplateDoesNotMakeTheServiceOld()
{
    const auto missing = R"({"code":404,"message":"template 'nope' not found"})";
    m_transport->reply(missing, 404);
    m_transport->reply(missing, 404);
    const auto answer = create({.templateId = "nope"});
    SG_VERIFY_FAILS(answer, Error::Kind::NotFound);
    QCOMPARE(answer.error().detail, "template 'nope' not found");
    m_transport->reply(created, 201);
    SG_VERIFY_RESULT(create({.templateId = "base"}));
    QCOMPARE(m_transport->line(2), "POST /v2/sandboxes");
    // The new path is known to work now: its 404 is the answer.
    m_transport->reply(missing, 404);
    SG_VERIFY_FAILS(create({.templateId = "nope"}), Error::Kind::NotFound);
    QCOMPARE(m_transport->seen.size(), 4U);
}

void CreateSandboxTest::otherFailuresDoNotFallBack_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 409, 410, 429, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void CreateSandboxTest::otherFailuresDoNotFallBack()
{
    QFETCH(const int, status);
    m_transport->reply(R"({"message":"no"})", status);
    m_transport->reply(created, 201);
    QVERIFY(!create({.templateId = "base"}));
    QCOMPARE(m_transport->seen.size(), 1U);
}

void CreateSandboxTest::creationAvoidsKeptConnections()
{
    m_transport->reply("", 405);
    m_transport->reply(created, 201);
    SG_VERIFY_RESULT(create({.templateId = "base"}));
    for (const HttpRequest &seen : m_transport->seen)
        QVERIFY(seen.freshConnection && !seen.repeatable && seen.access == Access::Act);
}

void CreateSandboxTest::cancellingDuringTheFallbackCancelsIt()
{
    m_transport->reply(noRoute, 404);
    bool ran = false;
    Request request = m_api->create({.templateId = "base"}, [&ran](const auto &) { ran = true; });
    QTRY_COMPARE(m_transport->waiting(), std::vector<std::size_t>{1});
    QVERIFY(request.isActive());
    request.cancel();
    QVERIFY(m_transport->waiting().empty());
    m_transport->reply(created, 201);
    SG_VERIFY_RESULT(create({.templateId = "base"}));
    QVERIFY(!ran);
}

QTEST_GUILESS_MAIN(CreateSandboxTest)
#include "tst_createsandbox.moc"
