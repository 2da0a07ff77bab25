// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/desktopstage.h>
#include <tests/widgets/scaledmain.h>
#include <tests/widgets/shown.h>

#include <QtGui/QAction>
#include <QtGui/QInputMethodEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using Scale = DesktopView::Scale;

/// What of keys and focus reaches the server.
class TestDesktopInput final : public DesktopStage
{
    Q_OBJECT

private:
    [[nodiscard]] QVariant query(Qt::InputMethodQuery what) const
    {
        const QWidget *widget = m_view;
        return widget->inputMethodQuery(what);
    }
    void commit(const QString &text, const QString &preedit = {})
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(text);
        QCoreApplication::sendEvent(m_view, &event);
    }

private Q_SLOTS:
    void nothingOfAnyKindIsSentWhileWatching();
    void keysArriveAsKeysyms();
    void aHeldKeyRepeats();
    void aKeyHeldFromBeforeIsNotTyped();
    void tabBelongsToTheSandbox();
    void shortcutsOfTheWindowWaitUntilHandedBack();
    void altDoesNotOpenTheMenuBar();
    void composedTextIsTyped();
    void inputMethodsAreAskedForOnlyWhileDriving();
    void nothingStaysPressedWhenTheFocusGoes();
    void nothingStaysPressedWhenTheViewIsHidden();
    void nothingStaysPressedWhenHandedBack();
    void nothingStaysPressedWhenTheSessionIsTakenAway();
    void theChordHandsBack();
    void aChordWithAClickInItDoesNot();
    void aChordInADragDoesNot();
    void f12IsAScreenshotInBothModes();
    void plainCAsksForControl();
};

void TestDesktopInput::nothingOfAnyKindIsSentWhileWatching()
{
    open(patternOf({300, 200}), {400, 300}, Scale::Native);
    QSignalSpy sent(&session().input(), &RfbInput::sent);
    const QPoint place = placeOf({50, 50}).toPoint();
    for (const auto button : {Qt::LeftButton, Qt::MiddleButton, Qt::RightButton, Qt::BackButton}) {
        QTest::mouseClick(m_view, button, {}, place);
        QTest::mouseDClick(m_view, button, {}, place);
    }
    QTest::mousePress(m_view, Qt::LeftButton, {}, place);
    QTest::mouseMove(m_view, place + QPoint(20, 20));
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, place);
    wheel({0, 120});
    wheel({-120, 0});
    QTest::keyClicks(m_view, u"abcABC123"_s);
    for (const int code : {Qt::Key_Return, Qt::Key_Tab, Qt::Key_F5, Qt::Key_Delete, Qt::Key_Left})
        key(QEvent::KeyPress, code);
    chord();
    commit(u"typed"_s, u"preedit"_s);
    m_window->hide();
    QVERIFY(showActive(*m_window));
    m_view->setFocus();
    drive();
    key(QEvent::KeyPress, Qt::Key_X, u"x"_s);
    QTRY_COMPARE(heard(), u"+78"_s);
    QCOMPARE(sent.count(), 1);
}

void TestDesktopInput::keysArriveAsKeysyms()
{
    openAndDrive();
    QTest::keyClicks(m_view, u"aA"_s);
    key(QEvent::KeyPress, Qt::Key_Return, u"\r"_s);
    key(QEvent::KeyRelease, Qt::Key_Return, u"\r"_s);
    key(QEvent::KeyPress, 0x142, u"ł"_s);
    key(QEvent::KeyRelease, 0x142, u"ł"_s);
    QTRY_COMPARE(heard(), u"+61 -61 +41 -41 +ff0d -ff0d +1000142 -1000142"_s);
}

void TestDesktopInput::aHeldKeyRepeats()
{
    openAndDrive();
    key(QEvent::KeyPress, Qt::Key_A, u"a"_s);
    for (int i = 0; i < 2; ++i) {
        key(QEvent::KeyRelease, Qt::Key_A, u"a"_s, true);
        key(QEvent::KeyPress, Qt::Key_A, u"a"_s, true);
    }
    key(QEvent::KeyRelease, Qt::Key_A, u"a"_s);
    QTRY_COMPARE(heard(), u"+61 +61 +61 -61"_s);
}

void TestDesktopInput::aKeyHeldFromBeforeIsNotTyped()
{
    open(patternOf({300, 200}), {400, 300}, Scale::Native);
    connect(m_view, &DesktopView::takeControlRequested, this, [this] { drive(); });
    key(QEvent::KeyPress, Qt::Key_C, u"c"_s);
    QVERIFY(m_view->isDriving());
    for (int i = 0; i < 3; ++i) {
        key(QEvent::KeyRelease, Qt::Key_C, u"c"_s, true);
        key(QEvent::KeyPress, Qt::Key_C, u"c"_s, true);
    }
    key(QEvent::KeyRelease, Qt::Key_C, u"c"_s);
    QTest::keyClick(m_view, Qt::Key_C);
    QTRY_COMPARE(heard(), u"+63 -63"_s);
}

