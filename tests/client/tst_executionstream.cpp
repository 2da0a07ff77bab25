// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/executionstream.h>
#include <tests/support/faketransport.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

#include <QTest>
#include <QThreadPool>
#include <QTimer>

using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

/// The first example of the code-interpreter page, section 3.
constexpr std::string_view printed =
    R"({"type": "number_of_executions", "execution_count": 1})"
    "\n"
    R"({"type": "stdout", "text": "hi\n", "timestamp": "2026-01-02T03:04:05.678901+00:00"})"
    "\n"
    R"({"type": "result", "text": "2", "extra": {}, "is_main_result": true})"
    "\n"
    R"({"type": "end_of_execution"})"
    "\n";
constexpr auto printedSaid = "count 1, out hi\n, result text=2 (main), done";

/// The second one.
constexpr std::string_view failed =
    R"({"type": "number_of_executions", "execution_count": 2})"
    "\n"
    R"({"type": "error", "name": "ZeroDivisionError", "value": "division by zero", "traceback": "\u001b[31m---"})"
    "\n"
    R"({"type": "end_of_execution"})"
    "\n";

QByteArray described(const ExecutionEvent &event)
{
    if (const auto *counted = std::get_if<ExecutionCounted>(&event))
        return "count " + QByteArray::number(counted->count);
    if (const auto *output = std::get_if<ExecutionOutput>(&event))
        return (output->channel == ExecutionOutput::Channel::Stdout ? "out " : "err ") +
               QByteArray::fromStdString(output->text);
    if (const auto *error = std::get_if<ExecutionError>(&event))
        return "error " + QByteArray::fromStdString(error->name + ": " + error->value);
    const auto *result = std::get_if<ExecutionResult>(&event);
    if (!result)
        return "(nothing)";
    QByteArray text = "result";
    for (const auto &[key, value] : result->parts)
        text += " " + QByteArray::fromStdString(key + "=" + value.substr(0, 20));
    return text + (result->isMainResult ? " (main)" : "");
}

/// A run over a scripted stream, and what it said.
struct Heard {
    Heard()
    {
        auto fake = std::make_unique<FakeStream>(HttpRequest());
        bytes = fake.get();
        run = std::make_unique<ExecutionStream>(std::move(fake),
                                                std::vector<std::string>{"the-token"});
        QObject::connect(run.get(), &ExecutionStream::received, run.get(),
                         [this](const ExecutionEvent &event) { said += described(event) + ", "; });
        QObject::connect(run.get(), &ExecutionStream::lineFailed, run.get(),
                         [this](const Error &error) {
                             said += "bad line, ";
                             lineError = QByteArray::fromStdString(error.detail);
                         });
        QObject::connect(run.get(), &ExecutionStream::finished, run.get(),
                         [this](const Result<void> &result) {
                             said += result ? "done"
                                            : QByteArray(toString(result.error().kind)) + ": " +
                                                  QByteArray::fromStdString(result.error().detail);
                         });
    }

    std::unique_ptr<ExecutionStream> run;
    QPointer<FakeStream> bytes; ///< null once the run closed it
    QByteArray said;
    QByteArray lineError;
};

} // namespace

class ExecutionStreamTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aRunIsReadHoweverItIsCut();
    void anExceptionIsNoFailureOfTheRun();
    void linesOfNoInterestAreSkipped_data();
    void linesOfNoInterestAreSkipped();
    void aBadLineFailsAlone_data();
    void aBadLineFailsAlone();
    void anyCutBeforeTheLastLineIsAnError();
    void failedAnswersAreTold_data();
    void failedAnswersAreTold();
    void whatFollowsTheEndIsIgnored();
    void aLongLineIsReadElsewhereAndInOrder();
    void aLongLineMayBeTheLastThatCame();
    void aLineWithoutEndEndsTheRun();
    void silenceIsOnlyDeathOnceThereWereKeepalives();
    void closingSaysNothingMore();
    void aSlotMayDestroyTheRunAtEveryEvent();
};

void ExecutionStreamTest::aRunIsReadHoweverItIsCut()
{
    forEachSplit(printed, [](std::string_view first, std::string_view second) {
        Heard heard;
        heard.bytes->head(200, {});
        heard.bytes->send(first);
        if (heard.bytes)
            heard.bytes->send(second);
        QCOMPARE(heard.said, printedSaid);
        QVERIFY(!heard.bytes);
    });
    Heard heard;
    heard.bytes->head(200, {});
    for (const char &byte : printed) {
        if (heard.bytes)
            heard.bytes->send(std::string_view(&byte, 1));
    }
    QCOMPARE(heard.said, printedSaid);
}

