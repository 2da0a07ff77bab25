// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace Sandglass {

/// How a sandbox gets writable files of its own.
enum class RootFiles {
    Overlay, ///< private layers over the template's usr, etc, var and home
    Copy, ///< where the system has no overlays for us: usr read-only, copies of etc, var and home
};

inline constexpr std::array<std::string_view, 4> templateTrees{"usr", "etc", "var", "home"};

/// The directory of one sandbox on the host: "<tree>/upper" and "<tree>/work" for each tree (Copy:
/// no "work", and no usr).
struct SandboxFiles {
    std::string directory;
    std::string templatePath;
    std::string sandboxId;
    std::uint32_t owner = 0; ///< kernel uid of the sandbox; 0: whoever runs the host
    RootFiles kind = RootFiles::Overlay;
};

/// Makes the directory with the files of etc that are the sandbox's own: passwd and group with the
/// user "user" (1000), machine-id, hostname, hosts, an empty resolv.conf. Blocks: for worker
/// threads.
[[nodiscard]] Result<void> makeSandboxFiles(const SandboxFiles &files);

/// A template's passwd or group with `line` for the user "user" in it, and no other owner of that
/// name or number.
[[nodiscard]] std::string withUser(std::string_view table, std::string_view line);

} // namespace Sandglass
