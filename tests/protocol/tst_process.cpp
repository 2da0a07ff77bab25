// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/process.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

using namespace Sandglass;

namespace {

constexpr const char *startBody =
    R"({"process":{"cmd":"/bin/bash","args":["-l","-c","echo hi"],"envs":{"A":"1"},"cwd":"/tmp"},"stdin":false})";
constexpr const char *ptyBody =
    R"({"process":{"cmd":"/bin/bash","args":["-i","-l"],"envs":{"TERM":"xterm-256color","LANG":"C.UTF-8"}},
        "pty":{"size":{"cols":80,"rows":24}}})";

using Decode = std::optional<Error> (*)(std::string_view);

template<auto decoder>
std::optional<Error> errorOf(std::string_view text)
{
    const auto result = decoder(text);
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace
Q_DECLARE_METATYPE(Decode)

class ProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aCommandOfTheSdkIsReadAndWritten();
    void aTerminalOfTheSdkIsReadAndWritten();
    void aTerminalWithoutASizeHasNone();
    void tagAndClosedInputSurvive();
    void theSmallBodiesOfTheSdkAreReadAndWritten();
    void aSelectorMayBeATag();
    void base64IsReadInEveryForm_data();
    void base64IsReadInEveryForm();
    void aSignalMayBeANumber();
    void quotedNumbersAndSnakeCaseAreRead();
    void theListIsReadAndWritten();
    void anEmptyListIsRead();
    void aMalformedMessageNamesTheField_data();
    void aMalformedMessageNamesTheField();
    void initIsReadAndWritten();
};

void ProcessTest::aCommandOfTheSdkIsReadAndWritten()
{
    const auto start = decodeStartProcess(startBody);
    SG_VERIFY_RESULT(start);
    const StartProcess expected{.process = {.cmd = "/bin/bash",
                                            .args = {"-l", "-c", "echo hi"},
                                            .envs = {{"A", "1"}},
                                            .cwd = "/tmp"},
                                .stdinOpen = false};
    QVERIFY(*start == expected);
    SG_COMPARE_JSON(encodeStartProcess(*start), startBody);
}

void ProcessTest::aTerminalOfTheSdkIsReadAndWritten()
{
    const auto start = decodeStartProcess(ptyBody);
    SG_VERIFY_RESULT(start);
    QVERIFY(start->pty == (PtySize{.cols = 80, .rows = 24}));
    QVERIFY(!start->stdinOpen && !start->tag && !start->process.cwd);
    SG_COMPARE_JSON(encodeStartProcess(*start), ptyBody);
}

void ProcessTest::aTerminalWithoutASizeHasNone()
{
    for (const char *text :
         {R"({"process":{"cmd":"x"},"pty":{}})", R"({"process":{"cmd":"x"},"pty":{"size":{}}})"}) {
        const auto start = decodeStartProcess(text);
        SG_VERIFY_RESULT(start);
        QVERIFY2(start->pty == (PtySize{.cols = 0, .rows = 0}), text);
    }
}

void ProcessTest::tagAndClosedInputSurvive()
{
    const StartProcess start{
        .process = {.cmd = "sleep", .cwd = ""}, .tag = "_system", .stdinOpen = true};
    SG_COMPARE_JSON(encodeStartProcess(start),
                    R"({"process":{"cmd":"sleep","cwd":""},"tag":"_system","stdin":true})");
    const auto read = decodeStartProcess(encodeStartProcess(start));
    SG_VERIFY_RESULT(read);
    QVERIFY(*read == start);
}

void ProcessTest::theSmallBodiesOfTheSdkAreReadAndWritten()
{
    const char *input = R"({"process":{"pid":1204},"input":{"stdin":"YWJjCg=="}})";
    QVERIFY(*decodeProcessInput(input) == (ProcessInput{.process = 1204U, .bytes = "abc\n"}));
    SG_COMPARE_JSON(encodeProcessInput(*decodeProcessInput(input)), input);

    const char *typed = R"({"process":{"pid":1210},"input":{"pty":"bHMK"}})";
    QVERIFY(*decodeProcessInput(typed) ==
            (ProcessInput{.process = 1210U, .bytes = "ls\n", .toPty = true}));
    SG_COMPARE_JSON(encodeProcessInput(*decodeProcessInput(typed)), typed);

    const char *update = R"({"process":{"pid":1210},"pty":{"size":{"cols":100,"rows":30}}})";
    QVERIFY(*decodeProcessUpdate(update) ==
            (ProcessUpdate{.process = 1210U, .pty = PtySize{.cols = 100, .rows = 30}}));
    SG_COMPARE_JSON(encodeProcessUpdate(*decodeProcessUpdate(update)), update);

    const char *signal = R"({"process":{"pid":1204},"signal":"SIGNAL_SIGKILL"})";
    QVERIFY(*decodeProcessSignal(signal) ==
            (ProcessSignalRequest{.process = 1204U, .signal = ProcessSignal::Kill}));
    SG_COMPARE_JSON(encodeProcessSignal(*decodeProcessSignal(signal)), signal);

    const char *connect = R"({"process":{"pid":777}})";
    QVERIFY(*decodeConnectProcess(connect) == ProcessSelector(777U));
    SG_COMPARE_JSON(encodeConnectProcess(777U), connect);
}

