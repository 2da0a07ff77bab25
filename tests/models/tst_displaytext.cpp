// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>

#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace Sandglass;

class TestDisplayText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void ordinaryTextStaysAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("ascii") << u"scraper-7 <b>"_s;
        QTest::newRow("umlaut") << u"Grüße"_s;
        QTest::newRow("arabic") << u"مرحبا"_s;
        QTest::newRow("persian with its joiner") << u"می\u200cخواهم"_s;
        QTest::newRow("family of emoji") << u"👩‍👧"_s;
        QTest::newRow("beyond the first plane") << u"𝄞"_s;
    }
    void ordinaryTextStaysAsItIs()
    {
        QFETCH(QString, text);
        QCOMPARE(displayText(text), text);
        QCOMPARE(displayText(text.toStdString()), text);
    }

    void hiddenCharactersBecomeVisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("line feed") << u"a\nb"_s << u"a␊b"_s;
        QTest::newRow("escape") << u"\x1b[31mred"_s << u"␛[31mred"_s;
        QTest::newRow("null") << QString(u"a") + QChar(0) + u'b' << u"a␀b"_s;
        QTest::newRow("delete") << u"a\x7f"_s << u"a␡"_s;
        QTest::newRow("c1 control") << u"\u0085"_s << u"‹U+0085›"_s;
        QTest::newRow("right to left override") << u"cod\u202Egnp.exe"_s << u"cod‹U+202E›gnp.exe"_s;
        QTest::newRow("isolate") << u"\u2066x\u2069"_s << u"‹U+2066›x‹U+2069›"_s;
        QTest::newRow("zero width space") << u"pro\u200Bd"_s << u"pro‹U+200B›d"_s;
        QTest::newRow("joiner between ascii") << u"pro\u200Dd"_s << u"pro‹U+200D›d"_s;
        QTest::newRow("byte order mark") << u"\uFEFFprod"_s << u"‹U+FEFF›prod"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << u"a‹U+2028›b"_s;
        QTest::newRow("tag") << u"\U000E0041"_s << u"‹U+E0041›"_s;
        QTest::newRow("hangul filler") << u"\u3164"_s << u"‹U+3164›"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << u"‹U+D800›"_s;
    }
    void hiddenCharactersBecomeVisible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(displayText(text), shown);
    }

    void longTextIsCutWithAnEllipsis()
    {
        QCOMPARE(displayText(u"abcdef", 4), u"abcd…"_s);
        QCOMPARE(displayText(u"abcd", 4), u"abcd"_s);
        QCOMPARE(displayText(std::string(1'000'000, 'x')).size(), 257);
    }

    void brokenUtf8IsShownAsReplacement()
    {
        QCOMPARE(displayText(std::string_view("a\xff")), u"a\uFFFD"_s);
    }

    void aToolTipNeverTakesANameForMarkup()
    {
        const QString tip = toolTipText(u"<img src=x>\nsecond"_s);
        QVERIFY(tip.contains(u"&lt;img src=x&gt;<br/>second"_s));
        QVERIFY(!tip.contains(u"<img"_s));
        QVERIFY(Qt::mightBeRichText(tip));
        QVERIFY(toolTipText({}).isEmpty());
    }

    void idsAreElidedInTheMiddle()
    {
        QCOMPARE(elidedId(u"i7k2m9qx4v1t8z3bw6c0d"_s), u"i7k2…6c0d"_s);
        QCOMPARE(elidedId(u"short"_s), u"short"_s);
        QCOMPARE(elidedId({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
