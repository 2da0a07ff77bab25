// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/runmodel.h>
#include <tests/support/printmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

using Channel = ExecutionOutput::Channel;

ExecutionOutput out(std::string text, Channel channel = Channel::Stdout)
{
    return {.channel = channel, .text = std::move(text)};
}

/// A model and a clock that the test turns.
struct Stage {
    std::chrono::milliseconds time{1000};
    RunModel model{nullptr,
                   Clock{.now = [] { return Timestamp{}; }, .uptime = [this] { return time; }}};
    QAbstractItemModelTester tester{&model};

    /// "kind number text", one row a line.
    [[nodiscard]] QString printed() const
    {
        QString all;
        for (int row = 0; row < model.rowCount(); ++row) {
            const RunEntry &entry = model.entry(row);
            const QString kind =
                entry.kind == RunEntryKind::Notice ? u"notice"_s : RunWords::kind(entry.kind);
            all += u"%1 %2 %3\n"_s.arg(kind)
                       .arg(entry.number)
                       .arg(model.index(row).data().toString().replace(u'\n', u'/'));
        }
        return all;
    }
};

} // namespace

class TestRunModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aRunWaitsRunsAndEnds();
    void outputOfOneChannelJoinsOneRow();
    void aCharacterMayBeCutBetweenEvents();
    void runsBehindAnotherSayThatTheyWait();
    void anErrorNamesTheRun();
    void aStoppedRunSaysWho();
    void aLostRunSaysWhatArrived_data();
    void aLostRunSaysWhatArrived();
    void whatWaitsCanBeEndedWithItsReason();
    void framesOfACellLeadToTheBuffer();
    void eventsWithoutARunAreLeftOut();
    void clearKeepsWhatRuns();
    void stateIsToldInWords_data();
    void stateIsToldInWords();
};

void TestRunModel::aRunWaitsRunsAndEnds()
{
    Stage stage;
    QSignalSpy changes(&stage.model, &RunModel::runChanged);
    stage.model.beginRun({.buffer = 1, .title = u"main.py"_s});
    QCOMPARE(stage.printed(), u"notice 0 Waiting. for the context to be free\n"_s);
    stage.time = 3s;
    stage.model.take(ExecutionCounted{4});
    QCOMPARE(stage.printed(), u"notice 4 Running\n"_s);
    stage.model.take(out("hi\n"));
    stage.model.take(ExecutionResult{.parts = {{"text", "2"}}, .isMainResult = true});
    stage.model.take(ExecutionKeepalive{});
    stage.model.take(std::monostate{});
    stage.model.take(ExecutionEnded{});
    QVERIFY(stage.model.isRunning());
    stage.time = 3800ms;
    stage.model.endRun(RunOutcome::Finished);
    QCOMPARE(stage.printed(), u"stdout 4 hi\ntext 4 2\nnotice 4 Ran in 0.8 s\n"_s);
    QVERIFY(!stage.model.isRunning());
    QVERIFY(stage.model.entry(1).isMainResult);
    QCOMPARE(stage.model.currentRun().phase, RunPhase::Finished);
    QCOMPARE(changes.size(), 3);
    stage.model.beginRun({});
    stage.model.take(ExecutionCounted{5});
    stage.model.endRun(RunOutcome::Finished);
    QVERIFY(stage.printed().endsWith(u"notice 5 Ran in 0.0 s. nothing was printed\n"_s));
}

void TestRunModel::outputOfOneChannelJoinsOneRow()
{
    Stage stage;
    stage.model.beginRun({});
    stage.model.take(ExecutionCounted{1});
    for (const char *text : {"a", "b\nc", "\r", "d\n"})
        stage.model.take(out(text));
    stage.model.take(out("e\n", Channel::Stderr));
    stage.model.take(out("f\n"));
    QCOMPARE(stage.printed(), u"stdout 1 ab/d\nstderr 1 e\nstdout 1 f\nnotice 1 Running\n"_s);
}

