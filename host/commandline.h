// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandglass {

/// The whole of `sandglass-host VERB …`; returns the exit code.
[[nodiscard]] int runHostCommand(int argumentCount, char **arguments);

} // namespace Sandglass
