// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/appearance.h>
#include <widgets/celldelegate.h>
#include <widgets/fleetview.h>
#include <widgets/theme.h>

#include <QtCore/QIdentityProxyModel>
#include <QtCore/QSortFilterProxyModel>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "fleetfixture.h"
#include "pixels.h"

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

/// Counts what the view asks for.
class CountingProxy final : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        ++asked;
        return QIdentityProxyModel::data(index, role);
    }
    mutable int asked = 0;
};

} // namespace

/// The table of sandboxes, shown on a display of its own.
class TestFleetView final : public QObject
{
    Q_OBJECT

private:
    void show(QList<FixtureRow> rows);
    [[nodiscard]] QRect cell(int row, FleetColumn column) const;
    [[nodiscard]] Pixels pixels() const { return Pixels(m_view->viewport()); }
    [[nodiscard]] static QColor color(ThemeRole role) { return Theme::light().color(role); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_view.get(), key, modifiers);
    }
    void choose(int row) const { m_view->selectKey(m_fixture->rows().at(row).key()); }
    [[nodiscard]] QMenu *openMenu(int row, FleetColumn column) const;
    [[nodiscard]] static QAction *action(const QMenu *menu, const QString &text);

    std::unique_ptr<FleetFixture> m_fixture;
    std::unique_ptr<FleetView> m_view;

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }
    void cleanup();

    void theFixtureIsAModel();
    void columnsHaveTheWidthsOfTheDesign();
    void rowsAreCompactFromFifteenOn();
    void aValueOverItsLimitIsPaintedInDanger();
    void aRowAtRiskHasAStrongerName();
    void percentSignsEndOnOneX();
    void theSparklineStartsSixPixelsBehindTheNumber();
    void aGapInASparklineStaysAGap();
    void fourKindsOfNothingLookDifferent();
    void aGoneRowShowsNoNumbers();
    void staleRowsAreMutedButKeepTheirMark();
    void theLastFiveMinutesAreAmber();
    void reasonsCarryTheColourOfTheirWeight();
    void theConnectionBarStandsAtTheFarLeft();
    void selectionIsStrongerThanHover();
    void theCurrentRowHasAnAccentFrameOnlyWithFocus();
    void theHeaderMarksTheSortedColumn();

    void keysAskForWhatTheyStandFor();
    void singleLettersCanBeSwitchedOff();
    void homeAndEndLeadToTheEndsOfTheList();
    void nGoesToTheNextRowAtRisk();
    void goneRowsAreDismissedAndNeverKilled();
    void killSaysWhereTheRowIs();
    void aDoubleClickOpens();
    void theMenuHoldsTheActionsOfARow();
    void theMenuOfAGoneRowOffersToDismissIt();
    void filteringByAValueGivesATerm_data();
    void filteringByAValueGivesATerm();
    void metadataIsFilteredByOneOfItsPairs();

    void orderIsHeldWhileThePointerIsOverARow();
    void orderIsHeldWhileAMenuIsOpen();
    void aResetKeepsSelectionAndSaysNothing();
    void aVanishedRowIsToldOnce();
    void sortingKeepsTheSelection();

    void elidedTextIsWholeInTheTooltip();
    void aNameCannotDrawInItsTooltip();
    void aRowIsToldInOneSentence();
    void columnsComeBackAsTheyWereLeft();
    void aDamagedStateChangesNothing();
    void columnsAreHiddenFromTheHeadersMenu();
    void darkIsPaintedInDark();
    void tenThousandRowsCostNoMoreThanThoseShown();
};

void TestFleetView::show(QList<FixtureRow> rows)
{
    m_fixture = std::make_unique<FleetFixture>(std::move(rows));
    m_view = std::make_unique<FleetView>();
    m_view->setModel(m_fixture.get());
    m_view->resize(1224, 460);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
}

void TestFleetView::cleanup()
{
    m_view.reset();
    m_fixture.reset();
    setColorScheme(Qt::ColorScheme::Light);
    // The pointer of one test must not hover in the next.
    QCursor::setPos(1590, 990);
}

