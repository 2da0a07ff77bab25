// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/fleetstage.h>
#include <widgets/appearance.h>
#include <widgets/celldelegate.h>

#include <QtCore/QIdentityProxyModel>
#include <QtCore/QSortFilterProxyModel>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <array>

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

/// Rows, selection and columns of the table.
class TestFleetView final : public FleetStage
{
    Q_OBJECT

private Q_SLOTS:
    void theFixtureIsAModel();
    void theConnectionBarStandsAtTheFarLeft();
    void selectionIsStrongerThanHover();
    void theCurrentRowHasAnAccentFrameOnlyWithFocus();
    void theHeaderMarksTheSortedColumn();
    void darkIsPaintedInDark();
    void aResetKeepsSelectionAndSaysNothing();
    void aResetKeepsRunsAndSingleRows();
    void aVanishedRowIsToldOnce();
    void sortingKeepsTheSelection();
    void elidedTextIsWholeInTheTooltip();
    void aNameCannotDrawInItsTooltip();
    void aRowIsToldInOneSentence();
    void columnsComeBackAsTheyWereLeft();
    void aDamagedStateChangesNothing();
    void columnsAreHiddenFromTheHeadersMenu();
    void tenThousandRowsCostNoMoreThanThoseShown();
};

void TestFleetView::theFixtureIsAModel()
{
    FleetFixture fixture(FleetFixture::mockup());
    const QAbstractItemModelTester tester(&fixture,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    fixture.removeAt(2);
    fixture.reset(FleetFixture::mockup());
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

void TestFleetView::aResetKeepsRunsAndSingleRows()
{
    show(FleetFixture::mockup());
    const auto select = [this](int row) {
        m_view->selectionModel()->select(m_fixture->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    const int last = m_fixture->rowCount() - 1;
    for (const int row : {0, 2, 3, 4, last})
        select(row);
    const QStringList keys = m_view->selectedKeys();
    QCOMPARE(keys.size(), 5);
    m_fixture->reset(FleetFixture::mockup());
    QCOMPARE(m_view->selectedKeys(), keys);
    QCOMPARE_LE(m_view->selectionModel()->selection().size(), 3);
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
