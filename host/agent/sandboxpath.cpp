// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/fileerror.h>
#include <host/agent/sandboxpath.h>
#include <protocol/bytetext.h>

#include <sys/stat.h>

#include <ranges>

namespace Sandglass {

namespace {

bool exists(const std::string &path)
{
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0;
}

/// Part by part, because the directory may have such a name and the file in it be a new one.
std::string withBytes(const std::string &path)
{
    if (bytesOfText(path) == path)
        return path;
    std::string found;
    for (const auto part : std::views::split(path, '/')) {
        const std::string name(part.begin(), part.end());
        if (name.empty())
            continue;
        const std::string asWritten = found + '/' + name;
        const std::string asBytes = found + '/' + bytesOfText(name);
        found = exists(asWritten) || !exists(asBytes) ? asWritten : asBytes;
    }
    return found;
}

} // namespace

std::expected<std::string, ConnectError> expandPath(const std::string &path, const User &user,
                                                    const AgentSettings &settings)
{
    if (path.empty()) {
        const auto directory = settings.defaultDirectory.value_or(user.home);
        return directory.starts_with('/') ? directory : user.home;
    }
    if (path == "~" || path.starts_with("~/"))
        return withBytes(user.home + path.substr(1));
    if (path.starts_with('~'))
        return std::unexpected(
            invalidArgument("the home of another user cannot be named by '~': " + path));
    return withBytes(path.starts_with('/') ? path : joinPath(user.home, path));
}

std::string_view withoutSlashes(std::string_view path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    return path;
}

std::string_view baseName(std::string_view path)
{
    const auto bare = withoutSlashes(path);
    return bare.size() <= 1 ? bare : bare.substr(bare.rfind('/') + 1);
}

std::string_view parentPath(std::string_view path)
{
    const auto bare = withoutSlashes(path);
    const auto slash = bare.rfind('/');
    return slash == std::string_view::npos || slash == 0 ? "/" : bare.substr(0, slash);
}

std::string joinPath(std::string_view directory, std::string_view name)
{
    std::string path(directory);
    if (!path.ends_with('/'))
        path += '/';
    return path += name;
}

} // namespace Sandglass
