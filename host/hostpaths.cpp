// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/hostpaths.h>
#include <host/ioerror.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <string_view>

namespace Sandglass {

namespace fs = std::filesystem;

namespace {

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

bool isProgram(const fs::path &path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) && ::access(path.c_str(), X_OK) == 0;
}

/// sandglass-NAME: where the variable says, else in a build or an installation beside this program.
std::string findOwnProgram(const char *variable, const std::string &name)
{
    std::error_code ignored;
    if (const auto chosen = environment(variable); !chosen.empty())
        return isProgram(chosen) ? fs::absolute(chosen, ignored).string() : std::string();
    const fs::path own = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    const std::string file = "sandglass-" + name;
    for (const std::string &place : {file, name + "/" + file, "../libexec/sandglass/" + file}) {
        if (const fs::path path = (own / place).lexically_normal(); isProgram(path))
            return path;
    }
    return {};
}

} // namespace

HostPaths HostPaths::fromEnvironment()
{
    std::error_code ignored;
    if (const auto state = environment("SANDGLASS_HOST_STATE"); !state.empty())
        return {.state = fs::absolute(state, ignored)};
    // The specification of the XDG folders: a relative path counts as unset.
    if (const fs::path base = environment("XDG_STATE_HOME"); base.is_absolute())
        return {.state = base / "sandglass/host"};
    return {.state = fs::path(environment("HOME")) / ".local/state/sandglass/host"};
}

Result<void> HostPaths::makeDirectories() const
{
    if (!state.is_absolute())
        return failure(Error::Kind::Io, "neither SANDGLASS_HOST_STATE nor HOME is set");
    std::error_code error;
    fs::create_directories(state.parent_path(), error);
    for (const std::string &path : {state.string(), sockets(), sandboxes()}) {
        if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
            return ioFailure("cannot make " + path);
        if (::chmod(path.c_str(), 0700) != 0)
            return ioFailure("cannot protect " + path);
    }
    return {};
}

std::string findProgram(const std::string &name)
{
    std::istringstream folders(environment("PATH"));
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (const fs::path path = fs::path(folder) / name; path.is_absolute() && isProgram(path))
            return path;
    }
    return {};
}

std::string findAgent()
{
    return findOwnProgram("SANDGLASS_AGENT", "agent");
}

std::string findInterpreter()
{
    return findOwnProgram("SANDGLASS_INTERPRETER", "interpreter");
}

} // namespace Sandglass
