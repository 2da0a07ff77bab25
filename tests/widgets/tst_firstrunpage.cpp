// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/shown.h>
#include <widgets/appearance.h>
#include <widgets/firstrunpage.h>

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
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
};

void TestFirstRunPage::enterOnTheFirstPageStartsHere()
{
    FirstRunPage page;
    page.resize(1000, 700);
    QSignalSpy local(&page, &FirstRunPage::tryLocalRequested);
    QVERIFY(showActive(page));
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
    QVERIFY(showActive(page));
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
    QVERIFY(showActive(page));
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
