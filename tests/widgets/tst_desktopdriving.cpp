// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/desktoppanelstage.h>
#include <tests/widgets/shown.h>
#include <widgets/desktopdrivingbar.h>
#include <widgets/desktophint.h>
#include <widgets/desktoptoolbar.h>

#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// A screen that is driven: the amber row and what lies around the picture.
class TestDesktopDriving final : public DesktopPanelStage
{
    Q_OBJECT

private Q_SLOTS:
    void drivingTurnsTheBarAmberAndGivesTheFocusToTheScreen();
    void theWayBackIsAButtonAndAChord();
    void drivingTimeIsTold_data();
    void drivingTimeIsTold();
    void theTimeUntilItIsReleasedIsTold();
    void aNameMayComeOrChangeLater();
    void specialKeysAreOfferedWhileDriving();
    void theHintLiesUnderThePictureWhereThereIsRoom();
    void neitherBarNorHintMovesThePicture();
    void aNameFromOutsideIsPlainText();
};

void TestDesktopDriving::drivingTurnsTheBarAmberAndGivesTheFocusToTheScreen()
{
    openPanel(patternOf({600, 400}));
    tool(u"Take control"_s)->setFocus();
    drive();
    m_panel->setDriving(true, u"qa-desk-3"_s);
    QVERIFY(m_view->hasFocus());
    QVERIFY(says(u"You are driving qa-desk-3"_s));
    QVERIFY(says(u"Every key and click goes to this screen"_s));
    QVERIFY(!part<DesktopToolBar>()->isVisible());
    QCOMPARE(part<DesktopDrivingBar>()->geometry(), part<DesktopToolBar>()->geometry());
    QVERIFY(!tool(u"Take control"_s));
    m_panel->setDriving(false, {});
    QVERIFY(part<DesktopToolBar>()->isVisible());
    QVERIFY(!part<DesktopDrivingBar>()->isVisible());
}

void TestDesktopDriving::theWayBackIsAButtonAndAChord()
{
    openPanel(patternOf({600, 400}));
    drive();
    m_panel->setDriving(true, u"qa-desk-3"_s);
    QSignalSpy wanted(m_panel, &DesktopPanel::handBackRequested);
    QTest::mouseClick(buttonOf(*m_panel, u"Hand back"_s), Qt::LeftButton);
    QVERIFY(m_view->hasFocus()); // a click up there takes no key from the sandbox
    QTest::keyPress(m_view, Qt::Key_Control);
    QTest::keyPress(m_view, Qt::Key_Alt);
    QTest::keyRelease(m_view, Qt::Key_Alt);
    QTest::keyRelease(m_view, Qt::Key_Control);
    QCOMPARE(wanted.count(), 2);
}

void TestDesktopDriving::drivingTimeIsTold_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << 14 << u"14 s"_s;
    QTest::newRow("minutes") << 134 << u"2 min 14 s"_s;
    QTest::newRow("a whole minute") << 60 << u"1 min 00 s"_s;
    QTest::newRow("hours") << 3720 << u"1 h 02 min"_s;
}

void TestDesktopDriving::drivingTimeIsTold()
{
    QFETCH(int, seconds);
    QTEST(DesktopDrivingBar::drivingTime(std::chrono::seconds(seconds)), "text");
}

