// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/users.h>
#include <host/http/message.h>
#include <host/uniquefd.h>
#include <protocol/filesystem.h>

#include <expected>
#include <string>
#include <string_view>

namespace Sandglass {

/// A file that an upload writes: created with its parents or emptied, given to the user, its mode
/// kept (protocol page envd, 5.2). Errors are the answer to give: 400 for what is no file, 507 when
/// there is no space, 500 for everything else. What was written before an error stays, as with
/// envd.
class FileTarget final
{
public:
    /// The path is absolute.
    [[nodiscard]] static std::expected<FileTarget, Response> open(std::string path,
                                                                  const User &user);

    [[nodiscard]] std::expected<void, Response> write(std::string_view bytes);
    /// Keeps the metadata with it, and says what stands there now.
    [[nodiscard]] std::expected<FileEntry, Response> finish(const StringMap &metadata);

private:
    FileTarget(std::string path, UniqueFd fd) : m_path(std::move(path)), m_fd(std::move(fd)) {}

    std::string m_path;
    UniqueFd m_fd;
    std::uint64_t m_written = 0;
};

} // namespace Sandglass
