// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the local host tells programs of the same user about itself: its file host.json (mode
/// 0600), the answer of `sandglass-host start`, and the findings of `sandglass-host check --json`.
/// Our own format.
namespace Sandglass {

struct HostInfo {
    std::string url;    ///< "http://127.0.0.1:PORT": control plane and sandbox proxy
    std::string apiKey; ///< secret
    std::int64_t pid = 0;
    std::string version;
    friend bool operator==(const HostInfo &, const HostInfo &) = default;
};

/// Something on this machine that keeps local sandboxes from starting.
struct HostProblem {
    std::string message;
    std::string cure; ///< the one command that helps; may be empty
    friend bool operator==(const HostProblem &, const HostProblem &) = default;
};

struct HostCheck {
    std::vector<std::string> templates;
    std::vector<HostProblem> problems; ///< empty: sandboxes can start
    friend bool operator==(const HostCheck &, const HostCheck &) = default;
};

[[nodiscard]] std::string encodeHostInfo(const HostInfo &info);
[[nodiscard]] Result<HostInfo> decodeHostInfo(std::string_view json);
[[nodiscard]] std::string encodeHostCheck(const HostCheck &check);
[[nodiscard]] Result<HostCheck> decodeHostCheck(std::string_view json);

} // namespace Sandglass
