// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/directorymaker.h>
#include <host/agent/sandboxpath.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace Sandglass {

namespace {

std::expected<void, FileFailure> givenAway(int result, const std::string &path)
{
    if (result == 0 || errno == EPERM || errno == EINVAL)
        return {};
    return std::unexpected(fileFailure(errno, "chown", path));
}

std::expected<void, FileFailure> makeDirectory(const std::string &path, const User &user)
{
    if (::mkdir(path.c_str(), 0755) == 0)
        return giveTo(user, path);
    struct stat status{};
    const int error = errno;
    // Somebody else may have been faster.
    if (error == EEXIST && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
        return {};
    return std::unexpected(fileFailure(error, "mkdir", path));
}

} // namespace

std::expected<void, FileFailure> giveTo(const User &user, const std::string &path)
{
    return givenAway(::lchown(path.c_str(), user.uid, user.gid), path);
}

std::expected<void, FileFailure> giveTo(const User &user, int fd, const std::string &path)
{
    return givenAway(::fchown(fd, user.uid, user.gid), path);
}

// From the top, and not by a call for each parent: a path of 4096 bytes may have 2048 of them.
std::expected<void, FileFailure> makeDirectories(const std::string &path, const User &user)
{
    for (std::size_t end = 1; end != std::string::npos && end <= path.size();) {
        end = path.find('/', end);
        const auto part = path.substr(0, end);
        struct stat status{};
        if (::stat(part.c_str(), &status) == 0) {
            if (!S_ISDIR(status.st_mode))
                return std::unexpected(
                    FileFailure{.error = ENOTDIR, .message = "path is a file: " + part});
        } else if (errno != ENOENT) {
            return std::unexpected(fileFailure(errno, "stat", part));
        } else if (auto made = makeDirectory(part, user); !made) {
            return made;
        }
        if (end != std::string::npos)
            ++end;
    }
    return {};
}

} // namespace Sandglass
