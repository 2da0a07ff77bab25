// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/runstyle.h>
#include <models/runtext.h>
#include <tests/support/splits.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

QStringList linesOf(const RunText &text)
{
    QStringList lines;
    for (qint64 number = text.firstLine(); number < text.endLine(); ++number)
        lines.append(text.line(number).text);
    return lines;
}

RunText textOf(std::string_view bytes)
{
    RunText text;
    text.append(bytes);
    return text;
}

} // namespace

class TestRunText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void bytesBecomeLines_data();
    void bytesBecomeLines();
    void bytesMayBeCutAnywhere();
    void coloursAreKeptAsStretches();
    void longColoursBecomeTheNearestOfSixteen_data();
    void longColoursBecomeTheNearestOfSixteen();
    void aLongLineGoesOnInTheNextAndIsCopiedAsOne();
    void anEndlessProgressBarStaysOneLine();
    void droppingTheFrontKeepsTheNumbersOfTheRest();
    void theCostFollowsWhatIsKept();
};

void TestRunText::bytesBecomeLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("two lines") << "a\nb\n"_ba << u"a|b|"_s;
    QTest::newRow("an open line") << "a\nb"_ba << u"a|b"_s;
    QTest::newRow("windows endings") << "a\r\nb\r\n"_ba << u"a|b|"_s;
    QTest::newRow("a progress bar") << "\r 10%\r 50%\r100%\n"_ba << u"100%|"_s;
    QTest::newRow("a shorter line over a longer") << "12345\rab"_ba << u"ab345"_s;
    QTest::newRow("erased to the end") << "12345\rab\x1b[K"_ba << u"ab"_s;
    QTest::newRow("erased whole") << "12345\x1b[2Kab"_ba << u"ab"_s;
    QTest::newRow("a backspace") << "ab\bc"_ba << u"ac"_s;
    QTest::newRow("backspaces at the start") << "\b\bx"_ba << u"x"_s;
    QTest::newRow("colours") << "\x1b[1;31mred\x1b[0m"_ba << u"red"_s;
    QTest::newRow("a link of a terminal")
        << "\x1b]8;;http://a.example\x1b\\text\x1b]8;;\x07"_ba << u"text"_s;
    QTest::newRow("cursor movement is left out") << "a\x1b[2Ab\x1b[?25lc"_ba << u"abc"_s;
    QTest::newRow("a character set") << "\x1b(Bx"_ba << u"x"_s;
    QTest::newRow("controls are seen") << "a\x07"
                                          "b"_ba
                                       << u"a␇b"_s;
    QTest::newRow("direction is seen") << "a\xE2\x80\xAE"
                                          "b"_ba
                                       << u"a‹U+202E›b"_s;
    QTest::newRow("a broken sequence ends") << "\x1b[3\nx"_ba << u"x"_s;
    QTest::newRow("bytes that are no UTF-8") << "a\xff\nb"_ba << u"a\uFFFD|b"_s;
    QTest::newRow("umlaut and emoji") << "Grüße 😀\n"_ba << u"Grüße 😀|"_s;
}

void TestRunText::bytesBecomeLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    QCOMPARE(linesOf(textOf(bytes.toStdString())).join(u'|'), shown);
}

void TestRunText::bytesMayBeCutAnywhere()
{
    const std::string bytes = "\x1b[31mGr\xC3\xBC\xC3\x9F"
                              "e\x1b[0m\r\n\xF0\x9F\x98\x80 50%\r\x1b[K100%\n\x1b]0;title\x07z";
    const QStringList expected = linesOf(textOf(bytes));
    QCOMPARE(expected, QStringList({u"Grüße"_s, u"100%"_s, u"z"_s}));
    forEachSplit(bytes, [&](std::string_view first, std::string_view second) {
        RunText text;
        text.append(first);
        text.append(second);
        QCOMPARE(linesOf(text), expected);
        QCOMPARE(text.line(0).spans, textOf(bytes).line(0).spans);
    });
}

void TestRunText::coloursAreKeptAsStretches()
{
    const RunText text = textOf("a\x1b[1;32mbc\x1b[22md\x1b[39me\x1b[4;94mf");
    const QList<RunSpan> expected{{1, 2, {.color = 2, .bold = true}},
                                  {3, 1, {.color = 2}},
                                  {5, 1, {.color = 12, .underline = true}}};
    QCOMPARE(text.line(0).spans, expected);
}

void TestRunText::longColoursBecomeTheNearestOfSixteen_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::addColumn<int>("color");
    QTest::newRow("one of sixteen") << u"38;5;9"_s << 9;
    QTest::newRow("a red of the cube") << u"38;5;196"_s << 1;
    QTest::newRow("a blue of 24 bits") << u"38;2;20;40;230"_s << 4;
    QTest::newRow("white is the text's own") << u"38;2;250;250;250"_s << -1;
    QTest::newRow("a middle grey is muted") << u"38;5;244"_s << 8;
    QTest::newRow("grounds are left out") << u"48;5;196"_s << -1;
    QTest::newRow("a ground does not eat what follows") << u"48;5;196;32"_s << 2;
    QTest::newRow("cut short") << u"38;2;1"_s << -1;
    QTest::newRow("numbers beyond all bounds") << u"38;5;999999999999"_s << 0;
}

void TestRunText::longColoursBecomeTheNearestOfSixteen()
{
    QFETCH(QString, parameters);
    QTEST(unpacked(styleAfter(0, parameters)).color, "color");
}

void TestRunText::aLongLineGoesOnInTheNextAndIsCopiedAsOne()
{
    const std::string bytes(std::size_t(3 * RunText::maximumLineLength + 5), 'x');
    const RunText text = textOf(bytes + "\nend");
    QCOMPARE(text.endLine(), 5);
    QVERIFY(text.line(0).continues && text.line(2).continues && !text.line(3).continues);
    QCOMPARE(text.text(), QString::fromStdString(bytes) + u"\nend"_s);
}

void TestRunText::anEndlessProgressBarStaysOneLine()
{
    RunText text;
    for (int step = 0; step < 20000; ++step)
        text.append("\r" + std::to_string(step) + " of 20000");
    QCOMPARE(linesOf(text), QStringList{u"19999 of 20000"_s});
    QCOMPARE_LT(text.cost(), 1000);
}

void TestRunText::droppingTheFrontKeepsTheNumbersOfTheRest()
{
    RunText text;
    for (int line = 0; line < 100; ++line)
        text.append(std::to_string(line) + "\n");
    const qint64 taken = text.dropFront(text.cost() / 2);
    QCOMPARE_GT(taken, 0);
    QCOMPARE_GT(text.firstLine(), 40);
    QCOMPARE(text.line(text.firstLine()).text, QString::number(text.firstLine()));
    QCOMPARE(text.endLine(), 101);
    text.dropFront(0);
    QCOMPARE(text.endLine() - text.firstLine(), 1); // the last one is still written to
    text.append("more");
    QCOMPARE(text.line(100).text, u"more"_s);
}

void TestRunText::theCostFollowsWhatIsKept()
{
    RunText text;
    text.append("0123456789\n");
    const qint64 one = text.cost();
    text.append("0123456789\n");
    QCOMPARE(text.cost() - one, 2 * 10 + 96);
    text.append("abc\rxyz");
    QCOMPARE(text.cost() - one, 2 * 10 + 96 + 2 * 3);
}

QTEST_GUILESS_MAIN(TestRunText)
#include "tst_runtext.moc"