void TestDesktopInput::tabBelongsToTheSandbox()
{
    auto *other = new QLineEdit(m_window.get());
    m_window->layout()->addWidget(other);
    openAndDrive();
    QTest::keyClick(m_view, Qt::Key_Tab);
    QTest::keyClick(m_view, Qt::Key_Backtab, Qt::ShiftModifier);
    QTRY_COMPARE(heard(), u"+ff09 -ff09 +ffe1 +ff09 -ff09 -ffe1"_s);
    QVERIFY(m_view->hasFocus());
    drive(false);
    QTest::keyClick(m_view, Qt::Key_Tab);
    QVERIFY(other->hasFocus());
}

void TestDesktopInput::shortcutsOfTheWindowWaitUntilHandedBack()
{
    auto *action = new QAction(m_window.get());
    action->setShortcut(Qt::CTRL | Qt::Key_W);
    m_window->addAction(action);
    QSignalSpy triggered(action, &QAction::triggered);
    openAndDrive();
    QTest::keyClick(m_window->windowHandle(), Qt::Key_W, Qt::ControlModifier);
    QTRY_COMPARE(heard(), u"+ffe3 +77 -77 -ffe3"_s);
    QCOMPARE(triggered.count(), 0);
    drive(false);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(triggered.count(), 1);
}

void TestDesktopInput::altDoesNotOpenTheMenuBar()
{
    auto *bar = new QMenuBar(m_window.get());
    bar->addMenu(u"&File"_s)->addAction(u"Open"_s);
    m_window->layout()->setMenuBar(bar);
    openAndDrive();
    QTest::keyPress(m_window->windowHandle(), Qt::Key_Alt, Qt::AltModifier);
    QTest::keyRelease(m_window->windowHandle(), Qt::Key_Alt);
    QTRY_VERIFY(heard().endsWith(u"+ffe9 -ffe9"_s));
    QVERIFY(m_view->hasFocus());
}

void TestDesktopInput::composedTextIsTyped()
{
    openAndDrive();
    QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf({40, 40}).toPoint());
    forgetInput();
    const QImage before = grabbed();
    commit({}, u"か"_s);
    QVERIFY(grabbed() != before); // what is being composed is seen
    commit(u"é漢"_s);
    QCOMPARE(grabbed(), before);
    QTRY_COMPARE(heard(), u"+e9 -e9 +1006f22 -1006f22"_s);
}

void TestDesktopInput::inputMethodsAreAskedForOnlyWhileDriving()
{
    open(patternOf({300, 200}), {400, 300}, Scale::Native);
    QVERIFY(!m_view->testAttribute(Qt::WA_InputMethodEnabled));
    QCOMPARE(query(Qt::ImEnabled), false);
    drive();
    QVERIFY(m_view->testAttribute(Qt::WA_InputMethodEnabled));
    QCOMPARE(query(Qt::ImEnabled), true);
    const QPoint place = placeOf({70, 90}).toPoint();
    QTest::mouseClick(m_view, Qt::LeftButton, {}, place);
    const QRectF caret = query(Qt::ImCursorRectangle).toRectF();
    QVERIFY((caret.topLeft() - QPointF(place)).manhattanLength() <= 2);
}

void TestDesktopInput::nothingStaysPressedWhenTheFocusGoes()
{
    auto *other = new QLineEdit(m_window.get());
    m_window->layout()->addWidget(other);
    openAndDrive();
    key(QEvent::KeyPress, Qt::Key_Shift);
    key(QEvent::KeyPress, Qt::Key_A, u"A"_s);
    other->setFocus();
    QTRY_COMPARE(heard(), u"+ffe1 +41 -41 -ffe1"_s);
    // The releases come too late, and Ctrl of before makes no chord with Alt of after.
    m_view->setFocus();
    key(QEvent::KeyRelease, Qt::Key_Shift);
    key(QEvent::KeyPress, Qt::Key_Control);
    QTRY_COMPARE(heard(), u"+ffe1 +41 -41 -ffe1 +ffe3"_s);
}

