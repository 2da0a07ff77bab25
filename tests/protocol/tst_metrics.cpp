// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/metrics.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

#include <cmath>
#include <limits>

using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

MetricSample sample()
{
    return {.time = Timestamp(1795150805s),
            .cpuCount = 2,
            .cpuUsedPct = 1.5,
            .memUsed = 83886080,
            .memTotal = 536870912,
            .memCache = 52428800,
            .diskUsed = 1073741824,
            .diskTotal = 2684354560};
}

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void samplesOfTheServiceAreRead();
    void samplesAreWrittenAsTheServiceWritesThem();
    void eitherFormOfTheTimeWillDo();
    void batchesAreWrittenAndRead();
    void figuresAbove32BitsKeepEveryDigit();
    void anUnprintableNumberIsWrittenAsZero();
    void envdsOwnSampleIsRead();
    void envdsOwnSampleIsWritten();
    void aMalformedSampleNamesTheField_data();
    void aMalformedSampleNamesTheField();
    void aMalformedBatchIsAnError_data();
    void aMalformedBatchIsAnError();
    void aMalformedSampleOfEnvdNamesTheField_data();
    void aMalformedSampleOfEnvdNamesTheField();
};

void MetricsTest::samplesOfTheServiceAreRead()
{
    const auto samples = decodeMetrics(testData("e2b/metrics.json"));
    SG_VERIFY_RESULT(samples);
    QVERIFY(*samples == std::vector{sample()});
    QVERIFY(decodeMetrics("[]")->empty());
}

void MetricsTest::samplesAreWrittenAsTheServiceWritesThem()
{
    SG_COMPARE_JSON(encodeMetrics({sample()}), testData("e2b/metrics.json"));
    SG_COMPARE_JSON(encodeMetrics({}), "[]");
}

void MetricsTest::eitherFormOfTheTimeWillDo()
{
    for (const char *text :
         {R"([{"timestamp":"2026-11-20T05:00:05Z","cpuUsedPct":0,"memUsed":0,"memTotal":0}])",
          R"([{"timestampUnix":1795150805,"cpuUsedPct":0,"memUsed":0,"memTotal":0}])"}) {
        const auto samples = decodeMetrics(text);
        SG_VERIFY_RESULT(samples);
        QVERIFY2(samples->front().time == Timestamp(1795150805s), text);
    }
}

void MetricsTest::batchesAreWrittenAndRead()
{
    const MetricsById metrics{{"i1", sample()}, {"i2", {}}};
    const std::string text = encodeMetricsById(metrics);
    const QJsonObject sandboxes = json(text).object().value(QStringLiteral("sandboxes")).toObject();
    QCOMPARE(sandboxes.keys(), QStringList({QStringLiteral("i1"), QStringLiteral("i2")}));
    QCOMPARE(sandboxes.value(QStringLiteral("i1"))
                 .toObject()
                 .value(QStringLiteral("cpuUsedPct"))
                 .toDouble(),
             1.5);
    const auto read = decodeMetricsById(text);
    SG_VERIFY_RESULT(read);
    QVERIFY(*read == metrics);
    SG_COMPARE_JSON(encodeMetricsById({}), R"({"sandboxes":{}})");
}

void MetricsTest::figuresAbove32BitsKeepEveryDigit()
{
    MetricSample large = sample();
    large.diskTotal = std::numeric_limits<std::int64_t>::max();
    large.diskUsed = (std::int64_t(1) << 53) + 1; // no double holds this
    const auto read = decodeMetrics(encodeMetrics({large}));
    SG_VERIFY_RESULT(read);
    QVERIFY(read->front() == large);
}

void MetricsTest::anUnprintableNumberIsWrittenAsZero()
{
    for (const double number : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
        MetricSample odd = sample();
        odd.cpuUsedPct = number;
        const auto read = decodeMetrics(encodeMetrics({odd}));
        SG_VERIFY_RESULT(read);
        QCOMPARE(read->front().cpuUsedPct, 0.0);
    }
}

void MetricsTest::envdsOwnSampleIsRead()
{
    const auto read = decodeEnvdMetrics(
        R"({"ts":1795150805,"cpu_count":2,"cpu_used_pct":1.5,"mem_total":536870912,"mem_used":83886080,
            "mem_cache":52428800,"mem_total_mib":512,"mem_used_mib":80,"disk_used":1073741824,
            "disk_total":2684354560})");
    SG_VERIFY_RESULT(read);
    QVERIFY(*read == sample());
}

