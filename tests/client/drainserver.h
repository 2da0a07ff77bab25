// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace Sandglass {

/// envd as a hole, on a thread of its own: no file is there, every upload is taken and thrown away
/// without a look, every move succeeds. For uploads of any size.
class DrainServer final
{
public:
    DrainServer();
    ~DrainServer();
    DrainServer(const DrainServer &) = delete;
    DrainServer &operator=(const DrainServer &) = delete;

    [[nodiscard]] std::string url() const;
    /// Bytes of bodies of POST /files.
    [[nodiscard]] long long drained() const { return m_drained; }

private:
    void run();
    void serve(int socket);
    [[nodiscard]] std::string answerTo(int socket, const std::string &head);

    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_ends = false;
    std::atomic<long long> m_drained = 0;
    std::thread m_thread;
};

} // namespace Sandglass
