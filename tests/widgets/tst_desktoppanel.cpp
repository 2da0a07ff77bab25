// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/desktoppanelstage.h>
#include <tests/widgets/shown.h>
#include <widgets/badge.h>
#include <widgets/desktopdrivingbar.h>
#include <widgets/desktopnotice.h>
#include <widgets/desktoptoolbar.h>
#include <widgets/emptypage.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// A screen that is watched, and the pages that stand in for it.
class TestDesktopPanel final : public DesktopPanelStage
{
    Q_OBJECT

private Q_SLOTS:
    void theToolBarSaysThatItIsViewOnly();
    void takingControlIsAskedForByButtonAndKey();
    void theScaleIsShownAndChosen();
    void whoCannotDriveIsToldWhy();
    void stoppingTheStreamIsInAMenu();
    void aNoticeWithoutAPictureFillsThePage();
    void aNoticeLiesOverTheLastPicture();
    void aNoticeEndsDriving();
    void aPasswordIsAskedForAndForgotten();
    void aNoticeTakesNoFocusFromElsewhere();
    void aPageThatComesUpIsNotAnsweredByTyping_data();
    void aPageThatComesUpIsNotAnsweredByTyping();
    void theButtonThatWasChosenKeepsTheFocus();
    void progressIsOnlyWords();
    void aNarrowPanelKeepsWhatMatters();
};

void TestDesktopPanel::theToolBarSaysThatItIsViewOnly()
{
    openPanel(patternOf({600, 400}));
    QVERIFY(says(u"Nothing you type is sent"_s));
    QVERIFY(tool(u"Take control"_s)->isEnabled());
    QVERIFY(tool(u"Screenshot"_s)->isEnabled());
    QVERIFY(!tool(u"Special keys"_s)->isEnabled());
    QSignalSpy wanted(m_panel, &DesktopPanel::screenshotRequested);
    tool(u"Screenshot"_s)->click();
    QTest::keyClick(m_view, Qt::Key_F12);
    QCOMPARE(wanted.count(), 2);
}

void TestDesktopPanel::takingControlIsAskedForByButtonAndKey()
{
    openPanel(patternOf({600, 400}));
    QSignalSpy wanted(m_panel, &DesktopPanel::takeControlRequested);
    tool(u"Take control"_s)->click();
    QTest::keyClick(m_view, Qt::Key_C);
    QCOMPARE(wanted.count(), 2);
    QVERIFY(!m_view->isDriving()); // it takes nothing by itself
    QVERIFY(!m_panel->isDriving());
}

void TestDesktopPanel::theScaleIsShownAndChosen()
{
    openPanel(patternOf({1200, 900}));
    auto *combo = part<QComboBox>();
    QCOMPARE(combo->currentText(), u"Fit, %1 %"_s.arg(m_view->percent()));
    QVERIFY(m_view->percent() < 100);
    combo->setCurrentIndex(1);
    Q_EMIT combo->activated(1);
    QCOMPARE(m_view->scale(), DesktopView::Scale::Native);
    QCOMPARE(combo->currentText(), u"100 %"_s);
    m_view->setScale(DesktopView::Scale::Fit);
    QCOMPARE(combo->currentIndex(), 0);
}

void TestDesktopPanel::whoCannotDriveIsToldWhy()
{
    openPanel(patternOf({600, 400}));
    m_panel->setReadOnly(u"ravi has been driving for 6 min"_s);
    QVERIFY(says(u"ravi has been driving for 6 min"_s));
    QVERIFY(!tool(u"Take control"_s)->isEnabled());
    QVERIFY(tool(u"Take control"_s)->toolTip().contains(u"ravi"_s));
    QSignalSpy wanted(m_panel, &DesktopPanel::takeControlRequested);
    QTest::keyClick(m_view, Qt::Key_C);
    QCOMPARE(wanted.count(), 0);
    m_panel->setReadOnly({});
    QVERIFY(tool(u"Take control"_s)->isEnabled());
}

