// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/paging.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

using namespace Sandglass;

namespace {

PageCursor cursor(bool ascending)
{
    return {.time = parseTimestamp("2026-11-20T05:00:05.123456Z").value_or(Timestamp{}),
            .id = "i7k2m9qx4v1t8z3bw6c0d",
            .ascending = ascending};
}

} // namespace

class PagingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aCursorIsTheServicesBase64();
    void aCursorSurvives();
    void aCursorNeedsNoEscapingButItsPadding();
    void anInvalidTokenSaysWhatTheServiceSays_data();
    void anInvalidTokenSaysWhatTheServiceSays();
};

void PagingTest::aCursorIsTheServicesBase64()
{
    const auto plain = [](bool ascending) {
        const QByteArray token = QByteArray::fromStdString(encodePageCursor(cursor(ascending)));
        return QByteArray::fromBase64(token, QByteArray::Base64UrlEncoding |
                                                 QByteArray::AbortOnBase64DecodingErrors);
    };
    QCOMPARE(plain(false), QByteArray("2026-11-20T05:00:05.123456Z__i7k2m9qx4v1t8z3bw6c0d"));
    QCOMPARE(plain(true), QByteArray("2026-11-20T05:00:05.123456Z__i7k2m9qx4v1t8z3bw6c0d__asc"));
    QCOMPARE(encodePageCursor(cursor(false)).size() % 4, std::size_t(0));
}

void PagingTest::aCursorSurvives()
{
    for (const bool ascending : {false, true}) {
        const auto read = decodePageCursor(encodePageCursor(cursor(ascending)));
        SG_VERIFY_RESULT(read);
        QVERIFY(*read == cursor(ascending));
    }
}

void PagingTest::aCursorNeedsNoEscapingButItsPadding()
{
    for (int i = 0; i < 200; ++i) {
        PageCursor any = cursor(i % 2 == 0);
        any.time += std::chrono::nanoseconds(i * 7919);
        QCOMPARE(encodePageCursor(any).find_first_of("+/"), std::string::npos);
    }
}

void PagingTest::anInvalidTokenSaysWhatTheServiceSays_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not base64") << QByteArray("2026-11-20T05:00:05Z__i1");
    for (const char *text :
         {"x", "2026-11-20T05:00:05Z", "2026-11-20T05:00:05Z__", "2026-11-20T05:00:05Z__I1",
          "2026-11-20T05:00:05Z__asc", "soon__i1", "__i1", "2026-11-20T05:00:05Z__i1__desc",
          "2026-11-20T05:00:05Z__i1__asc__asc", "2026-11-20T05:00:05Z__../i1"})
        QTest::newRow(text) << QByteArray(text).toBase64(QByteArray::Base64UrlEncoding);
}

void PagingTest::anInvalidTokenSaysWhatTheServiceSays()
{
    QFETCH(const QByteArray, token);
    const auto read = decodePageCursor(token.toStdString());
    SG_VERIFY_FAILS(read, Error::Kind::Protocol);
    QCOMPARE(read.error().detail, std::string("Invalid next token"));
}

QTEST_GUILESS_MAIN(PagingTest)
#include "tst_paging.moc"
