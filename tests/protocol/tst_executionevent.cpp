// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/codeinterpreter.h>
#include <tests/protocol/json.h>
#include <tests/protocol/maker.h>
#include <tests/support/result.h>

#include <algorithm>

using namespace Sandglass;

class ExecutionEventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theStreamOfThePageIsRead();
    void everyEventIsWritten();
    void everyPartOfAResultIsRead();
    void partsThatAreNullAreAbsent();
    void jsonKeepsItsOrderAndItsLongNumbers();
    void aListIsAResultToo();
    void linesAreAsciiAndHaveNoLineBreak();
    void jsonThatIsNoneIsLeftOut();
    void unknownTypesAreSkipped_data();
    void unknownTypesAreSkipped();
    void aMalformedLineFailsAlone_data();
    void aMalformedLineFailsAlone();
    void aLineAbove64MiBIsRefused();
    void everyCutOfALineIsAProtocolError();
    void randomEventsSurvive();
};

namespace {

ExecutionEvent read(std::string_view text)
{
    return decodeExecutionEvent(text).value_or(ExecutionEvent());
}

} // namespace

void ExecutionEventTest::theStreamOfThePageIsRead()
{
    QVERIFY(read(R"({"type": "number_of_executions", "execution_count": 1})") ==
            ExecutionEvent(ExecutionCounted{.count = 1}));
    QVERIFY(
        read(
            R"({"type": "stdout", "text": "hi\n", "timestamp": "2026-01-02T03:04:05.678901+00:00"})") ==
        ExecutionEvent(ExecutionOutput{.channel = ExecutionOutput::Channel::Stdout,
                                       .text = "hi\n",
                                       .timestamp = "2026-01-02T03:04:05.678901+00:00"}));
    QVERIFY(read(R"({"type": "result", "text": "2", "extra": {}, "is_main_result": true})") ==
            ExecutionEvent(
                ExecutionResult{.parts = {{"text", "2"}}, .extra = {}, .isMainResult = true}));
    QVERIFY(
        read(
            R"({"type": "error", "name": "ZeroDivisionError", "value": "division by zero", "traceback": "\u001b[31m---"})") ==
        ExecutionEvent(ExecutionError{
            .name = "ZeroDivisionError", .value = "division by zero", .traceback = "\x1b[31m---"}));
    QVERIFY(read(R"({"type":"keepalive"})") == ExecutionEvent(ExecutionKeepalive{}));
    QVERIFY(read(R"({"type": "end_of_execution"})") == ExecutionEvent(ExecutionEnded{}));
}

void ExecutionEventTest::everyEventIsWritten()
{
    const auto written = [](const ExecutionEvent &event, const char *text) {
        SG_COMPARE_JSON(encodeExecutionEvent(event), text);
    };
    written(ExecutionCounted{.count = 7}, R"({"type":"number_of_executions","execution_count":7})");
    written(ExecutionOutput{.channel = ExecutionOutput::Channel::Stderr,
                            .text = "a\tb\n",
                            .timestamp = "2026-01-02T03:04:05.678901+00:00"},
            R"({"type":"stderr","text":"a\tb\n","timestamp":"2026-01-02T03:04:05.678901+00:00"})");
    written(ExecutionError{.name = "E", .value = "v", .traceback = ""},
            R"({"type":"error","name":"E","value":"v","traceback":""})");
    written(ExecutionKeepalive{}, R"({"type":"keepalive"})");
    written(ExecutionEnded{}, R"({"type":"end_of_execution"})");
    written(ExecutionResult{}, R"({"type":"result","extra":{},"is_main_result":false})");
    written(ExecutionResult{.parts = {{"text", "[1]"}, {"json", "[1, {\"a\": null}]"}},
                            .extra = {{"application/x", "\"y\""}},
                            .isMainResult = true},
            R"({"type":"result","text":"[1]","json":[1,{"a":null}],
                "extra":{"application/x":"y"},"is_main_result":true})");
    written(std::monostate{}, "{}");
    QVERIFY(encodeExecutionEvent(ExecutionEnded{}).starts_with(R"({"type":)"));
}

