// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/hostpaths.h>
#include <host/machinecheck.h>
#include <host/processidentity.h>
#include <host/uidrange.h>

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

namespace Sandglass {

namespace {

constexpr int probeMilliseconds = 10'000;

std::string asAdministrator(const std::string &command)
{
    return ::geteuid() == 0 ? command : "sudo " + command;
}

std::optional<long> systemSetting(const std::string &path)
{
    std::ifstream file(path);
    long value = 0;
    return file >> value ? std::optional(value) : std::nullopt;
}

[[noreturn]] void becomeProbe(const char *bwrap, int errors, std::uint32_t uid)
{
    const int null = ::open("/dev/null", O_RDWR);
    if (null < 0)
        ::_exit(126);
    ::dup2(null, STDIN_FILENO);
    ::dup2(null, STDOUT_FILENO);
    ::dup2(errors, STDERR_FILENO);
    // As sandboxes are started: what root may do says nothing about others.
    if (uid != 0 && (::setgroups(0, nullptr) != 0 || ::setresgid(uid, uid, uid) != 0 ||
                     ::setresuid(uid, uid, uid) != 0))
        ::_exit(126);
    ::execl(bwrap, bwrap, "--unshare-all", "--unshare-user", "--ro-bind", "/", "/", "--proc",
            "/proc", "--dev", "/dev", "true", nullptr);
    ::perror(bwrap);
    ::_exit(127);
}

/// The last line of what bubblewrap says when it cannot make a sandbox; nothing when it can.
std::optional<std::string> probeBubblewrap(const std::string &bwrap)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return "there are no more file descriptors";
    const UniqueFd readEnd(ends[0]);
    UniqueFd writeEnd(ends[1]);
    const auto uids = sandboxUidsHere();
    const pid_t pid = ::fork();
    if (pid == 0)
        becomeProbe(bwrap.c_str(), writeEnd.get(), uids ? uids->first : 0);
    writeEnd.reset();
    const UniqueFd process = pid > 0 ? openPidfd(pid) : UniqueFd();
    pollfd entry{.fd = process.get(), .events = POLLIN, .revents = 0};
    if (!process || ::poll(&entry, 1, probeMilliseconds) <= 0)
        killProcess(process.get());
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return std::nullopt;
    std::string words(4096, '\0');
    const ssize_t size = ::read(readEnd.get(), words.data(), words.size());
    words.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    while (!words.empty() && words.back() == '\n')
        words.pop_back();
    return words.substr(words.rfind('\n') + 1);
}

} // namespace

HostProblem missingBubblewrap()
{
    return {.message = "bubblewrap (bwrap), which isolates local sandboxes, is not installed",
            .cure = asAdministrator("apt-get install -y bubblewrap")};
}

HostProblem missingAgent()
{
    return {.message = "the program sandglass-agent is missing beside sandglass-host",
            .cure = "./dev build"};
}

HostProblem missingInterpreter()
{
    return {.message = "the program sandglass-interpreter is missing beside sandglass-host",
            .cure = "./dev build"};
}

std::optional<HostProblem> namespaceSetting(std::string_view words)
{
    // What bubblewrap says where they are forbidden: on making them, on naming users, on using the
    // own network.
    constexpr std::array signs{"namespace", "uid map", "RTM_NEWADDR"};
    if (std::ranges::none_of(signs, [&](const char *sign) { return words.contains(sign); }))
        return std::nullopt;
    struct Setting {
        const char *file;
        const char *assignment;
        long forbidding;
    };
    constexpr std::array settings{
        Setting{"/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
                "kernel.apparmor_restrict_unprivileged_userns=0", 1},
        Setting{"/proc/sys/kernel/unprivileged_userns_clone", "kernel.unprivileged_userns_clone=1",
                0},
        Setting{"/proc/sys/user/max_user_namespaces", "user.max_user_namespaces=10000", 0}};
    for (const auto &[file, assignment, forbidding] : settings) {
        if (systemSetting(file) == forbidding)
            return HostProblem{.message = "this system does not let programs make user namespaces, "
                                          "which isolate local sandboxes",
                               .cure = asAdministrator(std::string("sysctl -w ") + assignment)};
    }
    return std::nullopt;
}

std::string missingTemplate(std::string_view name, const TemplateCatalog &templates)
{
    const std::string words = "template '" + std::string(name) + "' not found";
    return templates.all().empty() ? words + ": this computer has no templates yet; run: ./dev run"
                                   : words;
}

std::string asSentence(const HostProblem &problem)
{
    return problem.cure.empty() ? problem.message : problem.message + "; run: " + problem.cure;
}

HostCheck checkMachine(const TemplateCatalog &templates)
{
    HostCheck check;
    const std::string bwrap = findProgram("bwrap");
    if (bwrap.empty()) {
        check.problems.push_back(missingBubblewrap());
    } else if (const auto words = probeBubblewrap(bwrap)) {
        const auto setting = namespaceSetting(*words);
        check.problems.push_back(
            setting ? *setting
                    : HostProblem{.message = "bubblewrap cannot isolate programs here: " + *words,
                                  .cure = {}});
    }
    if (findAgent().empty())
        check.problems.push_back(missingAgent());
    const auto all = templates.all();
    for (const SandboxTemplate &found : all) {
        check.templates.push_back(found.name);
        if (auto problem = templateProblem(found))
            check.problems.push_back(std::move(*problem));
    }
    if (std::ranges::any_of(all, &SandboxTemplate::needsInterpreter) && findInterpreter().empty())
        check.problems.push_back(missingInterpreter());
    if (all.empty())
        check.problems.push_back(
            {.message = "there is no sandbox template on this computer", .cure = "./dev run"});
    return check;
}

} // namespace Sandglass
