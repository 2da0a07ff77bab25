// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/hostpaths.h>
#include <host/hostrecord.h>
#include <host/hostverbs.h>
#include <host/ioerror.h>
#include <host/uniquefd.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>

#include <cstdio>

namespace Sandglass {

namespace {

constexpr int readyMilliseconds = 30'000;

[[noreturn]] void becomeServer(int output)
{
    // A session of its own and a second fork: it outlives whoever wants it, and nobody has to wait
    // for its end.
    ::setsid();
    if (::fork() != 0)
        ::_exit(0);
    const int null = ::open("/dev/null", O_RDONLY);
    if (null < 0)
        ::_exit(127);
    ::dup2(null, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    if (::chdir("/") == 0)
        ::execl("/proc/self/exe", "sandglass-host", "serve", nullptr);
    ::_exit(127);
}

/// What the server writes until it is ready or has failed.
std::string readUntilReady(int input)
{
    std::string text;
    char piece[512];
    pollfd entry{.fd = input, .events = POLLIN, .revents = 0};
    while (!text.contains("ready ") || !text.ends_with('\n')) {
        if (::poll(&entry, 1, readyMilliseconds) <= 0)
            return text + "the local host does not get ready";
        const ssize_t size = ::read(input, piece, sizeof piece);
        if (size <= 0)
            break;
        text.append(piece, static_cast<std::size_t>(size));
    }
    return text;
}

} // namespace

int start(Output output)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        std::perror("sandglass-host");
        return 1;
    }
    const UniqueFd readEnd(ends[0]);
    UniqueFd writeEnd(ends[1]);
    const pid_t child = ::fork();
    if (child == 0)
        becomeServer(writeEnd.get());
    writeEnd.reset();
    ::waitpid(child, nullptr, 0);
    const std::string words = readUntilReady(readEnd.get());
    const auto info = readHostRecord(HostPaths::fromEnvironment().record());
    if (!words.contains("ready ") || !info) {
        std::fprintf(stderr, "%s\n",
                     words.empty() ? "the local host did not start" : words.c_str());
        return 1;
    }
    if (output == Output::Json)
        std::printf("%s\n", encodeHostInfo(*info).c_str());
    else
        std::printf("ready %s\n", info->url.c_str());
    return 0;
}

} // namespace Sandglass