QRect TestFleetView::cell(int row, FleetColumn column) const
{
    return m_view->visualRect(m_view->model()->index(row, int(column)));
}

QMenu *TestFleetView::openMenu(int row, FleetColumn column) const
{
    const QPoint position = cell(row, column).center();
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, position);
    QContextMenuEvent event(QContextMenuEvent::Mouse, position,
                            m_view->viewport()->mapToGlobal(position));
    QApplication::sendEvent(m_view->viewport(), &event);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QAction *TestFleetView::action(const QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void TestFleetView::theFixtureIsAModel()
{
    FleetFixture fixture(FleetFixture::mockup());
    const QAbstractItemModelTester tester(&fixture,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    fixture.removeAt(2);
    fixture.reset(FleetFixture::mockup());
}

void TestFleetView::columnsHaveTheWidthsOfTheDesign()
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

void TestFleetView::rowsAreCompactFromFifteenOn()
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

void TestFleetView::aValueOverItsLimitIsPaintedInDanger()
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
    QCOMPARE_GT(shown.count(cell(1, FleetColumn::Cpu), Theme::light().chart(1)), 20);
    QCOMPARE_GT(shown.count(cell(1, FleetColumn::Memory), Theme::light().chart(3)), 20);
}

void TestFleetView::aRowAtRiskHasAStrongerName()
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

void TestFleetView::percentSignsEndOnOneX()
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

void TestFleetView::theSparklineStartsSixPixelsBehindTheNumber()
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

void TestFleetView::aGapInASparklineStaysAGap()
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

void TestFleetView::fourKindsOfNothingLookDifferent()
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

void TestFleetView::aGoneRowShowsNoNumbers()
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

void TestFleetView::staleRowsAreMutedButKeepTheirMark()
{
    FixtureRow stale = FleetFixture::running(u"stale"_s, 50, 50);
    stale.staleSeconds = 180;
    show({stale});
    const Pixels shown = pixels();
    const QRect row(0, cell(0, FleetColumn::Name).top(), m_view->viewport()->width(), 28);
    QCOMPARE(shown.count(row, color(ThemeRole::Text)), 0);
    QCOMPARE_GT(shown.count(cell(0, FleetColumn::State), color(ThemeRole::Ok)), 20);
}

void TestFleetView::theLastFiveMinutesAreAmber()
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

void TestFleetView::reasonsCarryTheColourOfTheirWeight()
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

void TestFleetView::theConnectionBarStandsAtTheFarLeft()
{
    FixtureRow other = FleetFixture::running(u"b"_s, 10, 10);
    other.connection = 2;
    show({FleetFixture::running(u"a"_s, 10, 10), other});
    m_view->resize(500, 300); // narrower than its columns: it scrolls sideways
    m_view->horizontalScrollBar()->setValue(60);
    m_view->clearFocus(); // its frame lies over the bar
    const Pixels shown = pixels();
    for (int row = 0; row < 2; ++row) {
        const int y = m_view->rowViewportPosition(row) + 14;
        const QColor bar = Theme::light().connectionBar(row * 2);
        QCOMPARE(shown.at({0, y}), bar);
        QCOMPARE(shown.at({2, y}), bar);
        QVERIFY(shown.at({3, y}) != bar);
    }
}

void TestFleetView::selectionIsStrongerThanHover()
{
    show(FleetFixture::mockup());
    choose(1);
    QTest::mouseMove(m_view->viewport(), cell(1, FleetColumn::Template).center());
    QTRY_VERIFY(m_view->isOrderHeld());
    const auto ground = [this](int row) {
        return pixels().at(cell(row, FleetColumn::Metadata).bottomRight() - QPoint(4, 3));
    };
    QCOMPARE(ground(1), color(ThemeRole::Selection));
    QTest::mouseMove(m_view->viewport(), cell(3, FleetColumn::Template).center());
    QTRY_COMPARE(ground(3), color(ThemeRole::Hover));
    QCOMPARE(ground(1), color(ThemeRole::Selection));
    QCOMPARE(ground(2), color(ThemeRole::Base));
}

void TestFleetView::theCurrentRowHasAnAccentFrameOnlyWithFocus()
{
    show(FleetFixture::mockup());
    choose(2);
    const QRect row(0, m_view->rowViewportPosition(2), m_view->viewport()->width(), 22);
    const QColor accent = color(ThemeRole::Accent);
    const auto edges = [&] {
        return std::array{pixels().at(row.topLeft() + QPoint(300, 0)),
                          pixels().at(row.bottomLeft() + QPoint(300, 0)),
                          pixels().at(row.topRight() + QPoint(0, 9))};
    };
    for (const QColor &edge : edges())
        QCOMPARE(edge, accent);
    m_view->clearFocus();
    for (const QColor &edge : edges())
        QCOMPARE(edge, color(ThemeRole::SelectionInactive));
}

void TestFleetView::theHeaderMarksTheSortedColumn()
{
    show(FleetFixture::mockup());
    QHeaderView *header = m_view->horizontalHeader();
    const auto image = [&] { return Pixels(header->viewport()); };
    const auto section = [&](FleetColumn column) {
        return QRect(header->sectionViewportPosition(int(column)), 0,
                     header->sectionSize(int(column)), 26);
    };
    const int before = image().count(section(FleetColumn::State), color(ThemeRole::TextMuted));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, section(FleetColumn::State).center());
    QCOMPARE(header->sortIndicatorSection(), int(FleetColumn::State));
    QTRY_COMPARE_GT(image().count(section(FleetColumn::State), color(ThemeRole::TextMuted)),
                    before);
    // Numbers stand right, and so does their head.
    const QRect age = section(FleetColumn::Age);
    QCOMPARE_GE(*image().rightmost(age.adjusted(1, 1, -1, -2), color(ThemeRole::Window)),
                age.right() - 10);
}

