// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/answerstream.h>
#include <protocol/codeinterpreter.h>

#include <QFutureWatcher>
#include <QObject>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

/// One run of code: lines of JSON until the line that ends it (protocol page "code-interpreter",
/// section 3). Long lines are read on another thread, and the stream waits meanwhile. Destroying or
/// closing it stops the run. Signals come from the event loop of the opening thread; a slot may
/// destroy the stream.
class ExecutionStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExecutionStream)

public:
    /// A service that sends keepalives (every 5 s) and falls silent for so long is dead. Older ones
    /// send none and may be silent for as long as the code is.
    static constexpr std::chrono::seconds silenceLimit{60};

    /// `secrets` are removed from error details.
    ExecutionStream(std::unique_ptr<HttpStream> stream, std::vector<std::string> secrets);
    ~ExecutionStream() override;

    void setSilenceLimit(std::chrono::milliseconds limit); ///< for tests and slow networks
    /// Stops the run: the service interrupts the code once it notices, within about 5 s. No signal
    /// follows.
    void close();

Q_SIGNALS:
    /// Everything but keepalives, the end, and what this version does not know.
    void received(const Sandglass::ExecutionEvent &event);
    /// One line could not be read; the run goes on.
    void lineFailed(const Sandglass::Error &error);
    /// Success only after the last line of a complete stream. Network and Timeout: the code may
    /// still be running. Protocol: a line of more than 64 MiB; the run was stopped.
    void finished(const Sandglass::Result<void> &result);

private:
    void take(const QByteArray &bytes);
    void takeLines();
    [[nodiscard]] std::optional<std::string> nextLine();
    void takeLine(std::string line);
    void takeEvent(const Result<ExecutionEvent> &event);
    void takeEnd(const Result<void> &result);
    void finish(Result<void> result);

    AnswerStream m_answer;
    std::string m_buffer; ///< from m_lineBegin on: not yet taken
    std::size_t m_lineBegin = 0;
    std::size_t m_searched = 0; ///< no line ends before this
    /// Until the event loop has brought what was decoded; the future itself is ready earlier.
    bool m_isDecoding = false;
    std::chrono::milliseconds m_silenceLimit = silenceLimit;
    std::optional<Result<void>> m_end; ///< came while a line was being read
    QFutureWatcher<Result<ExecutionEvent>> m_decoding;
};

} // namespace Sandglass
