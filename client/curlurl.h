// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// Looking at addresses with the parser that will also use them. None of these shows a query, for
/// it may hold a signature, or a user name.
namespace Sandglass {

/// "127.0.0.1:4000", "api.e2b.app"; "the given address" when it is none.
[[nodiscard]] std::string placeOf(const std::string &url);
/// The path without the query, for logs.
[[nodiscard]] std::string pathOf(const std::string &url);
/// localhost and everything below it, 127.0.0.0/8, ::1.
[[nodiscard]] bool isLoopback(const std::string &url);
/// "https://elsewhere.example" for the Location of a redirect, relative ones resolved.
[[nodiscard]] std::string redirectTarget(const std::string &url, const std::string &location);

} // namespace Sandglass
