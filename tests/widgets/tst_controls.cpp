// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/shown.h>
#include <widgets/appearance.h>
#include <widgets/banner.h>
#include <widgets/detailheader.h>
#include <widgets/filterfield.h>
#include <widgets/fleetstatusbar.h>
#include <widgets/fonts.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>
#include <widgets/toast.h>
#include <widgets/workspacebar.h>

#include <QtGui/QHelpEvent>
#include <QtGui/QStatusTipEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QVBoxLayout>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class TestControls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }

    void buttonsGetARingFromTheKeyboardOnly();
    void fieldsAlwaysGetTheRing();
    void controlsHaveTheirMeasures();
    void figuresAreTabularAndTextGrowsFromTheBodyFont();
    void aCutLabelShowsItsWholeTextInTheTooltip();
    void aLabelFollowsTheTheme();
    void escapeClearsTheFilterAndThenLeaves();
    void theEyeIsFirstAndStatusTipsDoNotHideIt();
    void aMessageGoesByItselfUnlessItHasTheFocus();
    void anActionTakesItsMessageAway();
    void atMostFourMessagesAreShown();
    void detailTabsKeepTheirPlaceAndIdIsCopiedWhole();
    void onlyTheWorkspacesThereAreStandInTheBar();
    void aBannerReadsItsTextOut();
};

void TestControls::buttonsGetARingFromTheKeyboardOnly()
{
    QWidget window;
    auto *row = new QVBoxLayout(&window);
    auto *first = new QPushButton(u"First"_s);
    auto *second = new QPushButton(u"Second"_s);
    row->addWidget(first);
    row->addWidget(second);
    QVERIFY(showActive(window));
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(first->hasFocus());
    QVERIFY(!shownRing(window));
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(second->hasFocus());
    QVERIFY(shownRing(window));
    QCOMPARE(shownRing(window)->geometry(), second->geometry().adjusted(-3, -3, 3, 3));
    delete second;
    QVERIFY(!shownRing(window));
}

void TestControls::fieldsAlwaysGetTheRing()
{
    QWidget window;
    auto *row = new QVBoxLayout(&window);
    auto *field = new QLineEdit;
    row->addWidget(new QPushButton(u"Button"_s));
    row->addWidget(field);
    QVERIFY(showActive(window));
    QTest::mouseClick(field, Qt::LeftButton);
    QVERIFY(shownRing(window));
    QCOMPARE(shownRing(window)->widget(), field);
}

void TestControls::controlsHaveTheirMeasures()
{
    QVERIFY(qobject_cast<SandglassStyle *>(QApplication::style()));
    const int extra = scaledHeight(0, QFontMetrics(QApplication::font()));
    QCOMPARE(QPushButton(u"Text"_s).sizeHint().height(), 26 + extra);
    QCOMPARE(QLineEdit().sizeHint().height(), 26 + extra);
    WorkspaceBar bar;
    bar.setWorkspaces({WorkspaceKind::Fleet});
    QCOMPARE(bar.sizeHint().height(), 32 + extra);
    FleetStatusBar status;
    QCOMPARE(status.minimumHeight(), 28 + extra);
}

void TestControls::figuresAreTabularAndTextGrowsFromTheBodyFont()
{
    QFont body = QApplication::font();
    const QFontMetrics metrics(fontFor(FontStep::Body, body));
    QCOMPARE(metrics.horizontalAdvance(u"1111"_s), metrics.horizontalAdvance(u"8808"_s));
    const qreal small = fontFor(FontStep::Small, body).pointSizeF();
    body.setPointSizeF(body.pointSizeF() * 2);
    QCOMPARE(fontFor(FontStep::Small, body).pointSizeF(), small * 2);
    QVERIFY(fontFor(FontStep::PageTitle, body).pointSizeF() > body.pointSizeF() * 1.5);
    const QFontMetrics code(fontFor(FontStep::Code));
    QCOMPARE(code.horizontalAdvance(u"iiii"_s), code.horizontalAdvance(u"WWWW"_s));
    QCOMPARE(bodyFont(QFont(u"Cantarell"_s)).family(), u"Cantarell"_s);
}

void TestControls::aCutLabelShowsItsWholeTextInTheTooltip()
{
    const QString text = u"a text that is <b>much</b> too long for it"_s;
    Label label(text, FontStep::Body);
    label.setElideMode(Qt::ElideRight);
    label.resize(60, 20);
    QVERIFY(showActive(label));
    QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(&label, &help);
    QCOMPARE(QToolTip::text(), text.toHtmlEscaped());
    QToolTip::hideText();
    label.resize(label.sizeHint());
    QTRY_VERIFY(QToolTip::text().isEmpty());
    QApplication::sendEvent(&label, &help);
    QVERIFY(QToolTip::text().isEmpty());
    label.setElideMode(Qt::ElideNone);
    QVERIFY(label.minimumSizeHint().width() > 60);
}

void TestControls::aLabelFollowsTheTheme()
{
    Label label(u"text"_s, FontStep::Body, ThemeRole::Danger);
    QCOMPARE(label.palette().color(QPalette::WindowText), Theme::light().color(ThemeRole::Danger));
    setColorScheme(Qt::ColorScheme::Dark);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText),
                 Theme::dark().color(ThemeRole::Danger));
    setColorScheme(Qt::ColorScheme::Light);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText),
                 Theme::light().color(ThemeRole::Danger));
}

