// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalsurface.h>
#include <tests/terminal/printedscreen.h>

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

constexpr auto control = Qt::ControlModifier;
constexpr auto alt = Qt::AltModifier;
constexpr auto shift = Qt::ShiftModifier;

void row(const char *name, int key, Qt::KeyboardModifiers modifiers, const QString &text,
         const QByteArray &expected, const QByteArray &before = {})
{
    QTest::newRow(name) << key << int(modifiers.toInt()) << text << before << expected;
}

void addCharacterKeys()
{
    row("letter", Qt::Key_A, {}, u"a"_s, "a");
    row("accent", Qt::Key_Eacute, {}, u"é"_s, "\xc3\xa9");
    row("ctrl letter", Qt::Key_C, control, u"\x03"_s, "\x03");
    row("ctrl i", Qt::Key_I, control, u"\t"_s, "\t");
    row("ctrl m", Qt::Key_M, control, u"\r"_s, "\r");
    row("ctrl bracket", Qt::Key_BracketLeft, control, u"\x1b"_s, "\x1b");
    row("ctrl space", Qt::Key_Space, control, u" "_s, QByteArray(1, '\0'));
    row("ctrl underscore", Qt::Key_Underscore, control | shift, u"\x1f"_s, "\x1f");
    row("alt letter", Qt::Key_B, alt, u"b"_s,
        "\x1b"
        "b");
    row("alt without text", Qt::Key_B, alt, {},
        "\x1b"
        "b");
    row("ctrl alt letter", Qt::Key_B, control | alt, u"\x02"_s, "\x1b\x02");
    row("altgr", Qt::Key_At, control | alt, u"@"_s, "\x1b" + QByteArray(1, '\0'));
    row("altgr euro", 0x20ac, control | alt, u"€"_s, "\xe2\x82\xac");
}

void addNamedKeys()
{
    row("enter", Qt::Key_Return, {}, u"\r"_s, "\r");
    row("shift enter", Qt::Key_Return, shift, u"\r"_s, "\r");
    row("keypad enter", Qt::Key_Enter, Qt::KeypadModifier, u"\r"_s, "\r");
    row("backspace", Qt::Key_Backspace, {}, u"\b"_s, "\x7f");
    row("ctrl backspace", Qt::Key_Backspace, control, u"\x7f"_s, "\b");
    row("alt backspace", Qt::Key_Backspace, alt, u"\b"_s, "\x1b\x7f");
    row("tab", Qt::Key_Tab, {}, u"\t"_s, "\t");
    row("shift tab", Qt::Key_Backtab, shift, {}, "\x1b[Z");
    row("escape", Qt::Key_Escape, {}, u"\x1b"_s, "\x1b");
    row("up", Qt::Key_Up, {}, {}, "\x1b[A");
    row("up application", Qt::Key_Up, {}, {}, "\x1bOA", "\x1b[?1h");
    row("ctrl left", Qt::Key_Left, control, {}, "\x1b[1;5D");
    row("shift alt end", Qt::Key_End, shift | alt, {}, "\x1b[1;4F");
    row("delete", Qt::Key_Delete, {}, u"\x7f"_s, "\x1b[3~");
    row("page up", Qt::Key_PageUp, {}, {}, "\x1b[5~");
    row("f1", Qt::Key_F1, {}, {}, "\x1bOP");
    row("f5", Qt::Key_F5, {}, {}, "\x1b[15~");
    row("shift f12", Qt::Key_F12, shift, {}, "\x1b[24;2~");
    row("keypad 5", Qt::Key_5, Qt::KeypadModifier, u"5"_s, "5");
    row("keypad 5 application", Qt::Key_5, Qt::KeypadModifier, u"5"_s, "\x1bOu", "\x1b=");
}

} // namespace

