// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/fleetstage.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// What keys, clicks and menus of the table ask for.
class TestFleetIntents final : public FleetStage
{
    Q_OBJECT

private Q_SLOTS:
    void keysAskForWhatTheyStandFor();
    void singleLettersCanBeSwitchedOff();
    void homeAndEndLeadToTheEndsOfTheList();
    void nGoesToTheNextRowAtRisk();
    void goneRowsAreDismissedAndNeverKilled();
    void killSaysWhereTheRowIs();
    void aDoubleClickOpens();
    void theMenuHoldsTheActionsOfARow();
    void theMenuResumesThePausedOnesAmongTheChosen();
    void theMenuOfAGoneRowOffersToDismissIt();
    void filteringByAValueGivesATerm_data();
    void filteringByAValueGivesATerm();
    void metadataIsFilteredByOneOfItsPairs();
    void orderIsHeldWhileThePointerIsOverARow();
    void orderIsHeldWhileAMenuIsOpen();
};

void TestFleetIntents::keysAskForWhatTheyStandFor()
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

void TestFleetIntents::singleLettersCanBeSwitchedOff()
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

void TestFleetIntents::homeAndEndLeadToTheEndsOfTheList()
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

void TestFleetIntents::nGoesToTheNextRowAtRisk()
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

void TestFleetIntents::goneRowsAreDismissedAndNeverKilled()
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

void TestFleetIntents::killSaysWhereTheRowIs()
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

void TestFleetIntents::aDoubleClickOpens()
{
    show(FleetFixture::mockup());
    QSignalSpy opened(m_view.get(), &FleetView::openRequested);
    const QPoint place = cell(5, FleetColumn::Age).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(opened.size(), 0);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(opened, (QList<QVariantList>{{m_fixture->rows().at(5).key()}}));
}

void TestFleetIntents::theMenuHoldsTheActionsOfARow()
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
    QCOMPARE(texts, (QStringList{u"Open"_s, u"Terminal"_s, u"Extend 30 min"_s, u"Resume…"_s,
                                 u"Copy Id"_s, u"Filter by This Value"_s, u"Kill…"_s}));
    action(menu, u"Extend 30 min"_s)->trigger();
    QCOMPARE(extended.at(0).at(0).toStringList(), QStringList{m_fixture->rows().at(3).key()});
    QVERIFY(!action(menu, u"Resume…"_s)->isEnabled());
    QVERIFY(!action(menu, u"Resume…"_s)->toolTip().isEmpty());
    menu->close();
}

void TestFleetIntents::theMenuResumesThePausedOnesAmongTheChosen()
{
    QList<FixtureRow> rows{FleetFixture::running(u"awake"_s, 10, 10),
                           FleetFixture::running(u"asleep"_s, 10, 10),
                           FleetFixture::running(u"waking"_s, 10, 10)};
    rows[1].state = FleetState::Paused;
    rows[2].state = FleetState::Resuming;
    show(rows);
    m_view->selectAll();
    QSignalSpy resumed(m_view.get(), &FleetView::resumeRequested);
    QMenu *menu = openMenu(1, FleetColumn::Name);
    QVERIFY(menu != nullptr);
    action(menu, u"Resume…"_s)->trigger();
    QCOMPARE(resumed.size(), 1);
    QCOMPARE(resumed.at(0).at(0).toStringList(), QStringList{rows.at(1).key()});
    menu->close();
}

void TestFleetIntents::theMenuOfAGoneRowOffersToDismissIt()
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

void TestFleetIntents::filteringByAValueGivesATerm_data()
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

void TestFleetIntents::filteringByAValueGivesATerm()
{
    QFETCH(int, column);
    QFETCH(QString, expected);
    FixtureRow row = FleetFixture::running(u"my box"_s, 42.7, 17);
    row.id = u"abcd4k2m"_s;
    row.templateName = u"base:2026 07"_s;
    FleetFixture fixture({row});
    QCOMPARE(filterTermOf(fixture.index(0, column)), expected);
}

void TestFleetIntents::metadataIsFilteredByOneOfItsPairs()
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

void TestFleetIntents::orderIsHeldWhileThePointerIsOverARow()
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

void TestFleetIntents::orderIsHeldWhileAMenuIsOpen()
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

QTEST_MAIN(TestFleetIntents)
#include "tst_fleetintents.moc"
