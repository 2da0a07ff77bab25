// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/fleetstage.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// What the cells of the table look like.
class TestFleetPainting final : public FleetStage
{
    Q_OBJECT

private Q_SLOTS:
    void columnsHaveTheWidthsOfTheDesign();
    void rowsAreCompactFromFifteenOn();
    void aValueOverItsLimitIsPaintedInDanger();
    void aRowAtRiskHasAStrongerName();
    void percentSignsEndOnOneX();
    void theSparklineStartsSixPixelsBehindTheNumber();
    void aGapInASparklineStaysAGap();
    void aLoneMinuteBetweenGapsIsSeen();
    void fourKindsOfNothingLookDifferent();
    void aGoneRowShowsNoNumbers();
    void staleRowsAreMutedButKeepTheirMark();
    void theLastFiveMinutesAreAmber();
    void reasonsCarryTheColourOfTheirWeight();
};

void TestFleetPainting::columnsHaveTheWidthsOfTheDesign()
{
    show(FleetFixture::mockup());
    const auto width = [this](FleetColumn column) { return m_view->columnWidth(int(column)); };
    QCOMPARE(width(FleetColumn::Id), 88);
    QCOMPARE(width(FleetColumn::State), 92);
    QCOMPARE(width(FleetColumn::Cpu), 126);
    QCOMPARE(width(FleetColumn::Memory), 126);
    QCOMPARE(width(FleetColumn::TimeLeft), 122);
    QCOMPARE(width(FleetColumn::Age), 70);
    QCOMPARE(cell(0, FleetColumn::Attention).right(), m_view->viewport()->width() - 1);
    QCOMPARE(m_view->horizontalHeader()->height(), 26);
}

void TestFleetPainting::rowsAreCompactFromFifteenOn()
{
    QList<FixtureRow> rows = FleetFixture::mockup();
    rows.resize(14);
    show(rows);
    QCOMPARE(m_view->rowHeight(0), 28);
    rows = FleetFixture::mockup();
    QCOMPARE_GE(rows.size(), 15);
    m_fixture->reset(rows);
    QCOMPARE(m_view->rowHeight(0), 22);
}

void TestFleetPainting::aValueOverItsLimitIsPaintedInDanger()
{
    FixtureRow over = FleetFixture::running(u"over"_s, 99, 40);
    over.cpuSeries.fill(99);
    show({over, FleetFixture::running(u"fine"_s, 60, 40)});
    const Pixels shown = pixels();
    const QRect hot = cell(0, FleetColumn::Cpu);
    const QRect number = hot.adjusted(0, 0, -80, 0);
    const QRect line = hot.adjusted(50, 0, 0, 0);
    QCOMPARE_GT(shown.count(number, color(ThemeRole::Danger)), 10);
    QCOMPARE_GT(shown.count(line, color(ThemeRole::Danger)), 60);
    QCOMPARE(shown.count(cell(0, FleetColumn::Memory), color(ThemeRole::Danger)), 0);
    QCOMPARE(shown.count(cell(1, FleetColumn::Cpu), color(ThemeRole::Danger)), 0);
    QCOMPARE_GT(shown.count(cell(1, FleetColumn::Cpu), Theme::light().chart(1)), 10);
    QCOMPARE_GT(shown.count(cell(1, FleetColumn::Memory), Theme::light().chart(3)), 10);
}

void TestFleetPainting::aRowAtRiskHasAStrongerName()
{
    FixtureRow calm = FleetFixture::running(u"scraper-7"_s, 10, 10);
    FixtureRow risky = calm;
    risky.id = u"another4k2m9x71d0"_s;
    risky.attention = Attention::AtRisk;
    show({risky, calm});
    const Pixels shown = pixels();
    QCOMPARE_GT(shown.count(cell(0, FleetColumn::Name), color(ThemeRole::Text)),
                shown.count(cell(1, FleetColumn::Name), color(ThemeRole::Text)) * 5 / 4);
}

