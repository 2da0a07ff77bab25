// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/jupyter.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

using namespace Sandglass;

namespace {

/// A message as ipykernel sends it, with a topic in front.
Result<JupyterMessage> message(std::string_view type, std::string_view content)
{
    static std::string header;
    header =
        R"({"msg_id":"k1","msg_type":")" + std::string(type) +
        R"(","username":"u","session":"s","date":"2026-01-02T03:04:05.678901Z","version":"5.3"})";
    return decodeJupyterMessage({"kernel.s.topic", "<IDS|MSG>", "", header,
                                 R"({"msg_id":"r1","msg_type":"execute_request"})", "{}", content});
}

JupyterContent contentOf(std::string_view type, std::string_view content)
{
    const auto decoded = message(type, content);
    return decoded ? decoded->content : JupyterContent();
}

ExecutionEvent eventOf(std::string_view type, std::string_view content)
{
    const auto decoded = contentOf(type, content);
    const auto *event = std::get_if<ExecutionEvent>(&decoded);
    return event ? *event : ExecutionEvent();
}

ExecutionResult resultOf(std::string_view data)
{
    const auto event =
        eventOf("display_data", R"({"metadata":{},"data":)" + std::string(data) + "}");
    const auto *result = std::get_if<ExecutionResult>(&event);
    return result ? *result : ExecutionResult{.parts = {{"text", "no result"}}};
}

} // namespace

class JupyterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theConnectionFileNamesFiveSockets();
    void requestsHaveTheFramesOfTheProtocol();
    void executionsAskForNoInput();
    void answersNameTheirRequest();
    void everyKindOfMessageIsRead();
    void mimeTypesBecomeTheKeysOfThePage();
    void onePairOfQuotesIsStripped_data();
    void onePairOfQuotesIsStripped();
    void errorsJoinTheLinesOfTheirTraceback();
    void brokenMessagesAreProtocolErrors_data();
    void brokenMessagesAreProtocolErrors();
    void tooFewPartsAreAProtocolError();
    void oddContentsDoNoHarm_data();
    void oddContentsDoNoHarm();
};

void JupyterTest::theConnectionFileNamesFiveSockets()
{
    SG_COMPARE_JSON(encodeJupyterConnection("/tmp/k/socket"),
                    R"({"transport":"ipc","ip":"/tmp/k/socket","shell_port":1,"iopub_port":2,
                        "stdin_port":3,"control_port":4,"hb_port":5,"key":"",
                        "signature_scheme":"hmac-sha256"})");
    QCOMPARE(jupyterEndpoint("/tmp/k/socket", JupyterChannel::Iopub),
             std::string("ipc:///tmp/k/socket-2"));
}

void JupyterTest::requestsHaveTheFramesOfTheProtocol()
{
    const auto frames = encodeJupyterRequest(
        {.id = "r1", .session = "s1", .type = "kernel_info_request", .content = "{}"});
    QCOMPARE(frames.size(), 6UL);
    QCOMPARE(frames[0], std::string("<IDS|MSG>"));
    QCOMPARE(frames[1], std::string());
    SG_COMPARE_JSON(frames[2], R"({"msg_id":"r1","session":"s1","username":"sandglass",
                                   "msg_type":"kernel_info_request","version":"5.3"})");
    QCOMPARE(frames[3] + frames[4] + frames[5], std::string("{}{}{}"));
}

void JupyterTest::executionsAskForNoInput()
{
    SG_COMPARE_JSON(encodeJupyterExecute("1+1\n\"\xC3\xA4\"", JupyterVisibility::Shown),
                    R"({"code":"1+1\n\"\u00e4\"","silent":false,"store_history":true,
                        "user_expressions":{},"allow_stdin":false,"stop_on_error":false})");
    SG_COMPARE_JSON(encodeJupyterExecute("1", JupyterVisibility::Silent),
                    R"({"code":"1","silent":true,"store_history":false,"user_expressions":{},
                        "allow_stdin":false,"stop_on_error":false})");
}

void JupyterTest::answersNameTheirRequest()
{
    const auto answer = message("status", R"({"execution_state":"busy"})");
    SG_VERIFY_RESULT(answer);
    QCOMPARE(answer->parentId, std::string("r1"));
    const auto unasked = decodeJupyterMessage(
        {"<IDS|MSG>", "", R"({"msg_type":"status"})", "{}", "{}", R"({"execution_state":"idle"})"});
    SG_VERIFY_RESULT(unasked);
    QCOMPARE(unasked->parentId, std::string());
}

void JupyterTest::everyKindOfMessageIsRead()
{
    QVERIFY(contentOf("status", R"({"execution_state":"idle"})") ==
            JupyterContent(JupyterStatus{.isIdle = true}));
    QVERIFY(contentOf("status", R"({"execution_state":"busy"})") ==
            JupyterContent(JupyterStatus{}));
    QVERIFY(contentOf("execute_reply", R"({"status":"ok","execution_count":1})") ==
            JupyterContent(JupyterReply{}));
    QVERIFY(contentOf("execute_reply", R"({"status":"aborted"})") ==
            JupyterContent(JupyterReply{.isAborted = true}));
    QVERIFY(contentOf("kernel_info_reply", "{}") == JupyterContent(JupyterInfo{}));
    QVERIFY(eventOf("execute_input", R"({"code":"1","execution_count":7})") ==
            ExecutionEvent(ExecutionCounted{.count = 7}));
    QVERIFY(eventOf("stream", R"({"name":"stdout","text":"a\n\u00e4"})") ==
            ExecutionEvent(ExecutionOutput{.text = "a\n\xC3\xA4"}));
    QVERIFY(eventOf("stream", R"({"name":"stderr","text":["a\n","b"]})") ==
            ExecutionEvent(
                ExecutionOutput{.channel = ExecutionOutput::Channel::Stderr, .text = "a\nb"}));
    QVERIFY(eventOf("execute_result", R"({"execution_count":1,"data":{"text/plain":"2"}})") ==
            ExecutionEvent(ExecutionResult{.parts = {{"text", "2"}}, .isMainResult = true}));
    QVERIFY(contentOf("comm_open", "{}") == JupyterContent());
}

