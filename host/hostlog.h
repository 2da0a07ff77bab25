// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/uniquefd.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace Sandglass {

/// The host's log: one line an event with its time, in a file that only its owner reads. At 4 MiB
/// it becomes
/// "<name>.1" and a new one begins. Nobody writes keys, tokens, environment values or bodies into
/// it. What comes from outside loses its control characters. One thread.
class HostLog final
{
public:
    static constexpr std::size_t maximumBytes = 4UL << 20U;

    [[nodiscard]] static Result<HostLog> open(std::string path);

    void info(std::string_view text) { write("info", text); }
    void warning(std::string_view text) { write("warning", text); }

private:
    explicit HostLog(std::string path) : m_path(std::move(path)) {}
    [[nodiscard]] Result<void> reopen();
    void write(std::string_view level, std::string_view text);

    std::string m_path;
    UniqueFd m_file;
    std::size_t m_size = 0;
};

} // namespace Sandglass
