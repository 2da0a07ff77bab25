// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <filesystem>
#include <string>

namespace Sandglass {

/// Where one host keeps everything: SANDGLASS_HOST_STATE, else
/// ${XDG_STATE_HOME:-~/.local/state}/sandglass/host.
struct HostPaths {
    std::filesystem::path state;

    [[nodiscard]] static HostPaths fromEnvironment();

    [[nodiscard]] std::string lock() const { return state / "lock"; }
    [[nodiscard]] std::string database() const { return state / "state.db"; }
    /// {"url", "apiKey", "pid", "version"} of the running host, 0600; gone after an orderly end.
    [[nodiscard]] std::string record() const { return state / "host.json"; }
    [[nodiscard]] std::string log() const { return state / "host.log"; }
    [[nodiscard]] std::string sockets() const { return state / "sockets"; }
    [[nodiscard]] std::string sandboxes() const { return state / "sandboxes"; }
    [[nodiscard]] std::string sandbox(const std::string &id) const
    {
        return state / "sandboxes" / id;
    }

    /// Makes the directories, open to their owner only.
    [[nodiscard]] Result<void> makeDirectories() const;
};

/// The program of the name in PATH; empty when there is none.
[[nodiscard]] std::string findProgram(const std::string &name);
/// sandglass-agent: SANDGLASS_AGENT, else where it lies in a build or an installation beside this
/// program; empty when it is missing.
[[nodiscard]] std::string findAgent();
/// The same for sandglass-interpreter and SANDGLASS_INTERPRETER.
[[nodiscard]] std::string findInterpreter();

} // namespace Sandglass
