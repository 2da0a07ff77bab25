// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/redaction.h>
#include <client/sandboxaddress.h>
#include <tests/support/faketransport.h>
#include <tests/support/result.h>

#include <QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class TransportGuardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void actsAreCountedAndLooksAreNot();
    void anActOnAReadOnlyConnectionIsRefusedBeforeItIsSent();
    void aRefusedStreamFailsFromTheEventLoop();
    void aRefusalCanBeCancelled();
    void aKeyWithALineBreakIsRefused();
    void headerNamesCompareWithoutCase();
    void secretsAndWhatLooksLikeThemAreRemoved_data();
    void secretsAndWhatLooksLikeThemAreRemoved();
    void sandboxesAreReachedAsTheConnectionSays_data();
    void sandboxesAreReachedAsTheConnectionSays();
};

void TransportGuardTest::actsAreCountedAndLooksAreNot()
{
    MutationCounter counter;
    std::vector<int> counts;
    connect(&counter, &MutationCounter::changed, this,
            [&counts](int count) { counts.push_back(count); });
    counter.add();
    counter.add();
    QCOMPARE(counts, (std::vector<int>{1, 2}));

    FakeTransport transport;
    const Request look = transport.send({.url = "http://x/"}, [](const auto &) {});
    QCOMPARE(transport.mutations(), 0);
    const Request act =
        transport.send({.url = "http://x/", .access = Access::Act}, [](const auto &) {});
    const auto stream = transport.open({.url = "http://x/", .access = Access::Act});
    QCOMPARE(transport.mutations(), 2);
    QCOMPARE(transport.seen.size(), 3U);
}

void TransportGuardTest::anActOnAReadOnlyConnectionIsRefusedBeforeItIsSent()
{
    FakeTransport transport;
    std::optional<Result<HttpResponse>> answer;
    const Request request =
        transport.send({.url = "http://x/", .access = Access::Act, .permitted = Access::Observe},
                       [&answer](Result<HttpResponse> result) { answer = std::move(result); });
    QVERIFY(request.isActive());
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    SG_VERIFY_FAILS(*answer, Error::Kind::Policy);
    QCOMPARE(answer->error().detail, "this connection is read-only: nothing was sent");
    QVERIFY(transport.seen.empty());
    QCOMPARE(transport.mutations(), 0);
}

void TransportGuardTest::aRefusedStreamFailsFromTheEventLoop()
{
    FakeTransport transport;
    const HttpRequest act{.url = "http://x/", .access = Access::Act, .permitted = Access::Observe};
    const auto stream = transport.open(act);
    const auto closed = transport.open(act);
    std::optional<Result<void>> end;
    connect(stream.get(), &HttpStream::finished, this,
            [&end](const auto &result) { end = result; });
    connect(closed.get(), &HttpStream::finished, this, [] { QFAIL("closed"); });
    closed->close();
    QTRY_VERIFY(end);
    SG_VERIFY_FAILS(*end, Error::Kind::Policy);
    QVERIFY(transport.seen.empty());
}

void TransportGuardTest::aRefusalCanBeCancelled()
{
    FakeTransport transport;
    bool ran = false;
    {
        const Request request =
            transport.send({.url = "nonsense"}, [&ran](const auto &) { ran = true; });
    }
    std::optional<Result<HttpResponse>> answer;
    const Request request =
        transport.send({.url = "nonsense"},
                       [&answer](Result<HttpResponse> result) { answer = std::move(result); });
    QTRY_VERIFY(answer);
    QVERIFY(!ran);
}

void TransportGuardTest::aKeyWithALineBreakIsRefused()
{
    FakeTransport transport;
    std::optional<Result<HttpResponse>> answer;
    const Request request =
        transport.send({.url = "http://x/", .headers = {{"X-API-Key", "secret\r\nX-Other: 1"}}},
                       [&answer](Result<HttpResponse> result) { answer = std::move(result); });
    QTRY_VERIFY(answer);
    SG_VERIFY_FAILS(*answer, Error::Kind::Policy);
    QCOMPARE(answer->error().detail, "the header X-API-Key contains a line break");
    QVERIFY(transport.seen.empty());
}

