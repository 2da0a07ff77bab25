// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbendpoint.h>

#include <QtCore/QStringList>

#include <optional>

namespace Sandglass {

/// What the program was asked to do.
struct CommandLine {
    /// "vnc://HOST:PORT": a plain viewer instead of the app.
    std::optional<RfbEndpoint> viewer;
};

/// Prints help, the version or what is wrong, and ends the program then (exit code 0 or 2).
[[nodiscard]] CommandLine parseCommandLine(const QStringList &arguments);

} // namespace Sandglass
