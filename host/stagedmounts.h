// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace Sandglass {

/// Where a host that runs as root puts what a sandbox is made of, in a mount namespace of that
/// sandbox alone: the unprivileged user that bubblewrap then runs as could not reach them where
/// they lie (below /root, say). Nothing of this is seen outside or outlives the sandbox.
inline constexpr const char *stagedTemplate = "/tmp/template";
inline constexpr const char *stagedSandbox = "/tmp/sandbox";
inline constexpr const char *stagedAgent = "/tmp/agent";
inline constexpr const char *stagedBwrap = "/tmp/bwrap";
inline constexpr const char *stagedInterpreter = "/tmp/interpreter";

struct StagedMounts {
    std::string templatePath;
    std::string sandboxDirectory;
    std::string agent;
    std::string interpreter; ///< may be empty
    std::string bwrap;
    std::uint32_t kernelUid = 0;
    /// The template's owner, whose files are shown as the sandbox's own by an id-mapped mount; only
    /// when the template is to be a lower layer.
    bool mapTemplateOwner = true;
};

/// Enters a new mount namespace and makes the mounts. Called between fork and exec: single system
/// calls only. On failure returns the name of the step that failed, with errno set; nullptr when
/// all is done.
[[nodiscard]] const char *makeStagedMounts(const StagedMounts &mounts);

/// What messages of steps that need id-mapped mounts begin with: the launcher then falls back to
/// RootFiles::Copy.
inline constexpr const char *idMappingStep = "id-mapped mount";

} // namespace Sandglass