void TestControls::escapeClearsTheFilterAndThenLeaves()
{
    FilterField field;
    QSignalSpy changed(&field, &FilterField::filterChanged);
    QSignalSpy left(&field, &FilterField::leaveRequested);
    QVERIFY(showActive(field));
    field.focusAndSelect();
    QTest::keyClicks(QApplication::focusWidget(), u"cpu>9"_s);
    QCOMPARE(changed.last().first().toString(), u"cpu>9"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(left.size(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestControls::theEyeIsFirstAndStatusTipsDoNotHideIt()
{
    FleetStatusBar bar;
    bar.setChangesSent(1);
    bar.setSegments({{.label = u"Cost"_s, .value = u"$1"_s}});
    bar.resize(900, 28);
    QVERIFY(showActive(bar));
    QLabel *mode = nullptr;
    for (QLabel *label : bar.findChildren<QLabel *>()) {
        if (label->text() == u"Observing")
            mode = label;
    }
    QVERIFY(mode && mode->isVisible());
    for (const QLabel *label : bar.findChildren<QLabel *>()) {
        if (label != mode && label->isVisible())
            QVERIFY(label->mapTo(&bar, QPoint()).x() > mode->mapTo(&bar, QPoint()).x());
    }
    QStatusTipEvent tip(u"A tip"_s);
    QApplication::sendEvent(&bar, &tip);
    QVERIFY(mode->isVisible());
}

void TestControls::aMessageGoesByItselfUnlessItHasTheFocus()
{
    QWidget window;
    window.resize(600, 300);
    ToastArea area(&window);
    QVERIFY(showActive(window));
    area.post({.title = u"Created"_s, .duration = std::chrono::milliseconds(20)});
    QTRY_COMPARE(area.count(), 0);
    area.post({.title = u"Killed"_s,
               .actionText = u"Create again"_s,
               .duration = std::chrono::milliseconds(20)});
    QPushButton *action = buttonOf(area, u"Create again"_s);
    action->setFocus();
    area.post({.title = u"Another"_s, .duration = std::chrono::milliseconds(80)});
    QTRY_COMPARE(area.count(), 1);
    QVERIFY(action->hasFocus());
    action->clearFocus();
    QTRY_COMPARE(area.count(), 0);
    QVERIFY(!area.isVisible());
}

void TestControls::anActionTakesItsMessageAway()
{
    QWidget window;
    window.resize(600, 300);
    ToastArea area(&window);
    QVERIFY(showActive(window));
    QSignalSpy acted(&area, &ToastArea::actionRequested);
    const int id = area.post({.title = u"Killed"_s, .actionText = u"Create again"_s});
    QTest::mouseClick(buttonOf(area, u"Create again"_s), Qt::LeftButton);
    QCOMPARE(acted.size(), 1);
    QCOMPARE(acted.first().first().toInt(), id);
    QCOMPARE(area.count(), 0);
}

void TestControls::atMostFourMessagesAreShown()
{
    QWidget window;
    window.resize(600, 500);
    ToastArea area(&window);
    for (int at = 0; at < 6; ++at)
        area.post({.title = u"Message %1"_s.arg(at)});
    QCOMPARE(area.count(), 4);
}

void TestControls::detailTabsKeepTheirPlaceAndIdIsCopiedWhole()
{
    DetailHeader header;
    header.resize(900, 31);
    header.setTabs({u"Overview"_s, u"Terminal"_s});
    QSignalSpy tab(&header, &DetailHeader::tabChosen);
    QSignalSpy copied(&header, &DetailHeader::copyIdRequested);
    header.setSubject({.key = u"k"_s, .name = u"scraper"_s, .id = u"i8f2abcdefghijklx07q"_s});
    QVERIFY(showActive(header));
    auto *tabs = header.findChild<QTabBar *>();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QCOMPARE(tab.size(), 1);
    QCOMPARE(tab.first().first().toInt(), 1);
    header.setTabs({u"Overview"_s, u"Terminal"_s});
    header.setTabCount(1, 2);
    QCOMPARE(header.currentTab(), 1);
    QCOMPARE(tabs->tabText(1), u"Terminal  2"_s);
    QCOMPARE(tab.size(), 1);
    QTest::mouseClick(header.findChildren<QToolButton *>().first(), Qt::LeftButton);
    QCOMPARE(copied.first().first().toString(), u"i8f2abcdefghijklx07q"_s);
}

void TestControls::onlyTheWorkspacesThereAreStandInTheBar()
{
    WorkspaceBar bar;
    QSignalSpy chosen(&bar, &WorkspaceBar::workspaceChosen);
    bar.setWorkspaces({WorkspaceKind::Fleet, WorkspaceKind::Workspace});
    bar.setCurrent(WorkspaceKind::Workspace);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(bar.current(), WorkspaceKind::Workspace);
    QVERIFY(showActive(bar));
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(0).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<WorkspaceKind>(), WorkspaceKind::Fleet);
    bar.setWorkspaces({WorkspaceKind::Fleet});
    QCOMPARE(bar.count(), 1);
    QCOMPARE(chosen.size(), 1);
}

void TestControls::aBannerReadsItsTextOut()
{
    Banner banner(Banner::Kind::Danger);
    banner.setText(u"prod rejected the key (401)."_s, u"The list is from 13:58."_s);
    QCOMPARE(banner.accessibleName(), u"prod rejected the key (401). The list is from 13:58."_s);
    QPushButton *retry = banner.addButton(u"Test"_s);
    connect(retry, &QPushButton::clicked, &banner, &Banner::clearButtons);
    retry->click();
    QVERIFY(retry->isHidden());
    QTRY_VERIFY(banner.findChildren<QPushButton *>().isEmpty());
}

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
