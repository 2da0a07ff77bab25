// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/filelisting.h>
#include <models/filenode.h>

#include <algorithm>
#include <utility>

namespace Sandglass {

/// Rows in order; the first `taken` are out already.
struct FileListing::Portion {
    std::vector<std::unique_ptr<FileNode>> nodes;
    std::size_t taken = 0;

    [[nodiscard]] const FileNode *front() const { return nodes[taken].get(); }
    void sort(const FileOrder &order)
    {
        std::sort(nodes.begin() + std::ptrdiff_t(taken), nodes.end(),
                  [&](const auto &a, const auto &b) { return order(a.get(), b.get()); });
    }
};

FileListing::FileListing(std::vector<FileEntry> entries, std::uint32_t generation)
    : m_entries(std::move(entries)),
      m_generation(generation)
{
}

FileListing::~FileListing() = default;

FileEntry *FileListing::next()
{
    return isMet() ? nullptr : &m_entries[m_met++];
}

void FileListing::keep(std::vector<std::unique_ptr<FileNode>> nodes, const FileOrder &order)
{
    if (nodes.empty())
        return;
    m_portions.push_back({.nodes = std::move(nodes)});
    m_portions.back().sort(order);
}

void FileListing::sortAgain(const FileOrder &order)
{
    for (Portion &portion : m_portions)
        portion.sort(order);
    m_merging = false;
}

std::vector<std::unique_ptr<FileNode>> FileListing::takeSorted(std::size_t most,
                                                               const FileOrder &order)
{
    const auto later = [&](const Portion &a, const Portion &b) {
        return order(b.front(), a.front());
    };
    if (!std::exchange(m_merging, true))
        std::ranges::make_heap(m_portions, later);
    std::vector<std::unique_ptr<FileNode>> sorted;
    while (!m_portions.empty() && sorted.size() < most) {
        std::ranges::pop_heap(m_portions, later);
        Portion &least = m_portions.back();
        sorted.push_back(std::move(least.nodes[least.taken++]));
        if (least.taken == least.nodes.size())
            m_portions.pop_back();
        else
            std::ranges::push_heap(m_portions, later);
    }
    return sorted;
}

} // namespace Sandglass
