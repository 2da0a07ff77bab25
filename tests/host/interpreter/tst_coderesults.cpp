// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/interpreter/codesandboxtest.h>

#include <QtCore/QByteArray>
#include <QtTest/QTest>

#include <algorithm>

namespace Sandglass {

namespace {

/// Shows itself in every form that the protocol knows.
constexpr const char *everyForm = R"py(
class Everything:
    def __repr__(self): return 'everything'
    def _repr_mimebundle_(self, include=None, exclude=None):
        return {'text/html': '<b>h</b>', 'text/markdown': '# m', 'image/svg+xml': '<svg/>',
                'image/png': 'iVBORw0KGgo=', 'image/jpeg': '/9j/4AAQ', 'application/pdf': 'JVBERi0=',
                'text/latex': '$x$', 'application/json': {'z': 1, 'a': [None]},
                'application/javascript': '1 + 1', 'application/vnd.mine+json': {'m': 1},
                'text/x-mine': 'own'}
Everything()
)py";

} // namespace

class TestCodeResults final : public CodeSandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormOfAResultArrives()
    {
        const auto result = only<ExecutionResult>(m_code->run(everyForm));
        const std::map<std::string, std::string, std::less<>> parts{
            {"text", "everything"},  {"html", "<b>h</b>"},
            {"markdown", "# m"},     {"svg", "<svg/>"},
            {"png", "iVBORw0KGgo="}, {"jpeg", "/9j/4AAQ"},
            {"pdf", "JVBERi0="},     {"latex", "$x$"},
            {"javascript", "1 + 1"}, {"json", "{\"z\": 1, \"a\": [null]}"}};
        QVERIFY(result.parts == parts);
        const std::map<std::string, std::string, std::less<>> extra{
            {"application/vnd.mine+json", "{\"m\": 1}"}, {"text/x-mine", "\"own\""}};
        QVERIFY(result.extra == extra);
        QVERIFY(result.isMainResult);
    }

    void aPlotIsAPicture()
    {
        const auto result = only<ExecutionResult>(
            m_code->run("import matplotlib.pyplot as plt\nplt.plot([1, 2, 3])\nplt.show()"));
        QVERIFY(!result.isMainResult);
        QVERIFY(result.parts.contains("text"));
        QCOMPARE(result.parts.at("text"), std::string("<Figure size 640x480 with 1 Axes>"));
        QVERIFY(result.parts.contains("png"));
        const auto png = QByteArray::fromBase64(QByteArray::fromStdString(result.parts.at("png")));
        QVERIFY(png.startsWith("\x89PNG\r\n\x1a\n"));
        QVERIFY(png.size() > 5000);
    }

    void whatIsDisplayedIsNotTheMainResult()
    {
        const auto events = m_code->run("display(1)\ndisplay('two')\n3");
        QCOMPARE(events.size(), 3UL);
        const std::vector<ExecutionEvent> expected{
            ExecutionResult{.parts = {{"text", "1"}}}, ExecutionResult{.parts = {{"text", "two"}}},
            ExecutionResult{.parts = {{"text", "3"}}, .isMainResult = true}};
        QVERIFY(events == expected);
    }

    void listsAndDictsAreJsonToo_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("list") << QByteArray("[1, 'a', None, True]")
                              << QByteArray(R"([1, "a", null, true])");
        QTest::newRow("dict") << QByteArray("{'b': {'a': 1.5}, 2: ()}")
                              << QByteArray(R"({"b": {"a": 1.5}, "2": []})");
        QTest::newRow("long") << QByteArray("[10**30]")
                              << QByteArray("[" + QByteArray("1") + QByteArray(30, '0') + "]");
        QTest::newRow("nan") << QByteArray("[float('nan'), float('-inf')]")
                             << QByteArray(R"(["nan", "-inf"])");
        QTest::newRow("numpy") << QByteArray("import numpy; [numpy.int64(7), numpy.float32(0.5)]")
                               << QByteArray("[7, 0.5]");
    }

    void listsAndDictsAreJsonToo()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const QByteArray, json);
        const auto result = only<ExecutionResult>(m_code->run(code.toStdString()));
        QVERIFY(result.parts.contains("json"));
        QCOMPARE(QByteArray::fromStdString(result.parts.at("json")), json);
        QVERIFY(result.parts.contains("text"));
    }

    void whatIsNotJsonHasItsTextAlone_data()
    {
        QTest::addColumn<QByteArray>("code");
        for (const char *code : {"[object]", "x = []; x.append(x); x", "{(1, 2): 3}", "[b'bytes']",
                                 "x = []\nfor i in range(100): x = [x]\nx"})
            QTest::newRow(code) << QByteArray(code);
    }

    void whatIsNotJsonHasItsTextAlone()
    {
        QFETCH(const QByteArray, code);
        const auto result = only<ExecutionResult>(m_code->run(code.toStdString()));
        QCOMPARE(result.parts.size(), 1UL);
        QVERIFY(result.parts.contains("text"));
        QVERIFY(result.isMainResult);
    }

    void aDataFrameIsATable()
    {
        const auto result =
            only<ExecutionResult>(m_code->run("import pandas; pandas.DataFrame({'a': [1, 2]})"));
        QVERIFY(result.parts.contains("html"));
        QVERIFY(result.parts.at("html").contains("<table"));
    }

    void oneBadDisplayDoesNotSpoilTheRun()
    {
        const auto events = m_code->run("class Bad:\n"
                                        "    def _repr_html_(self): raise ValueError('bad')\n"
                                        "    def __repr__(self): return 'text'\n"
                                        "display(Bad())\n"
                                        "print('\\ud800 alone', '\\udcff')\n7");
        QCOMPARE(only<ExecutionOutput>(events).text.substr(0, 12), std::string("\\ud800 alone"));
        QVERIFY(events.back() ==
                ExecutionEvent(ExecutionResult{.parts = {{"text", "7"}}, .isMainResult = true}));
    }

    void theAnswerIsAsciiLinesWithoutAType()
    {
        auto call = m_code->begin(python("print('\xC3\xA4\xF0\x9F\x98\x80')\n['\xE2\x82\xAC']"));
        const auto head = call.head();
        QCOMPARE(head.status, 200);
        QVERIFY(!head.headers.contains("Content-Type"));
        QVERIFY(head.headers.hasToken("Transfer-Encoding", "chunked"));
        const auto events = call.all();
        QCOMPARE(only<ExecutionOutput>(events).text, std::string("\xC3\xA4\xF0\x9F\x98\x80\n"));
        QVERIFY(std::ranges::all_of(call.body(), [](unsigned char c) { return c < 0x80; }));
        QVERIFY(!call.body().contains("\n\n"));
        QVERIFY(call.body().ends_with("}\n"));
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestCodeResults)
#include "tst_coderesults.moc"
