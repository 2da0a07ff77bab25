// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/splits.h>
#include <tests/terminal/printedscreen.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

QString screenAfter(QByteArrayView bytes, int rows = 5, int columns = 10)
{
    TerminalMachine machine(rows, columns, {});
    feedAll(machine, bytes);
    return printedScreen(machine.grid());
}

TerminalCell cellAfter(QByteArrayView bytes)
{
    TerminalMachine machine(2, 10, {});
    feedAll(machine, bytes);
    const TerminalRow row = machine.grid().row(machine.grid().screenTop());
    return row.cells.empty() ? TerminalCell() : row.cells.front();
}

QByteArray numberedLines(int count)
{
    QByteArray bytes;
    for (int line = 1; line <= count; ++line)
        bytes += "line " + QByteArray::number(line) + (line < count ? "\r\n" : "");
    return bytes;
}

void addCursorAndErasing()
{
    QTest::newRow("text") << "hello\r\nworld"_ba << u"hello\nworld"_s;
    QTest::newRow("wrap") << "abcdefghijklm"_ba << u"abcdefghij\nklm"_s;
    QTest::newRow("no wrap") << "\x1b[?7labcdefghijklm"_ba << u"abcdefghim"_s;
    QTest::newRow("cursor address") << "\x1b[3;4Hx\x1b[1;1Hy"_ba << u"y\n\n   x"_s;
    QTest::newRow("cursor moves") << "abc\x1b[2Dx\x1b[By\x1b[Az"_ba << u"axcz\n  y"_s;
    QTest::newRow("tabs") << "a\tb\r\n\x1b[5G\x1bH\r\tc"_ba << u"a       b\n    c"_s;
    QTest::newRow("erase to end") << "abcdef\x1b[3D\x1b[K"_ba << u"abc"_s;
    QTest::newRow("erase to start") << "abcdef\x1b[3D\x1b[1K"_ba << u"    ef"_s;
    QTest::newRow("erase line") << "abc\r\ndef\x1b[2K"_ba << u"abc"_s;
    QTest::newRow("erase below") << "abc\r\ndef\r\nghi\x1b[2;2H\x1b[J"_ba << u"abc\nd"_s;
    QTest::newRow("erase above") << "abc\r\ndef\r\nghi\x1b[2;2H\x1b[1J"_ba << u"\n  f\nghi"_s;
    QTest::newRow("erase screen") << "abc\r\ndef\x1b[2J"_ba << u""_s;
    QTest::newRow("selective erase") << "a\x1b[1\"qb\x1b[0\"qc\x1b[?2K"_ba << u" b"_s;
    QTest::newRow("erase characters") << "abcdef\x1b[2G\x1b[3X"_ba << u"a   ef"_s;
    QTest::newRow("insert characters") << "abcdef\x1b[2G\x1b[2@"_ba << u"a  bcdef"_s;
    QTest::newRow("insert pushes out") << "abcdefghij\x1b[2G\x1b[3@"_ba << u"a   bcdefg"_s;
    QTest::newRow("delete characters") << "abcdef\x1b[2G\x1b[2P"_ba << u"adef"_s;
    QTest::newRow("insert mode") << "abc\r\x1b[4hxy\x1b[4l"_ba << u"xyabc"_s;
}

void addScrolling()
{
    QTest::newRow("insert lines") << "a\r\nb\r\nc\x1b[2H\x1b[2L"_ba << u"a\n\n\nb\nc"_s;
    QTest::newRow("delete lines") << "a\r\nb\r\nc\r\nd\x1b[2H\x1b[2M"_ba << u"a\nd"_s;
    QTest::newRow("scroll up") << "a\r\nb\r\nc\x1b[S"_ba << u"b\nc"_s;
    QTest::newRow("scroll down") << "a\r\nb\r\nc\x1b[2T"_ba << u"\n\na\nb\nc"_s;
    QTest::newRow("scroll off") << "1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7"_ba << u"3\n4\n5\n6\n7"_s;
    QTest::newRow("region") << "1\r\n2\r\n3\r\n4\r\n5\x1b[2;4r\x1b[4H\n\nx"_ba << u"1\n4\n\nx\n5"_s;
    QTest::newRow("reverse index") << "1\r\n2\r\n3\x1b[2;3r\x1b[2H\x1bMx"_ba << u"1\nx\n2"_s;
    QTest::newRow("origin mode") << "\x1b[2;4r\x1b[?6h\x1b[1;1Hx\x1b[9;1Hy"_ba << u"\nx\n\ny"_s;
    QTest::newRow("margins") << "abcdefgh\x1b[?69h\x1b[3;6s\x1b[1;3H\x1b[2P"_ba << u"abef  gh"_s;
    QTest::newRow("margins scroll")
        << "abcd\r\nefgh\r\nijkl\x1b[?69h\x1b[2;3s\x1b[S"_ba << u"afgd\nejkh\ni  l"_s;
    QTest::newRow("save cursor") << "ab\x1b"
                                    "7\x1b[4;4Hc\x1b"
                                    "8d"_ba
                                 << u"abd\n\n\n   c"_s;
}

