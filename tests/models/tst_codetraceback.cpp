// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/codetraceback.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

/// "In[3]:2 f | code", "x.py:12 g | code": one frame a line.
QString printed(const CodeTraceback &traceback)
{
    QString all;
    for (const TracebackFrame &frame : traceback.frames) {
        all += frame.isCell ? u"In[%1]"_s.arg(frame.cell) : frame.file;
        all += u":%1 %2 | %3\n"_s.arg(frame.line).arg(frame.function, frame.text);
    }
    return all;
}

} // namespace

class TestCodeTraceback final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void framesAreFound_data();
    void framesAreFound();
    void framesOfAShellAreFound_data();
    void framesOfAShellAreFound() { framesAreFound(); }
    void theColoursOfTheWholeTextAreKept();
    void manyFramesKeepBothEnds();
    void aHugeTracebackStaysBounded();
};

void TestCodeTraceback::framesAreFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("frames");
    QTest::newRow("ipykernel with colours")
        << "\x1b[31m------------------\x1b[39m\n"
           "\x1b[31mZeroDivisionError\x1b[39m        Traceback (most recent call last)\n"
           "\x1b[36mCell\x1b[39m\x1b[36m \x1b[39m\x1b[32mIn[3]\x1b[39m\x1b[32m, line 2\x1b[39m\n"
           "\x1b[32m      1\x1b[39m x = 1\n"
           "\x1b[32m----> 2\x1b[39m divide(x)\n\n"
           "File \x1b[32m/home/user/x.py:12\x1b[39m, in \x1b[36mdivide\x1b[39m(a)\n"
           "\x1b[32m     11\x1b[39m def divide(a):\n"
           "\x1b[32m---> 12\x1b[39m     return a / 0\n\n"
           "\x1b[31mZeroDivisionError\x1b[39m: division by zero"_ba
        << u"In[3]:2  | divide(x)\n/home/user/x.py:12 divide(a) | return a / 0\n"_s;
    QTest::newRow("a function of a cell")
        << "Cell In[7], line 5, in total(rows)\n      4 def total(rows):\n----> 5     rows[0]\n"_ba
        << u"In[7]:5 total(rows) | rows[0]\n"_s;
    QTest::newRow("an older kernel") << "Input In [3], in <cell line: 2>()\n----> 2 1/0\n"
                                        "<ipython-input-3-0a1b> in <module>\n"_ba
                                     << u"In[3]:2  | 1/0\n"_s;
    QTest::newRow("a syntax error")
        << "  Cell In[4], line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n"_ba
        << u"In[4]:1  | def f(:\n"_s;
    QTest::newRow("plain Python")
        << "Traceback (most recent call last):\n  File \"/tmp/my x.py\", line 3, in <module>\n"
           "    g()\n  File \"y.py\", line 9, in g\n    1/0\nZeroDivisionError: no\n"_ba
        << u"/tmp/my x.py:3 <module> | g()\ny.py:9 g | 1/0\n"_s;
    QTest::newRow("plain Python without code")
        << "  File \"a.py\", line 1\n  File \"b.py\", line 2, in f\n"_ba
        << u"a.py:1  | \nb.py:2 f | \n"_s;
    QTest::newRow("an old name of a cell")
        << "  File \"<ipython-input-5-abc123>\", line 2\n    x =\n"_ba << u"In[5]:2  | x =\n"_s;
    QTest::newRow("no traceback") << "something else\n"_ba << QString();
    QTest::newRow("nothing") << ""_ba << QString();
    QTest::newRow("names that deceive")
        << "  File \"a\xE2\x80\xAE.py\", line 1, in f\n"_ba << u"a‹U+202E›.py:1 f | \n"_s;
    QTest::newRow("a number beyond all bounds")
        << "Cell In[99999999999], line 99999999999\n"_ba << u"In[0]:0  | \n"_s;
}

void TestCodeTraceback::framesOfAShellAreFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("frames");
    QTest::newRow("bash") << "bash: line 3: foo: command not found\n"_ba
                          << u"In[0]:3  | foo: command not found\n"_s;
    QTest::newRow("bash by its path") << "/bin/bash: line 12: cd: nowhere: No such file\n"_ba
                                      << u"In[0]:12  | cd: nowhere: No such file\n"_s;
    QTest::newRow("a script") << "run.sh: line 4: x: unbound variable\n"_ba
                              << u"run.sh:4  | x: unbound variable\n"_s;
}

void TestCodeTraceback::framesAreFound()
{
    QFETCH(QByteArray, text);
    QTEST(printed(parseTraceback(text.toStdString())), "frames");
}

void TestCodeTraceback::theColoursOfTheWholeTextAreKept()
{
    const CodeTraceback traceback = parseTraceback("\x1b[31mError\x1b[39m: no");
    QCOMPARE(traceback.text.text(), u"Error: no"_s);
    QCOMPARE(traceback.text.line(0).spans, (QList<RunSpan>{{0, 5, {.color = 1}}}));
}

void TestCodeTraceback::manyFramesKeepBothEnds()
{
    std::string text;
    for (int line = 1; line <= 1000; ++line)
        text += "  File \"r.py\", line " + std::to_string(line) + ", in f\n    f()\n";
    const CodeTraceback traceback = parseTraceback(text);
    QCOMPARE(traceback.frames.size(), 32);
    QCOMPARE(traceback.framesLeftOut, 968);
    QCOMPARE(traceback.frames.first().line, 1);
    QCOMPARE(traceback.frames.last().line, 1000);
}

void TestCodeTraceback::aHugeTracebackStaysBounded()
{
    std::string text;
    for (int line = 1; line <= 100000; ++line)
        text += "  File \"r.py\", line " + std::to_string(line) + ", in f\n    f()\n";
    text += "RecursionError: too deep";
    const CodeTraceback traceback = parseTraceback(text);
    QVERIFY(traceback.isCut);
    QCOMPARE_LT(traceback.text.cost(), 4 * 1024 * 1024);
    QVERIFY(traceback.text.text().endsWith(u"RecursionError: too deep"_s));
    QCOMPARE(traceback.frames.first().line, 1);
    QCOMPARE(traceback.frames.last().line, 100000);
    QCOMPARE(traceback.frames.size(), 32);
    QVERIFY(parseTraceback(std::string(1 << 20, '-')).frames.isEmpty());
}

QTEST_GUILESS_MAIN(TestCodeTraceback)
#include "tst_codetraceback.moc"
