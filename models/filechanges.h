// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/filesystem.h>

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>

namespace Sandglass {

/// What is left of all that happened to one name: the last word counts.
struct FileChangeSum {
    bool replaced = false;          ///< it went away in between: whatever is there now is another
    bool isGone = false;            ///< it went away last
    std::optional<FileEntry> entry; ///< how it stands now
};

/// Events of one watched directory, joined per name until there is time for them: a program that
/// writes a file says so thousands of times a second. Holds a bounded number of names; beyond that,
/// and where an event says too little, the directory has to be listed anew.
class FileChanges final
{
public:
    static constexpr std::size_t mostNames = 8192;
    static constexpr std::chrono::milliseconds wait{100}; ///< for what else a burst brings

    void add(const FileEvent &event);
    [[nodiscard]] bool isEmpty() const { return m_sums.empty() && !m_listAgain; }
    /// Takes out some names with their changes; none when the directory has to be listed anew.
    [[nodiscard]] std::unordered_map<std::string, FileChangeSum> take(std::size_t most);
    /// Whether only a listing tells how the directory stands. Asked once, answered once.
    [[nodiscard]] bool takeListAgain();
    void listAgain();
    void clear();

private:
    std::unordered_map<std::string, FileChangeSum> m_sums;
    bool m_listAgain = false;
};

} // namespace Sandglass