void TestFleetView::keysAskForWhatTheyStandFor()
{
    show(FleetFixture::mockup());
    const QString first = m_fixture->rows().at(0).key();
    const QString third = m_fixture->rows().at(2).key();
    choose(0);
    QSignalSpy opened(m_view.get(), &FleetView::openRequested);
    QSignalSpy terminal(m_view.get(), &FleetView::terminalRequested);
    QSignalSpy extended(m_view.get(), &FleetView::extendRequested);
    QSignalSpy killed(m_view.get(), &FleetView::killRequested);
    QSignalSpy copied(m_view.get(), &FleetView::copyIdRequested);
    press(Qt::Key_Return);
    QCOMPARE(opened, (QList<QVariantList>{{first}}));
    QTest::keyClick(m_view.get(), 't');
    QCOMPARE(terminal, (QList<QVariantList>{{first}}));
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), 'e');
    QCOMPARE(extended.size(), 1);
    QCOMPARE(extended.at(0).at(0).toStringList().size(), 3);
    QCOMPARE(extended.at(0).at(0).toStringList().last(), third);
    press(Qt::Key_Delete, Qt::ShiftModifier);
    QCOMPARE(killed.size(), 1);
    QCOMPARE(killed.at(0).at(0).toStringList().size(), 3);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 1);
    QCOMPARE(copied.at(0).at(0).toStringList().first(), m_fixture->rows().at(0).id);
    press(Qt::Key_Delete);
    QCOMPARE(killed.size(), 1);
}

void TestFleetView::singleLettersCanBeSwitchedOff()
{
    show(FleetFixture::mockup());
    choose(0);
    QSignalSpy terminal(m_view.get(), &FleetView::terminalRequested);
    m_view->setSingleLetterKeys(false);
    QTest::keyClick(m_view.get(), 't');
    QCOMPARE(terminal.size(), 0);
    m_view->setSingleLetterKeys(true);
    choose(0);
    QTest::keyClick(m_view.get(), 't');
    QCOMPARE(terminal.size(), 1);
}

