// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/codetext.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;

class TestCodeText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsReadIsWrittenByteForByte_data();
    void whatIsReadIsWrittenByteForByte();
    void whatCannotBeKeptIsNotEditable_data();
    void whatCannotBeKeptIsNotEditable();
    void mostLinesDecideHowNewOnesEnd();
    void aLongLineIsShownShortened();
    void standInsShowWhatCannotBeSeen();
    void everyCodePointOfTheFirstPlaneSurvivesOrIsRefused();
};

void TestCodeText::whatIsReadIsWrittenByteForByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("no ending at the end") << "a\nb"_ba;
    QTest::newRow("windows") << "a\r\nb\r\n"_ba;
    QTest::newRow("mixed") << "a\r\nb\nc\rd\r\n\r\n"_ba;
    QTest::newRow("old mac") << "a\rb\r"_ba;
    QTest::newRow("return before a pair") << "a\r\r\nb"_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBFx = 1\n"_ba;
    QTest::newRow("mark inside") << "a\xEF\xBB\xBF"
                                    "b\n"_ba;
    QTest::newRow("no-break space") << "a\xC2\xA0"
                                       "b\n"_ba;
    QTest::newRow("line and paragraph separators") << "a\xE2\x80\xA8"
                                                      "b\xE2\x80\xA9"
                                                      "c\n"_ba;
    QTest::newRow("form feed and tab") << "\fdef f():\n\tpass\n"_ba;
    QTest::newRow("direction") << "a\xE2\x80\xAE"
                                  "b\xE2\x81\xA6\n"_ba;
    QTest::newRow("emoji with joiner") << "👩‍👧 Grüße\n"_ba;
}

void TestCodeText::whatIsReadIsWrittenByteForByte()
{
    QFETCH(QByteArray, bytes);
    const CodeText code = readCodeText(bytes);
    QCOMPARE(code.problem, CodeTextProblem::None);
    QCOMPARE(writeCodeText(code), bytes);
    QVERIFY(!code.text.contains(u'\r') && !code.text.contains(QChar::LineSeparator));
}

void TestCodeText::whatCannotBeKeptIsNotEditable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<CodeTextProblem>("problem");
    QTest::newRow("no UTF-8") << "caf\xE9\n"_ba << CodeTextProblem::NotUtf8;
    QTest::newRow("cut character") << "a\xE2\x82"_ba << CodeTextProblem::NotUtf8;
    QTest::newRow("surrogate") << "\xED\xA0\x80"_ba << CodeTextProblem::NotUtf8;
    QTest::newRow("null") << QByteArray("a\0b", 3) << CodeTextProblem::Characters;
    QTest::newRow("a stand-in of ours") << "\xEF\x90\x80"_ba << CodeTextProblem::Characters;
    QTest::newRow("object mark") << "\xEF\xBF\xBC"_ba << CodeTextProblem::Characters;
    QTest::newRow("a line of a megabyte") << QByteArray(1 << 20, 'x') << CodeTextProblem::LongLines;
}

void TestCodeText::whatCannotBeKeptIsNotEditable()
{
    QFETCH(QByteArray, bytes);
    QTEST(readCodeText(bytes).problem, "problem");
}

void TestCodeText::mostLinesDecideHowNewOnesEnd()
{
    CodeText code = readCodeText("a\r\nb\nc\r\n"_ba);
    QCOMPARE(code.ending, LineEnding::CrLf);
    QCOMPARE(code.otherEndings, (QHash<int, LineEnding>{{1, LineEnding::Lf}}));
    code.text += u"d\ne"_s;
    QCOMPARE(writeCodeText(code), "a\r\nb\nc\r\nd\r\ne"_ba);
    QCOMPARE(readCodeText({}).ending, LineEnding::Lf);
}

void TestCodeText::aLongLineIsShownShortened()
{
    const CodeText code = readCodeText("a\n" + QByteArray(50000, 'x') + "\nb\n");
    QCOMPARE(code.text.size(), 2 + CodeText::maximumLine + 1 + 1 + 2);
    QCOMPARE(code.problem, CodeTextProblem::LongLines);
}

void TestCodeText::standInsShowWhatCannotBeSeen()
{
    const QString code = withStandIns(u"a\u202Eb\x1b"_s);
    QVERIFY(isStandIn(code.at(1)) && isStandIn(code.at(3)) && !isStandIn(code.at(0)));
    QCOMPARE(standInName(code.at(1)), u"U+202E"_s);
    QCOMPARE(standInName(code.at(3)), u"U+001B"_s);
    QCOMPARE(withoutStandIns(code), u"a\u202Eb\x1b"_s);
}

void TestCodeText::everyCodePointOfTheFirstPlaneSurvivesOrIsRefused()
{
    int refused = 0;
    for (int code = 0; code <= 0xFFFF; ++code) {
        const QByteArray bytes = 'a' + QString(QChar(code)).toUtf8() + 'b';
        const CodeText text = readCodeText(bytes);
        if (text.problem != CodeTextProblem::None)
            ++refused;
        else
            QCOMPARE(writeCodeText(text), bytes);
    }
    QCOMPARE_LT(refused, 2048 + 120); // surrogates, stand-ins, four of QTextDocument
}

QTEST_GUILESS_MAIN(TestCodeText)
#include "tst_codetext.moc"