void JupyterTest::mimeTypesBecomeTheKeysOfThePage()
{
    const auto result = resultOf(
        R"({"text/plain":"t","text/html":"<b>","text/markdown":["# m\n","n"],"image/svg+xml":"<svg/>",
            "image/png":"iVBO\n","image/jpeg":"/9j/","application/pdf":"JVBE","text/latex":"$x$",
            "application/javascript":"1","application/json":[1, {"z":1,"a":2}],
            "application/vnd.plotly.v1+json":{"data":[]},"text/x-new":"n","image/gif":null})");
    const std::map<std::string, std::string, std::less<>> parts{
        {"text", "t"},          {"html", "<b>"},
        {"markdown", "# m\nn"}, {"svg", "<svg/>"},
        {"png", "iVBO\n"},      {"jpeg", "/9j/"},
        {"pdf", "JVBE"},        {"latex", "$x$"},
        {"javascript", "1"},    {"json", "[1, {\"z\":1,\"a\":2}]"}};
    QVERIFY(result.parts == parts);
    const std::map<std::string, std::string, std::less<>> extra{
        {"application/vnd.plotly.v1+json", "{\"data\":[]}"}, {"text/x-new", "\"n\""}};
    QVERIFY(result.extra == extra);
    QVERIFY(!result.isMainResult);
}

void JupyterTest::onePairOfQuotesIsStripped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("stripped");
    QTest::newRow("single") << QByteArray("'2'") << QByteArray("2");
    QTest::newRow("double") << QByteArray("\"it's\"") << QByteArray("it's");
    QTest::newRow("one pair") << QByteArray("\"'2'\"") << QByteArray("'2'");
    QTest::newRow("none") << QByteArray("2") << QByteArray("2");
    QTest::newRow("mixed") << QByteArray("'2\"") << QByteArray("'2\"");
    QTest::newRow("alone") << QByteArray("'") << QByteArray("'");
    QTest::newRow("empty") << QByteArray("''") << QByteArray("");
}

void JupyterTest::onePairOfQuotesIsStripped()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, stripped);
    const QByteArray data =
        QJsonDocument(QJsonObject{{QStringLiteral("text/plain"), QString::fromUtf8(text)}})
            .toJson();
    QCOMPARE(QByteArray::fromStdString(resultOf(data.toStdString()).parts.at("text")), stripped);
}

void JupyterTest::errorsJoinTheLinesOfTheirTraceback()
{
    QVERIFY(
        eventOf("error", R"({"ename":"E","evalue":"v","traceback":["\u001b[31m--","b\nc"]})") ==
        ExecutionEvent(ExecutionError{.name = "E", .value = "v", .traceback = "\x1b[31m--\nb\nc"}));
    QVERIFY(eventOf("error", "{}") == ExecutionEvent(ExecutionError{}));
}

void JupyterTest::brokenMessagesAreProtocolErrors_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("content");
    const QByteArray status = R"({"msg_type":"status"})";
    QTest::newRow("no header") << QByteArray() << QByteArray("{}");
    QTest::newRow("no type") << QByteArray("{}") << QByteArray("{}");
    QTest::newRow("odd type") << QByteArray(R"({"msg_type":7})") << QByteArray("{}");
    QTest::newRow("no content") << status << QByteArray();
    QTest::newRow("cut content") << status << QByteArray(R"({"execution_state":"idle)");
    QTest::newRow("bare NaN") << status << QByteArray(R"({"a":NaN})");
    QTest::newRow("not UTF-8") << status << QByteArray("{\"a\":\"\xFF\"}");
    QTest::newRow("too deep") << status << QByteArray(100, '[') + QByteArray(100, ']');
}

void JupyterTest::brokenMessagesAreProtocolErrors()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, content);
    SG_VERIFY_FAILS(decodeJupyterMessage({"<IDS|MSG>",
                                          "",
                                          {header.data(), size_t(header.size())},
                                          "{}",
                                          "{}",
                                          {content.data(), size_t(content.size())}}),
                    Error::Kind::Protocol);
}

void JupyterTest::tooFewPartsAreAProtocolError()
{
    std::vector<std::string_view> frames{"<IDS|MSG>", "",   R"({"msg_type":"status"})",
                                         "{}",        "{}", "{}"};
    SG_VERIFY_RESULT(decodeJupyterMessage(frames));
    while (!frames.empty()) {
        frames.pop_back();
        SG_VERIFY_FAILS(decodeJupyterMessage(frames), Error::Kind::Protocol);
    }
}

void JupyterTest::oddContentsDoNoHarm_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char *content : {"{}", "[]", "null", "7", R"({"data":7,"text":7,"traceback":7})",
                                R"({"data":{"text/plain":7,"image/png":[1]},"traceback":[7,null]})",
                                R"({"execution_count":"x"})", R"({"execution_count":-1})",
                                R"({"execution_count":99999999999})"})
        QTest::newRow(content) << QByteArray(content);
}

void JupyterTest::oddContentsDoNoHarm()
{
    QFETCH(const QByteArray, content);
    for (const char *type : {"status", "stream", "execute_input", "display_data", "execute_result",
                             "error", "execute_reply"})
        SG_VERIFY_RESULT(message(type, content.toStdString()));
}

QTEST_GUILESS_MAIN(JupyterTest)
#include "tst_jupyter.moc"
