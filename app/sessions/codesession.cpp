// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/errortext.h>
#include <app/sessions/codesession.h>

namespace Sandglass {

using Why = SandboxLookUp::Closed::Why;

CodeSession::CodeSession(QString key, Connections &connections, FleetStore &fleet, QObject *parent)
    : QObject(parent),
      m_connections(connections),
      m_sandbox(std::move(key), fleet),
      m_lookUp(connections, fleet)
{
    connect(&m_sandbox, &FollowedSandbox::stopped, this, [this](const auto &why) {
        if (m_state != State::Idle)
            close(State::Closed, why);
    });
    connect(&m_sandbox, &FollowedSandbox::runsAgain, this, [this] {
        if (m_state == State::Closed)
            setState(State::Idle); // whoever looks opens it
    });
}

CodeSession::~CodeSession() = default;

void CodeSession::open()
{
    if (m_state == State::Opening || m_state == State::Open)
        return;
    setState(State::Opening);
    m_lookUp.start(m_sandbox.key(), [this](const SandboxLookUp::Answer &answer) {
        if (answer)
            askInterpreter(*answer);
        else
            close(State::Closed, answer.error());
    });
}

void CodeSession::askInterpreter(const SandboxLookUp::Found &found)
{
    m_api.emplace(m_connections.transport(),
                  addressOf(found.profile, found.sandbox, codeInterpreterPort));
    m_health = m_api->checkHealth([this](const Result<void> &healthy) {
        if (healthy) {
            setState(State::Open);
            refreshContexts();
        } else if (healthy.error().kind == Error::Kind::Network) {
            close(State::NoInterpreter,
                  {Why::Failed, tr("No code interpreter answers in this sandbox.")});
        } else {
            close(State::Closed, {Why::Failed, errorLine(healthy.error(), where())});
        }
    });
}

void CodeSession::refreshContexts()
{
    if (m_state != State::Open)
        return;
    m_list = m_api->contexts([this](const Result<std::vector<CodeContext>> &contexts) {
        // Without the list every buffer still has the context of its own.
        m_contexts = contexts.value_or(std::vector<CodeContext>());
        Q_EMIT contextsChanged();
    });
}

void CodeSession::close(State state, SandboxLookUp::Closed why)
{
    m_lookUp.cancel();
    m_health = {};
    m_list = {};
    m_api.reset();
    m_closed = std::move(why);
    setState(state);
}

void CodeSession::setState(State state)
{
    if (m_state == state && state != State::Closed)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Sandglass
