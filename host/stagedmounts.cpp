// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/stagedmounts.h>
#include <host/uniquefd.h>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

namespace Sandglass {

namespace {

bool writeMap(pid_t pid, const char *file, std::uint32_t from, std::uint32_t to)
{
    char path[64];
    char line[64];
    std::snprintf(path, sizeof path, "/proc/%d/%s", static_cast<int>(pid), file);
    const int length = std::snprintf(line, sizeof line, "%u %u 1\n", from, to);
    const UniqueFd map(::open(path, O_WRONLY | O_CLOEXEC));
    return map && ::write(map.get(), line, static_cast<std::size_t>(length)) == length;
}

/// A user namespace that says "files of `owner` and `group` belong to `uid`". It lives as long as
/// the descriptor.
UniqueFd mappingNamespace(std::uint32_t owner, std::uint32_t group, std::uint32_t uid)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return UniqueFd();
    UniqueFd readEnd(ends[0]);
    UniqueFd writeEnd(ends[1]);
    const pid_t holder = ::_Fork();
    if (holder == 0) {
        // After unshare(), which resets it: a killed parent must not leave this process behind.
        const bool entered =
            ::unshare(CLONE_NEWUSER) == 0 && ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
        const char ready = entered && ::getppid() != 1 ? '1' : '0';
        (void)!::write(writeEnd.get(), &ready, 1);
        for (;;)
            ::pause();
    }
    if (holder < 0)
        return UniqueFd();
    char ready = '0';
    UniqueFd result;
    if (::read(readEnd.get(), &ready, 1) == 1 && ready == '1' &&
        writeMap(holder, "uid_map", owner, uid) && writeMap(holder, "gid_map", group, uid)) {
        char path[64];
        std::snprintf(path, sizeof path, "/proc/%d/ns/user", static_cast<int>(holder));
        result.reset(::open(path, O_RDONLY | O_CLOEXEC));
    }
    const int code = errno;
    ::kill(holder, SIGKILL);
    ::waitpid(holder, nullptr, 0);
    errno = code;
    return result;
}

UniqueFd cloneTree(const char *path)
{
    return UniqueFd(::open_tree(AT_FDCWD, path, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC));
}

bool mapOwner(int tree, const char *path, std::uint32_t uid)
{
    struct stat status{};
    if (::stat(path, &status) != 0)
        return false;
    const UniqueFd mapping = mappingNamespace(status.st_uid, status.st_gid, uid);
    if (!mapping)
        return false;
    mount_attr attributes{};
    attributes.attr_set = MOUNT_ATTR_IDMAP;
    attributes.userns_fd = static_cast<std::uint64_t>(mapping.get());
    return ::mount_setattr(tree, "", AT_EMPTY_PATH, &attributes, sizeof attributes) == 0;
}

bool attach(const UniqueFd &tree, const char *place)
{
    return ::move_mount(tree.get(), "", AT_FDCWD, place, MOVE_MOUNT_F_EMPTY_PATH) == 0;
}

bool attachDirectory(const UniqueFd &tree, const char *place)
{
    return ::mkdir(place, 0755) == 0 && attach(tree, place);
}

bool attachFile(const UniqueFd &tree, const char *place)
{
    const UniqueFd empty(::open(place, O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    return empty && attach(tree, place);
}

} // namespace

const char *makeStagedMounts(const StagedMounts &mounts)
{
    // Slave: what the machine unmounts later must not stay mounted because of us.
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("", "/", nullptr, MS_REC | MS_SLAVE, nullptr) != 0)
        return "new mount namespace";
    const UniqueFd templateTree = cloneTree(mounts.templatePath.c_str());
    const UniqueFd sandboxTree = cloneTree(mounts.sandboxDirectory.c_str());
    const UniqueFd agentTree = cloneTree(mounts.agent.c_str());
    const UniqueFd bwrapTree = cloneTree(mounts.bwrap.c_str());
    const bool hasInterpreter = !mounts.interpreter.empty();
    const UniqueFd interpreterTree =
        hasInterpreter ? cloneTree(mounts.interpreter.c_str()) : UniqueFd();
    if ((hasInterpreter && !interpreterTree) || !templateTree || !sandboxTree || !agentTree ||
        !bwrapTree)
        return "opening the template, the sandbox's files or the programs";
    if (mounts.mapTemplateOwner &&
        !mapOwner(templateTree.get(), mounts.templatePath.c_str(), mounts.kernelUid))
        return idMappingStep;
    // The clones are held: /tmp may now be covered even if they came from there.
    if (::mount("sandglass", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=64k") != 0)
        return "staging folder";
    if (!attachDirectory(templateTree, stagedTemplate) ||
        !attachDirectory(sandboxTree, stagedSandbox) || !attachFile(agentTree, stagedAgent) ||
        !attachFile(bwrapTree, stagedBwrap) ||
        (hasInterpreter && !attachFile(interpreterTree, stagedInterpreter)))
        return "staging mounts";
    return nullptr;
}

} // namespace Sandglass
