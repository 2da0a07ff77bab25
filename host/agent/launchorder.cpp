// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/fileerror.h>
#include <host/agent/launchorder.h>
#include <host/agent/sandboxpath.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace Sandglass {

namespace {

constexpr const char *defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// Where a process starts that names no directory. A home that is missing or closed to us (that of
/// root, in a sandbox that has only one kernel user) must not keep every command from running.
std::string defaultDirectory(const User &user, const AgentSettings &settings)
{
    const auto &directory = settings.defaultDirectory.value_or(user.home);
    return directory.starts_with('/') && ::access(directory.c_str(), X_OK) == 0 ? directory : "/";
}

std::expected<std::string, ConnectError> directoryFor(const std::string &wanted, const User &user,
                                                      const AgentSettings &settings)
{
    if (wanted.empty())
        return defaultDirectory(user, settings);
    auto directory = expandPath(wanted, user, settings);
    if (!directory)
        return directory;
    struct stat status{};
    if (::stat(directory->c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR))
        return std::unexpected(invalidArgument("cwd '" + *directory + "' does not exist"));
    return directory;
}

StringMap environmentFor(const StringMap &wanted, const User &user, const AgentSettings &settings)
{
    // insert() keeps what is there: the later of envd's order comes first here.
    StringMap environment = wanted;
    environment.merge(settings.globalVariables());
    const char *const path = std::getenv("PATH"); // before anything runs beside us
    environment.insert({{"PATH", path && *path ? path : defaultPath},
                        {"HOME", user.home},
                        {"USER", user.name},
                        {"LOGNAME", user.name}});
    return environment;
}

} // namespace

std::expected<LaunchOrder, ConnectError> launchOrderFor(const StartProcess &request,
                                                        const std::optional<User> &user,
                                                        const AgentSettings &settings,
                                                        const UserDatabase &users)
{
    auto runAs = user ? user : defaultUser(settings, users);
    if (!runAs)
        return std::unexpected(ConnectError{
            .code = "unauthenticated",
            .message = "invalid default user: '" + settings.defaultUser.value_or("root") + "'"});
    auto directory = directoryFor(request.process.cwd.value_or(""), *runAs, settings);
    if (!directory)
        return std::unexpected(directory.error());
    LaunchOrder order;
    order.arguments = request.process.args;
    order.arguments.insert(order.arguments.begin(), request.process.cmd);
    order.environment = environmentFor(request.process.envs, *runAs, settings);
    order.directory = std::move(*directory);
    order.user = std::move(*runAs);
    order.pty = request.pty;
    order.hasStdin = request.stdinOpen.value_or(true);
    return order;
}

} // namespace Sandglass
