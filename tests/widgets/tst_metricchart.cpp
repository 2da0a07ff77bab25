// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/overviewfixture.h>
#include <tests/widgets/pixels.h>
#include <widgets/appearance.h>
#include <widgets/metricchart.h>
#include <widgets/metriccharttext.h>
#include <widgets/theme.h>

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <limits>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

constexpr qint64 minute = 60'000;

} // namespace

/// One chart, shown on a display of its own.
class TestMetricChart final : public QObject
{
    Q_OBJECT

private:
    void show(const ChartSeries &series, int number = 1, ChartUnit unit = ChartUnit::Percent);
    /// Of the whole range of 60 min, 0 at the left.
    [[nodiscard]] int xOf(double minutes) const;
    [[nodiscard]] QRect plotPart(double fromMinute, double toMinute) const;
    [[nodiscard]] static QColor color(ThemeRole role) { return Theme::light().color(role); }
    void pointAt(double minutes) const;

    std::unique_ptr<MetricChart> m_chart;

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }
    void cleanup();

    void aGapStaysAGap();
    void aLoneNanIsAGap();
    void theLastValueHasADot();
    void aValueOverItsLimitIsSaidInDanger();
    void thePointerShowsTheExactValue();
    void thePointerInAGapClaimsNothing();
    void keysMoveTheCrosshairFromSampleToSample();
    void theSecondMeasureIsToldBesideTheFirst();
    void plusAndMinusAskForAnotherRange();
    void aShorterRangeShowsLess();
    void beforeTheFirstSampleTheBaselineIsDashed();
    void whatIsNotReportedIsSaidInOneLine();
    void aChartHasATextTwin();
    void anEndedChartDatesItsValue();
    void newSamplesArePaintedAtMostTwiceASecond();
    void aHiddenChartPaintsNothing();
    void theSameSamplesCostNothing();
    void aChangeOfThemeIsFollowed();
    void thereAreAtMostThreeGridLines();
};

void TestMetricChart::show(const ChartSeries &series, int number, ChartUnit unit)
{
    m_chart = std::make_unique<MetricChart>(u"CPU"_s, number, unit);
    m_chart->setFacts(series.facts);
    m_chart->setSamples(series.points);
    m_chart->resize(400, 220);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

void TestMetricChart::cleanup()
{
    m_chart.reset();
    setColorScheme(Qt::ColorScheme::Light);
    QCursor::setPos(1590, 990);
}

int TestMetricChart::xOf(double minutes) const
{
    const QRect plot = m_chart->plotRect();
    return qRound(plot.left() + plot.width() * minutes / 60);
}

QRect TestMetricChart::plotPart(double fromMinute, double toMinute) const
{
    // Below the top grid line, above the axis.
    const QRect plot = m_chart->plotRect();
    return {xOf(fromMinute), plot.top() + 2, xOf(toMinute) - xOf(fromMinute), plot.height() - 4};
}

void TestMetricChart::pointAt(double minutes) const
{
    QTest::mouseMove(m_chart.get(), QPoint(xOf(minutes), 100));
}

void TestMetricChart::aGapStaysAGap()
{
    show(OverviewFixture::cpu());
    const Pixels shown(m_chart.get());
    const QColor blue = Theme::light().chart(1);
    QCOMPARE_GT(shown.count(plotPart(1, 7.5), blue), 10);
    QCOMPARE_GT(shown.count(plotPart(13, 20), blue), 10);
    const QRect gap = plotPart(8.6, 11.7);
    QCOMPARE_GT(gap.width(), 5);
    QCOMPARE(shown.count(gap, blue), 0);
    // Neither line nor fill: the ground, and the grid across it.
    for (int y = gap.top(); y < gap.bottom(); ++y) {
        const QColor pixel = shown.at({gap.center().x(), y});
        QVERIFY(pixel == color(ThemeRole::Base) || pixel == color(ThemeRole::Grid));
    }
}

void TestMetricChart::aLoneNanIsAGap()
{
    ChartSeries series = OverviewFixture::cpu();
    for (ChartPoint &point : series.points)
        point.value = 60;
    for (ChartPoint &point : series.points) {
        const qint64 age = series.facts.now - point.time;
        if (age > 20 * minute && age < 30 * minute)
            point.value = std::numeric_limits<double>::quiet_NaN();
    }
    show(series);
    const Pixels shown(m_chart.get());
    QCOMPARE(shown.count(plotPart(31, 39), Theme::light().chart(1)), 0);
    QCOMPARE_GT(shown.count(plotPart(41, 50), Theme::light().chart(1)), 20);
}

void TestMetricChart::theLastValueHasADot()
{
    ChartSeries series = OverviewFixture::cpu();
    for (ChartPoint &point : series.points)
        point.value = 50;
    show(series);
    const QRect end(xOf(60) - 3, 60, 8, 90);
    const int live = Pixels(m_chart.get()).count(end, Theme::light().chart(1));
    series.facts.live = false;
    m_chart->setFacts(series.facts);
    QTRY_COMPARE_LT(Pixels(m_chart.get()).count(end, Theme::light().chart(1)), live - 10);
}

void TestMetricChart::aValueOverItsLimitIsSaidInDanger()
{
    ChartSeries series = OverviewFixture::cpu();
    show(series);
    const QRect head(0, 2, 200, 26);
    QCOMPARE_GT(Pixels(m_chart.get()).count(head, color(ThemeRole::Danger)), 10);
    series.facts.overLimit = false;
    m_chart->setFacts(series.facts);
    QTRY_COMPARE(Pixels(m_chart.get()).count(head, color(ThemeRole::Danger)), 0);
}

void TestMetricChart::thePointerShowsTheExactValue()
{
    ChartSeries series = OverviewFixture::cpu();
    for (ChartPoint &point : series.points)
        point.value = double((point.time / 5000) % 100) + 0.25;
    show(series);
    pointAt(40);
    QTRY_VERIFY(m_chart->cursorTime().has_value());
    const qint64 time = *m_chart->cursorTime();
    const auto at = std::ranges::find(series.points, time, &ChartPoint::time);
    QVERIFY(at != series.points.end());
    QCOMPARE_LE(std::abs(time - (series.facts.now - 20 * minute)), 15'000);
    QCOMPARE(m_chart->cursorText(),
             clockText(time) + u", "_s + exactValue(at->value, 0, ChartUnit::Percent));
    QCOMPARE(m_chart->accessibleDescription(), m_chart->cursorText());
    // The crosshair stands there.
    QTRY_COMPARE_GT(
        Pixels(m_chart.get()).count(QRect(xOf(40) - 2, 150, 5, 30), color(ThemeRole::LineStrong)),
        20);
    QTest::mouseMove(m_chart.get(), QPoint(5, 5));
    QTRY_VERIFY(!m_chart->cursorTime().has_value());
    QCOMPARE(m_chart->accessibleDescription(), m_chart->summary());
}

void TestMetricChart::thePointerInAGapClaimsNothing()
{
    show(OverviewFixture::cpu());
    pointAt(10);
    QTRY_VERIFY(m_chart->cursorTime().has_value());
    QVERIFY2(m_chart->cursorText().endsWith(u", no sample"_s), qPrintable(m_chart->cursorText()));
}

void TestMetricChart::keysMoveTheCrosshairFromSampleToSample()
{
    const ChartSeries series = OverviewFixture::cpu();
    show(series);
    QSignalSpy moved(m_chart.get(), &MetricChart::cursorMoved);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->cursorTime(), series.points.last().time);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->cursorTime(), series.points.last().time - 5000);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->cursorTime(), series.points.last().time);
    QCOMPARE(moved.size(), 3);
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QVERIFY(!m_chart->cursorTime().has_value());
}

