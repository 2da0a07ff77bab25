// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/error.h>

#include <string>
#include <vector>

namespace Sandglass {

/// The text without the given secrets and without anything else that looks like a key or token (32
/// hexadecimal digits or more in a row): services quote keys back in their error messages.
[[nodiscard]] std::string redacted(std::string text, const std::vector<std::string> &secrets);

/// The error with its detail redacted.
[[nodiscard]] Error redacted(Error error, const std::vector<std::string> &secrets);

} // namespace Sandglass
