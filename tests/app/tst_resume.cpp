// SPDX-License-Identifier: GPL-3.0-or-later
// A paused sandbox: every pane says so and sends nothing, one click resumes it, and it opens again.
#include <app/operations/resumetext.h>
#include <app/pages/editorpane.h>
#include <app/pages/filespane.h>
#include <app/pages/terminalpane.h>
#include <app/pages/terminaltabs.h>
#include <app/sessions/codesession.h>
#include <app/sessions/filessession.h>
#include <app/sessions/terminalsession.h>
#include <app/startup.h>
#include <app/transfers/fileacts.h>
#include <app/transfers/filedesk.h>
#include <tests/app/pausedservice.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <memory>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a work pane of the sandbox is built from.
struct Work {
    PausedService service;
    FilesSession files{service.key(), service.connections, service.fleet, service.transfers};
    CodeSession code{service.key(), service.connections, service.fleet};
    FileActs acts{files};
    FileDesk desk{files, service.transfers};

    void resume() { service.calls.resume({service.key()}, resumeLength); }
};

QPushButton *visibleButton(const QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

bool says(const QWidget &widget, const QString &words)
{
    return std::ranges::any_of(widget.findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

void show(QWidget &widget)
{
    widget.resize(900, 600);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

/// Lists that still say "paused" change nothing.
void letListsCome(PausedService &service)
{
    const int lists = service.sent("GET /v2/sandboxes");
    QTRY_VERIFY(service.sent("GET /v2/sandboxes") >= lists + 3);
}

} // namespace

class ResumeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_work = std::make_unique<Work>();
        m_service = &m_work->service;
        QTRY_VERIFY(m_service->entry() && m_service->entry()->info.lifecycle);
        QCOMPARE(m_service->entry()->state, FleetState::Paused);
    }
    void cleanup() { m_work.reset(); }
    void filesSayWhatItCostsAndOpenAgain();
    void aRefusalOffersItOnceMore();
    void theEditorOffersItBesideItsWords();
    void theDockAsksFirst();
    void aTerminalOpensOnceItRuns();
    void anOpenTerminalIsLeftAndFoundAgain();

private:
    std::unique_ptr<Work> m_work;
    PausedService *m_service = nullptr; ///< of the work
};

void ResumeTest::filesSayWhatItCostsAndOpenAgain()
{
    FilesPane pane(m_work->files, m_work->acts, m_work->desk);
    connect(&pane, &FilesPane::resumeRequested, &pane, [this] { m_work->resume(); });
    show(pane);
    pane.activate();
    QTRY_VERIFY(visibleButton(pane, u"Resume for 30 min"_s));
    QVERIFY(says(pane, u"runs for 30 minutes"_s));
    QVERIFY(says(pane, u"paused again"_s));
    letListsCome(*m_service);
    QCOMPARE(m_service->transport.mutations(), 0);

    QTest::mouseClick(visibleButton(pane, u"Resume for 30 min"_s), Qt::LeftButton);
    QCOMPARE(m_service->entry()->state, FleetState::Resuming);
    QTRY_VERIFY(says(pane, u"This sandbox is being resumed"_s));
    QVERIFY(!visibleButton(pane, u"Resume for 30 min"_s));
    letListsCome(*m_service);
    QCOMPARE(m_service->entry()->state, FleetState::Resuming);
    QCOMPARE(m_work->files.state(), FilesSession::State::Closed);
    QCOMPARE(m_service->sentToSandbox(), 0);

    m_service->answerConnect(201);
    QTRY_COMPARE(m_work->files.state(), FilesSession::State::Open);
    QCOMPARE(m_service->entry()->state, FleetState::Running);
    QVERIFY(!says(pane, u"This sandbox is"_s));
    QVERIFY(m_service->sentToSandbox() > 0);
    QCOMPARE(m_service->connects(), 1);
    QCOMPARE(m_service->transport.mutations(), 1);
}

void ResumeTest::aRefusalOffersItOnceMore()
{
    FilesPane pane(m_work->files, m_work->acts, m_work->desk);
    connect(&pane, &FilesPane::resumeRequested, &pane, [this] { m_work->resume(); });
    QSignalSpy failed(&m_service->calls, &SandboxCalls::resumeFailed);
    show(pane);
    pane.activate();
    QTRY_VERIFY(visibleButton(pane, u"Resume for 30 min"_s));
    QTest::mouseClick(visibleButton(pane, u"Resume for 30 min"_s), Qt::LeftButton);
    m_service->answerConnect(503, R"({"code":503,"message":"Failed to place sandbox"})");
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>().httpStatus, 503);
    QCOMPARE(m_service->entry()->state, FleetState::Paused);
    QTRY_VERIFY(visibleButton(pane, u"Resume for 30 min"_s));
    QCOMPARE(m_service->connects(), 1);
    QCOMPARE(m_service->sentToSandbox(), 0);
}