void ProcessTest::aSelectorMayBeATag()
{
    SG_COMPARE_JSON(encodeConnectProcess(std::string("web")), R"({"process":{"tag":"web"}})");
    QVERIFY(*decodeConnectProcess(R"({"process":{"tag":"web"}})") == ProcessSelector("web"));
}

void ProcessTest::base64IsReadInEveryForm_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"++//AA==", "++//AA", "--__AA==", "--__AA", "-+_/AA"})
        QTest::newRow(text) << QByteArray(text);
}

void ProcessTest::base64IsReadInEveryForm()
{
    QFETCH(const QByteArray, text);
    const auto input = decodeProcessInput(R"({"process":{"pid":1},"input":{"stdin":")" +
                                          text.toStdString() + "\"}}");
    SG_VERIFY_RESULT(input);
    QCOMPARE(input->bytes, std::string("\xFB\xEF\xFF\x00", 4));
}

void ProcessTest::aSignalMayBeANumber()
{
    QVERIFY(decodeProcessSignal(R"({"process":{"pid":1},"signal":15})")->signal ==
            ProcessSignal::Terminate);
    QVERIFY(decodeProcessSignal(R"({"process":{"pid":1},"signal":9})")->signal ==
            ProcessSignal::Kill);
    QVERIFY(decodeProcessSignal(R"({"process":{"pid":1}})")->signal == ProcessSignal::Unspecified);
}

void ProcessTest::quotedNumbersAndSnakeCaseAreRead()
{
    QVERIFY(*decodeConnectProcess(R"({"process":{"pid":"4294967295"}})") ==
            ProcessSelector(4294967295U));
    const auto event = decodeProcessEvent(R"({"event":{"end":{"exit_code":"-1"}}})");
    SG_VERIFY_RESULT(event);
    QCOMPARE(std::get<ProcessEnded>(*event).exitCode, -1);
}

void ProcessTest::theListIsReadAndWritten()
{
    const char *text =
        R"({"processes":[{"config":{"cmd":"/bin/sh","args":["-c","x"]},"pid":12,"tag":"web"},
                                        {"config":{"cmd":"top"},"pid":13}]})";
    const auto list = decodeProcessList(text);
    SG_VERIFY_RESULT(list);
    const std::vector<ProcessInfo> expected{
        {.config = {.cmd = "/bin/sh", .args = {"-c", "x"}}, .pid = 12, .tag = "web"},
        {.config = {.cmd = "top"}, .pid = 13}};
    QVERIFY(*list == expected);
    SG_COMPARE_JSON(encodeProcessList(*list), text);
}

void ProcessTest::anEmptyListIsRead()
{
    for (const char *text : {"{}", R"({"processes":[]})", R"({"processes":null})"}) {
        const auto list = decodeProcessList(text);
        SG_VERIFY_RESULT(list);
        QVERIFY(list->empty());
    }
}

