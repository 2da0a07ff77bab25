// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Sandglass {

/// The query of /files (protocol page envd, 5.1), decoded once.
struct FileQuery {
    std::optional<std::string> path;
    std::optional<std::string> username;
    std::optional<std::string> signature;
    std::optional<std::string> expiration; ///< the digits as they stand: they are signed

    /// A Protocol error for broken escapes, a zero byte in the path and an expiration that is no
    /// number.
    [[nodiscard]] static Result<FileQuery> parse(std::string_view query);
};

enum class FileAccess { Read, Write };

/// "v1_…" (protocol page envd, 6).
[[nodiscard]] std::string fileSignature(const FileQuery &query, FileAccess access,
                                        std::string_view token);
/// Why a request may not have the file, by its X-Access-Token (empty: none) or its signature;
/// nothing when it may. `now` is Unix time.
[[nodiscard]] std::optional<std::string>
fileAccessProblem(const FileQuery &query, FileAccess access, std::string_view givenToken,
                  std::string_view token, std::int64_t now);

/// In a time that does not depend on where they differ.
[[nodiscard]] bool sameSecret(std::string_view a, std::string_view b);

} // namespace Sandglass
