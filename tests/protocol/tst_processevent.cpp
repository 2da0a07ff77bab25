// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/process.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

using namespace Sandglass;

class ProcessEventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyEventIsWritten();
    void everyEventIsRead();
    void everyByteOfOutputSurvives();
    void unknownEventsAreSkipped_data();
    void unknownEventsAreSkipped();
    void aMalformedEventIsAProtocolError_data();
    void aMalformedEventIsAProtocolError();
};

void ProcessEventTest::everyEventIsWritten()
{
    SG_COMPARE_JSON(encodeProcessEvent(ProcessStarted{.pid = 512}),
                    R"({"event":{"start":{"pid":512}}})");
    SG_COMPARE_JSON(
        encodeProcessEvent(ProcessData{.channel = ProcessData::Channel::Stdout, .bytes = "hi\n"}),
        R"({"event":{"data":{"stdout":"aGkK"}}})");
    SG_COMPARE_JSON(
        encodeProcessEvent(ProcessData{.channel = ProcessData::Channel::Stderr, .bytes = ""}),
        R"({"event":{"data":{"stderr":""}}})");
    SG_COMPARE_JSON(
        encodeProcessEvent(ProcessData{.channel = ProcessData::Channel::Pty, .bytes = "\x1b[m"}),
        R"({"event":{"data":{"pty":"G1tt"}}})");
    SG_COMPARE_JSON(
        encodeProcessEvent(ProcessEnded{.exitCode = 0, .exited = true, .status = "exit status 0"}),
        R"({"event":{"end":{"exited":true,"status":"exit status 0"}}})");
    SG_COMPARE_JSON(
        encodeProcessEvent(ProcessEnded{
            .exitCode = 3, .exited = true, .status = "exit status 3", .error = "exit status 3"}),
        R"({"event":{"end":{"exitCode":3,"exited":true,"status":"exit status 3","error":"exit status 3"}}})");
    SG_COMPARE_JSON(
        encodeProcessEvent(
            ProcessEnded{.exitCode = -1, .status = "signal: killed", .error = "signal: killed"}),
        R"({"event":{"end":{"exitCode":-1,"status":"signal: killed","error":"signal: killed"}}})");
    SG_COMPARE_JSON(encodeProcessEvent(ProcessKeepalive{}), R"({"event":{"keepalive":{}}})");
}

void ProcessEventTest::everyEventIsRead()
{
    const auto read = [](const char *text) {
        return decodeProcessEvent(text).value_or(ProcessEvent());
    };
    QVERIFY(read(R"({"event": {"start": {"pid": 512}}})") ==
            ProcessEvent(ProcessStarted{.pid = 512}));
    QVERIFY(read(R"({"event":{"start":{}}})") == ProcessEvent(ProcessStarted{}));
    QVERIFY(read(R"({"event":{"data":{"pty":"G1tt"}}})") ==
            ProcessEvent(ProcessData{.channel = ProcessData::Channel::Pty, .bytes = "\x1b[m"}));
    QVERIFY(read(R"({"event":{"end":{}}})") == ProcessEvent(ProcessEnded{}));
    QVERIFY(
        read(
            R"({"event":{"end":{"exitCode":-1,"status":"signal: killed","error":"signal: killed"}}})") ==
        ProcessEvent(
            ProcessEnded{.exitCode = -1, .status = "signal: killed", .error = "signal: killed"}));
    QVERIFY(read(R"({"event":{"keepalive":{}}})") == ProcessEvent(ProcessKeepalive{}));
}

void ProcessEventTest::everyByteOfOutputSurvives()
{
    std::string every;
    for (int byte = 0; byte < 256; ++byte)
        every += static_cast<char>(byte);
    for (std::size_t length = 0; length <= every.size(); ++length) {
        const ProcessEvent event =
            ProcessData{.channel = ProcessData::Channel::Stdout, .bytes = every.substr(0, length)};
        const auto read = decodeProcessEvent(encodeProcessEvent(event));
        SG_VERIFY_RESULT(read);
        QVERIFY(*read == event);
    }
}

void ProcessEventTest::unknownEventsAreSkipped_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"{}", R"({"event":null})", R"({"event":{}})", R"({"event":{"someday":{"a":1}}})",
          R"({"event":{"data":{}}})", R"({"event":{"data":{"video":"AA=="}}})",
          R"({"event":{"start":null}})", R"({"other":1})"})
        QTest::newRow(text) << QByteArray(text);
}

void ProcessEventTest::unknownEventsAreSkipped()
{
    QFETCH(const QByteArray, text);
    const auto event = decodeProcessEvent(text.toStdString());
    SG_VERIFY_RESULT(event);
    QVERIFY(std::holds_alternative<std::monostate>(*event));
}

void ProcessEventTest::aMalformedEventIsAProtocolError_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {R"({"event":7})", R"({"event":{"start":7}})", R"({"event":{"start":{"pid":-1}}})",
          R"({"event":{"data":{"stdout":7}}})", R"({"event":{"data":{"stdout":"a"}}})",
          R"({"event":{"end":{"exitCode":2147483648}}})", R"({"event":{"end":{"exited":1}}})",
          R"({"event":{"keepalive":[]}})", R"({"event":[{"start":{"pid":1}}]})"})
        QTest::newRow(text) << QByteArray(text);
}

void ProcessEventTest::aMalformedEventIsAProtocolError()
{
    QFETCH(const QByteArray, text);
    SG_VERIFY_FAILS(decodeProcessEvent(text.toStdString()), Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(ProcessEventTest)
#include "tst_processevent.moc"