void TestFleetView::homeAndEndLeadToTheEndsOfTheList()
{
    show(FleetFixture::mockup());
    choose(4);
    press(Qt::Key_End);
    QCOMPARE(m_view->currentKey(), m_fixture->rows().last().key());
    press(Qt::Key_Home);
    QCOMPARE(m_view->currentKey(), m_fixture->rows().first().key());
    QTest::keyClick(m_view.get(), 'G', Qt::ShiftModifier);
    QCOMPARE(m_view->currentKey(), m_fixture->rows().last().key());
    QTest::keyClick(m_view.get(), 'g');
    QCOMPARE(m_view->currentKey(), m_fixture->rows().first().key());
}

void TestFleetView::nGoesToTheNextRowAtRisk()
{
    QList<FixtureRow> rows = FleetFixture::mockup();
    rows[9].attention = Attention::AtRisk;
    show(rows);
    choose(1); // the second of the two at the top
    QTest::keyClick(m_view.get(), 'n');
    QCOMPARE(m_view->currentKey(), rows.at(9).key());
    QTest::keyClick(m_view.get(), 'n');
    QCOMPARE(m_view->currentKey(), rows.at(0).key());
}

void TestFleetView::goneRowsAreDismissedAndNeverKilled()
{
    QList<FixtureRow> rows{FleetFixture::running(u"alive"_s, 10, 10),
                           FleetFixture::running(u"gone"_s, 10, 10)};
    rows[1].state = FleetState::Gone;
    show(rows);
    m_view->selectAll();
    QSignalSpy killed(m_view.get(), &FleetView::killRequested);
    QSignalSpy dismissed(m_view.get(), &FleetView::dismissRequested);
    QSignalSpy extended(m_view.get(), &FleetView::extendRequested);
    press(Qt::Key_Delete, Qt::ShiftModifier);
    QCOMPARE(killed.at(0).at(0).toStringList(), QStringList{rows.at(0).key()});
    press(Qt::Key_Delete);
    QCOMPARE(dismissed.at(0).at(0).toStringList(), QStringList{rows.at(1).key()});
    QTest::keyClick(m_view.get(), 'e');
    QCOMPARE(extended.at(0).at(0).toStringList(), QStringList{rows.at(0).key()});
}

void TestFleetView::killSaysWhereTheRowIs()
{
    show(FleetFixture::mockup());
    choose(3);
    QSignalSpy killed(m_view.get(), &FleetView::killRequested);
    press(Qt::Key_Delete, Qt::ShiftModifier);
    const QRect anchor = killed.at(0).at(1).toRect();
    QCOMPARE(anchor.topLeft(), m_view->viewport()->mapToGlobal(QPoint(0, 3 * 22)));
    QCOMPARE(anchor.size(), QSize(m_view->viewport()->width(), 22));
    QCOMPARE(m_view->rowRect(m_fixture->rows().at(3).key()), anchor);
    QVERIFY(m_view->rowRect(u"nobody"_s).isEmpty());
}

void TestFleetView::aDoubleClickOpens()
{
    show(FleetFixture::mockup());
    QSignalSpy opened(m_view.get(), &FleetView::openRequested);
    const QPoint place = cell(5, FleetColumn::Age).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(opened.size(), 0);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(opened, (QList<QVariantList>{{m_fixture->rows().at(5).key()}}));
}

void TestFleetView::theMenuHoldsTheActionsOfARow()
{
    show(FleetFixture::mockup());
    QSignalSpy extended(m_view.get(), &FleetView::extendRequested);
    QMenu *menu = openMenu(3, FleetColumn::State);
    QVERIFY(menu != nullptr);
    QStringList texts;
    for (const QAction *entry : menu->actions()) {
        if (!entry->isSeparator())
            texts.append(entry->text());
    }
    QCOMPARE(texts, (QStringList{u"Open"_s, u"Terminal"_s, u"Extend 30 min"_s, u"Copy Id"_s,
                                 u"Filter by This Value"_s, u"Kill…"_s}));
    action(menu, u"Extend 30 min"_s)->trigger();
    QCOMPARE(extended.at(0).at(0).toStringList(), QStringList{m_fixture->rows().at(3).key()});
    menu->close();
}

