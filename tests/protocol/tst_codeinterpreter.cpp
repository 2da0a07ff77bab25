// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/codeinterpreter.h>
#include <tests/protocol/json.h>
#include <tests/protocol/maker.h>
#include <tests/support/result.h>

using namespace Sandglass;

class CodeInterpreterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void capturedExecutionBodiesAreRead();
    void absentAndNullSelectorsMeanTheSame();
    void executionBodiesLeaveOutWhatIsNotSet();
    void requestsAreAscii();
    void aBadExecutionBodyIsNamed_data();
    void aBadExecutionBodyIsNamed();
    void capturedContextBodiesAreRead();
    void contextBodiesLeaveOutWhatIsNotSet();
    void contextsAreReadAndWritten();
    void aContextWithoutIdIsRefused();
    void requestProblemsHaveTheFormOfTheService();
    void randomRequestsSurvive();
};

void CodeInterpreterTest::capturedExecutionBodiesAreRead()
{
    const auto read = [](const char *text) {
        return decodeExecutionRequest(text).value_or(ExecutionRequest{.code = "not read"});
    };
    QVERIFY(read(R"({"code":"1+1"})") == ExecutionRequest{.code = "1+1"});
    constexpr const char *withVariables = R"({"code":"print(\"hi\")\n1+1","env_vars":{"A":"1"}})";
    QVERIFY(read(withVariables) ==
            (ExecutionRequest{.code = "print(\"hi\")\n1+1", .envVars = {{"A", "1"}}}));
    QVERIFY(read(R"({"code":"1","language":"js"})") ==
            (ExecutionRequest{.code = "1", .language = "js"}));
    QVERIFY(read(R"({"code":"1","context_id":"c0ffee00-0000-4000-8000-000000000001"})") ==
            (ExecutionRequest{.code = "1", .contextId = "c0ffee00-0000-4000-8000-000000000001"}));
}

void CodeInterpreterTest::absentAndNullSelectorsMeanTheSame()
{
    // The SDK for Python writes null where that for JavaScript leaves the member out.
    const auto request = decodeExecutionRequest(
        R"({"code": "1", "context_id": null, "language": null, "env_vars": null})");
    SG_VERIFY_RESULT(request);
    QVERIFY(*request == ExecutionRequest{.code = "1"});
}

void CodeInterpreterTest::executionBodiesLeaveOutWhatIsNotSet()
{
    QCOMPARE(encodeExecutionRequest({.code = "1+1"}), std::string(R"({"code":"1+1"})"));
    SG_COMPARE_JSON(
        encodeExecutionRequest({.code = "1", .language = "bash", .envVars = {{"A", "a b"}}}),
        R"({"code":"1","language":"bash","env_vars":{"A":"a b"}})");
    SG_COMPARE_JSON(encodeExecutionRequest({.code = "1", .contextId = "c1"}),
                    R"({"code":"1","context_id":"c1"})");
}

void CodeInterpreterTest::requestsAreAscii()
{
    const std::string body = encodeExecutionRequest({.code = "\xC3\xA4\xF0\x9F\x98\x80"});
    QCOMPARE(body, std::string(R"({"code":"\u00e4\ud83d\ude00"})"));
}

void CodeInterpreterTest::aBadExecutionBodyIsNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *text, const char *field) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(field);
    };
    row("{}", "code");
    row(R"({"code":null})", "code");
    row(R"({"code":7})", "code");
    row(R"({"code":"1","context_id":7})", "context_id");
    row(R"({"code":"1","language":[]})", "language");
    row(R"({"code":"1","env_vars":[]})", "env_vars");
    row(R"({"code":"1","env_vars":{"A":1}})", "env_vars");
    row(R"({"code":"1","env_vars":{"A=B":"1"}})", "env_vars");
    row(R"({"code":"1","env_vars":{"":"1"}})", "env_vars");
    row(R"({"code":"1","env_vars":{"A":"\u0000"}})", "env_vars");
}

void CodeInterpreterTest::aBadExecutionBodyIsNamed()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, field);
    const auto request = decodeExecutionRequest(text.toStdString());
    SG_VERIFY_FAILS(request, Error::Kind::Protocol);
    QVERIFY(request.error().detail.contains(field.toStdString()));
}

void CodeInterpreterTest::capturedContextBodiesAreRead()
{
    const auto python = decodeNewCodeContext(R"({"language":"python","cwd":"/tmp"})");
    SG_VERIFY_RESULT(python);
    QVERIFY(*python == (NewCodeContext{.language = "python", .cwd = "/tmp"}));
    const auto plain = decodeNewCodeContext("{}");
    SG_VERIFY_RESULT(plain);
    QVERIFY(*plain == NewCodeContext{});
    SG_VERIFY_FAILS(decodeNewCodeContext(R"({"cwd":1})"), Error::Kind::Protocol);
}

void CodeInterpreterTest::contextBodiesLeaveOutWhatIsNotSet()
{
    QCOMPARE(encodeNewCodeContext({}), std::string("{}"));
    SG_COMPARE_JSON(encodeNewCodeContext({.language = "bash", .cwd = "/tmp"}),
                    R"({"language":"bash","cwd":"/tmp"})");
}

void CodeInterpreterTest::contextsAreReadAndWritten()
{
    constexpr const char *text =
        R"({"id":"c0ffee00-0000-4000-8000-000000000001","language":"python","cwd":"/home/user"})";
    const CodeContext context{
        .id = "c0ffee00-0000-4000-8000-000000000001", .language = "python", .cwd = "/home/user"};
    SG_COMPARE_JSON(encodeCodeContext(context), text);
    QVERIFY(decodeCodeContext(text).value_or(CodeContext{}) == context);
    SG_COMPARE_JSON(encodeCodeContexts({context, context}),
                    "[" + std::string(text) + "," + text + "]");
    QVERIFY(decodeCodeContexts("[" + std::string(text) + "]") == std::vector{context});
    QCOMPARE(encodeCodeContexts({}), std::string("[]"));
    QVERIFY(decodeCodeContexts("[]") == std::vector<CodeContext>());
}

void CodeInterpreterTest::aContextWithoutIdIsRefused()
{
    SG_VERIFY_FAILS(decodeCodeContext(R"({"language":"python","cwd":"/"})"), Error::Kind::Protocol);
    SG_VERIFY_FAILS(decodeCodeContexts(R"([{"id":"a"},{"cwd":"/"}])"), Error::Kind::Protocol);
}

void CodeInterpreterTest::requestProblemsHaveTheFormOfTheService()
{
    SG_COMPARE_JSON(
        encodeRequestProblem({.kind = Error::Kind::Protocol, .detail = "code is missing"}),
        R"({"detail":[{"type":"value_error","loc":["body"],"msg":"code is missing","input":null}]})");
}

void CodeInterpreterTest::randomRequestsSurvive()
{
    Maker maker;
    for (int round = 0; round < 400; ++round) {
        ExecutionRequest request{.code = maker.text(), .envVars = maker.environment()};
        (maker.flag() ? request.contextId : request.language) =
            maker.maybe([&maker] { return maker.text(); });
        const auto text = encodeExecutionRequest(request);
        QVERIFY2(decodeExecutionRequest(text).value_or(ExecutionRequest{}) == request,
                 text.c_str());
    }
}

QTEST_GUILESS_MAIN(CodeInterpreterTest)
#include "tst_codeinterpreter.moc"
