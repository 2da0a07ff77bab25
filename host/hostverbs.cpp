// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/daemon.h>
#include <host/hostrecord.h>
#include <host/hostverbs.h>
#include <host/machinecheck.h>
#include <host/versionorder.h>

#include <cstdio>
#include <thread>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto othersStartWithin = 10000ms;
constexpr auto othersStopWithin = 15000ms;
constexpr auto answerWithin = 2000ms;

int complain(const std::string &words)
{
    std::fprintf(stderr, "sandglass-host: %s\n", words.c_str());
    return 1;
}

int complain(const Error &error)
{
    return complain(error.detail);
}

void printReady(const std::string &url)
{
    std::printf("ready %s\n", url.c_str());
    std::fflush(stdout);
}

/// The record of a host that answers; nothing when none does.
std::optional<HostInfo> runningHost(const HostPaths &paths)
{
    if (!InstanceLock::isHeld(paths.lock()))
        return std::nullopt;
    const auto info = readHostRecord(paths.record());
    if (!info || callHost(*info, "GET", "/health", answerWithin) != 200)
        return std::nullopt;
    return *info;
}

/// Waits for the running host's end after it was asked to.
Result<InstanceLock> takeOver(const HostPaths &paths, const HostInfo &other,
                              StopSandboxes sandboxes)
{
    const char *target =
        sandboxes == StopSandboxes::Yes ? "/sandglass/stop?sandboxes=kill" : "/sandglass/stop";
    const auto asked = callHost(other, "POST", target, answerWithin);
    if (!asked)
        return std::unexpected(asked.error());
    auto lock = InstanceLock::take(paths.lock(), othersStopWithin);
    if (!lock)
        return std::unexpected(lock.error());
    if (auto &taken = *lock)
        return std::move(*taken);
    return failure(Error::Kind::Timeout, "the running local host does not end");
}

int serveWith(const HostPaths &paths, InstanceLock lock, DaemonOptions::Task task)
{
    const auto ended =
        runDaemon({.paths = paths,
                   .lock = std::move(lock),
                   .task = task,
                   .ready = printReady,
                   .notice = [](const std::string &words) { (void)complain(words); }});
    return ended ? 0 : complain(ended.error());
}

bool shouldReplace(const HostInfo &other, Replace replace)
{
    return replace == Replace::IfOlder ? isOlderVersion(other.version, SANDGLASS_VERSION)
                                       : !isOlderVersion(SANDGLASS_VERSION, other.version);
}

} // namespace

int serve(Replace replace)
{
    const HostPaths paths = HostPaths::fromEnvironment();
    if (const auto made = paths.makeDirectories(); !made)
        return complain(made.error());
    const auto deadline = std::chrono::steady_clock::now() + othersStartWithin;
    for (;;) {
        auto lock = InstanceLock::tryTake(paths.lock());
        if (!lock)
            return complain(lock.error());
        if (auto &taken = *lock)
            return serveWith(paths, std::move(*taken), DaemonOptions::Task::Serve);
        if (const auto other = runningHost(paths)) {
            if (!shouldReplace(*other, replace)) {
                printReady(other->url);
                return 0;
            }
            auto taken = takeOver(paths, *other, StopSandboxes::No);
            return taken ? serveWith(paths, std::move(*taken), DaemonOptions::Task::Serve)
                         : complain(taken.error());
        }
        if (std::chrono::steady_clock::now() >= deadline)
            return complain("another local host is running but does not answer; its state is in " +
                            paths.state.string());
        std::this_thread::sleep_for(20ms);
    }
}

int printEnvironment()
{
    const auto host = runningHost(HostPaths::fromEnvironment());
    if (!host)
        return complain("no local host is running; start it with: sandglass-host start");
    std::printf("export E2B_API_URL=%s\nexport E2B_SANDBOX_URL=%s\nexport E2B_API_KEY=%s\n",
                host->url.c_str(), host->url.c_str(), host->apiKey.c_str());
    return 0;
}

int stop(StopSandboxes sandboxes)
{
    const HostPaths paths = HostPaths::fromEnvironment();
    if (const auto host = runningHost(paths)) {
        const auto ended = takeOver(paths, *host, sandboxes);
        return ended ? 0 : complain(ended.error());
    }
    auto lock = InstanceLock::take(paths.lock(), 500ms);
    if (lock && !*lock)
        return complain("the running local host does not answer");
    if (!lock || sandboxes == StopSandboxes::No) {
        std::fprintf(stderr, "sandglass-host: no local host is running\n");
        return 0;
    }
    // A host that was killed has left its sandboxes.
    if (const auto made = paths.makeDirectories(); !made)
        return complain(made.error());
    return serveWith(paths, std::move(**lock), DaemonOptions::Task::ClearSandboxes);
}

int check(Output output)
{
    const HostCheck found = checkMachine(TemplateCatalog::fromEnvironment());
    if (output == Output::Json) {
        std::printf("%s\n", encodeHostCheck(found).c_str());
        return 0;
    }
    for (const std::string &name : found.templates)
        std::printf("template %s\n", name.c_str());
    for (const HostProblem &problem : found.problems)
        std::printf("problem: %s\n", asSentence(problem).c_str());
    if (found.problems.empty())
        std::printf("this computer can run sandboxes\n");
    return found.problems.empty() ? 0 : 1;
}

} // namespace Sandglass
