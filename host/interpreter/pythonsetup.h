// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/sandbox.h>

#include <string>

/// Code that a Python kernel runs unseen. None of it leaves a name in the user's namespace.
namespace Sandglass {

/// Once, before anything else: holds what prints back while nobody reads, keeps messages below the
/// size that the stream's lines may have, and adds JSON to lists and dicts.
[[nodiscard]] std::string pythonSetup();
/// Sets the variables, and remembers what they were.
[[nodiscard]] std::string pythonSetVariables(const StringMap &variables);
/// Brings back what pythonSetVariables() has remembered.
[[nodiscard]] std::string pythonResetVariables();

} // namespace Sandglass
