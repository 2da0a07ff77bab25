// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/directorymaker.h>
#include <host/agent/fileanswer.h>
#include <host/agent/filemetadata.h>
#include <host/agent/filetarget.h>
#include <host/agent/sandboxpath.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace Sandglass {

namespace {

/// EFBIG: the limit of one file's size, which is a kind of full disk.
bool isSpaceError(int error)
{
    return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

Response answerFor(const FileFailure &failure)
{
    return fileError(isSpaceError(failure.error) ? 507 : 500, failure.message);
}

Response isDirectory(const std::string &path)
{
    return fileError(400, "path is a directory: " + path);
}

} // namespace

std::expected<FileTarget, Response> FileTarget::open(std::string path, const User &user)
{
    struct stat status{};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (path.ends_with('/') || (exists && S_ISDIR(status.st_mode)))
        return std::unexpected(isDirectory(path));
    if (const auto made = makeDirectories(std::string(parentPath(path)), user); !made)
        return std::unexpected(answerFor(made.error()));
    // A pipe that nobody reads fails at once instead of holding up everything.
    UniqueFd fd(::open(path.c_str(),
                       O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0666));
    const int error = errno;
    if (!fd && error == EISDIR)
        return std::unexpected(isDirectory(path));
    if (!fd)
        return std::unexpected(answerFor(fileFailure(error, "error opening file: open", path)));
    if (const auto given = giveTo(user, fd.get(), path); !given)
        return std::unexpected(answerFor(given.error()));
    return FileTarget(std::move(path), std::move(fd));
}

std::expected<void, Response> FileTarget::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::write(m_fd.get(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && isSpaceError(errno))
            return std::unexpected(fileError(507, "attempted to write " +
                                                      std::to_string(m_written + bytes.size()) +
                                                      " bytes: not enough disk space available"));
        if (count < 0)
            return std::unexpected(
                answerFor(fileFailure(errno, "error writing file: write", m_path)));
        m_written += static_cast<std::uint64_t>(count);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

std::expected<FileEntry, Response> FileTarget::finish(const StringMap &metadata)
{
    if (const auto kept = writeMetadata(m_fd.get(), metadata); !kept)
        return std::unexpected(answerFor(kept.error()));
    // Some file systems tell only now that there is no space.
    if (::close(m_fd.release()) != 0 && errno != EINTR)
        return std::unexpected(answerFor(fileFailure(errno, "error writing file: close", m_path)));
    FileEntry entry;
    entry.name = baseName(m_path);
    entry.type = FileType::File;
    entry.path = m_path;
    entry.metadata = metadata;
    return entry;
}

} // namespace Sandglass