void ExecutionEventTest::everyPartOfAResultIsRead()
{
    const auto event = read(
        R"({"type":"result","text":"t","html":"<b>","markdown":"# m","svg":"<svg/>","png":"iVBO\nRw0=",
            "jpeg":"/9j/","pdf":"JVBE","latex":"$x$","javascript":"1","json":{"a":1},
            "data":{"x":[1,2]},"chart":{},"extra":{"application/vnd.plotly.v1+json":{"d":[]}}})");
    const auto *result = std::get_if<ExecutionResult>(&event);
    QVERIFY(result);
    const std::map<std::string, std::string, std::less<>> parts{
        {"text", "t"},         {"html", "<b>"},
        {"markdown", "# m"},   {"svg", "<svg/>"},
        {"jpeg", "/9j/"},      {"pdf", "JVBE"},
        {"latex", "$x$"},      {"javascript", "1"},
        {"json", "{\"a\":1}"}, {"data", "{\"x\":[1,2]}"},
        {"chart", "{}"},       {"png", "iVBO\nRw0="}};
    QVERIFY(result->parts == parts);
    QCOMPARE(result->extra.at("application/vnd.plotly.v1+json"), std::string(R"({"d":[]})"));
    QVERIFY(!result->isMainResult);
}

void ExecutionEventTest::partsThatAreNullAreAbsent()
{
    QVERIFY(read(R"({"type":"result","text":null,"json":null,"png":null,"extra":null,
                     "is_main_result":null})") == ExecutionEvent(ExecutionResult{}));
}

void ExecutionEventTest::jsonKeepsItsOrderAndItsLongNumbers()
{
    constexpr std::string_view value =
        R"({"z": 123456789012345678901234567890, "a": 0.1000000000000000055, "\u00e4": "}{\"]["})";
    const auto event =
        read(R"({"json": 1, "type":"result","json": )" + std::string(value) + R"( , "extra":{}})");
    const auto *result = std::get_if<ExecutionResult>(&event);
    QVERIFY(result);
    QCOMPARE(result->parts.at("json"), std::string(value));
    QVERIFY(encodeExecutionEvent(event).contains(value));
}

void ExecutionEventTest::aListIsAResultToo()
{
    const auto event = read(R"({"type":"result","json":[1,"two",null],"extra":{}})");
    const auto *result = std::get_if<ExecutionResult>(&event);
    QVERIFY(result);
    QCOMPARE(result->parts.at("json"), std::string(R"([1,"two",null])"));
}

void ExecutionEventTest::linesAreAsciiAndHaveNoLineBreak()
{
    const ExecutionResult result{
        .parts = {{"text", "\xC3\xA4\n"}, {"json", "{\"\xF0\x9F\x98\x80\":\r\n\"\xE2\x82\xAC\"}"}},
        .extra = {{"text/\xC3\xBC", "\"\xC3\x9F\""}},
        .isMainResult = true};
    const std::string line = encodeExecutionEvent(result);
    QVERIFY(std::ranges::all_of(line, [](unsigned char c) { return c >= ' ' && c < 0x7F; }));
    QCOMPARE(
        line,
        std::string(
            R"({"type":"result","json":{"\ud83d\ude00":  "\u20ac"},"text":"\u00e4\n","extra":{"text/\u00fc":"\u00df"},"is_main_result":true})"));
}

void ExecutionEventTest::jsonThatIsNoneIsLeftOut()
{
    for (const char *text : {"", "NaN", "{\"a\":NaN}", "[1", "{}{}", "\"\xFF\""}) {
        const ExecutionResult result{.parts = {{"text", "x"}, {"json", text}},
                                     .extra = {{"a/b", text}}};
        SG_COMPARE_JSON(encodeExecutionEvent(result),
                        R"({"type":"result","text":"x","extra":{},"is_main_result":false})");
    }
    const std::string deep = std::string(65, '[') + std::string(65, ']');
    SG_COMPARE_JSON(encodeExecutionEvent(ExecutionResult{.parts = {{"json", deep}}}),
                    R"({"type":"result","extra":{},"is_main_result":false})");
}