void ExecutionStreamTest::anExceptionIsNoFailureOfTheRun()
{
    Heard heard;
    heard.bytes->head(200, {});
    heard.bytes->send(failed);
    QCOMPARE(heard.said, "count 2, error ZeroDivisionError: division by zero, done");
}

void ExecutionStreamTest::linesOfNoInterestAreSkipped_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("keepalive") << QByteArray(R"({"type":"keepalive"})");
    QTest::newRow("unknown") << QByteArray(R"({"type":"of_the_future","a":1})");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("carriage return") << QByteArray("\r");
}

void ExecutionStreamTest::linesOfNoInterestAreSkipped()
{
    QFETCH(const QByteArray, line);
    Heard heard;
    heard.bytes->head(200, {});
    heard.bytes->send(line.toStdString() + "\n");
    QCOMPARE(heard.said, "");
    heard.bytes->send(printed);
    QCOMPARE(heard.said, printedSaid);
}

void ExecutionStreamTest::aBadLineFailsAlone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("bare NaN") << QByteArray(
        R"({"type":"result","data":{"a":[NaN]},"extra":{},"is_main_result":true})");
    QTest::newRow("no JSON") << QByteArray("Traceback (most recent call last):");
    QTest::newRow("half") << QByteArray(R"({"type":"stdout","text":"a)");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("bytes") << QByteArray("\xff\xfe");
    QTest::newRow("quotes the token") << QByteArray("the-token");
}

void ExecutionStreamTest::aBadLineFailsAlone()
{
    QFETCH(const QByteArray, line);
    Heard heard;
    heard.bytes->head(200, {});
    heard.bytes->send(line.toStdString() + "\n");
    QCOMPARE(heard.said, "bad line, ");
    QVERIFY(!heard.lineError.isEmpty() && !heard.lineError.contains("the-token"));
    heard.bytes->send(printed);
    QCOMPARE(heard.said, QByteArray("bad line, ") + printedSaid);
}

void ExecutionStreamTest::anyCutBeforeTheLastLineIsAnError()
{
    for (std::size_t length = 0; length < printed.size(); ++length) {
        Heard heard;
        heard.bytes->head(200, {});
        heard.bytes->send(printed.substr(0, length));
        heard.bytes->end();
        QVERIFY2(heard.said.endsWith("Network: the results broke off before their end; the code "
                                     "may still be running"),
                 heard.said);
    }
    Heard heard;
    heard.bytes->head(200, {});
    heard.bytes->end(failure(Error::Kind::Network, "the connection broke"));
    QCOMPARE(heard.said, "Network: the connection broke");
}

void ExecutionStreamTest::failedAnswersAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, int status, const char *body, const char *said,
                        const char *type = "text/plain") {
        QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << QByteArray(said);
    };
    row("no such context", 404, "Context c0ffee00 not found",
        "NotFound: Context c0ffee00 not found");
    row("both selectors", 400, "Only one of context_id or language can be provided",
        "Protocol: Only one of context_id or language can be provided");
    row("no kernel", 500, "Failed to create context: no kernel",
        "Server: Failed to create context");
    row("not valid", 422, R"({"detail":[{"type":"missing","loc":["body","code"],"msg":"x"}]})",
        "Protocol: ");
    row("no server", 502,
        R"({"sandboxId":"i1","message":"The sandbox is running but port is not open","port":49999,"code":502})",
        "Network: The sandbox is running but port is not open");
    row("no sandbox", 502, R"({"sandboxId":"i1","message":"The sandbox was not found","code":502})",
        "NotFound: The sandbox was not found");
    row("paused half-way", 409, R"({"message":"still transitioning","code":409})",
        "Conflict: still transitioning");
    row("too many", 429, R"({"message":"too many","code":429})", "RateLimited: too many");
    row("quoted token", 500, "the-token", "Server: (secret removed)");
    row("a web page", 200, "<html>", "Protocol: the answer is a web page", "text/html");
    row("another success", 204, "", "Protocol: ", "");
}

void ExecutionStreamTest::failedAnswersAreTold()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, said);
    forEachSplit(body.toStdString(), [&](std::string_view first, std::string_view second) {
        Heard heard;
        heard.bytes->head(status, {{"Content-Type", type.toStdString()}});
        heard.bytes->send(first);
        heard.bytes->send(second);
        heard.bytes->end();
        QVERIFY2(heard.said.startsWith(said), heard.said);
    });
}

void ExecutionStreamTest::whatFollowsTheEndIsIgnored()
{
    Heard heard;
    heard.bytes->head(200, {});
    heard.bytes->send(std::string(printed) + std::string(failed));
    QCOMPARE(heard.said, printedSaid);
}