void TestMetricChart::theSecondMeasureIsToldBesideTheFirst()
{
    show(OverviewFixture::memory(), 3, ChartUnit::Bytes);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QVERIFY2(m_chart->cursorText().endsWith(u"GiB with cache"_s),
             qPrintable(m_chart->cursorText()));
    // The dashed line runs above the other, where else is nothing.
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    const QRect plot = m_chart->plotRect();
    const QRect above(xOf(15), plot.bottom() - plot.height() * 17 / 40, xOf(40) - xOf(15),
                      plot.height() * 2 / 40);
    const auto ground = [&] { return Pixels(m_chart.get()).count(above, color(ThemeRole::Base)); };
    const int all = above.width() * above.height();
    QTRY_COMPARE_LT(ground(), all - 20);
    ChartSeries single = OverviewFixture::memory();
    for (ChartPoint &point : single.points)
        point.second = std::numeric_limits<double>::quiet_NaN();
    m_chart->setSamples(single.points);
    QTRY_COMPARE(ground(), all);
}

void TestMetricChart::plusAndMinusAskForAnotherRange()
{
    show(OverviewFixture::cpu());
    QSignalSpy zoomed(m_chart.get(), &MetricChart::zoomRequested);
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QTest::keyClick(m_chart.get(), Qt::Key_Minus);
    QCOMPARE(zoomed, (QList<QVariantList>{{1}, {-1}}));
}

void TestMetricChart::aShorterRangeShowsLess()
{
    const ChartSeries series = OverviewFixture::cpu();
    show(series);
    m_chart->setRange(ChartRange::FiveMinutes);
    pointAt(0.3); // now a second and a half behind the left edge
    QTRY_VERIFY(m_chart->cursorTime().has_value());
    QCOMPARE_GE(*m_chart->cursorTime(), series.facts.now - 5 * minute);
    QCOMPARE_LE(*m_chart->cursorTime(), series.facts.now - 4 * minute);
}