class TestTerminalSurface : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void smallOutputIsSeenAtOnceAndAnnouncedOnce()
    {
        TerminalSurface surface({20, 4});
        QSignalSpy damaged(&surface, &TerminalSurface::damaged);
        surface.receive("one");
        surface.receive(" two");
        QCOMPARE(printedScreen(surface.grid()), u"one two"_s);
        QCOMPARE(damaged.count(), 0);
        QTRY_COMPARE(damaged.count(), 1);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(damaged.count(), 1);
    }
    void aFloodLeavesTheEventLoopFreeAndLosesNothing()
    {
        TerminalSurface surface({80, 24});
        QByteArray flood;
        for (int line = 0; line < 60'000; ++line)
            flood += "line " + QByteArray::number(line) + " of a flood of output\r\n";
        QSignalSpy busy(&surface, &TerminalSurface::busyChanged);
        surface.receive(flood);
        QVERIFY(surface.isBusy());
        QCOMPARE(busy.count(), 1);
        int turns = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&turns] { ++turns; });
        timer.start(0);
        QTRY_COMPARE_WITH_TIMEOUT(surface.queuedBytes(), 0, 60'000);
        QVERIFY(turns > 3);
        QVERIFY(!surface.isBusy());
        QCOMPARE(busy.count(), 2);
        QCOMPARE(printedScreen(surface.grid()).section(u'\n', -1),
                 u"line 59999 of a flood of output"_s);
    }
    void whatTheQueueCannotHoldIsSaidOnTheScreen()
    {
        TerminalSurface surface({80, 24});
        QSignalSpy skipped(&surface, &TerminalSurface::skipped);
        const QByteArray part(8 * 1024 * 1024, '\0');
        for (int index = 0; index < 6; ++index)
            surface.receive(part);
        QVERIFY(surface.queuedBytes() <= TerminalSurface::maximumQueue);
        QTRY_COMPARE_WITH_TIMEOUT(skipped.count(), 1, 60'000);
        QVERIFY(skipped.first().first().toLongLong() > 8 * 1024 * 1024);
        QVERIFY(printedScreen(surface.grid()).contains(u"came too fast and is not shown"_s));
    }
    void keysBecomeWhatTerminalsSend_data();
    void keysBecomeWhatTerminalsSend();
    void theModifierAloneSendsNothing()
    {
        TerminalSurface surface({20, 4});
        QVERIFY(!surface.sendKey(Qt::Key_Shift, Qt::ShiftModifier, {}));
        QVERIFY(!surface.sendKey(Qt::Key_F20, Qt::NoModifier, {}));
    }
    void aPasteIsCleanedAndBracketedWhenAsked()
    {
        TerminalSurface surface({20, 4});
        QByteArray sent;
        surface.setOutput([&sent](QByteArrayView bytes) { sent += bytes; });
        surface.paste(u"a\r\nb\nc\x1b[201~\u202ed\te"_s);
        QCOMPARE(sent, "a\rb\rc[201~d\te"_ba);
        sent.clear();
        surface.receive("\x1b[?2004h");
        surface.paste(u"x\x1b[201~;rm"_s);
        QCOMPARE(sent, "\x1b[200~x[201~;rm\x1b[201~"_ba);
    }
    void riskyPastesAreKnown()
    {
        TerminalSurface surface({20, 4});
        QCOMPARE(surface.pasteNeedsConfirmation(u"ls -l"_s), PasteRisk::None);
        QCOMPARE(surface.pasteNeedsConfirmation(u"ls\nrm"_s), PasteRisk::SeveralLines);
        QCOMPARE(surface.pasteNeedsConfirmation(u"ls\x1b"_s), PasteRisk::ControlCharacters);
        surface.receive("\x1b[?2004h");
        QCOMPARE(surface.pasteNeedsConfirmation(u"ls\nrm"_s), PasteRisk::None);
        QCOMPARE(surface.pasteNeedsConfirmation(u"a\u202eb"_s), PasteRisk::ControlCharacters);
    }
    void theMouseIsReportedAsAskedFor()
    {
        TerminalSurface surface({20, 4});
        QByteArray sent;
        surface.setOutput([&sent](QByteArrayView bytes) { sent += bytes; });
        using Kind = TerminalMouseEvent::Kind;
        surface.sendMouse({Kind::Press, 1, {1, 2}, {}});
        surface.sendMouse({Kind::Release, 1, {1, 2}, {}});
        QCOMPARE(sent, QByteArray());
        surface.receive("\x1b[?1002h\x1b[?1006h");
        surface.sendMouse({Kind::Press, 1, {1, 2}, {}});
        surface.sendMouse({Kind::Move, 0, {1, 3}, {}});
        surface.sendMouse({Kind::Release, 1, {1, 3}, {}});
        surface.sendMouse({Kind::Wheel, 4, {0, 0}, Qt::ControlModifier});
        QCOMPARE(sent, "\x1b[<0;3;2M\x1b[<32;4;2M\x1b[<0;4;2m\x1b[<80;1;1M"_ba);
    }
    void focusIsReportedAsAskedFor()
    {
        TerminalSurface surface({20, 4});
        QByteArray sent;
        surface.setOutput([&sent](QByteArrayView bytes) { sent += bytes; });
        surface.sendFocus(true);
        surface.receive("\x1b[?1004h");
        surface.sendFocus(false);
        surface.sendFocus(true);
        QCOMPARE(sent, "\x1b[O\x1b[I"_ba);
    }
    void titlesAreCleaned()
    {
        TerminalSurface surface({20, 4});
        QSignalSpy title(&surface, &TerminalSurface::titleChanged);
        surface.receive("\x1b]0;  vim \xe2\x80\xae main.py\x07");
        QTRY_COMPARE(title.count(), 1);
        QCOMPARE(surface.title(), u"vim main.py"_s);
        surface.receive("\x1b]2;" + QByteArray(500, 'x') + "\x07");
        QTRY_COMPARE(surface.title().size(), 120);
    }
    void theBellRingsOncePerTurn()
    {
        TerminalSurface surface({20, 4});
        QSignalSpy bell(&surface, &TerminalSurface::bell);
        surface.receive("\a\a\a\a");
        QTRY_COMPARE(bell.count(), 1);
    }
    void sizesAreClippedAndAnnounced()
    {
        TerminalSurface surface({0, 0});
        QCOMPARE(surface.size(), QSize(2, 1));
        QSignalSpy resized(&surface, &TerminalSurface::resized);
        surface.resize({5000, 5000});
        QCOMPARE(surface.size(), QSize(1000, 1000));
        surface.resize({4000, 4000});
        QCOMPARE(resized.count(), 1);
    }
    void wordsLinesAndCharactersAreSelected();
    void aSelectionSurvivesScrollingAndEndsWhenItsTextChanges();
    void textIsFoundAnywhere();
};