void TestFleetPainting::percentSignsEndOnOneX()
{
    show({FleetFixture::running(u"a"_s, 3, 40), FleetFixture::running(u"b"_s, 41, 40),
          FleetFixture::running(u"c"_s, 100, 40), FleetFixture::running(u"d"_s, 88, 40)});
    const Pixels shown = pixels();
    const int left = cell(0, FleetColumn::Cpu).left();
    for (int row = 0; row < 4; ++row) {
        // Up to half of the gap before the line.
        const QRect number(left, cell(row, FleetColumn::Cpu).top() + 1, 8 + 34 + 3, 26);
        const auto end = shown.rightmost(number, color(ThemeRole::Base));
        QVERIFY(end);
        QCOMPARE_GE(*end, left + 8 + 34 - 3);
        QCOMPARE(*end, *shown.rightmost(number.translated(0, -28 * row), color(ThemeRole::Base)));
    }
}

void TestFleetPainting::theSparklineStartsSixPixelsBehindTheNumber()
{
    show({FleetFixture::running(u"a"_s, 30, 40)});
    const QRect box = cell(0, FleetColumn::Cpu);
    const Pixels shown = pixels();
    const int start = box.left() + 8 + 34 + 6;
    const int baseline = box.top() + (28 - 14) / 2 + 14;
    QCOMPARE(shown.at({start, baseline}), color(ThemeRole::Line));
    QCOMPARE(shown.at({start + 67, baseline}), color(ThemeRole::Line));
    QCOMPARE(shown.at({start - 1, baseline}), color(ThemeRole::Base));
    QCOMPARE(shown.at({start + 70, baseline}), color(ThemeRole::Base));
    QCOMPARE(shown.at({start + 30, baseline + 1}), color(ThemeRole::Base));
}

void TestFleetPainting::aGapInASparklineStaysAGap()
{
    FixtureRow row = FleetFixture::running(u"a"_s, 80, 40);
    row.cpuSeries.fill(80);
    for (int i = 20; i < 40; ++i)
        row.cpuSeries[i] = std::numeric_limits<float>::quiet_NaN();
    show({row});
    m_view->clearFocus(); // its frame has the colour of the line
    const Pixels shown = pixels();
    const QRect box = cell(0, FleetColumn::Cpu);
    const int line = box.left() + 8 + 34 + 6;
    const QRect above(0, box.top(), 0, 20);
    const auto stretch = [&](int from, int to) {
        return QRect(line + from * 68 / 59, above.top(), (to - from) * 68 / 59, 20);
    };
    const QColor blue = Theme::light().chart(1);
    QCOMPARE_GT(shown.count(stretch(2, 18), blue), 8);
    QCOMPARE(shown.count(stretch(21, 39), blue), 0);
    const QRect gap = stretch(21, 38);
    QCOMPARE(shown.count(gap, color(ThemeRole::Base)), gap.width() * gap.height());
    QCOMPARE_GT(shown.count(stretch(42, 58), blue), 8);
}

void TestFleetPainting::aLoneMinuteBetweenGapsIsSeen()
{
    FixtureRow row = FleetFixture::running(u"a"_s, 80, 40);
    row.cpuSeries.fill(std::numeric_limits<float>::quiet_NaN());
    row.cpuSeries[30] = 70;
    show({row});
    m_view->clearFocus();
    const QRect line = cell(0, FleetColumn::Cpu).adjusted(48, 0, 0, 0);
    QCOMPARE_LT(pixels().count(line, color(ThemeRole::Base)) + 68, line.width() * line.height());
}

void TestFleetPainting::fourKindsOfNothingLookDifferent()
{
    QList<FixtureRow> rows;
    for (const NoValue nothing :
         {NoValue::Paused, NoValue::Transition, NoValue::NotReported, NoValue::NoSample}) {
        FixtureRow row = FleetFixture::running(QString::number(int(nothing)), 0, 0);
        row.nothing = nothing;
        row.cpuSeries =
            nothing == NoValue::Transition ? FleetFixture::wander(30, 5, 1, 50) : QList<float>();
        rows.append(row);
    }
    show(rows);
    const Pixels shown = pixels();
    for (int one = 0; one < 4; ++one) {
        for (int two = 0; two < one; ++two)
            QVERIFY(shown.part(cell(one, FleetColumn::Cpu)) !=
                    shown.part(cell(two, FleetColumn::Cpu)));
    }
    const QColor muted = color(ThemeRole::TextMuted);
    const auto number = [&](int row) { return cell(row, FleetColumn::Cpu).adjusted(0, 0, -80, 0); };
    const auto line = [&](int row) { return cell(row, FleetColumn::Cpu).adjusted(48, 0, 0, 0); };
    QCOMPARE_GT(shown.count(number(1), muted), 2);
    QCOMPARE_GT(shown.count(line(1), Theme::light().chart(1)), 20);
    QCOMPARE(shown.count(line(0), muted), 0);
    QCOMPARE(shown.count(number(3), muted), 0);
    // Dashes: about half of the baseline.
    QCOMPARE_GT(shown.count(line(3), muted), 25);
    QCOMPARE_LT(shown.count(line(3), muted), 45);
}

