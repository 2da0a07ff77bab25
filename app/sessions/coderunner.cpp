// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/errortext.h>
#include <app/sessions/coderunner.h>
#include <app/sessions/codesession.h>

namespace Sandglass {

CodeRunner::CodeRunner(CodeSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &CodeSession::stateChanged, this, [this] {
        const auto state = m_session.state();
        if (state == CodeSession::State::Open) {
            goOn();
        } else if (state != CodeSession::State::Opening && state != CodeSession::State::Idle) {
            // Streams end before the sandbox is paused, which keeps what the context holds. If it
            // went after all, the next run is told so.
            m_stream.reset();
            giveUp(m_session.closed().words);
        }
    });
}

CodeRunner::~CodeRunner() = default;

void CodeRunner::run(const RunStart &start, const QString &code, const QString &language)
{
    m_runs.beginRun(start);
    m_waiting.push_back({code, language.toStdString()});
    goOn();
}

void CodeRunner::goOn()
{
    if (m_waiting.empty() || m_stream != nullptr || m_request.isActive())
        return;
    if (m_session.state() != CodeSession::State::Open) {
        setState(State::Starting);
        m_session.open(); // its news brings us back here, or ends the run
    } else if (m_contextId.empty()) {
        makeContext();
    } else {
        execute();
    }
}

void CodeRunner::makeContext()
{
    setState(State::Starting);
    m_request = m_session.api()->createContext(
        {.language = m_waiting.front().language}, [this](const Result<CodeContext> &context) {
            if (!context) {
                giveUp(errorLine(context.error(), m_session.where()));
                return;
            }
            m_contextId = context->id;
            m_session.refreshContexts();
            execute();
        });
}

void CodeRunner::execute()
{
    setState(State::Running);
    m_stream = m_session.api()->execute(
        {.code = m_waiting.front().code.toStdString(), .contextId = m_contextId});
    m_waiting.pop_front();
    connect(m_stream.get(), &ExecutionStream::received, &m_runs, &RunModel::take);
    connect(m_stream.get(), &ExecutionStream::lineFailed, this, [this](const Error &error) {
        m_runs.addNotice(tr("A part of the output could not be read"),
                         errorLine(error, m_session.where()));
    });
    connect(m_stream.get(), &ExecutionStream::finished, this, &CodeRunner::take);
}

void CodeRunner::take(const Result<void> &result)
{
    // The sender lives until this returns.
    const auto ended = std::move(m_stream);
    if (result) {
        m_runs.endRun(RunOutcome::Finished);
    } else {
        // NotFound: the context went with a restart of the interpreter; the next run makes one.
        const bool refused = result.error().httpStatus != 0;
        if (result.error().kind == Error::Kind::NotFound)
            m_contextId.clear();
        m_runs.endRun(refused ? RunOutcome::NotStarted : RunOutcome::Lost,
                      errorLine(result.error(), m_session.where()));
    }
    setState(State::Idle);
    goOn();
}

void CodeRunner::stop()
{
    m_request = {};
    m_waiting.clear();
    if (m_stream != nullptr) {
        m_stream.reset();
        m_runs.endRun(RunOutcome::Stopped);
    }
    m_runs.endWaiting(tr("Stopped before it began."));
    setState(State::Idle);
}

void CodeRunner::restart()
{
    stop();
    if (m_contextId.empty() || m_session.state() != CodeSession::State::Open)
        return;
    setState(State::Restarting);
    m_request = m_session.api()->restartContext(m_contextId, [this](const Result<void> &done) {
        if (done)
            m_runs.addNotice(tr("The context was restarted"), tr("What it held is gone."));
        else
            m_runs.addNotice(tr("The context was not restarted"),
                             errorLine(done.error(), m_session.where()));
        setState(State::Idle);
        goOn();
    });
}

void CodeRunner::giveUp(const QString &words)
{
    m_request = {};
    m_waiting.clear();
    while (m_runs.isRunning())
        m_runs.endRun(m_state == State::Running ? RunOutcome::Lost : RunOutcome::NotStarted, words);
    setState(State::Idle);
}

void CodeRunner::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Sandglass
