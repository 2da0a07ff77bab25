// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/time.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

#include <random>

using namespace Sandglass;
using namespace std::chrono;

class TimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aTimeIsReadToTheNanosecond_data();
    void aTimeIsReadToTheNanosecond();
    void aMalformedTimeIsAProtocolError_data();
    void aMalformedTimeIsAProtocolError();
    void aTimeIsWrittenWithoutTrailingZeros_data();
    void aTimeIsWrittenWithoutTrailingZeros();
    void timesOutsideTheRangeBecomeItsEnds();
    void everyTimeSurvivesWritingAndReading();
    void anHttpDateIsRead();
    void aMalformedHttpDateIsAProtocolError_data();
    void aMalformedHttpDateIsAProtocolError();
};

void TimeTest::aTimeIsReadToTheNanosecond_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("nanosecondsSinceEpoch");
    constexpr qint64 second = 1'000'000'000;
    constexpr qint64 base =
        1795150805 * second; // 2026-11-20T05:00:05Z, from the metrics of the platform API
    QTest::newRow("whole second") << QByteArray("2026-11-20T05:00:05Z") << base;
    QTest::newRow("one digit") << QByteArray("2026-11-20T05:00:05.1Z") << base + second / 10;
    QTest::newRow("microseconds") << QByteArray("2026-11-20T05:00:05.123456Z") << base + 123456000;
    QTest::newRow("nanoseconds") << QByteArray("2026-11-20T05:00:05.123456789Z")
                                 << base + 123456789;
    QTest::newRow("offset east") << QByteArray("2026-11-20T10:30:05+05:30") << base;
    QTest::newRow("offset west") << QByteArray("2026-11-19T22:00:05.5-07:00") << base + second / 2;
    QTest::newRow("lower case") << QByteArray("2026-11-20t05:00:05z") << base;
    QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << qint64(0);
    QTest::newRow("before the epoch") << QByteArray("1969-12-31T23:59:59.25Z") << -3 * (second / 4);
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << 1709164800 * second;
    QTest::newRow("leap second") << QByteArray("2016-12-31T23:59:60Z") << 1483228800 * second;
}

void TimeTest::aTimeIsReadToTheNanosecond()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, nanosecondsSinceEpoch);
    const auto time = parseTimestamp(text.toStdString());
    SG_VERIFY_RESULT(time);
    QCOMPARE(qint64(time->time_since_epoch().count()), nanosecondsSinceEpoch);
}

void TimeTest::aMalformedTimeIsAProtocolError_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "Z",
                             "2026-11-20",
                             "2026-11-20T05:00:05",
                             "2026-11-20 05:00:05Z",
                             "2026-11-20T05:00Z",
                             "2026-11-20T05:00:05.Z",
                             "2026-11-20T05:00:05.1234567890Z",
                             "2026-11-20T05:00:05,5Z",
                             "2026-13-20T05:00:05Z",
                             "2026-00-20T05:00:05Z",
                             "2026-02-30T05:00:05Z",
                             "2025-02-29T05:00:05Z",
                             "2026-11-20T24:00:00Z",
                             "2026-11-20T05:60:05Z",
                             "2026-11-20T05:00:61Z",
                             "2026-11-20T05:00:05z ",
                             " 2026-11-20T05:00:05Z",
                             "2026-11-20T05:00:05+0530",
                             "2026-11-20T05:00:05+24:00",
                             "2026-11-20T05:00:05+05:60",
                             "2026-11-20T05:00:05+",
                             "26-11-20T05:00:05Z",
                             "2026-1-20T05:00:05Z",
                             "-026-11-20T05:00:05Z",
                             "2026-11-20T+5:00:05Z",
                             "Invalid Date",
                             "1795150805"}) {
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
    }
    QTest::newRow("zero byte") << QByteArray("2026-11-20T05:00:05Z\0", 21);
}

void TimeTest::aMalformedTimeIsAProtocolError()
{
    QFETCH(const QByteArray, text);
    SG_VERIFY_FAILS(parseTimestamp(text.toStdString()), Error::Kind::Protocol);
}

void TimeTest::aTimeIsWrittenWithoutTrailingZeros_data()
{
    QTest::addColumn<qint64>("rest");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("whole second") << qint64(0) << QByteArray("2026-11-20T05:00:05Z");
    QTest::newRow("tenths") << qint64(100'000'000) << QByteArray("2026-11-20T05:00:05.1Z");
    QTest::newRow("microseconds") << qint64(123'456'000)
                                  << QByteArray("2026-11-20T05:00:05.123456Z");
    QTest::newRow("inner zeros") << qint64(10'020'000) << QByteArray("2026-11-20T05:00:05.01002Z");
    QTest::newRow("one nanosecond") << qint64(1) << QByteArray("2026-11-20T05:00:05.000000001Z");
}

void TimeTest::aTimeIsWrittenWithoutTrailingZeros()
{
    QFETCH(const qint64, rest);
    QFETCH(const QByteArray, text);
    const Timestamp time(seconds(1795150805) + nanoseconds(rest));
    QCOMPARE(QByteArray::fromStdString(formatTimestamp(time)), text);
}

void TimeTest::timesOutsideTheRangeBecomeItsEnds()
{
    const auto none = parseTimestamp("0001-01-01T00:00:00Z");
    const auto never = parseTimestamp("9999-12-31T23:59:59.999999999Z");
    SG_VERIFY_RESULT(none);
    SG_VERIFY_RESULT(never);
    QVERIFY(*none == Timestamp::min());
    QVERIFY(*never == Timestamp::max());
    QCOMPARE(formatTimestamp(Timestamp::min()), std::string("1677-09-21T00:12:43.145224192Z"));
    QCOMPARE(formatTimestamp(Timestamp::max()), std::string("2262-04-11T23:47:16.854775807Z"));
}

void TimeTest::everyTimeSurvivesWritingAndReading()
{
    constexpr unsigned seed = 20261120;
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<qint64> anyTime(-9'000'000'000'000'000'000,
                                                  9'000'000'000'000'000'000);
    for (int i = 0; i < 2000; ++i) {
        const Timestamp time{nanoseconds(anyTime(random))};
        const std::string text = formatTimestamp(time);
        const auto read = parseTimestamp(text);
        QVERIFY2(read && *read == time, text.c_str());
    }
}

void TimeTest::anHttpDateIsRead()
{
    const auto date = parseHttpDate("Fri, 20 Nov 2026 05:00:05 GMT");
    SG_VERIFY_RESULT(date);
    QCOMPARE(formatTimestamp(*date), std::string("2026-11-20T05:00:05Z"));
}

void TimeTest::aMalformedHttpDateIsAProtocolError_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "Fri, 20 Nov 2026 05:00:05", "Fri, 20 Nov 2026 05:00:05 UTC",
                             "20 Nov 2026 05:00:05 GMT", "Fri, 20 Nvo 2026 05:00:05 GMT",
                             "Fri, 31 Nov 2026 05:00:05 GMT", "Xyz, 20 Nov 2026 05:00:05 GMT",
                             "Fri, 2 Nov 2026 05:00:05 GMT", "Fri, 20 Nov 2026 25:00:05 GMT",
                             "Fri Nov 20 05:00:05 2026", "Friday, 20-Nov-26 05:00:05 GMT",
                             "Fri, 20 Nov 2026 05:00:05 GMT "}) {
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
    }
}

void TimeTest::aMalformedHttpDateIsAProtocolError()
{
    QFETCH(const QByteArray, text);
    SG_VERIFY_FAILS(parseHttpDate(text.toStdString()), Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TimeTest)
#include "tst_time.moc"
