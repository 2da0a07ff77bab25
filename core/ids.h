// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Sandglass {

/// Random lower-case letters and digits from the kernel's generator.
[[nodiscard]] std::string randomAlphanumeric(std::size_t length);
/// Random lower-case hexadecimal digits from the kernel's generator.
[[nodiscard]] std::string randomHex(std::size_t digits);

/// "i" and 20 characters [a-z0-9]: the form of E2B's sandbox ids.
[[nodiscard]] std::string newSandboxId();
/// "e2b_" and 40 lower-case hex digits: the form of E2B's API keys.
[[nodiscard]] std::string newApiKey();
/// Lower-case letters and digits only, not empty, at most 64: what may stand in a host name or path
/// as an id.
[[nodiscard]] bool isSandboxId(std::string_view text);

} // namespace Sandglass
