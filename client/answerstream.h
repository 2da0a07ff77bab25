// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httptransport.h>
#include <core/error.h>

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// What all streamed answers have in common: a head that says whether the body is what was asked
/// for or the text of an error, and a watchdog for silence. Signals as of HttpStream.
class AnswerStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerStream)

public:
    struct Form {
        /// Whether an answer with status 200 and this content type is the expected one.
        std::function<bool(std::string_view contentType)> isExpected;
        /// The error of any other status.
        std::function<Error(int status, std::string_view body)> explain;
        std::string expected;             ///< "event stream": what the answer is not, otherwise
        std::string silence;              ///< the detail of the Timeout error
        std::vector<std::string> secrets; ///< removed from error details
    };

    AnswerStream(std::unique_ptr<HttpStream> stream, Form form);
    ~AnswerStream() override;

    /// Zero: none, which is how it begins.
    void setSilenceLimit(std::chrono::milliseconds limit);
    /// No signal follows.
    void close();
    [[nodiscard]] bool isOpen() const { return m_stream != nullptr; }
    [[nodiscard]] Error redact(Error error) const;

    /// For work that takes long; only on streams that may pause.
    void pause();
    void resume();

Q_SIGNALS:
    /// Bytes of an expected answer.
    void received(const QByteArray &bytes);
    void skipped(qint64 bytes);
    /// Success: an expected answer ended as HTTP says. Everything else is an error.
    void finished(const Sandglass::Result<void> &result);

private:
    void takeHead(int status, const HttpHeaders &headers);
    void take(const QByteArray &bytes);
    void takeEnd(const Result<void> &result);
    void finish(Result<void> result);
    void restartWatchdog();

    std::unique_ptr<HttpStream> m_stream;
    Form m_form;
    QTimer m_watchdog;
    int m_status = 0;
    bool m_expected = false; ///< otherwise m_errorBody collects
    std::string m_contentType;
    std::string m_errorBody;
};

} // namespace Sandglass
