// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <host/directorytree.h>
#include <host/filetext.h>
#include <host/ioerror.h>
#include <host/sandboxfiles.h>
#include <host/uniquefd.h>

#include <fcntl.h>
#include <sys/stat.h>

#include <sstream>

namespace Sandglass {

namespace {

Result<void> makeDirectory(const std::string &path, std::uint32_t owner)
{
    if (::mkdir(path.c_str(), 0755) != 0)
        return ioFailure("cannot make " + path);
    // Not what the umask leaves: the sandbox sees this mode as that of its /etc, /usr…
    if (::chmod(path.c_str(), 0755) != 0 ||
        (owner != 0 && ::chown(path.c_str(), owner, owner) != 0))
        return ioFailure("cannot give away " + path);
    return {};
}

Result<void> writeFile(const std::string &path, std::string_view text, std::uint32_t owner)
{
    (void)::unlink(path.c_str()); // a copied link must not lead elsewhere
    const UniqueFd file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (!file || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return ioFailure("cannot write " + path);
    if (::fchmod(file.get(), 0644) != 0 || (owner != 0 && ::fchown(file.get(), owner, owner) != 0))
        return ioFailure("cannot give away " + path);
    return {};
}

Result<void> makeTrees(const SandboxFiles &files)
{
    for (const std::string_view tree : templateTrees) {
        if (files.kind == RootFiles::Copy && tree == "usr")
            continue;
        const std::string base = files.directory + '/' + std::string(tree);
        auto made = makeDirectory(base, 0);
        if (files.kind == RootFiles::Copy) {
            if (made)
                made = copyTree(files.templatePath + '/' + std::string(tree), base + "/upper",
                                files.owner);
        } else {
            for (const char *part : {"/upper", "/work"}) {
                if (made)
                    made = makeDirectory(base + part, files.owner);
            }
        }
        if (!made)
            return made;
    }
    return {};
}

/// The user's home, where the template has none.
Result<void> makeHome(const SandboxFiles &files)
{
    struct stat status{};
    if (::stat((files.templatePath + "/home/user").c_str(), &status) == 0)
        return {};
    return makeDirectory(files.directory + "/home/upper/user", files.owner);
}

} // namespace

std::string withUser(std::string_view table, std::string_view line)
{
    std::istringstream lines{std::string(table)};
    std::string result;
    for (std::string entry; std::getline(lines, entry);) {
        std::istringstream fields(entry);
        std::string name;
        std::string password;
        std::string number;
        std::getline(std::getline(std::getline(fields, name, ':'), password, ':'), number, ':');
        if (name != "user" && number != "1000" && !entry.empty())
            result.append(entry).append(1, '\n');
    }
    return result.append(line).append(1, '\n');
}

Result<void> makeSandboxFiles(const SandboxFiles &files)
{
    // The sandbox's user needs it while it is mounted; from outside its parent keeps everybody
    // away.
    if (::mkdir(files.directory.c_str(), 0700) != 0 ||
        (files.owner != 0 && ::chown(files.directory.c_str(), files.owner, files.owner) != 0))
        return ioFailure("cannot make " + files.directory);
    auto made = makeTrees(files);
    if (made)
        made = makeHome(files);
    if (!made)
        return made;
    const std::string own = files.directory + "/etc/upper/";
    const std::string given = files.templatePath + "/etc/";
    const std::string hosts =
        "127.0.0.1 localhost\n::1 localhost ip6-localhost\n127.0.1.1 " + files.sandboxId + "\n";
    const std::array<std::pair<const char *, std::string>, 6> contents{{
        {"passwd",
         withUser(readFileText(given + "passwd"), "user:x:1000:1000::/home/user:/bin/bash")},
        {"group", withUser(readFileText(given + "group"), "user:x:1000:")},
        {"machine-id", randomHex(32) + '\n'},
        {"hostname", files.sandboxId + '\n'},
        {"hosts", hosts},
        {"resolv.conf", {}},
    }};
    for (const auto &[name, text] : contents) {
        if (const auto written = writeFile(own + name, text, files.owner); !written)
            return written;
    }
    return {};
}

} // namespace Sandglass
