// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/localfile.h>

#include <QRandomGenerator>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace Sandglass {

namespace {

constexpr std::size_t longestName = 255;

std::string reasonOf(int number)
{
    switch (number) {
    case ENOSPC:
        return "the disk is full";
    case EDQUOT:
        return "your share of the disk is full";
    case EFBIG:
        return "it is larger than files may be here";
    case EACCES:
    case EPERM:
        return "there is no permission to";
    case EROFS:
        return "the disk is read-only";
    case ENOENT:
        return "there is no such file or folder";
    case ENOTDIR:
        return "a part of its path is no folder";
    case EISDIR:
        return "it is a folder";
    case EIO:
        return "the disk reports an error";
    case ENAMETOOLONG:
        return "the name is too long";
    default:
        break;
    }
    char text[128] = {};
    return strerror_r(number, text, sizeof text);
}

Error taken(const std::string &target)
{
    return {.kind = Error::Kind::Conflict, .detail = "'" + target + "' is there already"};
}

/// Zero, or an errno.
int tryWay(PlaceWay way, const char *temporary, const char *target)
{
    switch (way) {
    case PlaceWay::RenameNoReplace:
        return renameat2(AT_FDCWD, temporary, AT_FDCWD, target, RENAME_NOREPLACE) == 0 ? 0 : errno;
    case PlaceWay::Link:
        if (link(temporary, target) != 0)
            return errno;
        unlink(temporary);
        return 0;
    case PlaceWay::ClaimAndRename: {
        const LocalFile claim(open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!claim.isOpen())
            return errno;
        if (rename(temporary, target) == 0)
            return 0;
        const int number = errno;
        unlink(target);
        return number;
    }
    }
    return ENOSYS;
}

bool knowsTheWay(int number)
{
    switch (number) {
    case ENOSYS:
    case EINVAL:
    case EPERM: // link() on FAT
    case EOPNOTSUPP:
    case EMLINK:
        return false;
    default:
        return true;
    }
}

} // namespace

LocalFile::~LocalFile()
{
    if (isOpen())
        ::close(m_descriptor);
}

Error localError(const std::string &what, int number)
{
    return {.kind = Error::Kind::Io, .detail = what + ": " + reasonOf(number)};
}

Result<void> placeNew(const std::string &temporary, const std::string &target, PlaceWay first)
{
    int number = ENOSYS;
    for (const PlaceWay way :
         {PlaceWay::RenameNoReplace, PlaceWay::Link, PlaceWay::ClaimAndRename}) {
        if (way < first)
            continue;
        number = tryWay(way, temporary.c_str(), target.c_str());
        if (number == 0)
            return {};
        if (knowsTheWay(number))
            break;
    }
    if (number == EEXIST)
        return std::unexpected(taken(target));
    return std::unexpected(localError("'" + target + "' cannot be written", number));
}

Result<void> placeOver(const std::string &temporary, const std::string &target)
{
    if (rename(temporary.c_str(), target.c_str()) == 0)
        return {};
    if (errno == EISDIR || errno == ENOTEMPTY || errno == EEXIST)
        return failure(Error::Kind::Conflict, "'" + target + "' is a folder");
    return std::unexpected(localError("'" + target + "' cannot be written", errno));
}

std::string temporaryBeside(std::string_view path)
{
    constexpr std::string_view mark = ".sandglass-";
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    constexpr std::size_t randomLetters = 6;
    const auto slash = path.rfind('/');
    const std::size_t nameAt = slash == std::string_view::npos ? 0 : slash + 1;
    std::string name(path.substr(nameAt, longestName - 1 - mark.size() - randomLetters));
    // Not half a character: the sandbox's services speak UTF-8.
    if (nameAt + name.size() < path.size()) {
        while (!name.empty() &&
               (static_cast<unsigned char>(path[nameAt + name.size()]) & 0xc0U) == 0x80U)
            name.pop_back();
    }
    std::string temporary(path.substr(0, nameAt));
    temporary.append(".").append(name).append(mark);
    for (std::size_t i = 0; i < randomLetters; ++i)
        temporary += letters[QRandomGenerator::global()->bounded(quint32(letters.size()))];
    return temporary;
}

std::string lastName(std::string_view path)
{
    return std::string(path.substr(path.rfind('/') + 1));
}

} // namespace Sandglass