void TestDesktopPanel::stoppingTheStreamIsInAMenu()
{
    openPanel(patternOf({600, 400}));
    QSignalSpy wanted(m_panel, &DesktopPanel::stopStreamRequested);
    QToolButton *more = tool(u"More"_s);
    more->menu()->actions().constFirst()->trigger();
    QCOMPARE(wanted.count(), 1);
    m_panel->setStopOffered(false);
    QVERIFY(!more->isVisible());
}

void TestDesktopPanel::aNoticeWithoutAPictureFillsThePage()
{
    openEmptyPanel();
    m_view->setFocus();
    m_panel->showNotice({.icon = u"screen"_s,
                         .title = u"No stream has been started"_s,
                         .words = u"Starting one runs programs in the sandbox."_s,
                         .action = u"Start stream"_s});
    QVERIFY(says(u"No stream has been started"_s));
    QVERIFY(!m_view->isVisible());
    QCOMPARE(part<EmptyPage>()->height(), part<DesktopNotice>()->height());
    QCOMPARE(part<DesktopNotice>()->width(), m_panel->width());
    QVERIFY(part<DesktopNotice>()->hasFocus());
    QVERIFY(!tool(u"Take control"_s)->isEnabled());
    QVERIFY(!tool(u"Screenshot"_s)->isEnabled());
    QSignalSpy acted(m_panel, &DesktopPanel::noticeActionRequested);
    buttonOf(*m_panel, u"Start stream"_s)->click();
    QCOMPARE(acted.count(), 1);
}

void TestDesktopPanel::aNoticeLiesOverTheLastPicture()
{
    openPanel(patternOf({600, 400}));
    m_panel->showNotice({.icon = u"pause"_s,
                         .title = u"Paused"_s,
                         .words = u"Nothing is sent to it."_s,
                         .action = u"Resume"_s});
    QVERIFY(m_view->isVisible());
    QVERIFY(m_view->isStale());
    QVERIFY(part<EmptyPage>()->width() < m_panel->width() / 2);
    QVERIFY(!tool(u"Take control"_s)->isEnabled());
    QVERIFY(tool(u"Screenshot"_s)->isEnabled()); // of what is seen
    m_panel->showView();
    QVERIFY(!m_view->isStale());
    QVERIFY(!part<DesktopNotice>()->isVisible());
    QVERIFY(m_view->hasFocus());
    QVERIFY(tool(u"Take control"_s)->isEnabled());
}

void TestDesktopPanel::aNoticeEndsDriving()
{
    openPanel(patternOf({600, 400}));
    m_panel->setDriving(true, u"qa-desk-3"_s);
    m_panel->showNotice({.icon = u"cross"_s, .title = u"Gone"_s});
    QVERIFY(!m_panel->isDriving());
    QVERIFY(!part<DesktopDrivingBar>()->isVisible());
}

void TestDesktopPanel::aPasswordIsAskedForAndForgotten()
{
    openEmptyPanel();
    m_view->setFocus();
    m_panel->showNotice({.icon = u"key"_s,
                         .title = u"The screen asks for a password"_s,
                         .action = u"Connect"_s,
                         .passwordField = true});
    auto *field = part<QLineEdit>();
    QVERIFY(field->hasFocus());
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QSignalSpy entered(m_panel, &DesktopPanel::passwordEntered);
    QSignalSpy acted(m_panel, &DesktopPanel::noticeActionRequested);
    buttonOf(*m_panel, u"Connect"_s)->click(); // nothing typed yet
    QCOMPARE(entered.count(), 0);
    QTest::keyClicks(field, u"sesame"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered[0][0].toString(), u"sesame"_s);
    QVERIFY(field->text().isEmpty());
    QCOMPARE(acted.count(), 0);
    m_panel->showNotice({.icon = u"cross"_s, .title = u"Gone"_s});
    QVERIFY(!field->isVisible());
}