void TestRunModel::aCharacterMayBeCutBetweenEvents()
{
    Stage stage;
    stage.model.beginRun({});
    stage.model.take(out("Gr\xC3"));
    stage.model.take(out("\xBC\xC3\x9F"
                         "e\n"));
    QVERIFY(stage.printed().startsWith(u"stdout 0 Grüße\n"_s));
}

void TestRunModel::runsBehindAnotherSayThatTheyWait()
{
    Stage stage;
    stage.model.beginRun({});
    stage.model.beginRun({});
    stage.model.beginRun({});
    stage.model.take(ExecutionCounted{1});
    stage.model.take(out("first\n"));
    QVERIFY(stage.printed().startsWith(u"stdout 1 first\nnotice 1 Running\nnotice 0 Waiting. 1"_s));
    QCOMPARE(stage.model.entry(3).detail.left(1), u"2"_s);
    stage.model.endRun(RunOutcome::Finished);
    QCOMPARE(stage.model.entry(3).detail.left(1), u"1"_s);
    stage.model.take(ExecutionCounted{2});
    stage.model.take(out("second\n"));
    QCOMPARE(stage.model.entry(2).lines.text(), u"second"_s);
    QCOMPARE(stage.model.entry(2).number, 2);
    QCOMPARE(stage.model.entry(3).phase, RunPhase::Running);
}

void TestRunModel::anErrorNamesTheRun()
{
    Stage stage;
    stage.model.beginRun({});
    stage.model.take(ExecutionCounted{2});
    stage.model.take(
        ExecutionError{"ZeroDivisionError", "division by zero", "Cell In[2], line 1\n----> 1 1/0"});
    stage.time += 200ms;
    stage.model.endRun(RunOutcome::Finished);
    QCOMPARE(stage.model.entry(0).kind, RunEntryKind::Error);
    QCOMPARE(stage.model.entry(0).traceback.frames.size(), 1);
    QCOMPARE(stage.model.entry(1).title, u"Ended with ZeroDivisionError after 0.2 s"_s);
    QCOMPARE(stage.model.currentRun().phase, RunPhase::Failed);
}

void TestRunModel::aStoppedRunSaysWho()
{
    Stage stage;
    stage.model.beginRun({});
    stage.model.take(ExecutionCounted{1});
    stage.model.take(ExecutionError{"KeyboardInterrupt", "", ""});
    stage.time += 62s;
    stage.model.endRun(RunOutcome::Stopped);
    QCOMPARE(stage.model.entry(1).title, u"Stopped by you after 1m 02s"_s);
}

void TestRunModel::aLostRunSaysWhatArrived_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<int>("results");
    QTest::addColumn<QString>("detail");
    const QString rest = u" The code may still be running: its state is not known."_s;
    QTest::newRow("nothing") << QString() << 0 << u"Broken. Nothing had arrived."_s + rest;
    QTest::newRow("an open line") << u"a"_s << 0 << u"Broken. 1 line(s) had arrived."_s + rest;
    QTest::newRow("lines and a result")
        << u"a\nb\n"_s << 1 << u"Broken. 2 line(s) and 1 result(s) had arrived."_s + rest;
}

void TestRunModel::aLostRunSaysWhatArrived()
{
    QFETCH(QString, printed);
    QFETCH(int, results);
    Stage stage;
    stage.model.beginRun({});
    stage.model.take(ExecutionCounted{1});
    if (!printed.isEmpty())
        stage.model.take(out(printed.toStdString()));
    for (int i = 0; i < results; ++i)
        stage.model.take(ExecutionResult{.parts = {{"text", "1"}}});
    stage.time += 3200ms;
    stage.model.endRun(RunOutcome::Lost, u"Broken."_s);
    const RunEntry &notice = stage.model.entry(stage.model.rowCount() - 1);
    QCOMPARE(notice.title, u"The connection was lost after 3.2 s"_s);
    QTEST(notice.detail, "detail");
}

