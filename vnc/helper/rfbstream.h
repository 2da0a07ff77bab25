// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/bigendian.h>
#include <vnc/helper/controlmessages.h>

#include <chrono>
#include <optional>
#include <string>

namespace Sandglass::Rfb {

/// Why a session ended; the first cause is the one that counts.
struct SessionEnd {
    EndReason reason = EndReason::Internal;
    std::string detail;
};

/// What the stream asks of its session whenever it is about to read or to wait.
class StreamClient
{
public:
    /// Reads what the app has sent, without waiting.
    virtual void serveApp() = 0;
    /// Tells the app what it has not heard yet; true when some of it did not fit.
    [[nodiscard]] virtual bool reportToApp() = 0;
    /// When to ask for the next report even if nothing comes, if some of it waits for its time.
    [[nodiscard]] virtual std::optional<std::chrono::steady_clock::time_point>
    reportDue() const = 0;
    /// The server owes bytes and has been silent for a while; or they come after all.
    virtual void serverStalled(bool isStalled) = 0;

protected:
    ~StreamClient() = default;
};

/// The bytes from and to the RFB server. Reading waits, in poll() and without waking up for
/// nothing, and serves the app meanwhile, so that a key goes out while an update still comes in.
/// Writing never waits. One thread; the descriptors are borrowed.
class RfbStream final
{
public:
    using Clock = std::chrono::steady_clock;
    using Milliseconds = std::chrono::milliseconds;

    RfbStream(int server, int app, StreamClient &client);
    RfbStream(const RfbStream &) = delete;
    RfbStream &operator=(const RfbStream &) = delete;

    /// Until endHandshake() one deadline covers everything, and the app is only watched for going
    /// away: its messages keep waiting. Afterwards silence while bytes are owed may last `stall`,
    /// and the client hears of it after `quiet`.
    struct Limits {
        Milliseconds handshake;
        Milliseconds stall;
        Milliseconds quiet;
    };
    void setLimits(const Limits &limits);
    void endHandshake() { m_handshakeDeadline.reset(); }

    /// All of it; false when the session has ended instead.
    [[nodiscard]] bool read(std::span<std::byte> out);
    [[nodiscard]] bool skip(std::size_t count);
    /// At least one byte and what else has come already; nothing when the session has ended
    /// instead.
    [[nodiscard]] std::size_t readSome(std::span<std::byte> out);
    /// The last so many bytes of the latest readSome() were not needed yet.
    void giveBack(std::size_t count) { m_bufferStart -= count; }
    enum class Owed { No, Yes };
    /// Waits for the beginning of a message, for ever if the server does not owe one.
    [[nodiscard]] bool awaitMessage(Owed owed);
    /// Waits until the app has been served or something could be sent, but not for the server.
    [[nodiscard]] bool awaitApp();

    /// Queues the bytes, and sends what the server takes at once.
    void write(const Bytes &bytes);
    /// For what can wait until there is nothing left to do, or flush() is called: the same later.
    void queue(const Bytes &bytes);
    /// The server does not take what it is sent: the app's input should wait where it is.
    [[nodiscard]] bool isClogged() const { return m_output.size() > clogBytes; }
    /// Sends what can be sent at once.
    void flush();

    /// Unless it has ended already.
    void end(EndReason reason, std::string detail);
    /// Even so: the server hung up while it said why.
    void endInstead(EndReason reason, std::string detail);
    [[nodiscard]] const std::optional<SessionEnd> &ended() const { return m_end; }

private:
    using Deadline = std::optional<Clock::time_point>;
    enum class Events { Server, AppOnly };
    static constexpr std::size_t clogBytes = 16 * 1024;
    static constexpr std::size_t bufferBytes = 64 * 1024;

    [[nodiscard]] bool fill(Deadline deadline);
    [[nodiscard]] std::size_t receive(std::span<std::byte> out, Deadline deadline);
    [[nodiscard]] bool wait(Events events, Deadline readDeadline);
    void keepSending();
    [[nodiscard]] Deadline nextWake(Deadline readDeadline, bool hasReports) const;
    void setStalled(bool isStalled);
    [[nodiscard]] bool isInTime(Deadline deadline);
    [[nodiscard]] Deadline messageDeadline() const;
    [[nodiscard]] std::size_t buffered() const { return m_bufferEnd - m_bufferStart; }

    int m_server;
    int m_app;
    StreamClient &m_client;
    Milliseconds m_stall{defaultStallMs};
    Milliseconds m_quiet{defaultQuietMs};
    Deadline m_handshakeDeadline;
    Deadline m_noticeAt; ///< of the silence that it waits through now
    bool m_isStalled = false;
    Bytes m_buffer = Bytes(bufferBytes);
    std::size_t m_bufferStart = 0;
    std::size_t m_bufferEnd = 0;
    Bytes m_output;
    Clock::time_point m_outputMoved; ///< when some of m_output went out last, or it began
    std::optional<SessionEnd> m_end;
};

} // namespace Sandglass::Rfb