void addCharacters()
{
    QTest::newRow("line drawing") << "\x1b(0lqk\x1b(B-"_ba << u"┌─┐-"_s;
    QTest::newRow("repeat") << "ab\x1b[3b"_ba << u"abbbb"_s;
    QTest::newRow("repeat nothing") << "\x1b[99b"_ba << u""_s;
    QTest::newRow("repeat drawn") << "\x1b(0q\x1b[3b\x1b(B"_ba << u"────"_s;
    QTest::newRow("alignment") << "\x1b#8\x1b[2;4H\x1b[J"_ba << u"EEEEEEEEEE\nEEE"_s;
    QTest::newRow("wide") << "\xe6\xbc\xa2\xe5\xad\x97x"_ba << u"漢字x"_s;
    QTest::newRow("wide wraps") << "123456789\xe6\xbc\xa2"_ba << u"123456789\n漢"_s;
    QTest::newRow("half of wide") << "\xe6\xbc\xa2\xe5\xad\x97\x1b[2Gx"_ba << u" x字"_s;
    QTest::newRow("erase half of wide") << "\xe6\xbc\xa2\xe5\xad\x97\x1b[1;3H\x1b[1K"_ba << u""_s;
    QTest::newRow("combining") << "e\xcc\x81x"_ba << u"e\u0301x"_s;
    QTest::newRow("emoji") << "\xf0\x9f\x98\x80!"_ba << u"😀!"_s;
    QTest::newRow("invalid") << "a\xff\xc3z"_ba << u"a\ufffd\ufffdz"_s;
    QTest::newRow("alternate") << "main\x1b[?1049h\x1b[Halt"_ba << u"alt"_s;
    QTest::newRow("alternate left") << "main\x1b[?1049h\x1b[Halt\x1b[?1049l!"_ba << u"main!"_s;
    QTest::newRow("reset") << "abc\x1b[?1049hdef\x1b"
                              "cx"_ba
                           << u"x"_s;
    QTest::newRow("unknown") << "\x1b[>4;2m\x1b[?2026h\x1b[99z\x1b]1337;x\x07ok"_ba << u"ok"_s;
    QTest::newRow("title") << "\x1b]0;t\xc3\xa9xt\x07\x1b]2;two\x1b\\ok"_ba << u"ok"_s;
    QTest::newRow("control in sequence") << "ab\x1b[\r2Cx"_ba << u"abx"_s;
    QTest::newRow("cancelled") << "\x1b[3\x18m"_ba << u"m"_s;
    QTest::newRow("colours") << "\x1b[1;31ma\x1b[38;5;200mb\x1b[48;2;1;2;3mc\x1b[0md"_ba
                             << u"abcd"_s;
}

void addSequences()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("screen");
    addCursorAndErasing();
    addScrolling();
    addCharacters();
}

// What hostile bytes are made of: the beginnings, arguments and ends of sequences that do most.
const QByteArrayList &hostilePieces()
{
    static const QByteArrayList pieces =
        QByteArray(
            "\x1b[ \x1b] \x1bP \x1b ; : ? 1 9999999 0 H r J K L M @ P b S T m h l \x1b[?69h \x1b[s "
            "\x1b"
            "7 \x1b"
            "8 \x1b#8 \x1b"
            "c \x1bH \x1b[!p \x1b[?1049h \x1b[?1049l \xcc\x81 "
            "\xe6\xbc\xa2 \xc2\x80 \n \r \t \x1b(0 \x1bN text \x1b[6n \x1b]0;x \x07 \x1b\\ "
            "\x1b[4h \x1b[?6h \x1b[5;3r \x1b[4;9s \x1b['} \x1b['~ \x1bM \x1b[I \x1b[Z")
            .split(' ');
    return pieces;
}

} // namespace

class TestTerminalMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void sequencesDrawWhatTheyMean_data() { addSequences(); }
    void sequencesDrawWhatTheyMean()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, screen);
        QCOMPARE(screenAfter(bytes), screen);
    }
    void everySplitDrawsTheSame_data() { addSequences(); }
    void everySplitDrawsTheSame()
    {
        QFETCH(const QByteArray, bytes);
        TerminalMachine whole(5, 10, {});
        feedAll(whole, bytes);
        const QString expected = printedState(whole);
        forEachSplit(std::string_view(bytes.constData(), std::size_t(bytes.size())),
                     [&](std::string_view first, std::string_view second) {
                         TerminalMachine machine(5, 10, {});
                         feedAll(machine, {first.data(), qsizetype(first.size())});
                         feedAll(machine, {second.data(), qsizetype(second.size())});
                         QCOMPARE(printedState(machine), expected);
                     });
    }
    void coloursAndAttributesReachTheCell()
    {
        using namespace TerminalAttribute;
        QCOMPARE(cellAfter("\x1b[31mx").foreground, TerminalColor::indexed(1));
        QCOMPARE(cellAfter("\x1b[97mx").foreground, TerminalColor::indexed(15));
        QCOMPARE(cellAfter("\x1b[38;5;231mx").foreground, TerminalColor::indexed(231));
        QCOMPARE(cellAfter("\x1b[38;2;1;2;3mx").foreground, TerminalColor::rgb(1, 2, 3));
        QCOMPARE(cellAfter("\x1b[38:2::1:2:3mx").foreground, TerminalColor::rgb(1, 2, 3));
        QCOMPARE(cellAfter("\x1b[48;2;1;2;3mx").background, TerminalColor::rgb(1, 2, 3));
        QCOMPARE(cellAfter("\x1b[31;39mx").foreground, TerminalColor());
        QCOMPARE(cellAfter("\x1b[1;3;7;8;9mx").attributes,
                 Bold | Italic | Reverse | Conceal | Strike);
        QCOMPARE(cellAfter("\x1b[1;3;9;22;23;29mx").attributes, 0);
        QCOMPARE(cellAfter("\x1b[4mx").attributes, 1 << UnderlineShift);
        QCOMPARE(cellAfter("\x1b[21mx").attributes, 2 << UnderlineShift);
        QCOMPARE(cellAfter("\x1b[4:3mx").attributes, 3 << UnderlineShift);
    }
    void anErasedCellTakesTheGroundOfThePen()
    {
        const TerminalCell cell = cellAfter("\x1b[44m\x1b[2J");
        QCOMPARE(cell.code, char32_t(0));
        QCOMPARE(cell.background, TerminalColor::indexed(4));
    }
    void modesAreKnown()
    {
        TerminalMachine machine(5, 10, {});
        feedAll(machine, "\x1b[?1002h\x1b[?1006h\x1b[?1004h\x1b[?25l\x1b[?5h\x1b[6 q");
        QCOMPARE(machine.modes().mouse, TerminalMouseMode::Drag);
        QVERIFY(machine.modes().focusReports);
        QVERIFY(!machine.modes().cursorVisible);
        QVERIFY(machine.modes().reversed);
        QCOMPARE(machine.modes().cursorShape, TerminalCursorShape::Bar);
        QVERIFY(!machine.modes().cursorBlinks);
        feedAll(machine, "\x1b"
                         "c");
        QCOMPARE(machine.modes(), TerminalModes());
    }
    void questionsAreAnsweredAndTitlesAreNot()
    {
        TerminalMachine machine(5, 10, {});
        machine.setDefaultColors(0x112233, 0xffffff);
        feedAll(machine, "ab\x1b[6n");
        QCOMPARE(machine.takeOutput(), "\x1b[1;3R"_ba);
        feedAll(machine, "\x1b]10;?\x07\x1b]11;?\x1b\\");
        QCOMPARE(machine.takeOutput(),
                 "\x1b]10;rgb:1111/2222/3333\x1b\\\x1b]11;rgb:ffff/ffff/ffff\x1b\\"_ba);
        feedAll(machine, "\x1b]0;secret\x07\x1b[20t\x1b[21t\x1b]52;c;?\x07\x1b]52;c;YWJj\x07");
        QCOMPARE(machine.takeOutput(), QByteArray());
    }
    void aFloodOfQuestionsIsNotAnsweredInFull()
    {
        TerminalMachine machine(5, 10, {});
        const QByteArray flood = "\x1b[6n"_ba.repeated(4000);
        machine.feed(flood);
        QVERIFY(machine.takeOutput().size() <= 4096);
    }
    void titlesAreBounded()
    {
        TerminalMachine machine(5, 10, {});
        feedAll(machine, "\x1b]0;" + QByteArray(100'000, 'x') + "\x07");
        QCOMPARE(machine.title().size(), 1024);
    }
    void scrolledLinesAreKeptUpToTheLimit()
    {
        TerminalMachine machine(3, 20, {.lines = 10, .bytes = 1 << 20});
        feedAll(machine, numberedLines(100));
        QCOMPARE(machine.grid().history().lineCount(), 10);
        QCOMPARE(machine.grid().screenTop() - machine.grid().firstRow(), 10);
        QCOMPARE(terminalRowText(machine.grid(), machine.grid().firstRow(), 0, 20), u"line 88"_s);
    }
    void scrollbackIsBoundedInBytesToo()
    {
        TerminalMachine machine(3, 400, {.lines = 10'000, .bytes = 1 << 20});
        feedAll(machine, QByteArray(20'000'00, 'x') + "\r\n" +
                             (QByteArray(300, 'y') + "\r\n").repeated(5000));
        QVERIFY(machine.grid().history().bytes() <= 1 << 20);
        QVERIFY(machine.grid().history().lineCount() > 100);
    }
    void aRegionBelowTheTopKeepsNothing()
    {
        TerminalMachine machine(5, 20, {});
        feedAll(machine, "\x1b[2;4r\x1b[2H" + numberedLines(50));
        QCOMPARE(machine.grid().history().lineCount(), 0);
        feedAll(machine, "\x1b[r\x1b[?1049h" + numberedLines(50));
        QCOMPARE(machine.grid().history().lineCount(), 0);
    }
    void damageNamesTheRowsThatChanged()
    {
        TerminalMachine machine(6, 20, {});
        (void)machine.grid().takeDamage();
        feedAll(machine, "\x1b[2Hx\x1b[3Hy\x1b[6Hz");
        QCOMPARE(machine.grid().takeDamage(), (std::vector<TerminalRowRange>{{1, 2}, {5, 5}}));
        QVERIFY(machine.grid().takeDamage().empty());
        feedAll(machine, "\n");
        QCOMPARE(machine.grid().takeDamage(), (std::vector<TerminalRowRange>{{0, 5}}));
    }
    void combiningMarksAreBounded()
    {
        TerminalMachine machine(2, 10, {});
        feedAll(machine, "e" + "\xcc\x81"_ba.repeated(100'000) + "x");
        const auto cells = machine.grid().row(machine.grid().screenTop()).cells;
        QVERIFY(machine.grid().clusters().codePoints(cells[0]).size() <=
                TerminalClusters::maximumLength);
    }
    void aSavedCursorOutsideTheScreenIsBroughtBack()
    {
        TerminalMachine machine(50, 200, {});
        feedAll(machine, "\x1b[50;200H\x1b"
                         "7\x1b[H");
        machine.resize(5, 10);
        feedAll(machine, "\x1b"
                         "8");
        QVERIFY(machine.cursor().row < 5);
        feedAll(machine, "\x1bHx\r\ny");
        QCOMPARE(printedScreen(machine.grid()).right(1), u"y"_s);
    }
    void aRegionOutsideTheScreenIsForgotten()
    {
        TerminalMachine machine(50, 20, {});
        feedAll(machine, "\x1b[40;45r\x1b[3;3Hx");
        machine.resize(10, 20);
        QCOMPARE(machine.cursor(), (TerminalPosition{2, 3}));
        feedAll(machine, "\x1b[H" + numberedLines(30));
        QCOMPARE(printedScreen(machine.grid()).section(u'\n', -1), u"line 30"_s);
    }
    void hostileBytesNeverHarm_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void hostileBytesNeverHarm();
};

// Random sequences from pieces that have meaning, cut and resized at random.
void TestTerminalMachine::hostileBytesNeverHarm()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    TerminalMachine machine(24, 80, {.lines = 50, .bytes = 1 << 20});
    for (int step = 0; step < 4000; ++step) {
        QByteArray bytes = hostilePieces().at(random.bounded(hostilePieces().size()));
        if (random.bounded(8) == 0)
            bytes = QByteArray(1, char(random.bounded(256)));
        feedAll(machine, bytes);
        if (random.bounded(60) == 0)
            machine.resize(1 + random.bounded(60), 2 + random.bounded(120));
        const TerminalPosition cursor = machine.cursor();
        QVERIFY(cursor.row >= 0 && cursor.row < machine.grid().rows());
        QVERIFY(cursor.column >= 0 && cursor.column < machine.grid().columns());
    }
    (void)printedState(machine);
    QVERIFY(machine.grid().history().lineCount() <= 50);
}

QTEST_GUILESS_MAIN(TestTerminalMachine)
#include "tst_terminalmachine.moc"
