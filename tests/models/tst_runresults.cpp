// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/runmodel.h>
#include <models/runresult.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;

using Parts = std::map<std::string, std::string, std::less<>>;
Q_DECLARE_METATYPE(Parts)

/// What becomes of results, and that no amount of them takes more memory than is allowed.
class TestRunResults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theRichestFormIsShown_data();
    void theRichestFormIsShown();
    void picturesAreDecodedAndNamed();
    void anOversizedTableIsShownAsText();
    void anOversizedTextIsCutAndSaysSo();
    void jsonIsIndented_data();
    void jsonIsIndented();
    void deepJsonDoesNotGrowWithoutEnd();
    void endlessOutputKeepsItsEnd();
    void manySmallRowsKeepTheLastOnes();
    void picturesAreDroppedFromTheOldest();
    void oneChunkBeyondTheLimitKeepsItsEnd();
};

void TestRunResults::theRichestFormIsShown_data()
{
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<RunEntryKind>("kind");
    const auto row = [](const char *name, const Parts &parts, RunEntryKind kind) {
        QTest::newRow(name) << parts << kind;
    };
    row("figure", {{"text", "<Figure>"}, {"png", "AAAA"}, {"chart", "{}"}}, RunEntryKind::Image);
    row("data frame", {{"text", "a b"}, {"html", "<table/>"}, {"data", "{}"}}, RunEntryKind::Html);
    row("markdown", {{"text", "x"}, {"markdown", "# x"}}, RunEntryKind::Markdown);
    row("drawing", {{"text", "x"}, {"svg", "<svg/>"}, {"html", "<b/>"}}, RunEntryKind::Svg);
    row("list", {{"text", "[1]"}, {"json", "[1]"}}, RunEntryKind::Json);
    row("text", {{"text", "2"}}, RunEntryKind::Text);
    row("empty text", {{"text", ""}}, RunEntryKind::Text);
    row("formula", {{"latex", "$x$"}}, RunEntryKind::Text);
    row("document", {{"pdf", "AAAA"}}, RunEntryKind::Notice);
    row("nothing", {}, RunEntryKind::Notice);
    row("empty picture", {{"png", ""}, {"text", "2"}}, RunEntryKind::Text);
}

void TestRunResults::theRichestFormIsShown()
{
    QFETCH(Parts, parts);
    const RunEntry entry = RunResult::entryOf(ExecutionResult{.parts = parts});
    QTEST(entry.kind, "kind");
    if (entry.kind == RunEntryKind::Notice)
        QVERIFY(!entry.title.isEmpty() && !entry.detail.isEmpty());
}

void TestRunResults::picturesAreDecodedAndNamed()
{
    const RunEntry entry = RunResult::entryOf(ExecutionResult{
        .parts = {{"png", "aGVs\nbG8="}, {"text", "<Figure size 640x480 with 1 Axes>"}}});
    QCOMPARE(entry.bytes, "hello"_ba);
    QCOMPARE(entry.mimeType, u"image/png"_s);
    QCOMPARE(entry.title, u"Figure"_s);
    const RunEntry other =
        RunResult::entryOf(ExecutionResult{.parts = {{"jpeg", "aGVs"}, {"text", "2"}}});
    QCOMPARE(other.title, u"Picture"_s);
}

void TestRunResults::anOversizedTableIsShownAsText()
{
    const RunEntry entry = RunResult::entryOf(ExecutionResult{
        .parts = {{"html", std::string(RunResult::maximumHtml + 1, 'x')}, {"text", "a  b"}}});
    QCOMPARE(entry.kind, RunEntryKind::Text);
    QCOMPARE(entry.lines.text(), u"a  b"_s);
    QVERIFY(entry.detail.contains(u"512.0 KiB"_s));
}

void TestRunResults::anOversizedTextIsCutAndSaysSo()
{
    std::string text;
    while (text.size() <= RunResult::maximumText)
        text += "€";
    const RunEntry entry = RunResult::entryOf(ExecutionResult{.parts = {{"text", text}}});
    QVERIFY(!entry.lines.text().contains(QChar::ReplacementCharacter));
    QVERIFY(entry.lines.text().size() * 3 <= qsizetype(RunResult::maximumText));
    QVERIFY(entry.detail.contains(u"1.0 MiB"_s));
}

