// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/sandbox.h>

#include <string>
#include <string_view>

/// What the persistent bash is told, line by line.
namespace Sandglass {

/// The first line: no prompts, no history, and the functions that the others use. The shell is an
/// interactive one, so that Ctrl+C stops the code and not the shell.
[[nodiscard]] std::string bashSetup(std::string_view doneFifo);
/// Runs the file in the shell itself, with the exit status of the run before in `$?`.
[[nodiscard]] std::string bashRun(std::string_view codeFile);
/// Writes "NUMBER STATUS" to the FIFO. A line of its own, which an interrupted run does not skip.
[[nodiscard]] std::string bashDone(int number);
/// Sets the variables, and remembers what they were. Names that a shell cannot have are left out.
[[nodiscard]] std::string bashSetVariables(const StringMap &variables);
[[nodiscard]] std::string bashResetVariables(const StringMap &variables);
/// A word that the shell takes as exactly these bytes, on one line.
[[nodiscard]] std::string bashQuoted(std::string_view text);

} // namespace Sandglass
