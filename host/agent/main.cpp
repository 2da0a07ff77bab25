// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/agent.h>
#include <host/agent/tunnel.h>

#include <boost/asio/io_context.hpp>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

using namespace Sandglass;

namespace {

constexpr const char *usage =
    "usage: sandglass-agent [--as-pid-1] --listen-fd N [--memory-mib N] [--cpus N]\n"
    "                       [--start-command COMMAND]\n"
    "Speaks the envd protocol on the inherited listening socket N. Started by\n"
    "sandglass-host as the first process of each sandbox.\n";

struct Options {
    int listenFd = -1;
    int memoryMiB = 0;
    int cpuCount = 0;
    std::string startCommand;
    bool isPidOne = false;
};

std::optional<Options> parseOptions(int count, char **arguments)
{
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string_view name = arguments[i];
        int *const target = name == "--listen-fd"    ? &options.listenFd
                            : name == "--memory-mib" ? &options.memoryMiB
                            : name == "--cpus"       ? &options.cpuCount
                                                     : nullptr;
        if (name == "--as-pid-1") {
            options.isPidOne = true;
            continue;
        }
        if (name == "--start-command" && i + 1 < count) {
            options.startCommand = arguments[++i];
            continue;
        }
        if (!target || ++i == count)
            return std::nullopt;
        const char *const end = arguments[i] + std::strlen(arguments[i]);
        const auto [rest, error] = std::from_chars(arguments[i], end, *target);
        if (error != std::errc() || rest != end || *target < 0)
            return std::nullopt;
    }
    return options.listenFd < 0 ? std::nullopt : std::optional(options);
}

AgentSettings settingsFrom(const Options &options)
{
    AgentSettings settings;
    settings.memoryMiB = options.memoryMiB;
    settings.cpuCount = options.cpuCount;
    settings.startCommand = options.startCommand;
    settings.ownVariables.emplace("E2B_SANDBOX", "true");
    for (char **variable = environ; *variable; ++variable) {
        const std::string_view text = *variable;
        const auto equals = text.find('=');
        if (text.starts_with("E2B_") && equals != std::string_view::npos)
            settings.ownVariables.insert_or_assign(std::string(text.substr(0, equals)),
                                                   std::string(text.substr(equals + 1)));
    }
    return settings;
}

} // namespace

// Only for want of memory, and then there is nothing to save.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char **argv)
{
    const auto options = parseOptions(argc, argv);
    if (!options) {
        std::fputs(usage, stderr);
        return 2;
    }
    prepareDescriptors();
    ::umask(022);
    std::signal(SIGXFSZ, SIG_IGN); // a file that grows too large is an error, not our end
    ::fcntl(options->listenFd, F_SETFD, FD_CLOEXEC);
    if (options->isPidOne || ::getpid() == 1) {
        // Programs of the sandbox run as the same user: they may not trace us, nor read our memory
        // and descriptors.
        ::prctl(PR_SET_DUMPABLE, 0);
        bringUpLoopback();
    }
    boost::asio::io_context context(1);
    Agent agent(context, settingsFrom(*options), [&context] { context.stop(); });
    if (const auto listening = agent.listenOn(options->listenFd); !listening) {
        std::fprintf(stderr, "sandglass-agent: %s\n", listening.error().detail.c_str());
        return 1;
    }
    context.run();
    return 0;
}
