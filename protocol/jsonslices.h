// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Private to protocol/: values that are passed on rather than understood. As slices of the text
/// they keep what a document in memory would lose: the order of members and long numbers.
namespace Sandglass::Json {

struct Slice {
    std::string key;
    std::string_view value; ///< as written, without white space around it; points into the text
};

/// The members of an object, in the order of the text. The text must be valid JSON: parse() it
/// first. Anything but an object has no members. Of a repeated key the last counts.
[[nodiscard]] std::vector<Slice> membersOf(std::string_view object);
/// The value of one member; empty when it is missing or null.
[[nodiscard]] std::string_view memberOf(std::string_view object, std::string_view key);
/// The text of a string, unescaped; empty for anything else.
[[nodiscard]] std::string stringOf(std::string_view value);
/// Valid JSON on one line and in ASCII, without changing its meaning.
[[nodiscard]] std::string oneAsciiLine(std::string_view json);
/// Whether the text is JSON, UTF-8 and no deeper than what parse() takes.
[[nodiscard]] bool isValid(std::string_view json);

} // namespace Sandglass::Json