void TestFleetPainting::aGoneRowShowsNoNumbers()
{
    FixtureRow gone = FleetFixture::running(u"gone"_s, 50, 50);
    gone.state = FleetState::Gone;
    show({gone});
    const Pixels shown = pixels();
    const QRect cpu = cell(0, FleetColumn::Cpu).adjusted(1, 1, -1, -1);
    QCOMPARE(shown.count(cpu, color(ThemeRole::Base)), cpu.width() * cpu.height());
    QCOMPARE(shown.count(cell(0, FleetColumn::Name), color(ThemeRole::Text)), 0);
    QCOMPARE_GT(shown.count(cell(0, FleetColumn::Name), color(ThemeRole::TextMuted)), 5);
}

void TestFleetPainting::staleRowsAreMutedButKeepTheirMark()
{
    FixtureRow stale = FleetFixture::running(u"stale"_s, 50, 50);
    stale.staleSeconds = 180;
    show({stale});
    const Pixels shown = pixels();
    const QRect row(0, cell(0, FleetColumn::Name).top(), m_view->viewport()->width(), 28);
    QCOMPARE(shown.count(row, color(ThemeRole::Text)), 0);
    QCOMPARE_GT(shown.count(cell(0, FleetColumn::State), color(ThemeRole::Ok)), 20);
}

void TestFleetPainting::theLastFiveMinutesAreAmber()
{
    FixtureRow low = FleetFixture::running(u"low"_s, 10, 10);
    low.left = u"4m"_s;
    low.secondsLeft = 4 * 60 + 59;
    low.fractionLeft = 0.2;
    FixtureRow enough = low;
    enough.id = u"enough4k2m9x71d0"_s;
    enough.secondsLeft = 5 * 60;
    show({low, enough});
    const Pixels shown = pixels();
    QCOMPARE_GT(shown.count(cell(0, FleetColumn::TimeLeft), color(ThemeRole::WarnFill)), 20);
    QCOMPARE_GT(shown.count(cell(0, FleetColumn::TimeLeft), color(ThemeRole::Warn)), 5);
    QCOMPARE(shown.count(cell(1, FleetColumn::TimeLeft), color(ThemeRole::WarnFill)), 0);
    QCOMPARE(shown.count(cell(1, FleetColumn::TimeLeft), color(ThemeRole::Warn)), 0);
}

void TestFleetPainting::reasonsCarryTheColourOfTheirWeight()
{
    QList<FixtureRow> rows;
    for (const Attention attention : {Attention::AtRisk, Attention::Warning, Attention::Remark}) {
        FixtureRow row = FleetFixture::running(QString::number(int(attention)), 10, 10);
        row.attention = attention;
        row.attentionText = u"Memory full in about 6 min"_s;
        rows.append(row);
    }
    show(rows);
    const Pixels shown = pixels();
    const std::array roles{ThemeRole::Danger, ThemeRole::Warn, ThemeRole::TextMuted};
    for (int row = 0; row < 3; ++row) {
        for (int role = 0; role < 3; ++role) {
            const int found =
                shown.count(cell(row, FleetColumn::Attention), color(roles[std::size_t(role)]));
            QVERIFY2((found > 20) == (row == role),
                     qPrintable(u"%1 %2: %3"_s.arg(row).arg(role).arg(found)));
        }
    }
}

QTEST_MAIN(TestFleetPainting)
#include "tst_fleetpainting.moc"
