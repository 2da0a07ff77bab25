// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/controlsocket.h>

#include <sys/types.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace Sandglass::Rfb {

/// One decoder under test with the app's side of its sockets: the real `sandglass-rfb`, or, where
/// the sanitizers leave no room for a jail, the same session on a thread. Answers SizeWanted with
/// sealed memory as the app does, unless told not to.
class HelperRun final
{
public:
    /// With a socket pair of its own (server() is the other end), or on a connection to a real one.
    explicit HelperRun(OwnedFd connection = OwnedFd());
    ~HelperRun();
    HelperRun(const HelperRun &) = delete;
    HelperRun &operator=(const HelperRun &) = delete;

    [[nodiscard]] int server() const { return m_server.get(); }
    [[nodiscard]] int app() const { return m_app.get(); }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    void refuseSizes() { m_refusesSizes = true; }
    void closeServer() { m_server.reset(); }
    void closeApp() { m_app.reset(); }

    void start(const StartMessage &start);
    [[nodiscard]] bool send(const ControlMessage &message) const;
    [[nodiscard]] bool sendKey(std::uint32_t keysym, bool isDown) const;
    /// To the helper as its server; false when it does not read.
    [[nodiscard]] bool serve(std::string_view bytes) const;
    /// What the helper has sent to its server, as soon as it is `count` bytes.
    [[nodiscard]] std::string sentToServer(std::size_t count, int timeoutMs = 5000) const;
    /// The next message of this type; those before it are passed over (their damage is counted).
    [[nodiscard]] std::optional<ControlMessage> await(MessageType type, int timeoutMs = 5000);
    /// Of the Ended message; Internal − with an empty detail − when it died without one, and
    /// nothing when it did not end in time.
    [[nodiscard]] std::optional<EndedMessage> awaitEnd(int timeoutMs = 1000);
    /// waitpid()'s status, once the process has ended.
    [[nodiscard]] std::optional<int> awaitExit(int timeoutMs = 5000);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] std::uint32_t pixel(int x, int y) const; ///< 0x00RRGGBB
    [[nodiscard]] std::span<const std::uint32_t> cursorPixels() const;
    [[nodiscard]] int updates() const { return m_updates; }
    [[nodiscard]] int sizes() const { return m_sizes; }

private:
    void run(OwnedFd server, OwnedFd app);
    void answerSize(const SizeMessage &size);
    void unmap();
    void take(const ControlMessage &message);

    OwnedFd m_server;
    OwnedFd m_app;
    pid_t m_pid = -1;
    std::thread m_thread;
    std::uint32_t *m_pixels = nullptr;
    int m_width = 0;
    int m_height = 0;
    int m_updates = 0;
    int m_sizes = 0;
    bool m_refusesSizes = false;
};

/// A Start with short limits: no password, no JPEG, the usual encodings.
[[nodiscard]] StartMessage quickStart(std::string_view encodings = {});

} // namespace Sandglass::Rfb