void TestDesktopDriving::theTimeUntilItIsReleasedIsTold()
{
    openPanel(patternOf({600, 400}));
    QTimer idle;
    idle.start(271'000);
    m_panel->setIdleTimer(&idle);
    drive();
    m_panel->setDriving(true, u"qa-desk-3"_s);
    QTRY_VERIFY(says(u"4:31"_s) || says(u"4:30"_s));
    QVERIFY(says(u"· released without input in"_s));
    idle.stop();
    QTRY_VERIFY(!says(u"· released without input in"_s));
}

void TestDesktopDriving::aNameMayComeOrChangeLater()
{
    openPanel(patternOf({600, 400}));
    m_panel->setDriving(false, u"qa-desk-3"_s);
    QVERIFY(m_view->accessibleName().contains(u"qa-desk-3"_s));
    drive();
    m_panel->setDriving(true, u"qa-desk-3"_s);
    m_panel->setDriving(true, u"renamed"_s);
    QVERIFY(says(u"You are driving renamed"_s));
    m_panel->setDriving(false, {});
    QVERIFY(m_view->accessibleName().contains(u"renamed"_s));
}

void TestDesktopDriving::specialKeysAreOfferedWhileDriving()
{
    openPanel(patternOf({600, 400}));
    drive();
    m_panel->setDriving(true, u"qa-desk-3"_s);
    QSignalSpy wanted(m_panel, &DesktopPanel::specialKeysRequested);
    QToolButton *button = tool(u"Special keys"_s);
    QVERIFY(button && button->isEnabled());
    QHash<QString, QList<quint32>> sent;
    QList<QMenu *> menus{button->menu()};
    while (!menus.isEmpty()) {
        const QMenu *menu = menus.takeFirst();
        for (QAction *action : menu->actions()) {
            if (action->menu()) {
                menus.append(action->menu());
            } else if (!action->isSeparator()) {
                action->trigger();
                sent[action->text()] = wanted.takeFirst()[0].value<QList<quint32>>();
            }
        }
    }
    QCOMPARE(sent[u"Ctrl+Alt+Del"_s], QList<quint32>({0xffe3, 0xffe9, 0xffff}));
    QCOMPARE(sent[u"Alt+Tab"_s], QList<quint32>({0xffe9, 0xff09}));
    QCOMPARE(sent[u"Alt+F4"_s], QList<quint32>({0xffe9, 0xffc1}));
    QCOMPARE(sent[u"Ctrl+Esc"_s], QList<quint32>({0xffe3, 0xff1b}));
    QCOMPARE(sent[u"Super"_s], QList<quint32>{0xffeb});
    QCOMPARE(sent[u"Print"_s], QList<quint32>{0xff61});
    QCOMPARE(sent[u"F12"_s], QList<quint32>{0xffc9});
    QCOMPARE(sent[u"Ctrl+Alt+F1"_s], QList<quint32>({0xffe3, 0xffe9, 0xffbe}));
    // The menu has had the focus; then the sandbox has it again.
    button->menu()->popup(button->mapToGlobal(QPoint()));
    QTRY_VERIFY(button->menu()->isVisible());
    button->menu()->close();
    QTRY_VERIFY(m_view->hasFocus());
}

void TestDesktopDriving::theHintLiesUnderThePictureWhereThereIsRoom()
{
    openPanel(patternOf({600, 400}), {900, 600});
    auto *hint = part<DesktopHint>();
    QVERIFY(!hint->isVisible());
    drive();
    m_panel->setDriving(true, u"qa-desk-3"_s);
    QVERIFY(hint->isVisible());
    const QRect picture = m_view->geometryOfPicture().shown().translated(m_view->pos()); // ratio 1
    QVERIFY(hint->y() >= picture.bottom() + DesktopGeometry::frameWidth);
    QVERIFY(m_panel->rect().contains(hint->geometry()));
    QVERIFY(std::abs(hint->geometry().center().x() - picture.center().x()) <= 1);
    m_window->resize(900, 450);
    QTRY_VERIFY(!hint->isVisible());
    m_window->resize(900, 600);
    QTRY_VERIFY(hint->isVisible());
    m_panel->setDriving(false, {});
    QVERIFY(!hint->isVisible());
}

void TestDesktopDriving::neitherBarNorHintMovesThePicture()
{
    openPanel(patternOf({600, 400}));
    const QRect before = m_view->geometryOfPicture().shown();
    const QRect view = m_view->geometry();
    const QImage shown = grabbed().copy(before);
    drive();
    m_panel->setDriving(true, u"qa-desk-3"_s);
    QTRY_COMPARE(m_view->geometry(), view);
    QCOMPARE(m_view->geometryOfPicture().shown(), before);
    QCOMPARE(grabbed().copy(before), shown);
}

void TestDesktopDriving::aNameFromOutsideIsPlainText()
{
    openPanel(patternOf({600, 400}));
    m_panel->setDriving(true, u"<b>a</b>\u202eb"_s);
    QVERIFY(says(u"You are driving <b>a</b>‹U+202E›b"_s));
}

QTEST_MAIN(TestDesktopDriving)
#include "tst_desktopdriving.moc"
