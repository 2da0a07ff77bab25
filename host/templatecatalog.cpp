// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/templatecatalog.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace Sandglass {

namespace fs = std::filesystem;

namespace {

constexpr std::array requiredTrees{"usr", "etc", "var", "home"};

struct RequiredProgram {
    const char *path;
    const char *package;
};
/// What the agent and the official SDKs start: every command runs through a shell.
constexpr std::array requiredPrograms{RequiredProgram{"usr/bin/sh", "dash"},
                                      RequiredProgram{"usr/bin/bash", "bash"},
                                      RequiredProgram{"usr/bin/env", "coreutils"}};

std::string trimmedLower(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return lower;
}

/// FNV-1a. The id only has to be stable, not secret.
std::uint64_t hashOf(std::string_view text, std::uint64_t hash)
{
    for (const unsigned char c : text) {
        hash ^= c;
        hash *= 0x100000001b3U;
    }
    return hash;
}

bool isTemplate(const fs::path &path)
{
    std::error_code ignored;
    return fs::is_directory(path / "usr", ignored) &&
           fs::is_regular_file(path / "packages", ignored);
}

bool isTemplateName(const std::string &name)
{
    return !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
        return std::islower(c) || std::isdigit(c) || c == '-' || c == '_';
    });
}

/// The first line of the file "start".
std::string startCommandOf(const fs::path &path)
{
    std::ifstream file(path / "start");
    std::string line;
    std::getline(file, line);
    return line;
}

/// Whether a program is there. A link's target may be absolute, meant from inside: look for it
/// inside.
bool hasProgram(const fs::path &root, fs::path program)
{
    std::error_code error;
    for (int hops = 0; hops < 8; ++hops) {
        const fs::path file = root / program;
        if (!fs::is_symlink(fs::symlink_status(file, error)))
            return fs::is_regular_file(file, error);
        const fs::path target = fs::read_symlink(file, error);
        program = target.is_absolute() ? target.relative_path()
                                       : (program.parent_path() / target).lexically_normal();
        if (program.begin() != program.end() && *program.begin() == "bin")
            program = "usr" / program;
    }
    return false;
}

/// Whether the folder has a file at the path, in which one part may be "*".
bool hasMatch(const fs::path &folder, const fs::path &pattern)
{
    std::error_code error;
    fs::path before;
    for (auto part = pattern.begin(); part != pattern.end(); before /= *part++) {
        if (*part != "*")
            continue;
        fs::path after;
        for (auto rest = std::next(part); rest != pattern.end(); ++rest)
            after /= *rest;
        for (fs::directory_iterator it(folder / before, error), end; !error && it != end;
             it.increment(error)) {
            if (fs::exists(it->path() / after, error))
                return true;
        }
        return false;
    }
    return fs::exists(folder / pattern, error);
}

/// What the interpreter needs. Packages of Python may come from Debian or from elsewhere.
struct RequiredPackage {
    std::vector<const char *> places;
    const char *package;
};

std::string missingForInterpreter(const fs::path &root)
{
    const std::vector<RequiredPackage> required{
        {.places = {"usr/bin/python3", "usr/local/bin/python3"}, .package = "python3"},
        {.places = {"usr/lib/*/libzmq.so.5"}, .package = "libzmq5"},
        {.places = {"usr/lib/python3/dist-packages/ipykernel_launcher.py",
                    "usr/local/lib/*/dist-packages/ipykernel_launcher.py",
                    "usr/local/lib/*/site-packages/ipykernel_launcher.py"},
         .package = "python3-ipykernel"}};
    for (const auto &[places, package] : required) {
        if (std::ranges::none_of(places,
                                 [&root](const char *place) { return hasMatch(root, place); }))
            return package;
    }
    return {};
}

} // namespace

bool SandboxTemplate::hasNoVnc() const
{
    std::error_code ignored;
    return fs::is_directory(path.string() + noVncFolder, ignored);
}

TemplateCatalog TemplateCatalog::fromEnvironment()
{
    std::error_code ignored;
    std::vector<fs::path> folders;
    const char *list = std::getenv("SANDGLASS_TEMPLATES");
    std::istringstream entries(list ? list : "");
    for (std::string entry; std::getline(entries, entry, ':');) {
        if (!entry.empty())
            folders.emplace_back(fs::absolute(entry, ignored));
    }
    const char *data = std::getenv("XDG_DATA_HOME");
    const char *home = std::getenv("HOME");
    if (data && fs::path(data).is_absolute())
        folders.emplace_back(fs::path(data) / "sandglass/templates");
    else if (home)
        folders.emplace_back(fs::path(home) / ".local/share/sandglass/templates");
    folders.emplace_back("/usr/share/sandglass/templates");
    return TemplateCatalog(std::move(folders));
}

TemplateCatalog::TemplateCatalog(std::vector<fs::path> folders) : m_folders(std::move(folders)) {}

std::vector<SandboxTemplate> TemplateCatalog::all() const
{
    std::vector<SandboxTemplate> found;
    for (const fs::path &folder : m_folders) {
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error)) {
            const std::string name = it->path().filename().string();
            if (isTemplateName(name) && isTemplate(it->path()) &&
                std::ranges::find(found, name, &SandboxTemplate::name) == found.end())
                found.push_back({.id = templateId(name),
                                 .name = name,
                                 .path = it->path(),
                                 .startCommand = startCommandOf(it->path())});
        }
    }
    std::ranges::sort(found, {}, &SandboxTemplate::name);
    return found;
}

std::optional<SandboxTemplate> TemplateCatalog::find(std::string_view nameOrId) const
{
    constexpr std::string_view defaultTag = ":default";
    std::string wanted = trimmedLower(nameOrId);
    if (wanted.ends_with(defaultTag))
        wanted.resize(wanted.size() - defaultTag.size());
    for (SandboxTemplate &candidate : all()) {
        if (candidate.name == wanted || candidate.id == wanted)
            return std::move(candidate);
    }
    return std::nullopt;
}

std::string templateId(std::string_view name)
{
    constexpr std::string_view digits = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::uint64_t first = hashOf(name, 0xcbf29ce484222325U);
    std::uint64_t second = hashOf(name, first ^ 0x9e3779b97f4a7c15U);
    std::string id;
    for (int i = 0; i < 10; ++i) {
        id.push_back(digits[first % digits.size()]);
        id.push_back(digits[second % digits.size()]);
        first /= digits.size();
        second /= digits.size();
    }
    return id;
}

std::optional<HostProblem> templateProblem(const SandboxTemplate &found)
{
    const auto problem = [&](const std::string &words) {
        return HostProblem{.message = "the template '" + found.name + "' " + words,
                           .cure = "rm -rf '" + found.path.string() + "' && ./dev run"};
    };
    std::error_code ignored;
    for (const char *tree : requiredTrees) {
        if (!fs::is_directory(found.path / tree, ignored))
            return problem(std::string("has no folder ") + tree);
    }
    for (const auto &[program, package] : requiredPrograms) {
        if (!hasProgram(found.path, program))
            return problem(std::string("lacks /") + program + " of the package " + package);
    }
    if (found.needsInterpreter()) {
        if (const auto package = missingForInterpreter(found.path); !package.empty())
            return problem("lacks the package " + package);
    }
    return std::nullopt;
}

} // namespace Sandglass
