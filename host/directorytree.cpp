// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/directorytree.h>
#include <host/ioerror.h>
#include <host/uniquefd.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace Sandglass {

namespace {

struct CloseDirectory {
    void operator()(DIR *directory) const { ::closedir(directory); }
};
using DirectoryStream = std::unique_ptr<DIR, CloseDirectory>;

constexpr int openFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

DirectoryStream openDirectory(int parent, const char *name)
{
    UniqueFd fd(::openat(parent, name, openFlags));
    DIR *stream = fd ? ::fdopendir(fd.get()) : nullptr;
    if (stream) {
        (void)fd.release(); // the stream closes it
        return DirectoryStream(stream);
    }
    const int error = errno; // closing must not change it
    fd.reset();
    errno = error;
    return {};
}

bool isDots(const char *name)
{
    return std::string_view(name) == "." || std::string_view(name) == "..";
}

/// Where removal moves what lies too deep to descend to.
struct RemovalTop {
    int fd = -1;
    std::uint64_t counter = 0;
};

constexpr int deepestDescent = 32;

/// Removes what is in `name` below `parent`, and itself. What lies deeper than `levels` is moved up
/// to the top, where a later round finds it: so neither stack nor descriptors nor paths grow with
/// the depth of the tree.
void removeDirectory(RemovalTop &top, int parent, const char *name, int levels)
{
    (void)::fchmodat(parent, name, 0700,
                     0); // a directory of ours: nobody else writes here any more
    if (levels == 0) {
        const std::string moved = ".removed-" + std::to_string(++top.counter);
        (void)::renameat(parent, name, top.fd, moved.c_str());
        return;
    }
    if (const DirectoryStream directory = openDirectory(parent, name)) {
        const int fd = ::dirfd(directory.get());
        while (const dirent *entry = ::readdir(directory.get())) {
            if (!isDots(entry->d_name) && ::unlinkat(fd, entry->d_name, 0) != 0)
                removeDirectory(top, fd, entry->d_name, levels - 1);
        }
    }
    (void)::unlinkat(parent, name, AT_REMOVEDIR);
}

std::int64_t usageBelow(int parent, const char *name, int levels)
{
    const DirectoryStream directory = openDirectory(parent, name);
    if (!directory)
        return 0;
    std::int64_t total = 0;
    while (const dirent *entry = ::readdir(directory.get())) {
        struct stat status{};
        if (isDots(entry->d_name) ||
            ::fstatat(::dirfd(directory.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        total += status.st_blocks * 512;
        if (S_ISDIR(status.st_mode) && levels > 0)
            total += usageBelow(::dirfd(directory.get()), entry->d_name, levels - 1);
    }
    return total;
}

} // namespace

Result<void> removeTree(const std::string &path)
{
    (void)::chmod(path.c_str(), 0700);
    // Names that no earlier, interrupted removal has used.
    RemovalTop removal;
    removal.counter =
        static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    // Every round removes many levels; several without progress mean that it cannot be done.
    int idleRounds = 0;
    for (std::vector<std::string> before;;) {
        const DirectoryStream top = openDirectory(AT_FDCWD, path.c_str());
        if (!top) {
            if (errno == ENOENT)
                return {};
            return ioFailure("cannot remove " + path);
        }
        std::vector<std::string> names;
        while (const dirent *entry = ::readdir(top.get())) {
            if (!isDots(entry->d_name))
                names.emplace_back(entry->d_name);
        }
        if (names.empty())
            break;
        removal.fd = ::dirfd(top.get());
        idleRounds = names == before ? idleRounds + 1 : 0;
        if (idleRounds == 3)
            return failure(Error::Kind::Io, "cannot remove " + path + "/" + names.front());
        for (const std::string &name : names) {
            if (::unlinkat(removal.fd, name.c_str(), 0) != 0)
                removeDirectory(removal, removal.fd, name.c_str(), deepestDescent);
        }
        before = std::move(names);
    }
    if (::rmdir(path.c_str()) != 0 && errno != ENOENT)
        return ioFailure("cannot remove " + path);
    return {};
}

std::int64_t diskUsage(const std::string &path)
{
    return usageBelow(AT_FDCWD, path.c_str(), 64);
}

Result<void> copyTree(const std::string &from, const std::string &to, std::uint32_t owner)
{
    namespace fs = std::filesystem;
    std::error_code error;
    fs::create_directory(to, from, error);
    const auto give = [owner](const fs::path &path) {
        return owner == 0 || ::lchown(path.c_str(), owner, owner) == 0;
    };
    if (error || !give(to))
        return failure(Error::Kind::Io, "cannot make " + to + ": " + error.message());
    const fs::path target(to);
    for (fs::recursive_directory_iterator it(from, error), end; !error && it != end;
         it.increment(error)) {
        const fs::path copy = target / it->path().lexically_relative(from);
        const fs::file_status status = it->symlink_status(error);
        if (fs::is_directory(status))
            fs::create_directory(copy, it->path(), error);
        else if (fs::is_regular_file(status))
            fs::copy_file(it->path(), copy, error);
        else if (fs::is_symlink(status))
            fs::copy_symlink(it->path(), copy, error);
        else
            continue;
        if (error == std::errc::permission_denied) {
            error.clear(); // what the owner of the template keeps to himself is of no use inside
                           // either
            continue;
        }
        if (error || !give(copy))
            return failure(Error::Kind::Io,
                           "cannot copy to " + copy.string() + ": " + error.message());
    }
    if (error)
        return failure(Error::Kind::Io, "cannot copy " + from + ": " + error.message());
    return {};
}

} // namespace Sandglass
