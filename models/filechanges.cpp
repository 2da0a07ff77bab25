// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/filechanges.h>
#include <models/filenode.h>

#include <utility>

namespace Sandglass {

void FileChanges::add(const FileEvent &event)
{
    const bool gone = event.change == FileChange::Remove || event.change == FileChange::Rename;
    if (event.name == "." && gone)
        listAgain(); // the directory itself: its listing says what became of it
    if (m_listAgain || !isFileName(event.name) || event.change == FileChange::Unspecified)
        return;
    if (!gone && !event.entry) {
        listAgain(); // something is there, but how it is nobody has said
        return;
    }
    FileChangeSum &sum = m_sums[event.name];
    sum.isGone = gone;
    sum.replaced = sum.replaced || gone;
    sum.entry = gone ? std::nullopt : event.entry;
    if (m_sums.size() > mostNames)
        listAgain();
}

std::unordered_map<std::string, FileChangeSum> FileChanges::take(std::size_t most)
{
    std::unordered_map<std::string, FileChangeSum> taken;
    while (!m_sums.empty() && taken.size() < most)
        taken.insert(m_sums.extract(m_sums.begin()));
    return taken;
}

bool FileChanges::takeListAgain()
{
    return std::exchange(m_listAgain, false);
}

void FileChanges::listAgain()
{
    m_sums.clear(); // the listing knows better
    m_listAgain = true;
}

void FileChanges::clear()
{
    m_sums.clear();
    m_listAgain = false;
}

} // namespace Sandglass