namespace {

void addRow(Decode decode, const char *text, const char *message)
{
    QTest::newRow(text) << decode << QByteArray(text) << QByteArray(message);
}

void addMalformedStarts()
{
    const Decode start = errorOf<decodeStartProcess>;
    addRow(start, "{}", "process.cmd is missing");
    addRow(start, R"({"process":{"cmd":""}})", "process.cmd is missing");
    addRow(start, R"({"process":"ls"})", "process must be an object");
    addRow(start, R"({"process":{"cmd":"a\u0000b"}})", "process.cmd must not hold a zero byte");
    addRow(start, R"({"process":{"cmd":"a","args":"b"}})", "process.args must be a list");
    addRow(start, R"({"process":{"cmd":"a","args":["b",1]}})",
           "process.args must hold strings only");
    addRow(start, R"({"process":{"cmd":"a","args":["\u0000"]}})",
           "process.args must not hold a zero byte");
    addRow(start, R"({"process":{"cmd":"a","cwd":"/\u0000"}})",
           "process.cwd must not hold a zero byte");
    addRow(start, R"({"process":{"cmd":"a","envs":{"A=":"b"}}})", "process.envs must hold names");
    addRow(start, R"({"process":{"cmd":"a"},"stdin":"no"})", "stdin must be true or false");
    addRow(start, R"({"process":{"cmd":"a"},"pty":{"size":{"cols":-1}}})",
           "pty.size.cols must be from");
    addRow(start, R"({"process":{"cmd":"a"},"pty":{"size":{"rows":4294967296}}})",
           "pty.size.rows must be from");
    addRow(start, R"({"process":{"cmd":"a"},"pty":{"size":{"rows":"x"}}})",
           "pty.size.rows must be an integer");
}

} // namespace

void ProcessTest::aMalformedMessageNamesTheField_data()
{
    QTest::addColumn<Decode>("decode");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    addMalformedStarts();
    const Decode attach = errorOf<decodeConnectProcess>;
    addRow(attach, R"({"process":{}})", "process must be given by either pid or tag");
    addRow(attach, R"({"process":{"pid":1,"tag":"a"}})",
           "process must be given by either pid or tag");
    addRow(attach, R"({"process":{"pid":-1}})", "process.pid must be from");
    addRow(attach, R"({"process":{"pid":"1 "}})", "process.pid must be an integer");
    addRow(attach, R"({"process":{"tag":5}})", "process.tag must be a string");
    const Decode input = errorOf<decodeProcessInput>;
    addRow(input, R"({"process":{"pid":1}})", "input must hold either stdin or pty");
    addRow(input, R"({"process":{"pid":2},"input":{"stdin":"","pty":""}})",
           "input must hold either stdin or pty");
    addRow(input, R"({"process":{"pid":3},"input":{"stdin":"a"}})", "input.stdin must be base64");
    addRow(input, R"({"process":{"pid":4},"input":{"pty":"a b="}})", "input.pty must be base64");
    addRow(input, R"({"process":{"pid":5},"input":{"pty":[]}})", "input.pty must be a string");
    const Decode signal = errorOf<decodeProcessSignal>;
    addRow(signal, R"({"process":{"pid":1},"signal":2})", "signal must be SIGNAL_SIGKILL");
    addRow(signal, R"({"process":{"pid":1},"signal":"SIGINT"})", "signal must be SIGNAL_SIGKILL");
    addRow(signal, R"({"process":{"pid":1},"signal":{}})", "signal must be an integer");
    addRow(errorOf<decodeProcessList>, R"({"processes":[7]})", "processes[0]. must be an object");
    addRow(errorOf<decodeProcessList>, R"({"processes":[{"config":{"cmd":"a"}}]})",
           "processes[0].pid is missing");
}

void ProcessTest::aMalformedMessageNamesTheField()
{
    QFETCH(const Decode, decode);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const auto error = decode(text.toStdString());
    QVERIFY(error);
    QVERIFY(error->kind == Error::Kind::Protocol);
    const QByteArray detail = QByteArray::fromStdString(error->detail);
    QVERIFY2(detail.startsWith("process: " + message), detail.constData());
}

void ProcessTest::initIsReadAndWritten()
{
    const char *text =
        R"({"envVars":{"A":"1"},"accessToken":"t","defaultUser":"user","defaultWorkdir":"/home/user"})";
    const auto init = decodeEnvdInit(text);
    SG_VERIFY_RESULT(init);
    const EnvdInit expected{.envVars = {{"A", "1"}},
                            .accessToken = "t",
                            .defaultUser = "user",
                            .defaultWorkdir = "/home/user"};
    QVERIFY(*init == expected);
    SG_COMPARE_JSON(encodeEnvdInit(*init), text);
    SG_COMPARE_JSON(encodeEnvdInit({}), "{}");
    QVERIFY(*decodeEnvdInit(R"({"accessToken":"","timestamp":"2026-11-20T05:00:05Z"})") ==
            EnvdInit{});
    SG_VERIFY_FAILS(decodeEnvdInit(R"({"envVars":{"A=B":"1"}})"), Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(ProcessTest)
#include "tst_process.moc"
