// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/filesystem.h>
#include <tests/host/agent/agentclient.h>

#include <string>
#include <string_view>
#include <vector>

/// Calls about files on the socket of an agent, blocking.
namespace Sandglass {

struct FileReply {
    int status = 0;
    Headers headers;
    std::string body;
    bool isWhole = false; ///< the answer ended as it should

    /// Of an error, whichever form it has: "not_found", "404".
    [[nodiscard]] std::string code() const;
    [[nodiscard]] std::string message() const;
    /// Of an answer with an entry; without name when it is none.
    [[nodiscard]] FileEntry entry() const;
    /// The paths of a listing, in its order.
    [[nodiscard]] std::vector<std::string> paths() const;
};

class FileCalls final
{
public:
    explicit FileCalls(std::string socket) : m_socket(std::move(socket)) {}

    [[nodiscard]] FileReply send(std::string_view request) const;
    [[nodiscard]] FileReply call(std::string_view method, std::string_view json,
                                 std::string_view fields = {}) const;
    [[nodiscard]] FileReply stat(std::string_view path) const;
    [[nodiscard]] FileReply list(std::string_view path, std::uint32_t depth = 1) const;
    [[nodiscard]] FileReply make(std::string_view path) const;
    [[nodiscard]] FileReply remove(std::string_view path) const;
    [[nodiscard]] FileReply move(std::string_view from, std::string_view to) const;

    /// GET /files with a query ("path=%2Fa").
    [[nodiscard]] FileReply get(std::string_view query, std::string_view fields = {}) const;
    /// POST /files of a whole body.
    [[nodiscard]] FileReply post(std::string_view query, std::string_view contentType,
                                 std::string_view body, std::string_view fields = {}) const;
    /// The stream of WatchDir.
    [[nodiscard]] AgentCall watch(const WatchDirectory &request,
                                  std::string_view fields = {}) const;

private:
    std::string m_socket;
};

/// "CREATE a/b".
[[nodiscard]] std::string textOf(const FileEvent &event);

/// "path=" and the path with everything escaped.
[[nodiscard]] std::string pathQuery(std::string_view path);

} // namespace Sandglass
