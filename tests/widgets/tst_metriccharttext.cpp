// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/metriccharttext.h>

#include <QtTest/QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

constexpr double gibibyte = 1024.0 * 1024 * 1024;
constexpr qint64 minute = 60'000;

} // namespace

/// The words of a chart.
class TestMetricChartText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theUnitStandsOnTheTopLabelOnly();
    void valuesAreAsExactAsTheSample();
    void trendsAreToldInWords();
};

void TestMetricChartText::theUnitStandsOnTheTopLabelOnly()
{
    QCOMPARE(axisLabel(100, 100, ChartUnit::Percent), u"100 %"_s);
    QCOMPARE(axisLabel(50, 100, ChartUnit::Percent), u"50"_s);
    QCOMPARE(axisLabel(4 * gibibyte, 4 * gibibyte, ChartUnit::Bytes), u"4 GiB"_s);
    QCOMPARE(axisLabel(2 * gibibyte, 4 * gibibyte, ChartUnit::Bytes), u"2"_s);
    QCOMPARE(axisLabel(0, 4 * gibibyte, ChartUnit::Bytes), u"0"_s);
    QCOMPARE(axisLabel(256.0 * 1024 * 1024, 512.0 * 1024 * 1024, ChartUnit::Bytes), u"256"_s);
}

void TestMetricChartText::valuesAreAsExactAsTheSample()
{
    QCOMPARE(exactValue(42.13, 0, ChartUnit::Percent), u"42.1 %"_s);
    QCOMPARE(exactValue(3.21 * gibibyte, 4 * gibibyte, ChartUnit::Bytes), u"3.21 GiB (80.3 %)"_s);
    QCOMPARE(exactValue(512, 0, ChartUnit::Bytes), u"512 B"_s);
    QCOMPARE(shortValue(3.24 * gibibyte, 4 * gibibyte, ChartUnit::Bytes), u"81 %"_s);
    QCOMPARE(capacityNote(3.24 * gibibyte, 4 * gibibyte), u"3.2 of 4 GiB"_s);
    QCOMPARE(capacityNote(3.24 * gibibyte, 0), QString());
}

void TestMetricChartText::trendsAreToldInWords()
{
    const auto trend = [](double from, double to) {
        const std::array points{ChartPoint{0, from}, ChartPoint{10 * minute, to}};
        return trendText(points, 0, ChartUnit::Percent);
    };
    QCOMPARE(trend(10, 60), u"rising from 10 % over 10 min; highest 60 %"_s);
    QCOMPARE(trend(60, 10), u"falling from 60 % over 10 min; highest 60 %"_s);
    QCOMPARE(trend(60, 61), u"steady for 10 min; highest 61 %"_s);
    QCOMPARE(trendText(std::array{ChartPoint{0, 1}}, 0, ChartUnit::Percent), QString());
    QCOMPARE(trendText({}, 0, ChartUnit::Percent), QString());
}

QTEST_GUILESS_MAIN(TestMetricChartText)
#include "tst_metriccharttext.moc"