void TestRunResults::jsonIsIndented_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("shown");
    QTest::newRow("object") << u"{\"a\":1,\"b\":[true,null]}"_s
                            << u"{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}"_s;
    QTest::newRow("spaced") << u"[ 1, 2 ]"_s << u"[\n  1,\n  2\n]"_s;
    QTest::newRow("empty ones") << u"[{}, [ ]]"_s << u"[\n  {},\n  []\n]"_s;
    QTest::newRow("brackets in a text") << u"\"a{[,:\\\"]\""_s << u"\"a{[,:\\\"]\""_s;
    QTest::newRow("escapes") << u"\"Gr\\u00fc\\u00dfe \\u202e \\n \\u0041\""_s
                             << u"\"Grüße \\u202e \\n \\u0041\""_s;
    QTest::newRow("cut") << u"{\"a\\"_s << u"{\n  \"a\\"_s;
    QTest::newRow("closed too often") << u"]]1"_s << u"\n]\n]1"_s;
}

void TestRunResults::jsonIsIndented()
{
    QFETCH(QString, json);
    QTEST(indentedJson(json), "shown");
}

void TestRunResults::deepJsonDoesNotGrowWithoutEnd()
{
    const QString deep = indentedJson(QString(1024 * 1024, u'['));
    QCOMPARE_LT(deep.size(), 6 * 1024 * 1024);
    QCOMPARE(deep.count(u'['), 1024 * 1024);
}

void TestRunResults::endlessOutputKeepsItsEnd()
{
    RunModel model;
    QAbstractItemModelTester tester(&model);
    model.beginRun({});
    const std::string chunk(64 * 1024 - 10, 'x');
    for (int i = 0; i < 400; ++i) // 25 MiB
        model.take(ExecutionOutput{.text = chunk + std::to_string(i) + "\n"});
    qint64 cost = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        cost += model.entry(row).textCost();
    QCOMPARE_LE(cost, RunModel::maximumText + 4096);
    QCOMPARE(model.rowCount(), 3); // what was dropped, the output, how the run stands
    QVERIFY2(model.entry(0).title.contains(u"no longer kept"_s), qPrintable(model.entry(0).title));
    const RunText &text = model.entry(1).lines;
    QVERIFY(text.line(text.endLine() - 2).text.endsWith(u"399"_s));
    model.endRun(RunOutcome::Finished);
    QCOMPARE(model.currentRun().lines, 400);
}

void TestRunResults::manySmallRowsKeepTheLastOnes()
{
    RunModel model;
    QAbstractItemModelTester tester(&model);
    model.beginRun({});
    for (int i = 0; i < 1200; ++i)
        model.take(ExecutionResult{.parts = {{"text", std::to_string(i)}}});
    QCOMPARE_LE(model.rowCount(), RunModel::maximumRows + 1);
    QCOMPARE(model.entry(model.rowCount() - 2).lines.text(), u"1199"_s);
    QCOMPARE(model.entry(0).phase, RunPhase::None);
    QCOMPARE(model.entry(model.rowCount() - 1).phase, RunPhase::Running);
}

void TestRunResults::picturesAreDroppedFromTheOldest()
{
    RunModel model;
    QAbstractItemModelTester tester(&model);
    model.beginRun({});
    model.take(ExecutionOutput{.text = "stays\n"});
    const std::string picture = QByteArray(3 << 20, 'x').toBase64().toStdString();
    for (int i = 0; i < 30; ++i)
        model.take(ExecutionResult{.parts = {{"png", picture}}});
    qint64 bytes = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        bytes += model.entry(row).bytes.size();
    QCOMPARE_LE(bytes, RunModel::maximumPictures);
    QCOMPARE_GT(bytes, RunModel::maximumPictures - (4 << 20));
    QVERIFY(model.entry(0).title.contains(u"9 picture"_s));
    QCOMPARE(model.entry(1).lines.text(), u"stays"_s);
}

void TestRunResults::oneChunkBeyondTheLimitKeepsItsEnd()
{
    RunModel model;
    model.beginRun({});
    model.take(ExecutionOutput{.text = std::string(20 << 20, 'x') + "\nend"});
    const RunText &text = model.entry(1).lines;
    QCOMPARE(text.line(text.endLine() - 1).text, u"end"_s);
    QCOMPARE_LE(text.cost(), RunModel::maximumText);
}

QTEST_GUILESS_MAIN(TestRunResults)
#include "tst_runresults.moc"