void ExecutionStreamTest::aLongLineIsReadElsewhereAndInOrder()
{
    const std::string image(1UL << 20U, 'A');
    const std::string line = R"({"type":"result","png":")" + image +
                             R"(","extra":{},"is_main_result":false})"
                             "\n";
    Heard heard;
    std::size_t size = 0;
    QObject::connect(heard.run.get(), &ExecutionStream::received, this,
                     [&size](const ExecutionEvent &event) {
                         const auto *result = std::get_if<ExecutionResult>(&event);
                         if (result && result->parts.contains("png"))
                             size = result->parts.at("png").size();
                     });
    heard.bytes->head(200, {});
    constexpr std::size_t slice = 64UL << 10U;
    for (std::size_t at = 0; at < line.size(); at += slice)
        heard.bytes->send(std::string_view(line).substr(at, slice));
    QVERIFY(heard.bytes->paused);
    heard.bytes->send(std::string_view(printed).substr(0, 70));
    heard.bytes->send(std::string_view(printed).substr(70));
    heard.bytes->end(); // even the end waits
    QCOMPARE(heard.said, "");
    QTRY_VERIFY(heard.said.endsWith("done"));
    QCOMPARE(heard.said, "result png=AAAAAAAAAAAAAAAAAAAA, " + QByteArray(printedSaid));
    QCOMPARE(size, image.size());
}

void ExecutionStreamTest::aLongLineMayBeTheLastThatCame()
{
    const std::string bad(1UL << 20U, '[');
    Heard broken;
    broken.bytes->head(200, {});
    broken.bytes->send(bad + "\n");
    broken.bytes->end();
    QTRY_VERIFY2(broken.said.startsWith("bad line, Network: the results broke off"), broken.said);
    // Read already, but not told yet.
    Heard ready;
    ready.bytes->head(200, {});
    ready.bytes->send(bad + "\n");
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    ready.bytes->end();
    QTRY_VERIFY2(ready.said.startsWith("bad line, Network: the results broke off"), ready.said);
    // Closed or destroyed while it is being read: silence.
    Heard closed;
    closed.bytes->head(200, {});
    closed.bytes->send(bad + "\n");
    closed.run->close();
    Heard gone;
    gone.bytes->head(200, {});
    gone.bytes->send(bad + "\n");
    gone.run.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    bool later = false;
    QTimer::singleShot(0, this, [&later] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(closed.said + gone.said, "");
}

void ExecutionStreamTest::aLineWithoutEndEndsTheRun()
{
    Heard heard;
    heard.bytes->head(200, {});
    const std::string slice(4UL << 20U, 'A');
    for (int sent = 0; heard.bytes && sent < 20; ++sent) {
        heard.bytes->send(slice);
        QCOMPARE(heard.said.isEmpty(), sent < 16); // 64 MiB are allowed
    }
    QVERIFY2(heard.said.startsWith("Protocol: a line of the result is larger than 64 MiB"),
             heard.said);
    QVERIFY(!heard.bytes);
}

void ExecutionStreamTest::silenceIsOnlyDeathOnceThereWereKeepalives()
{
    Heard heard;
    heard.run->setSilenceLimit(40ms);
    heard.bytes->head(200, {});
    bool waited = false;
    QTimer::singleShot(120ms, this, [&waited] { waited = true; });
    QTRY_VERIFY(waited);
    QCOMPARE(heard.said, "");
    heard.bytes->send("{\"type\":\"keepalive\"}\n");
    QTRY_VERIFY2(heard.said.startsWith("Timeout: no sign of life from the interpreter"),
                 heard.said);
    QVERIFY(!heard.bytes);
}

void ExecutionStreamTest::closingSaysNothingMore()
{
    Heard heard;
    QPointer<FakeStream> bytes = heard.bytes;
    bytes->head(200, {});
    heard.run->close();
    QVERIFY(!bytes); // which is what stops the code
    QCOMPARE(heard.said, "");
}

void ExecutionStreamTest::aSlotMayDestroyTheRunAtEveryEvent()
{
    for (int at = 0; at < 4; ++at) {
        Heard heard;
        int events = 0;
        const auto count = [&] {
            if (events++ == at)
                heard.run.reset();
        };
        QObject::connect(heard.run.get(), &ExecutionStream::received, this, count);
        QObject::connect(heard.run.get(), &ExecutionStream::finished, this, count);
        heard.bytes->head(200, {});
        heard.bytes->send(printed);
        QVERIFY(!heard.run && !heard.bytes);
        QCOMPARE(events, at + 1);
    }
    Heard heard;
    QObject::connect(heard.run.get(), &ExecutionStream::lineFailed, this,
                     [&heard] { heard.run.reset(); });
    heard.bytes->head(200, {});
    heard.bytes->send("x\ny\n");
    QCOMPARE(heard.said, "bad line, ");
}

QTEST_GUILESS_MAIN(ExecutionStreamTest)
#include "tst_executionstream.moc"