void TestFleetView::theMenuOfAGoneRowOffersToDismissIt()
{
    QList<FixtureRow> rows{FleetFixture::running(u"gone"_s, 10, 10)};
    rows[0].state = FleetState::Gone;
    show(rows);
    QSignalSpy dismissed(m_view.get(), &FleetView::dismissRequested);
    QMenu *menu = openMenu(0, FleetColumn::Name);
    QVERIFY(menu != nullptr);
    QVERIFY(!action(menu, u"Kill…"_s)->isEnabled());
    QVERIFY(!action(menu, u"Kill…"_s)->toolTip().isEmpty());
    QVERIFY(!action(menu, u"Extend 30 min"_s)->isEnabled());
    action(menu, u"Dismiss"_s)->trigger();
    QCOMPARE(dismissed.size(), 1);
    menu->close();
}

void TestFleetView::filteringByAValueGivesATerm_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    QTest::newRow("name") << int(FleetColumn::Name) << u"\"my box\""_s;
    QTest::newRow("id") << int(FleetColumn::Id) << u"id:abcd4k2m"_s;
    QTest::newRow("state") << int(FleetColumn::State) << u"state:running"_s;
    QTest::newRow("cpu") << int(FleetColumn::Cpu) << u"cpu>=42"_s;
    QTest::newRow("memory") << int(FleetColumn::Memory) << u"mem>=17"_s;
    QTest::newRow("template") << int(FleetColumn::Template) << u"template:\"base:2026 07\""_s;
    QTest::newRow("age") << int(FleetColumn::Age) << QString();
}

void TestFleetView::filteringByAValueGivesATerm()
{
    QFETCH(int, column);
    QFETCH(QString, expected);
    FixtureRow row = FleetFixture::running(u"my box"_s, 42.7, 17);
    row.id = u"abcd4k2m"_s;
    row.templateName = u"base:2026 07"_s;
    FleetFixture fixture({row});
    QCOMPARE(filterTermOf(fixture.index(0, column)), expected);
}

void TestFleetView::metadataIsFilteredByOneOfItsPairs()
{
    QList<FixtureRow> rows{FleetFixture::running(u"a"_s, 10, 10)};
    rows[0].metadata = {{u"owner"_s, u"ana"_s}, {u"tenant"_s, u"acme inc"_s}};
    show(rows);
    QSignalSpy filtered(m_view.get(), &FleetView::filterRequested);
    QMenu *menu = openMenu(0, FleetColumn::Metadata);
    QVERIFY(menu != nullptr);
    const QMenu *pairs = action(menu, u"Filter by This Value"_s)->menu();
    QVERIFY(pairs != nullptr);
    action(pairs, u"tenant: acme inc"_s)->trigger();
    QCOMPARE(filtered, (QList<QVariantList>{{u"tenant:\"acme inc\""_s}}));
    menu->close();
}

void TestFleetView::orderIsHeldWhileThePointerIsOverARow()
{
    show(FleetFixture::mockup());
    QSignalSpy held(m_view.get(), &FleetView::orderHoldChanged);
    QTest::mouseMove(m_view->viewport(), cell(2, FleetColumn::Name).center());
    QTRY_COMPARE(held, (QList<QVariantList>{{true}}));
    QVERIFY(m_view->isOrderHeld());
    // Below the last row nothing can move.
    QTest::mouseMove(m_view->viewport(), QPoint(100, m_view->viewport()->height() - 4));
    QTRY_COMPARE(held, (QList<QVariantList>{{true}, {false}}));
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {},
                      QPoint(100, m_view->viewport()->height() - 4));
    QVERIFY(m_view->isOrderHeld());
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {},
                        QPoint(100, m_view->viewport()->height() - 4));
    QVERIFY(!m_view->isOrderHeld());
}

void TestFleetView::orderIsHeldWhileAMenuIsOpen()
{
    show(FleetFixture::mockup());
    choose(1);
    press(Qt::Key_Menu);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QVERIFY(m_view->isOrderHeld());
    menu->close();
    QTRY_VERIFY(!m_view->isOrderHeld());
}

