// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/connectcall.h>
#include <host/agent/directorylisting.h>
#include <host/agent/directorymaker.h>
#include <host/agent/entryreader.h>
#include <host/agent/eventstream.h>
#include <host/agent/filesystemservice.h>
#include <host/agent/sandboxpath.h>
#include <host/agent/treeremoval.h>

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>

namespace Sandglass {

namespace {

ConnectError noDefaultUser(const AgentSettings &settings)
{
    return {.code = "unauthenticated",
            .message = "invalid default user: '" + settings.defaultUser.value_or("root") + "'"};
}

/// 0, or the errno. As Go's os.Rename: no directory is ever replaced, not even an empty one.
int renameFile(const std::string &source, const std::string &destination)
{
    struct stat status{};
    if (::lstat(source.c_str(), &status) != 0)
        return errno;
    if (::lstat(destination.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
        return EEXIST;
    return ::rename(source.c_str(), destination.c_str()) == 0 ? 0 : errno;
}

} // namespace

FilesystemService::UnaryMethod FilesystemService::unaryMethod(std::string_view name)
{
    return name == "Stat"               ? &FilesystemService::stat
           : name == "ListDir"          ? &FilesystemService::list
           : name == "MakeDir"          ? &FilesystemService::makeDirectory
           : name == "Move"             ? &FilesystemService::move
           : name == "Remove"           ? &FilesystemService::remove
           : name == "CreateWatcher"    ? &FilesystemService::createWatcher
           : name == "GetWatcherEvents" ? &FilesystemService::watcherEvents
           : name == "RemoveWatcher"    ? &FilesystemService::removeWatcher
                                        : nullptr;
}

void FilesystemService::handle(const ExchangePtr &exchange, const std::optional<User> &named)
{
    const auto name = exchange->head().path().substr(pathPrefix.size());
    const bool isWatch = name == "WatchDir";
    const auto method = unaryMethod(name);
    if (!isWatch && !method)
        return refuseUnknownPath(exchange);
    if (refusesForm(exchange, isWatch ? streamContentType : unaryContentType))
        return;
    const auto user = named ? named : defaultUser(m_settings, m_users);
    if (!user)
        refuseCall(exchange, noDefaultUser(m_settings));
    else if (isWatch)
        handleWatch(exchange, *user);
    else
        handleUnary(exchange, method, *user);
}

void FilesystemService::handleUnary(const ExchangePtr &exchange, UnaryMethod method,
                                    const User &user)
{
    if (const auto timeout = timeoutOf(exchange->head()); !timeout)
        return refuseUnary(exchange, timeout.error());
    readUnaryMessage(exchange, [this, exchange, method, user](const std::string &message) {
        (this->*method)(exchange, message, user);
    });
}

void FilesystemService::handleWatch(const ExchangePtr &exchange, const User &user)
{
    const auto timeout = timeoutOf(exchange->head());
    if (!timeout)
        return EventStream::refuse(exchange, timeout.error());
    if (*timeout == std::chrono::milliseconds(0))
        return EventStream::refuse(exchange, deadlineExceeded());
    readStreamMessage(exchange, [this, exchange, user](const std::string &message) {
        watch(exchange, message, user);
    });
}

std::expected<std::string, ConnectError> FilesystemService::pathIn(const std::string &message,
                                                                   const User &user) const
{
    const auto path = decodeFilePath(message);
    if (!path)
        return std::unexpected(invalidArgument(path.error().detail));
    return expandPath(*path, user, m_settings);
}

void FilesystemService::answerEntry(const ExchangePtr &exchange, const std::string &path) const
{
    const auto entry = EntryReader(m_users).read(path);
    if (entry)
        return answerUnary(exchange, encodeFileEntry(*entry));
    const int error = entry.error();
    const char *const what = error == ENOENT ? "file not found" : "error getting file info";
    refuseUnary(exchange, connectErrorOf(error, std::string(what) + ": lstat " + path + ": " +
                                                    errorText(error)));
}

void FilesystemService::stat(const ExchangePtr &exchange, const std::string &message,
                             const User &user)
{
    if (const auto path = pathIn(message, user))
        answerEntry(exchange, *path);
    else
        refuseUnary(exchange, path.error());
}

void FilesystemService::list(const ExchangePtr &exchange, const std::string &message,
                             const User &user)
{
    const auto request = decodeListDirectory(message);
    if (!request)
        return refuseUnary(exchange, invalidArgument(request.error().detail));
    if (const auto path = expandPath(request->path, user, m_settings))
        listDirectory(m_context, exchange, *path, request->depth, m_users);
    else
        refuseUnary(exchange, path.error());
}

void FilesystemService::makeDirectory(const ExchangePtr &exchange, const std::string &message,
                                      const User &user)
{
    const auto path = pathIn(message, user);
    if (!path)
        return refuseUnary(exchange, path.error());
    struct stat status{};
    if (::stat(path->c_str(), &status) == 0) {
        if (!S_ISDIR(status.st_mode))
            return refuseUnary(
                exchange,
                invalidArgument("path already exists but it is not a directory: " + *path));
        return refuseUnary(
            exchange, {.code = "already_exists", .message = "directory already exists: " + *path});
    }
    if (errno != ENOENT)
        return refuseUnary(
            exchange,
            connectErrorOf(errno,
                           fileFailure(errno, "error getting file info: stat", *path).message));
    if (const auto made = makeDirectories(*path, user); !made)
        return refuseUnary(exchange, connectErrorOf(made.error().error, made.error().message));
    answerEntry(exchange, *path);
}

void FilesystemService::move(const ExchangePtr &exchange, const std::string &message,
                             const User &user)
{
    const auto request = decodeMoveFile(message);
    if (!request)
        return refuseUnary(exchange, invalidArgument(request.error().detail));
    const auto source = expandPath(request->source, user, m_settings);
    const auto destination = expandPath(request->destination, user, m_settings);
    if (!source || !destination)
        return refuseUnary(exchange, source ? destination.error() : source.error());
    if (const auto made = makeDirectories(std::string(parentPath(*destination)), user); !made)
        return refuseUnary(exchange, connectErrorOf(made.error().error, made.error().message));
    if (const int error = renameFile(*source, *destination); error != 0)
        return refuseUnary(exchange,
                           connectErrorOf(error, "error renaming: rename " + *source + ' ' +
                                                     *destination + ": " + errorText(error)));
    answerEntry(exchange, *destination);
}

void FilesystemService::remove(const ExchangePtr &exchange, const std::string &message,
                               const User &user)
{
    const auto path = pathIn(message, user);
    if (!path)
        return refuseUnary(exchange, path.error());
    const auto name = baseName(*path);
    if (name == "/" || name == "." || name == "..")
        return refuseUnary(exchange, invalidArgument("this cannot be removed: " + *path));
    removeTree(m_context, *path, [exchange](const std::expected<void, FileFailure> &removed) {
        if (removed)
            return answerUnary(exchange, std::nullopt);
        refuseUnary(exchange,
                    connectErrorOf(removed.error().error,
                                   "error removing file or directory: " + removed.error().message));
    });
}

std::expected<WatchDirectory, ConnectError> FilesystemService::watchIn(const std::string &message,
                                                                       const User &user) const
{
    auto request = decodeWatchDirectory(message);
    if (!request)
        return std::unexpected(invalidArgument(request.error().detail));
    auto path = expandPath(request->path, user, m_settings);
    if (!path)
        return std::unexpected(path.error());
    request->path = std::move(*path);
    return std::move(*request);
}

void FilesystemService::watch(const ExchangePtr &exchange, const std::string &message,
                              const User &user)
{
    if (auto request = watchIn(message, user))
        m_watches.stream(exchange, std::move(*request));
    else
        EventStream::refuse(exchange, request.error());
}

void FilesystemService::createWatcher(const ExchangePtr &exchange, const std::string &message,
                                      const User &user)
{
    if (auto request = watchIn(message, user))
        m_watches.create(exchange, std::move(*request));
    else
        refuseUnary(exchange, request.error());
}

void FilesystemService::watcherEvents(const ExchangePtr &exchange, const std::string &message,
                                      const User &)
{
    if (const auto id = decodeWatcherId(message))
        m_watches.answerEvents(exchange, *id);
    else
        refuseUnary(exchange, invalidArgument(id.error().detail));
}

void FilesystemService::removeWatcher(const ExchangePtr &exchange, const std::string &message,
                                      const User &)
{
    if (const auto id = decodeWatcherId(message))
        m_watches.remove(exchange, *id);
    else
        refuseUnary(exchange, invalidArgument(id.error().detail));
}

} // namespace Sandglass
