// SPDX-License-Identifier: GPL-3.0-or-later
// Code in a real sandbox of the real local host, through session, runner and model.
#include <app/sessions/coderunner.h>
#include <app/sessions/codesession.h>
#include <tests/app/localsandbox.h>

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class CodeRunsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup()
    {
        m_runner.reset();
        m_session.reset();
        m_sandbox.reset();
    }

    void printsAndValuesArriveAndStateStays()
    {
        open("code-interpreter-v1");
        run(u"x = 20\nprint('hello')\nx + 1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), RunPhase::Finished, 30000);
        QCOMPARE(textOf(RunEntryKind::Stdout), u"hello"_s);
        QCOMPARE(textOf(RunEntryKind::Text), u"21"_s);
        run(u"x + 2"_s);
        QTRY_COMPARE_WITH_TIMEOUT(textOf(RunEntryKind::Text), u"22"_s, 10000);
    }

    void anErrorNamesTheLine()
    {
        open("code-interpreter-v1");
        run(u"a = 1\n1 / 0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), RunPhase::Failed, 30000);
        const RunEntry *error = last(RunEntryKind::Error);
        QVERIFY(error != nullptr);
        QCOMPARE(error->errorName, u"ZeroDivisionError"_s);
        QVERIFY(!error->traceback.frames.isEmpty());
        const auto place = runs().placeOf(*error, error->traceback.frames.last());
        QVERIFY(place.has_value());
        QCOMPARE(*place, (CodePlace{.buffer = 7, .line = 1}));
    }

    void aStoppedRunLetsTheNextOneIn()
    {
        open("code-interpreter-v1");
        run(u"print('on')\nwhile True: pass"_s);
        QTRY_COMPARE_WITH_TIMEOUT(textOf(RunEntryKind::Stdout), u"on"_s, 30000);
        m_runner->stop();
        QCOMPARE(phase(), RunPhase::Stopped);
        run(u"print('again')"_s);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), RunPhase::Finished, 20000);
        QCOMPARE(textOf(RunEntryKind::Stdout), u"again"_s);
    }

    void aRestartForgets()
    {
        open("code-interpreter-v1");
        run(u"y = 1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), RunPhase::Finished, 30000);
        m_runner->restart();
        QTRY_COMPARE_WITH_TIMEOUT(m_runner->state(), CodeRunner::State::Idle, 20000);
        run(u"y"_s);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), RunPhase::Failed, 20000);
        QCOMPARE(last(RunEntryKind::Error)->errorName, u"NameError"_s);
    }

    void bashRunsInItsOwnContext()
    {
        open("code-interpreter-v1");
        run(u"cd /tmp; echo $PWD"_s, u"bash"_s);
        QTRY_COMPARE_WITH_TIMEOUT(textOf(RunEntryKind::Stdout), u"/tmp"_s, 30000);
    }

    void aKilledSandboxEndsTheRunAndSaysSo()
    {
        open("code-interpreter-v1");
        run(u"print('on')\nwhile True: pass"_s);
        QTRY_COMPARE_WITH_TIMEOUT(textOf(RunEntryKind::Stdout), u"on"_s, 30000);
        m_sandbox->context().calls.kill({m_sandbox->key()});
        QTRY_COMPARE_WITH_TIMEOUT(phase(), RunPhase::Lost, 10000);
        QCOMPARE(m_session->state(), CodeSession::State::Closed);
        run(u"1"_s);
        QTRY_COMPARE(phase(), RunPhase::NotStarted);
    }

    void aSandboxWithoutInterpreterIsTold()
    {
        open("base");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), CodeSession::State::NoInterpreter, 15000);
        run(u"1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), RunPhase::NotStarted, 15000);
    }

private:
    void open(const std::string &templateName)
    {
        m_sandbox = std::make_unique<LocalSandbox>(templateName);
        QVERIFY(m_sandbox->isRunning());
        AppContext &context = m_sandbox->context();
        m_session =
            std::make_unique<CodeSession>(m_sandbox->key(), context.connections, context.fleet);
        m_runner = std::make_unique<CodeRunner>(*m_session);
        m_session->open();
    }
    void run(const QString &code, const QString &language = u"python"_s)
    {
        m_runner->run({.buffer = 7, .title = u"test"_s}, code, language);
    }
    [[nodiscard]] RunModel &runs() const { return m_runner->runs(); }
    [[nodiscard]] RunPhase phase() const { return runs().currentRun().phase; }
    [[nodiscard]] const RunEntry *last(RunEntryKind kind) const
    {
        for (int row = runs().rowCount() - 1; row >= 0; --row) {
            if (runs().entry(row).kind == kind)
                return &runs().entry(row);
        }
        return nullptr;
    }
    [[nodiscard]] QString textOf(RunEntryKind kind) const
    {
        for (int row = runs().rowCount() - 1; row >= 0; --row) {
            const QModelIndex index = runs().index(row);
            if (index.data(RunKindRole).toInt() == int(kind))
                return index.data(RunTextRole).toString().trimmed();
        }
        return {};
    }

    std::unique_ptr<LocalSandbox> m_sandbox;
    std::unique_ptr<CodeSession> m_session;
    std::unique_ptr<CodeRunner> m_runner;
};

QTEST_MAIN(CodeRunsTest)
#include "tst_coderunner.moc"
