// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/appearance.h>
#include <widgets/killpopover.h>

#include <QtGui/QShortcut>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPushButton>

#include <memory>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class TestKillPopover final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init();
    void cleanup() { m_window.reset(); }

    void theFocusIsOnCancelAndEnterOnlyCloses();
    void enterOnKillDoesNothing();
    void spaceOnKillKills();
    void aClickOnKillKillsOnce();
    void escapeClosesAndTheFocusGoesBack();
    void aPressBesideItClosesAndReachesNothingBelow();
    void tabStaysInside();
    void noShortcutOfTheWindowWorksMeanwhile();
    void severalAreListedByName();
    void itTurnsUpwardsWhereThereIsNoRoomBelow();
    void itFollowsTheWindowsSize();
    void aSecondQuestionForgetsTheFirst();

private:
    [[nodiscard]] QPushButton *button(const QString &text) const;
    [[nodiscard]] QString texts() const;
    void ask(int count, int y = 100);

    std::unique_ptr<QMainWindow> m_window;
    QLineEdit *m_list = nullptr; ///< stands for the list that had the focus
    KillPopover *m_popover = nullptr;
};

void TestKillPopover::init()
{
    QTest::failOnWarning();
    m_window = std::make_unique<QMainWindow>();
    m_list = new QLineEdit;
    m_window->setCentralWidget(m_list);
    m_window->resize(900, 600);
    m_popover = new KillPopover(m_list);
    m_window->show();
    m_window->activateWindow(); // there is no window manager that would
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_list->setFocus();
}

void TestKillPopover::ask(int count, int y)
{
    QList<KillSubject> subjects;
    for (int at = 1; at <= count; ++at)
        subjects.append({.key = u"a/%1"_s.arg(at),
                         .name = u"scraper-%1"_s.arg(at),
                         .id = u"i%1"_s.arg(at),
                         .age = u"17h"_s,
                         .templateName = u"base"_s,
                         .connection = u"prod"_s});
    m_popover->ask(subjects, QRect(m_window->mapToGlobal(QPoint(50, y)), QSize(500, 22)));
}

QPushButton *TestKillPopover::button(const QString &text) const
{
    for (QPushButton *one : m_popover->findChildren<QPushButton *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

QString TestKillPopover::texts() const
{
    QStringList all;
    for (const QLabel *label : m_popover->findChildren<QLabel *>())
        all.append(label->text());
    return all.join(u'|');
}

void TestKillPopover::theFocusIsOnCancelAndEnterOnlyCloses()
{
    QSignalSpy confirmed(m_popover, &KillPopover::confirmed);
    ask(1);
    QVERIFY(button(u"Cancel"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!m_popover->isVisible());
    QCOMPARE(confirmed.size(), 0);
}

void TestKillPopover::enterOnKillDoesNothing()
{
    QSignalSpy confirmed(m_popover, &KillPopover::confirmed);
    ask(1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(button(u"Kill"_s)->hasFocus());
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        QTest::keyClick(QApplication::focusWidget(), key);
    QCOMPARE(confirmed.size(), 0);
    QVERIFY(m_popover->isVisible());
}

void TestKillPopover::spaceOnKillKills()
{
    QSignalSpy confirmed(m_popover, &KillPopover::confirmed);
    ask(1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(confirmed.first().first().toStringList(), QStringList{u"a/1"_s});
}

void TestKillPopover::aClickOnKillKillsOnce()
{
    QSignalSpy confirmed(m_popover, &KillPopover::confirmed);
    ask(1);
    QTest::mouseDClick(button(u"Kill"_s), Qt::LeftButton);
    QTest::mouseClick(button(u"Kill"_s), Qt::LeftButton);
    QCOMPARE(confirmed.size(), 1);
    QVERIFY(!m_popover->isVisible());
    QVERIFY(m_list->hasFocus());
}

void TestKillPopover::escapeClosesAndTheFocusGoesBack()
{
    QSignalSpy closed(m_popover, &Popover::closed);
    ask(1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QVERIFY(m_list->hasFocus());
}

void TestKillPopover::aPressBesideItClosesAndReachesNothingBelow()
{
    QPushButton below(u"Below"_s, m_window.get());
    below.setGeometry(840, 560, 60, 40);
    below.show();
    QSignalSpy pressed(&below, &QPushButton::pressed);
    ask(1);
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, QPoint(880, 580));
    QVERIFY(!m_popover->isVisible());
    QCOMPARE(pressed.size(), 0);
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, QPoint(880, 580));
    QCOMPARE(pressed.size(), 1);
}

void TestKillPopover::tabStaysInside()
{
    ask(1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(button(u"Cancel"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QVERIFY(button(u"Kill"_s)->hasFocus());
}

void TestKillPopover::noShortcutOfTheWindowWorksMeanwhile()
{
    QShortcut shortcut(QKeySequence(Qt::SHIFT | Qt::Key_Delete), m_window.get());
    QSignalSpy activated(&shortcut, &QShortcut::activated);
    ask(1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete, Qt::ShiftModifier);
    QCOMPARE(activated.size(), 0);
    m_popover->close();
    m_window->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Delete, Qt::ShiftModifier);
    QCOMPARE(activated.size(), 1);
}

void TestKillPopover::severalAreListedByName()
{
    QSignalSpy confirmed(m_popover, &KillPopover::confirmed);
    ask(3);
    QVERIFY(texts().contains(u"Kill 3 sandboxes?"_s));
    QVERIFY(texts().contains(u"scraper-1"_s));
    QVERIFY(texts().contains(u"scraper-3"_s));
    QTest::mouseClick(button(u"Kill 3"_s), Qt::LeftButton);
    QCOMPARE(confirmed.first().first().toStringList(), (QStringList{u"a/1"_s, u"a/2"_s, u"a/3"_s}));
    ask(12);
    QVERIFY(texts().contains(u"and 3 more"_s));
}

void TestKillPopover::itTurnsUpwardsWhereThereIsNoRoomBelow()
{
    ask(1, 100);
    QVERIFY(m_popover->card()->y() > 122);
    m_popover->close();
    ask(1, 560);
    QVERIFY(m_popover->card()->geometry().bottom() < 560);
    QVERIFY(m_popover->rect().contains(m_popover->card()->geometry()));
}

void TestKillPopover::itFollowsTheWindowsSize()
{
    ask(1);
    m_window->resize(700, 400);
    QTRY_COMPARE(m_popover->size(), QSize(700, 400));
    QVERIFY(m_popover->rect().contains(m_popover->card()->geometry()));
}

void TestKillPopover::aSecondQuestionForgetsTheFirst()
{
    QSignalSpy confirmed(m_popover, &KillPopover::confirmed);
    ask(3);
    ask(1);
    QVERIFY(!texts().contains(u"scraper-3"_s));
    QVERIFY(texts().contains(u"Kill scraper-1?"_s));
    QTest::mouseClick(button(u"Kill"_s), Qt::LeftButton);
    QCOMPARE(confirmed.first().first().toStringList(), QStringList{u"a/1"_s});
}

QTEST_MAIN(TestKillPopover)
#include "tst_killpopover.moc"
