// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/executionstream.h>
#include <core/request.h>
#include <models/runmodel.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <deque>
#include <memory>
#include <string>

namespace Sandglass {

class CodeSession;

/// The runs of one buffer: one after the other, in a context of its own that is made with the first
/// of them, or in one that was chosen. Borrows the session; destroying it stops what runs. GUI
/// thread.
class CodeRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeRunner)

public:
    enum class State { Idle, Starting, Running, Restarting };

    explicit CodeRunner(CodeSession &session, QObject *parent = nullptr);
    ~CodeRunner() override;

    void run(const RunStart &start, const QString &code, const QString &language);
    /// The running one and those that wait.
    void stop();
    /// Clears what the context holds.
    void restart();
    /// Empty: one of the buffer's own. Takes effect with the next run.
    void setContext(std::string id) { m_contextId = std::move(id); }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::string &contextId() const { return m_contextId; }
    [[nodiscard]] RunModel &runs() { return m_runs; }

Q_SIGNALS:
    void stateChanged();

private:
    struct Waiting {
        QString code;
        std::string language;
    };

    void goOn();
    void makeContext();
    void execute();
    void take(const Result<void> &result);
    void giveUp(const QString &words);
    void setState(State state);

    CodeSession &m_session;
    RunModel m_runs;
    State m_state = State::Idle;
    std::string m_contextId;
    std::deque<Waiting> m_waiting;
    // Last: their handlers look at what is above.
    std::unique_ptr<ExecutionStream> m_stream;
    Request m_request;
};

} // namespace Sandglass
