// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/appearance.h>
#include <widgets/runhtml.h>
#include <widgets/runhtmlbody.h>

#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtGui/QImage>
#include <QtGui/QTextDocument>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// HTML and Markdown of a hostile sandbox: nothing of it loads, runs, hangs or takes memory without
/// end.
class TestRunHtml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }

    void onlyHarmlessHtmlIsKept_data();
    void onlyHarmlessHtmlIsKept();
    void tagsAreClosedAndCounted_data();
    void tagsAreClosedAndCounted();
    void deepAndEndlessHtmlIsCut_data();
    void deepAndEndlessHtmlIsCut();
    void hiddenCharactersOfHtmlAreSeen();
    void nothingIsLoadedForHtml();
};

void TestRunHtml::onlyHarmlessHtmlIsKept_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("kept");
    QTest::newRow("script") << u"a<script>alert(1)</script>b"_s << u"ab"_s;
    QTest::newRow("script that hides its end")
        << u"a<script>x='</scrip'+'t>'<b>c</b></script>d"_s << u"ad"_s;
    QTest::newRow("style") << u"<style>@import url(http://e.vil/)</style>a"_s << u"a"_s;
    QTest::newRow("handler") << u"<b onclick=\"x()\" style=\"color:red\">a</b>"_s << u"<b>a</b>"_s;
    QTest::newRow("picture of a host")
        << u"<img src=\"http://e.vil/x.png\" alt=\"<x>\">"_s << u"<i>[&lt;x&gt;]</i>"_s;
    QTest::newRow("picture of a file") << u"<img src=file:///etc/passwd>"_s << u"<i>[]</i>"_s;
    QTest::newRow("frame") << u"<iframe src=\"http://e.vil\">a</iframe>b"_s << u"b"_s;
    QTest::newRow("link to a script") << u"<a href=\"javascript:x()\">a</a>"_s << u"<a>a</a>"_s;
    QTest::newRow("link to a file") << u"<a href='file:///etc/passwd'>a</a>"_s << u"<a>a</a>"_s;
    QTest::newRow("link") << u"<a href=\"https://a.b/?c&amp;d\" target=x>a</a>"_s
                          << u"<a href=\"https://a.b/?c&amp;d\">a</a>"_s;
    QTest::newRow("base and meta")
        << u"<base href=http://e.vil><meta http-equiv=refresh>a"_s << u"a"_s;
    QTest::newRow("form") << u"<form action=x><input name=y>a</form>"_s << u"a"_s;
    QTest::newRow("comment") << u"a<!-- <b> -->b<![if IE]>c"_s << u"abc"_s;
    QTest::newRow("comment without an end") << u"a<!-- b"_s << u"a"_s;
    QTest::newRow("no tags at all") << u"1 < 2 > 0 <"_s << u"1 &lt; 2 &gt; 0 &lt;"_s;
    QTest::newRow("upper case") << u"<SCRIPT>x</SCRIPT><B>a</B>"_s << u"<b>a</b>"_s;
    QTest::newRow("a tag without an end") << u"<b title=\"x"_s << u"<b></b>"_s;
    QTest::newRow("background") << u"<table background=\"http://e.vil/x\"></table>"_s
                                << u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"4\">"
                                   "</table>"_s;
}

void TestRunHtml::onlyHarmlessHtmlIsKept()
{
    QFETCH(QString, html);
    QTEST(cleanedHtml(html).html, "kept");
}

void TestRunHtml::tagsAreClosedAndCounted_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("none") << u"<b>a"_s << 0 << 0;
    QTest::newRow("with a head") << u"<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1"
                                    "</td></tr><tr><td>2</td></tr></tbody></table>"_s
                                 << 2 << 1;
    QTest::newRow("left open") << u"<table><tr><td>1<td>2<tr><td>3<td>4"_s << 2 << 2;
    QTest::newRow("names of rows are no columns")
        << u"<table><tbody><tr><th>x</th><td>1</td></tr></tbody></table>"_s << 1 << 1;
    QTest::newRow("only the first table")
        << u"<table><tr><td>1</td></tr></table><table><tr><td>1</td><td>2</td></tr></table>"_s << 1
        << 1;
}

void TestRunHtml::tagsAreClosedAndCounted()
{
    QFETCH(QString, html);
    const CleanHtml clean = cleanedHtml(html);
    QTEST(clean.rows, "rows");
    QTEST(clean.columns, "columns");
    for (const QString &name : {u"table"_s, u"tr"_s, u"td"_s, u"b"_s})
        QCOMPARE(clean.html.count(u'<' + name + u'>') + clean.html.count(u'<' + name + u' '),
                 clean.html.count(u"</"_s + name + u'>'));
}

void TestRunHtml::deepAndEndlessHtmlIsCut_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("100,000 open boxes") << u"<div>"_s.repeated(100000);
    QTest::newRow("tables in tables") << u"<table><tr><td>"_s.repeated(20000);
    QTest::newRow("lists in lists") << u"<ul><li>"_s.repeated(20000);
    QTest::newRow("cells without end") << u"<table><tr>"_s + u"<td>1</td>"_s.repeated(50000);
    QTest::newRow("rows without end")
        << u"<table>"_s + u"<tr><td>1</td><td>2</td></tr>"_s.repeated(20000);
    QTest::newRow("cells that span")
        << u"<table><tr><td colspan=1000000000 rowspan=1000000000>x"_s.repeated(10);
}

void TestRunHtml::deepAndEndlessHtmlIsCut()
{
    QFETCH(QString, html);
    RunHtmlBody body;
    body.resize(500, 400);
    RunEntry entry;
    entry.kind = RunEntryKind::Html;
    entry.source = html;
    body.setEntry(entry);
    QVERIFY2(body.facts().startsWith(u"cut"_s), qPrintable(body.facts()));
    QVERIFY(!body.grab().isNull());
}

void TestRunHtml::hiddenCharactersOfHtmlAreSeen()
{
    QTextDocument document;
    document.setHtml(cleanedHtml(u"<b>a&#x202E;b\u2066c</b>&#27;"_s).html);
    showHiddenCharacters(document);
    QCOMPARE(document.toPlainText(), u"a‹U+202E›b‹U+2066›c␛"_s);
}

void TestRunHtml::nothingIsLoadedForHtml()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"x.png"_s);
    QImage red(50, 50, QImage::Format_RGB32);
    red.fill(Qt::red);
    QVERIFY(red.save(file));
    RunHtmlView view;
    for (const int type : {QTextDocument::ImageResource, QTextDocument::HtmlResource,
                           QTextDocument::StyleSheetResource, QTextDocument::MarkdownResource}) {
        const QVariant found = view.loadResource(type, QUrl::fromLocalFile(file));
        QVERIFY(found.isValid() && found.value<QImage>().width() <= 1 &&
                found.toByteArray().isEmpty());
    }
    view.setSource(QUrl::fromLocalFile(file));
    QVERIFY(view.toPlainText().isEmpty());
    RunHtmlBody body;
    body.resize(300, 200);
    RunEntry entry;
    entry.kind = RunEntryKind::Markdown;
    entry.source = u"![x](%1)\n<img src=\"%1\">"_s.arg(QUrl::fromLocalFile(file).toString());
    body.setEntry(entry);
    QVERIFY(body.view().toPlainText().startsWith(u"[x]"_s));
    const QImage picture = body.grab().toImage();
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            QVERIFY(picture.pixelColor(x, y) != QColor(Qt::red));
    }
}

QTEST_MAIN(TestRunHtml)
#include "tst_runhtml.moc"
