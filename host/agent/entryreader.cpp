// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/entryreader.h>
#include <host/agent/filemetadata.h>
#include <host/agent/sandboxpath.h>

#include <sys/stat.h>

#include <chrono>
#include <climits>
#include <cstdlib>
#include <memory>

namespace Sandglass {

namespace {

FileType typeOf(mode_t mode)
{
    if (S_ISREG(mode))
        return FileType::File;
    return S_ISDIR(mode) ? FileType::Directory : FileType::Unknown;
}

/// The letters of Go for what is no plain file, in Go's order; "-" when there is none.
std::string kindLetters(mode_t mode)
{
    std::string letters;
    const auto add = [&letters](bool applies, char letter) {
        if (applies)
            letters += letter;
    };
    add(S_ISDIR(mode), 'd');
    add(S_ISLNK(mode), 'L');
    add(S_ISBLK(mode) || S_ISCHR(mode), 'D');
    add(S_ISFIFO(mode), 'p');
    add(S_ISSOCK(mode), 'S');
    add((mode & S_ISUID) != 0, 'u');
    add((mode & S_ISGID) != 0, 'g');
    add(S_ISCHR(mode), 'c');
    add((mode & S_ISVTX) != 0, 't');
    return letters.empty() ? "-" : letters;
}

std::string permissionsOf(mode_t mode)
{
    std::string text = kindLetters(mode);
    for (unsigned bit = 0; bit < 9; ++bit)
        text += (mode & (0400U >> bit)) != 0 ? "rwx"[bit % 3] : '-';
    return text;
}

std::string resolved(const std::string &path)
{
    const std::unique_ptr<char, decltype(&std::free)> target(::realpath(path.c_str(), nullptr),
                                                             &std::free);
    return target ? target.get() : path;
}

Timestamp timeOf(const timespec &time)
{
    // What does not fit (the year 2262) becomes the last moment there is.
    constexpr auto last =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::nanoseconds::max());
    if (time.tv_sec >= last.count())
        return Timestamp::max();
    if (time.tv_sec <= -last.count())
        return Timestamp::min();
    return Timestamp(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
}

} // namespace

std::expected<FileEntry, int> EntryReader::read(const std::string &path)
{
    struct stat own{};
    if (::lstat(path.c_str(), &own) != 0)
        return std::unexpected(errno);
    FileEntry entry;
    entry.name = baseName(path);
    entry.path = path;
    entry.size = own.st_size;
    entry.permissions = permissionsOf(own.st_mode);
    entry.owner = ownerOf(own.st_uid);
    entry.group = groupOf(own.st_gid);
    entry.modified = timeOf(own.st_mtim);
    struct stat target = own;
    bool hasTarget = true;
    if (S_ISLNK(own.st_mode)) {
        hasTarget = ::stat(path.c_str(), &target) == 0;
        entry.symlinkTarget = resolved(path);
    } else if (S_ISREG(own.st_mode) || S_ISDIR(own.st_mode)) {
        entry.metadata = readMetadata(path);
    }
    if (hasTarget) {
        entry.type = typeOf(target.st_mode);
        entry.mode = target.st_mode & 0777U;
    }
    return entry;
}

const std::string &EntryReader::ownerOf(uid_t uid)
{
    const auto [place, isNew] = m_owners.try_emplace(uid);
    if (isNew) {
        const auto user = m_users.find(uid);
        place->second = user ? user->name : std::to_string(uid);
    }
    return place->second;
}

const std::string &EntryReader::groupOf(gid_t gid)
{
    const auto [place, isNew] = m_groups.try_emplace(gid);
    if (isNew)
        place->second = m_users.groupName(gid).value_or(std::to_string(gid));
    return place->second;
}

} // namespace Sandglass
