// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/filesystem.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace Sandglass {

struct FileNode;
struct FileOrder;

/// The answer to a ListDir on its way into the rows of a directory, in portions, so that ten
/// thousand entries never take the event loop at once. First every entry is met with the row that
/// may be there already (next()); the new ones are kept, sorted portion by portion; then they come
/// out again in order (takeSorted()).
class FileListing final
{
public:
    FileListing(std::vector<FileEntry> entries, std::uint32_t generation);
    ~FileListing();
    FileListing(const FileListing &) = delete;
    FileListing &operator=(const FileListing &) = delete;
    FileListing(FileListing &&) = delete;
    FileListing &operator=(FileListing &&) = delete;

    [[nodiscard]] std::uint32_t generation() const { return m_generation; }
    /// Null when all entries have been met. What it points to may be moved from.
    [[nodiscard]] FileEntry *next();
    [[nodiscard]] bool isMet() const { return m_met == m_entries.size(); }
    /// Keeps the new rows of one portion.
    void keep(std::vector<std::unique_ptr<FileNode>> nodes, const FileOrder &order);
    /// Another order came in between.
    void sortAgain(const FileOrder &order);
    /// The next rows in order, at most so many; empty when there are none left.
    [[nodiscard]] std::vector<std::unique_ptr<FileNode>> takeSorted(std::size_t most,
                                                                    const FileOrder &order);

private:
    struct Portion;

    std::vector<FileEntry> m_entries;
    std::size_t m_met = 0;
    std::uint32_t m_generation;
    std::vector<Portion> m_portions; ///< a heap once rows are taken: the least comes first
    bool m_merging = false;
};

} // namespace Sandglass
