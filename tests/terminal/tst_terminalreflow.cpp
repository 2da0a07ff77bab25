// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/terminal/printedscreen.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

// What stands before the cursor in its line, however it is wrapped.
QString beforeCursor(const TerminalMachine &machine)
{
    const TerminalGrid &grid = machine.grid();
    qint64 row = grid.screenTop() + machine.cursor().row;
    const TerminalPoint end{row, machine.cursor().column};
    while (row > grid.firstRow() && grid.row(row).continued)
        --row;
    return terminalText(grid, {{row, 0}, end});
}

QByteArray randomContent(QRandomGenerator &random)
{
    QByteArray bytes;
    const int lines = 1 + int(random.bounded(80));
    for (int line = 0; line < lines; ++line) {
        const int length =
            random.bounded(3) == 0 ? int(random.bounded(300)) : int(random.bounded(30));
        bytes += "<" + QByteArray::number(line) + ">";
        for (int index = 0; index < length; ++index) {
            static const QByteArrayList characters{
                "a", "b", "c", "1", " ", "\xc3\xa9", "\xe6\xbc\xa2", "e\xcc\x81"};
            bytes += characters.at(random.bounded(characters.size()));
        }
        bytes += ".\r\n";
    }
    return bytes + "user@host:~$ command";
}

} // namespace

class TestTerminalReflow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void aWrappedLineBecomesOneAgain()
    {
        TerminalMachine machine(4, 10, {});
        feedAll(machine, "abcdefghijklmno\r\nnext");
        QCOMPARE(printedScreen(machine.grid()), u"abcdefghij\nklmno\nnext"_s);
        machine.resize(4, 20);
        QCOMPARE(printedScreen(machine.grid()), u"abcdefghijklmno\nnext"_s);
        QCOMPARE(machine.cursor(), (TerminalPosition{1, 4}));
        machine.resize(4, 6);
        QCOMPARE(printedScreen(machine.grid()), u"abcdef\nghijkl\nmno\nnext"_s);
        QCOMPARE(machine.cursor(), (TerminalPosition{3, 4}));
    }
    void linesThatDoNotBelongTogetherStayApart()
    {
        TerminalMachine machine(4, 5, {});
        feedAll(machine, "abcde\r\nfghij");
        machine.resize(4, 20);
        QCOMPARE(printedScreen(machine.grid()), u"abcde\nfghij"_s);
    }
    void aWideCharacterIsNeverCut()
    {
        TerminalMachine machine(4, 8, {});
        feedAll(machine, "a\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2");
        machine.resize(4, 4);
        QCOMPARE(printedScreen(machine.grid()), u"a漢\n字漢"_s);
        machine.resize(4, 8);
        QCOMPARE(printedScreen(machine.grid()), u"a漢字漢"_s);
    }
    void aShorterScreenKeepsTheCursorAndGivesLinesBackLater()
    {
        TerminalMachine machine(6, 10, {});
        feedAll(machine, "1\r\n2\r\n3\r\n4\r\n5\r\n6");
        machine.resize(3, 10);
        QCOMPARE(printedScreen(machine.grid()), u"4\n5\n6"_s);
        QCOMPARE(machine.cursor(), (TerminalPosition{2, 1}));
        machine.resize(6, 10);
        QCOMPARE(printedScreen(machine.grid()), u"1\n2\n3\n4\n5\n6"_s);
        QCOMPARE(machine.cursor(), (TerminalPosition{5, 1}));
    }
    void aScreenThatIsNotFullTakesNothingBack()
    {
        TerminalMachine machine(4, 10, {});
        feedAll(machine, "1\r\n2\r\n3\r\n4\r\n5\r\n6\x1b[2J\x1b[H$ ");
        machine.resize(8, 10);
        QCOMPARE(printedScreen(machine.grid()), u"$ "_s);
        QCOMPARE(machine.cursor(), (TerminalPosition{0, 2}));
    }
    void theAlternateScreenIsCutAndTheMainOneReflowsBehindIt()
    {
        TerminalMachine machine(4, 10, {});
        feedAll(machine, "abcdefghijklmno\r\n$ \x1b[?1049h\x1b[Hfull screen");
        machine.resize(4, 6);
        QCOMPARE(printedScreen(machine.grid()), u"full s\nn"_s);
        feedAll(machine, "\x1b[?1049l");
        QCOMPARE(printedScreen(machine.grid()), u"abcdef\nghijkl\nmno\n$ "_s);
        QCOMPARE(machine.cursor(), (TerminalPosition{3, 2}));
        feedAll(machine, "x");
        QCOMPARE(printedScreen(machine.grid()).section(u'\n', -1), u"$ x"_s);
    }
    void scrollbackIsLaidOutForTheNewWidth()
    {
        TerminalMachine machine(2, 10, {});
        feedAll(machine, "abcdefghijklmnopqrstuvwxyz\r\n1\r\n2\r\n3");
        QCOMPARE(machine.grid().screenTop() - machine.grid().firstRow(), 4);
        machine.resize(2, 30);
        QCOMPARE(machine.grid().screenTop() - machine.grid().firstRow(), 2);
        QCOMPARE(printedLines(machine.grid()), u"abcdefghijklmnopqrstuvwxyz\n1\n2\n3"_s);
    }
    void aCursorBehindAFullRowStaysBehindItsText()
    {
        TerminalMachine machine(4, 10, {});
        feedAll(machine, "0123456789");
        machine.resize(4, 20);
        feedAll(machine, "x");
        QCOMPARE(printedScreen(machine.grid()), u"0123456789x"_s);
        machine.resize(4, 11);
        feedAll(machine, "y");
        QCOMPARE(printedScreen(machine.grid()), u"0123456789x\ny"_s);
    }
    void aLongLineIsKeptInPiecesAndReadAsOne()
    {
        TerminalMachine machine(5, 80, {});
        const QByteArray text = QByteArray("0123456789").repeated(2000);
        feedAll(machine, text + "\r\nend");
        QCOMPARE(printedLines(machine.grid()), QString::fromLatin1(text) + u"\nend"_s);
        QVERIFY(machine.grid().history().lineCount() > 3);
    }
    void randomResizesKeepTheContent_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomResizesKeepTheContent()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        TerminalMachine machine(24, 80, {});
        feedAll(machine, randomContent(random));
        const QString lines = printedLines(machine.grid());
        const QString before = beforeCursor(machine);
        QVERIFY(before.endsWith(u"command"_s));
        for (int step = 0; step < 30; ++step) {
            const int rows = 1 + int(random.bounded(60));
            const int columns = 2 + int(random.bounded(200));
            machine.resize(rows, columns);
            const QByteArray where = QByteArray::number(step) + ": " + QByteArray::number(columns) +
                                     "x" + QByteArray::number(rows);
            QVERIFY2(printedLines(machine.grid()) == lines, where);
            QVERIFY2(beforeCursor(machine) == before, where);
        }
        feedAll(machine, "!");
        QCOMPARE(printedLines(machine.grid()), lines + u'!');
    }
};

QTEST_GUILESS_MAIN(TestTerminalReflow)
#include "tst_terminalreflow.moc"
