// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/protocol/maker.h>

#include <array>
#include <limits>

namespace Sandglass {

std::int64_t Maker::number(std::int64_t low, std::int64_t high)
{
    switch (std::uniform_int_distribution(0, 9)(m_random)) {
    case 0:
        return low;
    case 1:
        return high;
    default:
        return std::uniform_int_distribution(low, high)(m_random);
    }
}

std::string Maker::text(bool zero)
{
    static const std::array<std::string, 16> pieces{std::string("\0", 1),
                                                    "\"",
                                                    "\\",
                                                    "\n\r\t\b\f",
                                                    "\x01\x1f\x7f",
                                                    "/",
                                                    "<script>",
                                                    "%2520",
                                                    "a=b&c+d",
                                                    "\xC2\x80",
                                                    "\xE2\x80\xAE",
                                                    "\xEF\xBF\xBF",
                                                    "\xF0\x9F\x90\x9A",
                                                    "\xED\x9F\xBF",
                                                    "\xCC\x81"
                                                    "e\xCC\x81",
                                                    "plain"};
    std::string made;
    for (auto count = number(0, 6); count > 0; --count)
        made += pieces[static_cast<std::size_t>(number(zero ? 0 : 1, pieces.size() - 1))];
    return made;
}

std::string Maker::bytes()
{
    std::string made;
    for (auto count = number(0, 40); count > 0; --count)
        made += static_cast<char>(number(0, 255));
    return made;
}

std::string Maker::id()
{
    std::string made;
    for (auto count = number(1, 64); count > 0; --count)
        made += "abcdefghijklmnopqrstuvwxyz0123456789"[number(0, 35)];
    return made;
}

StringMap Maker::map()
{
    StringMap made;
    for (auto count = number(0, 4); count > 0; --count)
        made[text()] = text();
    return made;
}

StringMap Maker::environment()
{
    StringMap made;
    for (auto count = number(0, 4); count > 0; --count) {
        std::string name = nonEmpty(false);
        std::erase(name, '=');
        made[name] = text(false);
    }
    return made;
}

SandboxInfo Maker::sandbox()
{
    constexpr int maximum = std::numeric_limits<int>::max();
    const auto states =
        std::array{SandboxState::Running, SandboxState::Paused, SandboxState::Unknown};
    SandboxInfo made;
    made.id = id();
    made.templateId = text();
    made.alias = text();
    made.startedAt = time();
    made.endAt = time();
    made.state = states.at(static_cast<std::size_t>(number(0, 2)));
    made.cpuCount = static_cast<int>(number(0, maximum));
    made.memoryMiB = static_cast<int>(number(0, maximum));
    made.diskMiB = static_cast<int>(number(0, maximum));
    made.envdVersion = text();
    made.metadata = map();
    made.envdAccessToken = maybe([this] { return nonEmpty(); });
    made.allowInternetAccess = maybe([this] { return flag(); });
    made.domain = maybe([this] { return nonEmpty(); });
    made.lifecycle =
        maybe([this] { return SandboxLifecycle{.autoResume = flag(), .pauseOnTimeout = flag()}; });
    return made;
}

NewSandbox Maker::newSandbox()
{
    NewSandbox made;
    made.templateId = id() + "/" + id() + ":" + id();
    made.timeout =
        maybe([this] { return std::chrono::seconds(number(1, std::numeric_limits<int>::max())); });
    made.metadata = map();
    made.envVars = environment();
    made.secure = maybe([this] { return flag(); });
    made.autoPause = maybe([this] { return flag(); });
    made.allowInternetAccess = maybe([this] { return flag(); });
    return made;
}

CreatedSandbox Maker::createdSandbox()
{
    CreatedSandbox made;
    made.id = id();
    made.templateId = text();
    made.alias = text();
    made.envdVersion = text();
    made.envdAccessToken = maybe([this] { return nonEmpty(); });
    made.trafficAccessToken = maybe([this] { return nonEmpty(); });
    made.domain = maybe([this] { return nonEmpty(); });
    return made;
}

MetricSample Maker::sample()
{
    constexpr std::int64_t maximum = std::numeric_limits<std::int64_t>::max();
    MetricSample made;
    made.time = time();
    made.cpuCount = static_cast<int>(number(0, std::numeric_limits<int>::max()));
    made.cpuUsedPct = static_cast<double>(number(0, 1'000'000'000)) / 9'999'999;
    made.memUsed = number(0, maximum);
    made.memTotal = number(0, maximum);
    made.memCache = number(0, maximum);
    made.diskUsed = number(0, maximum);
    made.diskTotal = number(0, maximum);
    return made;
}

ProcessConfig Maker::config()
{
    ProcessConfig made;
    made.cmd = nonEmpty(false);
    for (auto count = number(0, 4); count > 0; --count)
        made.args.push_back(text(false));
    made.envs = environment();
    made.cwd = maybe([this] { return text(false); });
    return made;
}

ProcessSelector Maker::selector()
{
    if (flag())
        return text();
    return static_cast<std::uint32_t>(number(0, std::numeric_limits<std::uint32_t>::max()));
}

StartProcess Maker::start()
{
    const auto side = [this] {
        return static_cast<std::uint32_t>(number(0, std::numeric_limits<std::uint32_t>::max()));
    };
    StartProcess made;
    made.process = config();
    made.pty = maybe([&side] { return PtySize{.cols = side(), .rows = side()}; });
    made.tag = maybe([this] { return text(); });
    made.stdinOpen = maybe([this] { return flag(); });
    return made;
}

ProcessEvent Maker::event()
{
    using enum ProcessData::Channel;
    switch (number(0, 4)) {
    case 0:
        return ProcessStarted{.pid = static_cast<std::uint32_t>(number(0, 4294967295))};
    case 1:
        return ProcessData{
            .channel = std::array{Stdout, Stderr, Pty}.at(static_cast<std::size_t>(number(0, 2))),
            .bytes = bytes()};
    case 2:
        return ProcessEnded{.exitCode = static_cast<int>(number(-2147483648LL, 2147483647)),
                            .exited = flag(),
                            .status = text(),
                            .error = text()};
    case 3:
        return ProcessKeepalive{};
    default:
        return std::monostate{};
    }
}

} // namespace Sandglass
