// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dirent.h>

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

struct DirectoryCloser {
    void operator()(DIR *directory) const { ::closedir(directory); }
};
using DirectoryHandle = std::unique_ptr<DIR, DirectoryCloser>;

/// The names in a directory, without "." and "..", in the order of their bytes. Read in steps that
/// do not take long, then handed out one by one.
class NameList final
{
public:
    /// The errno when it cannot be opened.
    [[nodiscard]] static std::expected<NameList, int> open(const std::string &path);

    [[nodiscard]] bool isRead() const { return !m_directory; }
    /// Reads on; how many bytes of names came.
    std::size_t readSome();
    /// Of all the names that were read.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    /// Once all are read; nothing at the end.
    [[nodiscard]] std::optional<std::string> next();

private:
    DirectoryHandle m_directory;
    std::vector<std::string> m_names;
    std::size_t m_next = 0;
    std::size_t m_bytes = 0;
};

[[nodiscard]] inline bool isDotName(std::string_view name)
{
    return name == "." || name == "..";
}

} // namespace Sandglass
