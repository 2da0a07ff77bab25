// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/sandbox.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

using namespace Sandglass;

class SandboxQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void metadataIsEncodedThreeTimesAndItsSeparatorsOnce();
    void metadataOfTheSdkIsRead();
    void metadataOfTheCliIsRead();
    void statesAreJoinedByAPlainComma();
    void anEmptyQueryAsksForEverything();
    void everyParameterIsWrittenAndRead();
    void hostileMetadataSurvives();
    void aPlusSignIsASpaceInEveryRound();
    void unknownParametersAreIgnored();
    void aMalformedQueryNamesTheParameter_data();
    void aMalformedQueryNamesTheParameter();
};

void SandboxQueryTest::metadataIsEncodedThreeTimesAndItsSeparatorsOnce()
{
    // The pairs of the captured example, which has them the other way round: ours are in the order
    // of their keys.
    QCOMPARE(encodeSandboxQuery({.metadata = {{"user", "a b"}}}),
             std::string("metadata=user%3Da%252520b"));
    QCOMPARE(encodeSandboxQuery({.metadata = {{"k", "x=&y"}}}),
             std::string("metadata=k%3Dx%25253D%252526y"));
    QCOMPARE(encodeSandboxQuery({.metadata = {{"user", "a b"}, {"k", "x=&y"}}}),
             std::string("metadata=k%3Dx%25253D%252526y%26user%3Da%252520b"));
}

void SandboxQueryTest::metadataOfTheSdkIsRead()
{
    const auto query = decodeSandboxQuery("metadata=user%3Da%252520b%26k%3Dx%25253D%252526y");
    SG_VERIFY_RESULT(query);
    QVERIFY(query->metadata == (StringMap{{"user", "a b"}, {"k", "x=&y"}}));
}

void SandboxQueryTest::metadataOfTheCliIsRead()
{
    const auto query = decodeSandboxQuery("metadata=a%3Db%26c%3Dd&state=running&limit=100");
    SG_VERIFY_RESULT(query);
    QVERIFY(query->metadata == (StringMap{{"a", "b"}, {"c", "d"}}));
    QVERIFY(query->states == std::vector{SandboxState::Running});
    QCOMPARE(query->limit, 100);
}

void SandboxQueryTest::statesAreJoinedByAPlainComma()
{
    const SandboxQuery both{.states = {SandboxState::Running, SandboxState::Paused}};
    QCOMPARE(encodeSandboxQuery(both), std::string("state=running,paused"));
    for (const char *text : {"state=running,paused", "state=running%2Cpaused",
                             "state=running&state=paused", "state=running,running,paused"}) {
        const auto query = decodeSandboxQuery(text);
        SG_VERIFY_RESULT(query);
        QVERIFY2(*query == both, text);
    }
}

void SandboxQueryTest::anEmptyQueryAsksForEverything()
{
    QCOMPARE(encodeSandboxQuery({}), std::string());
    const auto query = decodeSandboxQuery("");
    SG_VERIFY_RESULT(query);
    QVERIFY(*query == SandboxQuery{});
}

void SandboxQueryTest::everyParameterIsWrittenAndRead()
{
    const SandboxQuery query{.states = {SandboxState::Paused},
                             .metadata = {{"a", "b"}},
                             .limit = 5,
                             .ascending = true,
                             .nextToken = "MjAy_NjEx-Mj=="};
    const std::string text = encodeSandboxQuery(query);
    QCOMPARE(
        text,
        std::string("state=paused&metadata=a%3Db&order=asc&limit=5&nextToken=MjAy_NjEx-Mj%3D%3D"));
    const auto read = decodeSandboxQuery(text);
    SG_VERIFY_RESULT(read);
    QVERIFY(*read == query);
}

void SandboxQueryTest::hostileMetadataSurvives()
{
    const SandboxQuery query{.metadata = {{"", ""},
                                          {"%", "%25%"},
                                          {"+ +", "a+b c"},
                                          {"=&=", "&&=="},
                                          {"#?/", "\r\n\t"},
                                          {"ключ", "\xF0\x9F\x90\x9A"},
                                          {std::string("\0k", 2), std::string("v\0", 2)}}};
    const auto read = decodeSandboxQuery(encodeSandboxQuery(query));
    SG_VERIFY_RESULT(read);
    QVERIFY(*read == query);
}

void SandboxQueryTest::aPlusSignIsASpaceInEveryRound()
{
    for (const char *text : {"metadata=a%3Db+c", "metadata=a%3Db%2Bc", "metadata=a%3Db%252Bc"}) {
        const auto query = decodeSandboxQuery(text);
        SG_VERIFY_RESULT(query);
        QVERIFY2(query->metadata == (StringMap{{"a", "b c"}}), text);
    }
}

void SandboxQueryTest::unknownParametersAreIgnored()
{
    const auto query = decodeSandboxQuery("someday=1&limit=7&&flag");
    SG_VERIFY_RESULT(query);
    QCOMPARE(query->limit, 7);
}

void SandboxQueryTest::aMalformedQueryNamesTheParameter_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *query, const char *message) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(message);
    };
    row("state=", "state must not be empty");
    row("state=sleeping", "state must be running");
    row("state=running,", "state must be running");
    row("state=Running", "state must be running");
    row("limit=0", "limit must be");
    row("limit=101", "limit must be");
    row("limit=-1", "limit must be");
    row("limit=", "limit must be");
    row("limit=1x", "limit must be");
    row("limit=99999999999999999999", "limit must be");
    row("order=up", "order must be");
    row("order=", "order must be");
    row("metadata=a", "metadata must be pairs");
    row("metadata=a%3Db%3Dc", "metadata must be pairs");
    row("metadata=a%3Db%26", "metadata must be pairs");
    row("metadata=a%3D%25", "metadata has a broken");
    row("metadata=a%3D%25252", "metadata has a broken");
    row("limit=%", "the query has a broken");
    row("%zz=1", "the query has a broken");
    row("template=base", "the filter template is not available");
    row("startedAfter=2026-11-20T05%3A00%3A05Z", "the filter startedAfter is not available");
}

void SandboxQueryTest::aMalformedQueryNamesTheParameter()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, message);
    const auto read = decodeSandboxQuery(query.toStdString());
    SG_VERIFY_FAILS(read, Error::Kind::Protocol);
    const QByteArray detail = QByteArray::fromStdString(read.error().detail);
    QVERIFY2(detail.startsWith("validation error: " + message), detail.constData());
}

QTEST_GUILESS_MAIN(SandboxQueryTest)
#include "tst_sandboxquery.moc"