void TransportGuardTest::headerNamesCompareWithoutCase()
{
    const HttpHeaders headers{{"Content-Type", "a"}, {"content-type", "b"}, {"Empty", ""}};
    QCOMPARE(headers.value("CONTENT-TYPE"), "a");
    QVERIFY(headers.find("empty"));
    QVERIFY(!headers.find("Content-Typ"));
    QCOMPARE(headers.value("none"), "");
}

void TransportGuardTest::secretsAndWhatLooksLikeThemAreRemoved_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("clean");
    QTest::newRow("the key") << QByteArray("bad key my-own-key, my-own-key")
                             << QByteArray("my-own-key")
                             << QByteArray("bad key (secret removed), (secret removed)");
    QTest::newRow("somebody's key")
        << QByteArray("e2b_0000000000000000000000000000000000000001 is wrong") << QByteArray()
        << QByteArray("e2b_(secret removed) is wrong");
    QTest::newRow("a token at the end")
        << QByteArray("token 6b1f0c6d8e3a4f27915bd0c2a7e64f1880c5d94b3a7f2e6189d0b4c3f5a7e921")
        << QByteArray() << QByteArray("token (secret removed)");
    QTest::newRow("ids stay") << QByteArray("sandbox i7k2m9qx4v1t8z3bw6c0d, build "
                                            "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f")
                              << QByteArray()
                              << QByteArray("sandbox i7k2m9qx4v1t8z3bw6c0d, build "
                                            "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f");
    QTest::newRow("a short key tears no holes")
        << QByteArray("a bad day") << QByteArray("a") << QByteArray("a bad day");
    QTest::newRow("nothing") << QByteArray() << QByteArray("secret") << QByteArray();
}

void TransportGuardTest::secretsAndWhatLooksLikeThemAreRemoved()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, secret);
    QFETCH(const QByteArray, clean);
    QCOMPARE(QByteArray::fromStdString(redacted(text.toStdString(), {secret.toStdString()})),
             clean);
}

void TransportGuardTest::sandboxesAreReachedAsTheConnectionSays_data()
{
    QTest::addColumn<QString>("sandboxUrl");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QByteArray>("ownDomain");
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("local") << u"http://127.0.0.1:4000/"_s << u"e2b.app"_s << QByteArray("x.dev")
                           << QByteArray("http://127.0.0.1:4000");
    QTest::newRow("cloud") << QString() << u"e2b.app"_s << QByteArray()
                           << QByteArray("https://sandbox.e2b.app");
    QTest::newRow("self-hosted") << QString() << u"boxes.example"_s << QByteArray()
                                 << QByteArray("https://49983-i1abc.boxes.example");
    QTest::newRow("own cluster") << QString() << u"e2b.app"_s << QByteArray("team.example")
                                 << QByteArray("https://49983-i1abc.team.example");
}

void TransportGuardTest::sandboxesAreReachedAsTheConnectionSays()
{
    QFETCH(const QString, sandboxUrl);
    QFETCH(const QString, domain);
    QFETCH(const QByteArray, ownDomain);
    QFETCH(const QByteArray, url);
    const ConnectionProfile profile{
        .id = u"c1"_s, .domain = domain, .sandboxUrl = sandboxUrl, .readOnly = true};
    SandboxInfo sandbox;
    sandbox.id = "i1abc";
    sandbox.envdAccessToken = "token";
    if (!ownDomain.isEmpty())
        sandbox.domain = ownDomain.toStdString();
    const SandboxAddress expected{.sandboxId = "i1abc",
                                  .baseUrl = url.toStdString(),
                                  .accessToken = "token",
                                  .permitted = Access::Observe,
                                  .connectionId = u"c1"_s};
    const SandboxAddress address = addressOf(profile, sandbox);
    QCOMPARE(address.baseUrl, expected.baseUrl);
    QVERIFY(address == expected);
}

QTEST_GUILESS_MAIN(TransportGuardTest)
#include "tst_transportguard.moc"