void TestDesktopInput::nothingStaysPressedWhenTheViewIsHidden()
{
    openAndDrive();
    QTest::mousePress(m_view, Qt::LeftButton, {}, placeOf({10, 10}).toPoint());
    key(QEvent::KeyPress, Qt::Key_Control);
    m_window->hide();
    QTRY_VERIFY(heard().contains(u"-ffe3 "_s) && heard().endsWith(u":0"_s));
}

void TestDesktopInput::nothingStaysPressedWhenHandedBack()
{
    openAndDrive();
    key(QEvent::KeyPress, Qt::Key_Control);
    drive(false);
    QTRY_COMPARE(heard(), u"+ffe3 -ffe3"_s);
}

void TestDesktopInput::nothingStaysPressedWhenTheSessionIsTakenAway()
{
    openAndDrive();
    key(QEvent::KeyPress, Qt::Key_Control);
    m_view->setSession(nullptr);
    QTRY_COMPARE(heard(), u"+ffe3 -ffe3"_s);
    QVERIFY(!m_view->isDriving());
    key(QEvent::KeyPress, Qt::Key_A, u"a"_s);
}

void TestDesktopInput::theChordHandsBack()
{
    openAndDrive();
    QSignalSpy handedBack(m_view, &DesktopView::handBackRequested);
    key(QEvent::KeyPress, Qt::Key_Control);
    key(QEvent::KeyPress, Qt::Key_Alt);
    key(QEvent::KeyPress, Qt::Key_T, u"t"_s);
    key(QEvent::KeyRelease, Qt::Key_T, u"t"_s);
    key(QEvent::KeyRelease, Qt::Key_Alt);
    key(QEvent::KeyRelease, Qt::Key_Control);
    QCOMPARE(handedBack.count(), 0);
    chord();
    QCOMPARE(handedBack.count(), 1);
    drive(false);
    chord();
    QCOMPARE(handedBack.count(), 1);
}

void TestDesktopInput::aChordWithAClickInItDoesNot()
{
    openAndDrive();
    QSignalSpy handedBack(m_view, &DesktopView::handBackRequested);
    for (const bool isWheel : {false, true}) {
        key(QEvent::KeyPress, Qt::Key_Control);
        key(QEvent::KeyPress, Qt::Key_Alt);
        if (isWheel)
            wheel({0, 120});
        else
            QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf({10, 10}).toPoint());
        key(QEvent::KeyRelease, Qt::Key_Alt);
        key(QEvent::KeyRelease, Qt::Key_Control);
    }
    QCOMPARE(handedBack.count(), 0);
}

void TestDesktopInput::aChordInADragDoesNot()
{
    openAndDrive();
    QSignalSpy handedBack(m_view, &DesktopView::handBackRequested);
    const QPoint place = placeOf({10, 10}).toPoint();
    QTest::mousePress(m_view, Qt::LeftButton, {}, place);
    chord();
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, place);
    // Nor one in which the drag ends.
    QTest::mousePress(m_view, Qt::LeftButton, {}, place);
    key(QEvent::KeyPress, Qt::Key_Control);
    key(QEvent::KeyPress, Qt::Key_Alt);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, place);
    key(QEvent::KeyRelease, Qt::Key_Alt);
    key(QEvent::KeyRelease, Qt::Key_Control);
    QCOMPARE(handedBack.count(), 0);
    chord();
    QCOMPARE(handedBack.count(), 1);
}

void TestDesktopInput::f12IsAScreenshotInBothModes()
{
    open(patternOf({300, 200}), {400, 300}, Scale::Native);
    QSignalSpy wanted(m_view, &DesktopView::screenshotRequested);
    QTest::keyClick(m_view, Qt::Key_F12);
    QCOMPARE(wanted.count(), 1);
    drive();
    QTest::keyClick(m_view, Qt::Key_F12);
    QCOMPARE(wanted.count(), 2);
    // With Ctrl it is the sandbox's.
    QTest::keyClick(m_view, Qt::Key_F12, Qt::ControlModifier);
    QTRY_COMPARE(heard(), u"+ffe3 +ffc9 -ffc9 -ffe3"_s);
    QCOMPARE(wanted.count(), 2);
}

void TestDesktopInput::plainCAsksForControl()
{
    open(patternOf({300, 200}), {400, 300}, Scale::Native);
    QSignalSpy wanted(m_view, &DesktopView::takeControlRequested);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 0);
    QTest::keyClick(m_view, Qt::Key_C);
    QCOMPARE(wanted.count(), 1);
    drive();
    QTest::keyClick(m_view, Qt::Key_C);
    QTRY_COMPARE(heard(), u"+63 -63"_s);
    QCOMPARE(wanted.count(), 1);
}

SANDGLASS_SCALED_MAIN(TestDesktopInput)
#include "tst_desktopinput.moc"
