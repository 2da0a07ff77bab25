// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/sandbox.h>

#include <string>
#include <string_view>

/// What the persistent bash is told, line by line.
namespace Sandglass {

/// The first lines: an interactive shell, so that Ctrl+C stops the code and not the shell, but
/// without prompts and history.
[[nodiscard]] std::string bashSetup(std::string_view doneFifo);
/// Runs the file in the shell itself; writes the status to the FIFO, in a line of its own, which an
/// interrupted run does not skip.
[[nodiscard]] std::string bashRun(std::string_view codeFile, std::string_view doneFifo);
/// Sets the variables, and remembers what they were. Names that a shell cannot have are left out.
[[nodiscard]] std::string bashSetVariables(const StringMap &variables);
[[nodiscard]] std::string bashResetVariables(const StringMap &variables);
/// A word that the shell takes as exactly these bytes, on one line.
[[nodiscard]] std::string bashQuoted(std::string_view text);

} // namespace Sandglass