void MetricsTest::envdsOwnSampleIsWritten()
{
    MetricSample inBetween = sample();
    inBetween.time += 999ms; // envd knows whole seconds only
    SG_COMPARE_JSON(encodeEnvdMetrics(inBetween),
                    R"({"ts":1795150805,"cpu_count":2,"cpu_used_pct":1.5,"mem_total":536870912,
                        "mem_used":83886080,"mem_cache":52428800,"mem_total_mib":512,"mem_used_mib":80,
                        "disk_used":1073741824,"disk_total":2684354560})");
}

void MetricsTest::aMalformedSampleNamesTheField_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *members, const char *message) {
        QTest::newRow(members) << QByteArray(members) << QByteArray(message);
    };
    row(R"("cpuUsedPct":1,"memUsed":1,"memTotal":1)", "timestampUnix is missing");
    row(R"("timestamp":"soon","cpuUsedPct":1,"memUsed":1,"memTotal":1)",
        "timestamp must be a time");
    row(R"("timestampUnix":-1,"cpuUsedPct":1,"memUsed":1,"memTotal":1)",
        "timestampUnix must be from");
    row(R"("timestampUnix":9223372037,"cpuUsedPct":1,"memUsed":1,"memTotal":1)",
        "timestampUnix must be from");
    row(R"("timestampUnix":1,"memUsed":1,"memTotal":1)", "cpuUsedPct is missing");
    row(R"("timestampUnix":1,"cpuUsedPct":"1.5","memUsed":1,"memTotal":1)",
        "cpuUsedPct must be a number");
    row(R"("timestampUnix":1,"cpuUsedPct":-0.5,"memUsed":1,"memTotal":1)",
        "cpuUsedPct must not be negative");
    row(R"("timestampUnix":1,"cpuUsedPct":1,"memTotal":1)", "memUsed is missing");
    row(R"("timestampUnix":1,"cpuUsedPct":1,"memUsed":1)", "memTotal is missing");
    row(R"("timestampUnix":1,"cpuUsedPct":1,"memUsed":-1,"memTotal":1)", "memUsed must be from");
    row(R"("timestampUnix":1,"cpuUsedPct":1,"memUsed":1.5,"memTotal":1)",
        "memUsed must be an integer");
    row(R"("timestampUnix":1,"cpuUsedPct":1,"memUsed":1,"memTotal":1e19)",
        "memTotal must be an integer");
    row(R"("timestampUnix":1,"cpuUsedPct":1,"memUsed":1,"memTotal":1,"cpuCount":1e10)",
        "cpuCount must be from");
    row(R"("timestampUnix":1,"cpuUsedPct":1,"memUsed":1,"memTotal":1,"diskUsed":[])",
        "diskUsed must be an integer");
}

void MetricsTest::aMalformedSampleNamesTheField()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QByteArray, message);
    const auto samples = decodeMetrics("[{" + members.toStdString() + "}]");
    SG_VERIFY_FAILS(samples, Error::Kind::Protocol);
    const QByteArray detail = QByteArray::fromStdString(samples.error().detail);
    QVERIFY2(detail.startsWith("metrics: [0]." + message), detail.constData());
}

void MetricsTest::aMalformedBatchIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"{}", "[]", R"({"sandboxes":null})", R"({"sandboxes":[]})",
                             R"({"sandboxes":{"i1":null}})", R"({"sandboxes":{"i1":{}}})",
                             R"({"sandboxes":{"i1":[1]}})"})
        QTest::newRow(text) << QByteArray(text);
}

void MetricsTest::aMalformedBatchIsAnError()
{
    QFETCH(const QByteArray, text);
    SG_VERIFY_FAILS(decodeMetricsById(text.toStdString()), Error::Kind::Protocol);
}

void MetricsTest::aMalformedSampleOfEnvdNamesTheField_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("nothing") << QByteArray("{}") << QByteArray("ts is missing");
    QTest::newRow("quoted") << QByteArray(R"({"ts":"1"})") << QByteArray("ts must be an integer");
    QTest::newRow("no share") << QByteArray(R"({"ts":1})") << QByteArray("cpu_used_pct is missing");
    QTest::newRow("no memory") << QByteArray(R"({"ts":1,"cpu_used_pct":1})")
                               << QByteArray("mem_total is missing");
}

void MetricsTest::aMalformedSampleOfEnvdNamesTheField()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const auto read = decodeEnvdMetrics(text.toStdString());
    SG_VERIFY_FAILS(read, Error::Kind::Protocol);
    QCOMPARE(QByteArray::fromStdString(read.error().detail), "envd metrics: " + message);
}

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
