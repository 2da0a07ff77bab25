// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/metrics.h>
#include <protocol/process.h>

#include <optional>
#include <random>

namespace Sandglass {

/// Values that a stranger could make up: every length, every type's ends, text that is hard on
/// writers of JSON.
class Maker final
{
public:
    static constexpr unsigned seed = 20261120;

    std::int64_t number(std::int64_t low, std::int64_t high);
    bool flag() { return number(0, 1) != 0; }

    /// Valid UTF-8, with zero bytes when `zero` allows them.
    std::string text(bool zero = true);

    /// Any bytes at all.
    std::string bytes();

    std::string nonEmpty(bool zero = true) { return text(zero) + "x"; }

    std::string id();

    Timestamp time()
    {
        return Timestamp(std::chrono::nanoseconds(
            number(-9'000'000'000'000'000'000, 9'000'000'000'000'000'000)));
    }

    StringMap map();

    StringMap environment();

    template<typename Make>
    auto maybe(Make make) -> std::optional<decltype(make())>
    {
        return flag() ? std::optional(make()) : std::nullopt;
    }

    SandboxInfo sandbox();
    NewSandbox newSandbox();
    CreatedSandbox createdSandbox();
    MetricSample sample();
    ProcessConfig config();
    ProcessSelector selector();
    StartProcess start();
    ProcessEvent event();

private:
    std::mt19937_64 m_random{seed};
};

} // namespace Sandglass
