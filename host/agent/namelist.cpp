// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/namelist.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace Sandglass {

namespace {

constexpr int namesPerStep = 256;

} // namespace

std::expected<NameList, int> NameList::open(const std::string &path)
{
    NameList list;
    const int fd = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return std::unexpected(errno);
    list.m_directory.reset(::fdopendir(fd));
    if (!list.m_directory) {
        const int error = errno;
        ::close(fd);
        return std::unexpected(error);
    }
    return list;
}

std::size_t NameList::readSome()
{
    const std::size_t before = m_bytes;
    for (int i = 0; i < namesPerStep; ++i) {
        const dirent *const entry = ::readdir(m_directory.get());
        if (!entry) {
            m_directory.reset();
            std::ranges::sort(m_names);
            break;
        }
        if (isDotName(entry->d_name))
            continue;
        m_names.emplace_back(entry->d_name);
        m_bytes += sizeof(std::string) + m_names.back().size();
    }
    return m_bytes - before;
}

std::optional<std::string> NameList::next()
{
    if (m_next == m_names.size())
        return std::nullopt;
    return std::exchange(m_names[m_next++], {});
}

} // namespace Sandglass
