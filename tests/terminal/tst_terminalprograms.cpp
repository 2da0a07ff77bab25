// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/terminal/printedscreen.h>
#include <tests/terminal/ptyprogram.h>

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

QString rowOf(const PtyProgram &program, const TerminalGrid &grid, int row)
{
    Q_UNUSED(program)
    return terminalRowText(grid, grid.screenTop() + row, 0, grid.columns());
}

} // namespace

/// Real full-screen programs, as they come in the base template, on a real PTY.
class TestTerminalPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        if (PtyProgram::root().isEmpty())
            QSKIP("the base template is not built: ./dev builds it");
    }
    void vimEditsAFileAndLeavesTheScreenAsItWas();
    void htopDrawsItsMetersAndFollowsAResize();
    void tmuxSplitsTheScreen();
};

void TestTerminalPrograms::vimEditsAFileAndLeavesTheScreenAsItWas()
{
    PtyProgram vim({60, 12});
    const TerminalGrid &grid = vim.surface().grid();
    vim.surface().receive("$ vim notes\r\n");
    QFile file(vim.home() + u"/notes"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int line = 1; line <= 40; ++line)
        file.write("line " + QByteArray::number(line) + "\n");
    file.close();
    vim.start(u"vim.basic"_s, {u"-N"_s, u"-u"_s, u"NONE"_s, u"-i"_s, u"NONE"_s, u"-n"_s,
                               u"+set ruler"_s, u"notes"_s});
    QTRY_VERIFY_WITH_TIMEOUT(grid.isAlternate(), 20'000);
    QTRY_COMPARE(rowOf(vim, grid, 0), u"line 1"_s);
    QTRY_VERIFY(rowOf(vim, grid, 11).contains(u"1,1"_s));
    vim.type(u"20Goh\u00e9llo \u6f22\x1b"_s);
    QTRY_VERIFY(printedScreen(grid).contains(u"line 20\nhéllo 漢\nline 21"_s));
    vim.type(u"gg3dd"_s);
    QTRY_COMPARE(rowOf(vim, grid, 0), u"line 4"_s);
    vim.surface().resize({40, 20});
    QTRY_VERIFY(rowOf(vim, grid, 18).startsWith(u"line 2"_s));
    vim.type(u":wq\r"_s);
    QTRY_VERIFY(vim.isOver());
    QTRY_VERIFY(!grid.isAlternate());
    QTRY_VERIFY(printedScreen(grid).startsWith(u"$ vim notes"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("h\xc3\xa9llo \xe6\xbc\xa2\n"));
}

void TestTerminalPrograms::htopDrawsItsMetersAndFollowsAResize()
{
    PtyProgram htop({100, 24});
    const TerminalGrid &grid = htop.surface().grid();
    htop.start(u"htop"_s, {u"-d"_s, u"20"_s});
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(htop, grid, 23).startsWith(u"F1Help"_s), 20'000);
    QTRY_VERIFY(printedScreen(grid).contains(u"Load average"_s));
    QTRY_VERIFY(printedScreen(grid).contains(u"PID"_s));
    const auto keys = grid.row(grid.screenTop() + 23).cells;
    QVERIFY(keys[2].background != TerminalColor());
    htop.surface().resize({80, 30});
    QTRY_VERIFY(rowOf(htop, grid, 29).startsWith(u"F1Help"_s));
    htop.type(u"q"_s);
    QTRY_VERIFY(htop.isOver());
    QTRY_VERIFY(!grid.isAlternate());
}

void TestTerminalPrograms::tmuxSplitsTheScreen()
{
    PtyProgram tmux({80, 20});
    const TerminalGrid &grid = tmux.surface().grid();
    const QString socket = tmux.home() + u"/socket"_s;
    tmux.start(u"tmux"_s,
               {u"-u"_s, u"-S"_s, socket, u"-f"_s, u"/dev/null"_s, u"new-session"_s, u"-s"_s,
                u"one"_s, u"printf 'left\\n'; exec cat"_s, u";"_s, u"split-window"_s, u"-h"_s,
                u"printf 'right \\033[31mred\\033[m\\n'; exec cat"_s});
    QTRY_VERIFY_WITH_TIMEOUT(grid.isAlternate(), 20'000);
    QTRY_VERIFY(rowOf(tmux, grid, 0).startsWith(u"left"_s));
    QTRY_VERIFY(rowOf(tmux, grid, 0).endsWith(u"│right red"_s));
    QTRY_VERIFY(rowOf(tmux, grid, 19).startsWith(u"[one]"_s));
    for (int row = 1; row < 19; ++row)
        QCOMPARE(rowOf(tmux, grid, row).at(40), QChar(u'│'));
    tmux.type(u"typed\r"_s);
    QTRY_COMPARE(rowOf(tmux, grid, 1).mid(41), u"typed"_s);
    tmux.surface().resize({60, 16});
    QTRY_VERIFY(rowOf(tmux, grid, 15).startsWith(u"[one]"_s));
    tmux.type(u"\x04"_s);
    QTRY_VERIFY(!rowOf(tmux, grid, 1).contains(u'│'));
    tmux.type(u"\x04"_s);
    QTRY_VERIFY(tmux.isOver());
    QTRY_VERIFY(!grid.isAlternate());
}

QTEST_GUILESS_MAIN(TestTerminalPrograms)
#include "tst_terminalprograms.moc"
