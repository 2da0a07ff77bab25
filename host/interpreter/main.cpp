// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/interpreterserver.h>

#include <boost/asio/io_context.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string_view>

using namespace Sandglass;

namespace {

constexpr const char *usage =
    "usage: sandglass-interpreter [--port N]\n"
    "Runs code for the clients of its port (49999) in kernels that keep their state.\n"
    "Started in each sandbox of a template whose start command names it.\n";

std::optional<std::uint16_t> portFrom(int count, char **arguments)
{
    if (count == 1)
        return std::uint16_t{codeInterpreterPort};
    const std::string_view value = count == 3 ? arguments[2] : "";
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), port);
    if (count != 3 || std::string_view(arguments[1]) != "--port" || error != std::errc() ||
        end != value.data() + value.size() || value.empty())
        return std::nullopt;
    return port;
}

int complain(const Error &error)
{
    std::fprintf(stderr, "sandglass-interpreter: %s\n", error.detail.c_str());
    return 1;
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): only for want of memory, and then there is nothing to
// save
int main(int argc, char **argv)
{
    const auto port = portFrom(argc, argv);
    if (!port) {
        std::fputs(usage, stderr);
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    auto zmq = ZmqContext::make();
    if (!zmq)
        return complain(zmq.error());
    std::error_code ignored;
    boost::asio::io_context io(1);
    ContextTable contexts(io, std::move(*zmq), std::filesystem::current_path(ignored));
    InterpreterServer server(io, contexts);
    // First of all: clients may be waiting already, for a kernel if need be.
    if (const auto listening = server.listen(*port); !listening)
        return complain(listening.error());
    contexts.prewarm();
    io.run();
    return 0;
}
