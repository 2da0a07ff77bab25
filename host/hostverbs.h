// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The verbs of the command line. Each writes to stdout and stderr and returns an exit code. They
/// block.
namespace Sandglass {

enum class Replace {
    IfOlder,     ///< take over from a running host of an older version only
    UnlessNewer, ///< take over from the same version too
};
enum class Output { Plain, Json };
enum class StopSandboxes { No, Yes };

/// Becomes the host; prints "ready URL". When one runs already, prints that one's line and ends
/// with 0.
[[nodiscard]] int serve(Replace replace);
/// Has a host started that outlives the caller, unless one runs; prints "ready URL" or the host's
/// record.
[[nodiscard]] int start(Output output);
[[nodiscard]] int printEnvironment();
[[nodiscard]] int stop(StopSandboxes sandboxes);
[[nodiscard]] int check(Output output);

} // namespace Sandglass