void ResumeTest::theEditorOffersItBesideItsWords()
{
    EditorPane pane(m_work->files, m_work->code, m_work->acts, m_work->desk, m_service->transfers);
    connect(&pane, &EditorPane::resumeRequested, &pane, [this] { m_work->resume(); });
    show(pane);
    pane.activate();
    QTRY_VERIFY(visibleButton(pane, u"Resume for 30 min"_s));
    QVERIFY(says(pane, u"runs for 30 minutes"_s));
    QTest::mouseClick(visibleButton(pane, u"Resume for 30 min"_s), Qt::LeftButton);
    QTRY_VERIFY(says(pane, u"This sandbox is being resumed"_s));
    QCOMPARE(m_service->sentToSandbox(), 0);
    m_service->answerConnect(201);
    QTRY_COMPARE(m_work->code.state(), CodeSession::State::Open);
    QTRY_COMPARE(m_work->files.state(), FilesSession::State::Open);
    QCOMPARE(m_service->connects(), 1);
    QCOMPARE(m_service->transport.mutations(), 1);
}

void ResumeTest::theDockAsksFirst()
{
    EditorPane pane(m_work->files, m_work->code, m_work->acts, m_work->desk, m_service->transfers);
    QSignalSpy requested(&pane, &EditorPane::resumeRequested);
    show(pane);
    pane.activate();
    QTRY_VERIFY(visibleButton(pane, u"Resume…"_s));
    for (const bool agrees : {false, true}) {
        QTest::mouseClick(visibleButton(pane, u"Resume…"_s), Qt::LeftButton);
        auto *question = pane.findChild<QMessageBox *>();
        QVERIFY(question != nullptr);
        QVERIFY(question->informativeText().contains(u"runs for 30 minutes"_s));
        QCOMPARE(requested.size(), 0);
        QTest::mouseClick(agrees ? static_cast<QAbstractButton *>(question->defaultButton())
                                 : question->button(QMessageBox::Cancel),
                          Qt::LeftButton);
        QTRY_VERIFY(pane.findChild<QMessageBox *>() == nullptr);
    }
    QCOMPARE(requested.size(), 1);
}

void ResumeTest::aTerminalOpensOnceItRuns()
{
    TerminalTabs tabs(m_service->key(), m_service->connections, m_service->fleet);
    connect(&tabs, &TerminalTabs::resumeRequested, &tabs, [this] { m_work->resume(); });
    show(tabs);
    tabs.activate();
    QTRY_VERIFY(visibleButton(tabs, u"Resume for 30 min"_s));
    QVERIFY(says(tabs, u"runs for 30 minutes"_s));
    QVERIFY(!visibleButton(tabs, u"New terminal"_s));
    QTest::mouseClick(visibleButton(tabs, u"Resume for 30 min"_s), Qt::LeftButton);
    QTRY_VERIFY(says(tabs, u"is being resumed"_s));
    letListsCome(*m_service);
    QVERIFY(m_service->transport.streams.empty());
    m_service->answerConnect(201);
    QTRY_COMPARE(m_service->sent("POST /process.Process/Start"), 1);
    m_service->transport.streams.front()->connectHead();
    m_service->transport.streams.front()->sendMessage(R"({"event":{"start":{"pid":1210}}})");
    const auto *session = tabs.findChild<TerminalPane *>()->session();
    QTRY_COMPARE(session->state(), TerminalSession::State::Open);
    QCOMPARE(m_service->connects(), 1);
}

void ResumeTest::anOpenTerminalIsLeftAndFoundAgain()
{
    m_service->setPaused(false);
    QTRY_COMPARE(m_service->entry()->state, FleetState::Running);
    TerminalTabs tabs(m_service->key(), m_service->connections, m_service->fleet);
    connect(&tabs, &TerminalTabs::resumeRequested, &tabs, [this] { m_work->resume(); });
    show(tabs);
    tabs.activate();
    auto &streams = m_service->transport.streams;
    QTRY_COMPARE(streams.size(), 1U);
    streams.front()->connectHead();
    streams.front()->sendMessage(R"({"event":{"start":{"pid":1210}}})");
    auto *session = tabs.findChild<TerminalPane *>()->session();
    QTRY_COMPARE(session->state(), TerminalSession::State::Open);

    m_service->setPaused(true); // by somebody else
    QTRY_COMPARE(session->state(), TerminalSession::State::Paused);
    QVERIFY(streams.front() == nullptr); // closed: what is open could wake it
    const int sent = m_service->sentToSandbox();
    letListsCome(*m_service);
    QCOMPARE(m_service->sentToSandbox(), sent);

    tabs.hide(); // nobody looks
    m_work->resume();
    m_service->answerConnect(201);
    QTRY_COMPARE(session->state(), TerminalSession::State::Idle);
    letListsCome(*m_service);
    QCOMPARE(m_service->sentToSandbox(), sent);
    tabs.show();
    QTRY_COMPARE(streams.size(), 2U);
    QCOMPARE(m_service->sent("POST /process.Process/Connect"), 1);
    QVERIFY(streams.back()->request.body.contains("1210"));
    QCOMPARE(m_service->sent("POST /process.Process/Start"), 1);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    setUpApplication(application);
    ResumeTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_resume.moc"