void TestTerminalSurface::keysBecomeWhatTerminalsSend_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("expected");
    addCharacterKeys();
    addNamedKeys();
}

void TestTerminalSurface::keysBecomeWhatTerminalsSend()
{
    QFETCH(const int, key);
    QFETCH(const int, modifiers);
    QFETCH(const QString, text);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, expected);
    TerminalSurface surface({20, 4});
    surface.receive(before);
    QByteArray sent;
    surface.setOutput([&sent](QByteArrayView bytes) { sent += bytes; });
    QVERIFY(surface.sendKey(key, Qt::KeyboardModifiers::fromInt(modifiers), text));
    QCOMPARE(sent, expected);
}

void TestTerminalSurface::wordsLinesAndCharactersAreSelected()
{
    TerminalSurface surface({12, 4});
    surface.receive("cat /etc/hosts | wc\r\n\xe6\xbc\xa2\xe5\xad\x97 end");
    TerminalSelection &selection = surface.selection();
    const qint64 top = surface.grid().screenTop();
    selection.start({top, 6}, SelectionUnit::Word);
    QCOMPARE(surface.selectedText(), u"/etc/hosts"_s);
    selection.extendTo({top, 1});
    QCOMPARE(surface.selectedText(), u"cat /etc/hosts"_s);
    selection.start({top + 1, 0}, SelectionUnit::Line);
    QCOMPARE(surface.selectedText(), u"cat /etc/hosts | wc"_s);
    selection.start({top, 1}, SelectionUnit::Character);
    QVERIFY(selection.isEmpty());
    selection.extendTo({top, 3});
    QCOMPARE(surface.selectedText(), u"at"_s);
    selection.start({top + 2, 0}, SelectionUnit::Character);
    selection.extendTo({top + 2, 3});
    QCOMPARE(surface.selectedText(), u"漢"_s);
    selection.selectAll();
    QCOMPARE(surface.selectedText().trimmed(), u"cat /etc/hosts | wc\n漢字 end"_s);
}

void TestTerminalSurface::aSelectionSurvivesScrollingAndEndsWhenItsTextChanges()
{
    TerminalSurface surface({20, 3});
    QSignalSpy changed(&surface, &TerminalSurface::selectionChanged);
    surface.receive("keep this\r\nother\r\n");
    surface.selection().start({surface.grid().screenTop(), 0}, SelectionUnit::Line);
    for (int line = 0; line < 50; ++line)
        surface.receive("more\r\n");
    QSignalSpy damaged(&surface, &TerminalSurface::damaged);
    QTRY_VERIFY(damaged.count() > 0);
    QCOMPARE(surface.selectedText(), u"keep this"_s);
    QCOMPARE(changed.count(), 0);
    surface.selection().start({surface.grid().screenTop(), 0}, SelectionUnit::Line);
    QCOMPARE(surface.selectedText(), u"more"_s);
    surface.receive("\x1b[Hless");
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(surface.selection().isEmpty());
    surface.selection().start({surface.grid().screenTop(), 0}, SelectionUnit::Line);
    surface.resize({10, 3});
    QTRY_COMPARE(changed.count(), 2);
}

void TestTerminalSurface::textIsFoundAnywhere()
{
    TerminalSurface surface({10, 3});
    for (int line = 0; line < 30; ++line)
        surface.receive("row " + QByteArray::number(line) + "\r\n");
    surface.receive("abcdefgNEEDLE here");
    QVERIFY(surface.find(u"needle"_s, SearchDirection::Up));
    QCOMPARE(surface.selectedText(), u"NEEDLE"_s);
    QVERIFY(surface.find(u"ROW 1"_s, SearchDirection::Up));
    QCOMPARE(surface.selection().span().begin.row, surface.grid().firstRow() + 19);
    QVERIFY(surface.find(u"row 1"_s, SearchDirection::Up));
    QCOMPARE(surface.selection().span().begin.row, surface.grid().firstRow() + 18);
    QVERIFY(surface.find(u"row 1"_s, SearchDirection::Down));
    QVERIFY(surface.find(u"row 1"_s, SearchDirection::Down));
    QCOMPARE(surface.selection().span().begin.row, surface.grid().firstRow() + 1);
    QVERIFY(!surface.find(u"absent"_s, SearchDirection::Down));
    QVERIFY(surface.find(u"needle"_s, SearchDirection::Down));
    QVERIFY(surface.find(u"needle"_s, SearchDirection::Down));
    QCOMPARE(surface.selectedText(), u"NEEDLE"_s);
}

QTEST_GUILESS_MAIN(TestTerminalSurface)
#include "tst_terminalsurface.moc"
