// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/appearance.h>
#include <widgets/firstrunpage.h>

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QPushButton>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class TestFirstRunPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }

    void enterOnTheFirstPageStartsHere();
    void theOtherCardTakesEnterWhileItHasTheFocus();
    void aLocalStartThatFailsCanBeTriedAgain();

private:
    static void open(QWidget &widget);
};

void TestFirstRunPage::open(QWidget &widget)
{
    widget.show();
    widget.activateWindow(); // there is no window manager that would
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

namespace {

QFocusFrame *shownRing(QWidget &window)
{
    for (QFocusFrame *frame : window.findChildren<QFocusFrame *>()) {
        if (frame->isVisible())
            return frame;
    }
    return nullptr;
}

QPushButton *buttonOf(const QWidget &widget, const QString &text)
{
    for (QPushButton *one : widget.findChildren<QPushButton *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

} // namespace

void TestFirstRunPage::enterOnTheFirstPageStartsHere()
{
    FirstRunPage page;
    page.resize(1000, 700);
    QSignalSpy local(&page, &FirstRunPage::tryLocalRequested);
    open(page);
    QVERIFY(buttonOf(page, u"Start a local sandbox"_s)->hasFocus());
    QVERIFY(shownRing(page));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(local.size(), 1);
}

void TestFirstRunPage::theOtherCardTakesEnterWhileItHasTheFocus()
{
    FirstRunPage page;
    page.resize(1000, 700);
    QSignalSpy local(&page, &FirstRunPage::tryLocalRequested);
    QSignalSpy connection(&page, &FirstRunPage::connectRequested);
    open(page);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(connection.size(), 1);
    QCOMPARE(local.size(), 0);
}

void TestFirstRunPage::aLocalStartThatFailsCanBeTriedAgain()
{
    FirstRunPage page;
    page.resize(1000, 700);
    QSignalSpy local(&page, &FirstRunPage::tryLocalRequested);
    QSignalSpy connection(&page, &FirstRunPage::connectRequested);
    open(page);
    page.setBusy(u"Starting the local host"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(local.size() + connection.size(), 0);
    page.setError(u"It did not start"_s, u"Nothing was started."_s, u"sudo true"_s);
    QVERIFY(buttonOf(page, u"Try again"_s)->hasFocus());
    QTest::mouseClick(buttonOf(page, u"Copy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"sudo true"_s);
    QTest::mouseClick(buttonOf(page, u"Try again"_s), Qt::LeftButton);
    QCOMPARE(local.size(), 1);
}

QTEST_MAIN(TestFirstRunPage)
#include "tst_firstrunpage.moc"