void TestFleetView::aResetKeepsSelectionAndSaysNothing()
{
    show(FleetFixture::mockup());
    choose(3);
    press(Qt::Key_Down, Qt::ShiftModifier);
    const QStringList keys = m_view->selectedKeys();
    const QString current = m_view->currentKey();
    QCOMPARE(keys.size(), 2);
    QSignalSpy selection(m_view.get(), &FleetView::selectedKeysChanged);
    QSignalSpy currents(m_view.get(), &FleetView::currentKeyChanged);
    QList<FixtureRow> rows = FleetFixture::mockup();
    std::ranges::reverse(rows);
    m_fixture->reset(rows);
    QStringList kept = m_view->selectedKeys();
    std::ranges::reverse(kept);
    QCOMPARE(kept, keys);
    QCOMPARE(m_view->currentKey(), current);
    QCOMPARE(currents.size(), 0);
    QCOMPARE(selection.size(), 1); // the same keys in their new order
}

void TestFleetView::aVanishedRowIsToldOnce()
{
    show(FleetFixture::mockup());
    choose(3);
    QSignalSpy currents(m_view.get(), &FleetView::currentKeyChanged);
    QList<FixtureRow> rows = FleetFixture::mockup();
    rows.removeAt(3);
    m_fixture->reset(rows);
    QCOMPARE(currents, (QList<QVariantList>{{QString()}}));
    QVERIFY(m_view->selectedKeys().isEmpty());
    QVERIFY(!m_view->selectKey(u"nobody"_s));
}

void TestFleetView::sortingKeepsTheSelection()
{
    show(FleetFixture::mockup());
    QSortFilterProxyModel sorted;
    sorted.setSortRole(SortRole);
    sorted.setSourceModel(m_fixture.get());
    m_view->setModel(&sorted);
    choose(6);
    const QString key = m_view->currentKey();
    m_view->sortByColumn(int(FleetColumn::Name), Qt::AscendingOrder);
    QCOMPARE(m_view->currentKey(), key);
    QCOMPARE(m_view->selectedKeys(), QStringList{key});
    m_view->setModel(nullptr);
}

void TestFleetView::elidedTextIsWholeInTheTooltip()
{
    QList<FixtureRow> rows{FleetFixture::running(u"short"_s, 10, 10)};
    rows[0].attentionText =
        u"A reason that is much longer than the room that there is for it here"_s;
    rows[0].attention = Attention::Warning;
    show(rows);
    const auto tip = [this](FleetColumn column) {
        const QModelIndex index = m_view->model()->index(0, int(column));
        const auto *delegate =
            qobject_cast<const CellDelegate *>(m_view->itemDelegateForIndex(index));
        QStyleOptionViewItem option;
        option.rect = cell(0, column);
        return delegate->cellToolTip(option, index);
    };
    QVERIFY(tip(FleetColumn::Attention).contains(rows.at(0).attentionText));
    QVERIFY(tip(FleetColumn::Name).isEmpty());
    QVERIFY(tip(FleetColumn::Id).contains(rows.at(0).id));
}

void TestFleetView::aNameCannotDrawInItsTooltip()
{
    QList<FixtureRow> rows{FleetFixture::running(u"<h1>a name that wants to be big</h1>"_s, 1, 1)};
    show(rows);
    const QModelIndex index = m_view->model()->index(0, int(FleetColumn::Name));
    QStyleOptionViewItem option;
    option.rect = cell(0, FleetColumn::Name);
    const QString tip = qobject_cast<const CellDelegate *>(m_view->itemDelegateForIndex(index))
                            ->cellToolTip(option, index);
    QVERIFY(tip.contains(u"&lt;h1&gt;"_s));
    QVERIFY(!tip.contains(u"<h1>"_s));
}

void TestFleetView::aRowIsToldInOneSentence()
{
    show(FleetFixture::mockup());
    const QString text = m_view->rowText(m_view->model()->index(1, 0));
    QVERIFY(text.startsWith(u"etl-backfill, "_s));
    QVERIFY(text.contains(u"96 %"_s));
    QVERIFY(text.endsWith(u"Memory full in about 6 min"_s));
    m_view->setColumnHidden(int(FleetColumn::Attention), true);
    QVERIFY(!m_view->rowText(m_view->model()->index(1, 0)).contains(u"Memory full"_s));
}

