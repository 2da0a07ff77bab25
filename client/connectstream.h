// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/answerstream.h>
#include <protocol/connectframe.h>

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// The messages of one Connect stream of envd (protocol page "envd", section 2.2). Signals come
/// from the event loop of the opening thread; a slot may destroy the stream.
class ConnectStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectStream)

public:
    /// We ask for a sign of life every 50 s; a stream that is silent for two of them and ten more
    /// seconds is dead.
    static constexpr std::chrono::seconds keepaliveInterval{50};
    static constexpr std::chrono::seconds silenceLimit =
        2 * keepaliveInterval + std::chrono::seconds(10);

    /// Makes a streaming call of the request: headers, and the message in its envelope.
    static void frame(HttpRequest &request, std::string_view message);

    /// `secrets` are removed from error details; `uncertain` ends those of a stream that broke:
    /// "the process may still be running".
    ConnectStream(std::unique_ptr<HttpStream> stream, std::vector<std::string> secrets,
                  std::string uncertain);
    ~ConnectStream() override;

    void setSilenceLimit(std::chrono::milliseconds limit);
    /// No signal follows.
    void close();

Q_SIGNALS:
    void received(const QByteArray &message);
    void skipped(qint64 bytes);
    /// Success: the end frame came and held no error.
    void finished(const Sandglass::Result<void> &result);

private:
    void take(const QByteArray &bytes);
    void takeEndFrame(std::string_view payload);
    void takeEnd(const Result<void> &result);
    void finish(Result<void> result);

    AnswerStream m_answer;
    std::string m_uncertain;
    ConnectFrameParser m_parser;
};

} // namespace Sandglass