void TestDesktopPanel::aNoticeTakesNoFocusFromElsewhere()
{
    auto *elsewhere = new QLineEdit(m_window.get());
    m_window->layout()->addWidget(elsewhere);
    openPanel(patternOf({600, 400})); // the view has had the focus
    elsewhere->setFocus();
    m_panel->showNotice({.icon = u"pause"_s, .title = u"Paused"_s, .action = u"Resume"_s});
    QVERIFY(elsewhere->hasFocus());
    m_panel->showView();
    QVERIFY(elsewhere->hasFocus());
    // Who comes here gets what can be done here.
    m_panel->setFocus();
    QVERIFY(m_view->hasFocus());
    m_panel->showNotice({.icon = u"pause"_s, .title = u"Paused"_s, .action = u"Resume"_s});
    elsewhere->setFocus();
    m_panel->setFocus();
    QVERIFY(buttonOf(*m_panel, u"Resume"_s)->hasFocus());
}

void TestDesktopPanel::aPageThatComesUpIsNotAnsweredByTyping_data()
{
    QTest::addColumn<bool>("hasPicture");
    QTest::addColumn<bool>("hasProgress");
    QTest::newRow("over the picture") << true << false;
    QTest::newRow("over the picture, after progress") << true << true;
    QTest::newRow("alone") << false << false;
    QTest::newRow("alone, after progress") << false << true;
}

void TestDesktopPanel::aPageThatComesUpIsNotAnsweredByTyping()
{
    QFETCH(bool, hasPicture);
    QFETCH(bool, hasProgress);
    if (hasPicture)
        openPanel(patternOf({600, 400}));
    else
        openEmptyPanel();
    m_view->setFocus();
    QSignalSpy acted(m_panel, &DesktopPanel::noticeActionRequested);
    if (hasProgress)
        m_panel->showProgress(u"Connecting"_s, {});
    m_panel->showNotice({.icon = u"pause"_s, .title = u"Paused"_s, .action = u"Resume"_s});
    const auto type = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    type(Qt::Key_Space);
    type(Qt::Key_Return);
    QCOMPARE(acted.count(), 0);
    type(Qt::Key_Tab);
    QVERIFY(buttonOf(*m_panel, u"Resume"_s)->hasFocus());
    type(Qt::Key_Space);
    QCOMPARE(acted.count(), 1);
}

void TestDesktopPanel::theButtonThatWasChosenKeepsTheFocus()
{
    openPanel(patternOf({600, 400}));
    m_panel->showNotice({.icon = u"pause"_s, .title = u"Paused"_s, .action = u"Resume"_s});
    buttonOf(*m_panel, u"Resume"_s)->setFocus();
    m_panel->showNotice({.icon = u"pause"_s, .title = u"Still paused"_s, .action = u"Resume"_s});
    QVERIFY(buttonOf(*m_panel, u"Resume"_s)->hasFocus());
    // Another action is another question.
    m_panel->showNotice({.icon = u"screen"_s, .title = u"Gone"_s, .action = u"Start stream"_s});
    QVERIFY(part<DesktopNotice>()->hasFocus());
}

void TestDesktopPanel::progressIsOnlyWords()
{
    openEmptyPanel();
    m_panel->showProgress(u"Starting the desktop"_s, u"Waiting for its display"_s);
    QVERIFY(says(u"Starting the desktop"_s));
    QVERIFY(says(u"Waiting for its display"_s));
    for (const QPushButton *button : part<EmptyPage>()->findChildren<QPushButton *>())
        QVERIFY(!button->isVisible());
}

void TestDesktopPanel::aNarrowPanelKeepsWhatMatters()
{
    openPanel(patternOf({600, 400}), {320, 400});
    const QRect bar = part<DesktopToolBar>()->rect();
    QVERIFY(bar.contains(tool(u"Take control"_s)->geometry()));
    auto *badge = m_panel->findChild<Badge *>(); // the eye never goes
    QVERIFY(badge->isVisible() && bar.contains(badge->geometry()));
    QCOMPARE(badge->accessibleName(), u"View only"_s);
    QVERIFY(tool(u"Take control"_s)->width() >= tool(u"Take control"_s)->sizeHint().width());
    m_panel->setDriving(true, u"qa-desk-3"_s);
    QTRY_VERIFY(bar.contains(buttonOf(*m_panel, u"Hand back"_s)->geometry()));
}

QTEST_MAIN(TestDesktopPanel)
#include "tst_desktoppanel.moc"