void TestRunModel::whatWaitsCanBeEndedWithItsReason()
{
    Stage stage;
    stage.model.beginRun({});
    stage.model.beginRun({});
    stage.model.take(ExecutionCounted{1});
    stage.model.endWaiting(u"The run before it was stopped."_s);
    QCOMPARE(stage.printed(), u"notice 1 Running\n"
                              "notice 0 Not started. The run before it was stopped.\n"_s);
    stage.model.endRun(RunOutcome::Stopped);
    QCOMPARE(stage.model.currentRun().phase, RunPhase::Stopped);
    stage.model.beginRun({});
    stage.model.endWaiting(u"no"_s);
    QVERIFY(!stage.model.isRunning());
}

void TestRunModel::framesOfACellLeadToTheBuffer()
{
    Stage stage;
    stage.model.beginRun({.buffer = 7, .firstLine = 8});
    stage.model.take(ExecutionCounted{3});
    stage.model.endRun(RunOutcome::Finished);
    stage.model.beginRun({.buffer = 7, .firstLine = 20});
    stage.model.take(ExecutionCounted{4});
    stage.model.take(ExecutionError{"E", "", "x"});
    const RunEntry &error = stage.model.entry(1);
    const auto frame = [](int cell, int line) {
        return TracebackFrame{.line = line, .cell = cell, .isCell = true};
    };
    QCOMPARE(stage.model.placeOf(error, frame(4, 2)), (CodePlace{7, 21}));
    QCOMPARE(stage.model.placeOf(error, frame(3, 1)), (CodePlace{7, 8}));
    QCOMPARE(stage.model.placeOf(error, frame(0, 1)), (CodePlace{7, 20}));
    QCOMPARE(stage.model.placeOf(error, frame(1, 1)), std::nullopt);
    QCOMPARE(stage.model.placeOf(error, {.file = u"x.py"_s, .line = 1}), std::nullopt);
}

void TestRunModel::eventsWithoutARunAreLeftOut()
{
    Stage stage;
    stage.model.take(out("late\n"));
    stage.model.endRun(RunOutcome::Finished);
    QCOMPARE(stage.model.rowCount(), 0);
    QCOMPARE(stage.model.currentRun().phase, RunPhase::None);
}

void TestRunModel::clearKeepsWhatRuns()
{
    Stage stage;
    stage.model.beginRun({});
    stage.model.take(out("old\n"));
    stage.model.endRun(RunOutcome::Finished);
    stage.model.addNotice(u"Restarted"_s);
    stage.model.beginRun({});
    stage.model.take(out("new\n"));
    stage.model.clear();
    QCOMPARE(stage.printed(), u"stdout 0 new\nnotice 0 Running\n"_s);
}

void TestRunModel::stateIsToldInWords_data()
{
    QTest::addColumn<RunPhase>("phase");
    QTest::addColumn<int>("age"); // since it started or ended, in ms
    QTest::addColumn<QString>("words");
    QTest::newRow("running") << RunPhase::Running << 3400 << u"Running 3 s|"_s;
    QTest::newRow("running for long") << RunPhase::Running << 125000 << u"Running 2m 05s|"_s;
    QTest::newRow("just done") << RunPhase::Finished << 200 << u"Ran in 0.8 s|just now"_s;
    QTest::newRow("done") << RunPhase::Finished << 12000 << u"Ran in 0.8 s|12 s ago"_s;
    QTest::newRow("long ago") << RunPhase::Finished << 7300000 << u"Ran in 0.8 s|2 h ago"_s;
    QTest::newRow("stopped") << RunPhase::Stopped << 61000 << u"Stopped|1 min ago"_s;
    QTest::newRow("lost") << RunPhase::Lost << 1000 << u"Connection lost|1 s ago"_s;
    QTest::newRow("none") << RunPhase::None << 0 << u"|"_s;
}

void TestRunModel::stateIsToldInWords()
{
    QFETCH(RunPhase, phase);
    QFETCH(int, age);
    const RunFacts facts{.phase = phase, .started = 5s, .duration = 800ms, .ended = 5s};
    const auto now = 5s + std::chrono::milliseconds(age);
    QTEST(RunWords::state(facts, now) + u'|' + RunWords::age(facts, now), "words");
}

QTEST_GUILESS_MAIN(TestRunModel)
#include "tst_runmodel.moc"