void TestMetricChart::beforeTheFirstSampleTheBaselineIsDashed()
{
    ChartSeries series;
    series.facts.state = ChartState::NoSampleYet;
    series.facts.now = OverviewFixture::now();
    show(series);
    QCOMPARE(m_chart->summary(), u"CPU, no sample yet"_s);
    const Pixels shown(m_chart.get());
    const QRect bottom(10, 190, 380, 25);
    const int dashes = shown.count(bottom, color(ThemeRole::LineStrong));
    QCOMPARE_GT(dashes, 150);
    QCOMPARE_LT(dashes, 240);
    QCOMPARE_GT(shown.count(QRect(100, 80, 200, 80), color(ThemeRole::TextMuted)), 20);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QVERIFY(!m_chart->cursorTime().has_value());
}

void TestMetricChart::whatIsNotReportedIsSaidInOneLine()
{
    ChartSeries series = OverviewFixture::cpu();
    series.facts.state = ChartState::NotReported;
    show(series);
    QCOMPARE(m_chart->summary(), u"CPU, not reported"_s);
    QCOMPARE(Pixels(m_chart.get()).count(m_chart->rect(), Theme::light().chart(1)), 0);
}

void TestMetricChart::aChartHasATextTwin()
{
    ChartSeries series = OverviewFixture::cpu();
    series.points = {{series.facts.now - 14 * minute, 41},
                     {series.facts.now - 7 * minute, 100},
                     {series.facts.now, 99}};
    show(series);
    QCOMPARE(m_chart->accessibleName(), u"CPU"_s);
    QCOMPARE(m_chart->accessibleDescription(),
             u"CPU 99 %, over its limit, rising from 41 % over 14 min; highest 100 %"_s);
}

void TestMetricChart::anEndedChartDatesItsValue()
{
    ChartSeries series = OverviewFixture::cpu();
    series.facts.live = false;
    show(series);
    QVERIFY2(m_chart->summary().contains(u"% at 14:02:00"_s), qPrintable(m_chart->summary()));
}

void TestMetricChart::newSamplesArePaintedAtMostTwiceASecond()
{
    ChartSeries series = OverviewFixture::cpu();
    show(series);
    QSignalSpy painted(m_chart.get(), &MetricChart::painted);
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; i <= 50; ++i) {
        series.points.append({series.facts.now + i, 50.0 + i % 3});
        m_chart->setSamples(series.points);
    }
    QCOMPARE(painted.size(), 0);
    QTRY_COMPARE(painted.size(), 1);
    const qint64 first = clock.elapsed();
    series.points.append({series.facts.now + 60, 10});
    m_chart->setSamples(series.points);
    QCOMPARE(painted.size(), 1);
    QTRY_COMPARE(painted.size(), 2);
    QCOMPARE_GE(clock.elapsed() - first, 400);
}

void TestMetricChart::aHiddenChartPaintsNothing()
{
    ChartSeries series = OverviewFixture::cpu();
    show(series);
    m_chart->hide();
    QSignalSpy painted(m_chart.get(), &MetricChart::painted);
    series.points.removeLast();
    m_chart->setSamples(series.points);
    m_chart->setRange(ChartRange::QuarterHour);
    QCOMPARE(painted.size(), 0);
    m_chart->show();
    QTRY_COMPARE(painted.size(), 1);
}

void TestMetricChart::theSameSamplesCostNothing()
{
    ChartSeries series = OverviewFixture::cpu();
    show(series);
    QSignalSpy painted(m_chart.get(), &MetricChart::painted);
    m_chart->setSamples(series.points);
    m_chart->setFacts(series.facts);
    series.points.last().value = 3;
    m_chart->setSamples(series.points);
    QTRY_COMPARE(painted.size(), 1);
}

void TestMetricChart::aChangeOfThemeIsFollowed()
{
    show(OverviewFixture::cpu());
    setColorScheme(Qt::ColorScheme::Dark);
    QTRY_COMPARE(Pixels(m_chart.get()).at({xOf(10), 100}), Theme::dark().color(ThemeRole::Base));
    const QRect line = plotPart(13, 45);
    QCOMPARE_GT(Pixels(m_chart.get()).count(line, Theme::dark().chart(1)), 20);
    QCOMPARE(Pixels(m_chart.get()).count(line, Theme::light().chart(1)), 0);
}

void TestMetricChart::thereAreAtMostThreeGridLines()
{
    ChartSeries series = OverviewFixture::cpu();
    series.points.clear();
    show(series);
    const Pixels shown(m_chart.get());
    int lines = 0;
    for (int y = 32; y < m_chart->height() - 4; ++y)
        lines += shown.at({xOf(33), y}) == color(ThemeRole::Grid) ? 1 : 0;
    QCOMPARE(lines, 2); // and the axis
}

QTEST_MAIN(TestMetricChart)
#include "tst_metricchart.moc"