void ExecutionEventTest::unknownTypesAreSkipped_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {R"({"type":"someday"})", R"({"type":""})", R"({"type":"unexpected_end_of_execution"})",
          R"({"type":"someday","text":7,"extra":"x"})"})
        QTest::newRow(text) << QByteArray(text);
}

void ExecutionEventTest::unknownTypesAreSkipped()
{
    QFETCH(const QByteArray, text);
    const auto event = decodeExecutionEvent(text.toStdString());
    SG_VERIFY_RESULT(event);
    QVERIFY(std::holds_alternative<std::monostate>(*event));
}

void ExecutionEventTest::aMalformedLineFailsAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"{}", "[]", R"({"type":null})", R"({"type":7})", R"({"type":"stdout"})",
          R"({"type":"stdout","text":7})", R"({"type":"stderr","text":"a","timestamp":1})",
          R"({"type":"number_of_executions"})",
          R"({"type":"number_of_executions","execution_count":"1"})",
          R"({"type":"number_of_executions","execution_count":2147483648})",
          R"({"type":"result","png":7})", R"({"type":"result","text":["a"]})",
          R"({"type":"result","extra":[]})", R"({"type":"result","is_main_result":1})",
          R"({"type":"result","json":{"a":NaN}})", R"({"type":"result","data":{"a":[Infinity]}})",
          R"({"type":"result","json":-Infinity})", R"({"type":"error","traceback":[]})"})
        QTest::newRow(text) << QByteArray(text);
}

void ExecutionEventTest::aMalformedLineFailsAlone()
{
    QFETCH(const QByteArray, text);
    SG_VERIFY_FAILS(decodeExecutionEvent(text.toStdString()), Error::Kind::Protocol);
    QVERIFY(read(R"({"type":"end_of_execution"})") == ExecutionEvent(ExecutionEnded{}));
}

void ExecutionEventTest::aLineAbove64MiBIsRefused()
{
    const std::string start = R"({"type":"result","png":")";
    const std::string end = R"("})";
    // More than the body of a request may have, as a figure of many megabytes has.
    const std::string large = start + std::string(17UL << 20U, 'A') + end;
    SG_VERIFY_RESULT(decodeExecutionEvent(large));
    const std::string tooLarge =
        start + std::string(maximumExecutionLine - start.size() - end.size() + 1, 'A') + end;
    SG_VERIFY_FAILS(decodeExecutionEvent(tooLarge), Error::Kind::Protocol);
}

void ExecutionEventTest::everyCutOfALineIsAProtocolError()
{
    const std::string line = encodeExecutionEvent(
        ExecutionResult{.parts = {{"text", "a\\\"\n"}, {"json", R"({"k":["v",-1.5e3]})"}},
                        .extra = {{"a/b", "{}"}},
                        .isMainResult = true});
    SG_VERIFY_RESULT(decodeExecutionEvent(line));
    for (std::size_t length = 0; length < line.size(); ++length)
        SG_VERIFY_FAILS(decodeExecutionEvent(line.substr(0, length)), Error::Kind::Protocol);
}

void ExecutionEventTest::randomEventsSurvive()
{
    Maker maker;
    for (int round = 0; round < 400; ++round) {
        ExecutionResult result{.isMainResult = maker.flag()};
        for (const char *key : {"text", "html", "svg", "png"}) {
            if (maker.flag())
                result.parts[key] = maker.text();
        }
        result.parts["json"] = encodeExecutionRequest({.code = maker.text()});
        result.extra[maker.text()] = "[1.50, true]";
        const ExecutionOutput output{.channel = maker.flag() ? ExecutionOutput::Channel::Stdout
                                                             : ExecutionOutput::Channel::Stderr,
                                     .text = maker.text(),
                                     .timestamp = maker.text()};
        for (const ExecutionEvent &event : {ExecutionEvent(result), ExecutionEvent(output)}) {
            const std::string line = encodeExecutionEvent(event);
            QVERIFY2(read(line) == event, line.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(ExecutionEventTest)
#include "tst_executionevent.moc"