void TestFleetView::columnsComeBackAsTheyWereLeft()
{
    show(FleetFixture::mockup());
    m_view->setColumnWidth(int(FleetColumn::Name), 222);
    m_view->setColumnHidden(int(FleetColumn::Template), true);
    m_view->horizontalHeader()->moveSection(4, 2);
    m_view->sortByColumn(int(FleetColumn::Age), Qt::AscendingOrder);
    const QByteArray state = m_view->saveState();
    m_view->resetColumns();
    QCOMPARE(m_view->columnWidth(int(FleetColumn::Name)), 144);
    QVERIFY(!m_view->isColumnHidden(int(FleetColumn::Template)));
    QVERIFY(m_view->restoreState(state));
    QCOMPARE(m_view->columnWidth(int(FleetColumn::Name)), 222);
    QVERIFY(m_view->isColumnHidden(int(FleetColumn::Template)));
    QCOMPARE(m_view->horizontalHeader()->visualIndex(4), 2);
    QCOMPARE(m_view->horizontalHeader()->sortIndicatorSection(), int(FleetColumn::Age));
}

void TestFleetView::aDamagedStateChangesNothing()
{
    show(FleetFixture::mockup());
    m_view->setColumnWidth(int(FleetColumn::Name), 222);
    const QByteArray state = m_view->saveState();
    m_view->setColumnWidth(int(FleetColumn::Name), 200);
    for (qsizetype at = 0; at < state.size(); ++at) {
        QByteArray damaged = state;
        damaged[at] = char(damaged.at(at) ^ 0x55);
        QVERIFY2(!m_view->restoreState(damaged), qPrintable(QString::number(at)));
        QVERIFY(!m_view->restoreState(state.first(at)));
    }
    QCOMPARE(m_view->columnWidth(int(FleetColumn::Name)), 200);
}

void TestFleetView::columnsAreHiddenFromTheHeadersMenu()
{
    show(FleetFixture::mockup());
    QMenu menu;
    m_view->addColumnActions(&menu);
    QVERIFY(!action(&menu, u"Name"_s)->isEnabled());
    QAction *memory = action(&menu, u"Memory, 60 min"_s);
    QVERIFY(memory->isChecked());
    memory->trigger();
    QVERIFY(m_view->isColumnHidden(int(FleetColumn::Memory)));
    action(&menu, u"Reset Columns"_s)->trigger();
    QVERIFY(!m_view->isColumnHidden(int(FleetColumn::Memory)));
}

void TestFleetView::darkIsPaintedInDark()
{
    show(FleetFixture::mockup());
    setColorScheme(Qt::ColorScheme::Dark);
    const auto dark = [](ThemeRole role) { return Theme::dark().color(role); };
    choose(5);
    QTRY_COMPARE(pixels().at(cell(2, FleetColumn::Metadata).center()), dark(ThemeRole::Base));
    QCOMPARE_GT(pixels().count(cell(0, FleetColumn::Cpu), dark(ThemeRole::Danger)), 20);
    QCOMPARE(Pixels(m_view->horizontalHeader()->viewport()).at({2, 2}), dark(ThemeRole::Window));
}

void TestFleetView::tenThousandRowsCostNoMoreThanThoseShown()
{
    const auto askedFor = [this](int count) {
        QList<FixtureRow> rows;
        for (int i = 0; i < count; ++i)
            rows.append(FleetFixture::running(u"box-"_s + QString::number(i), i % 90, i % 80));
        show(rows);
        CountingProxy counting;
        counting.setSourceModel(m_fixture.get());
        m_view->setModel(&counting);
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
        m_view->grab();
        counting.asked = 0;
        m_view->viewport()->grab();
        const int painted = counting.asked;
        m_view->setModel(nullptr);
        return painted;
    };
    const int few = askedFor(200);
    const int many = askedFor(10'000);
    QCOMPARE_GT(few, 0);
    // One row more or less may show at an edge.
    QCOMPARE_LE(many, few + few / 10);
}

QTEST_MAIN(TestFleetView)
#include "tst_fleetview.moc"
