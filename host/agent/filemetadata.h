// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/fileerror.h>
#include <host/http/message.h>
#include <protocol/sandbox.h>

#include <expected>
#include <string>

/// What uploads say about their file in X-Metadata-… fields: kept in extended attributes
/// "user.e2b.…" (protocol page envd, 5.2).
namespace Sandglass {

/// Follows no link. Empty where there is none or the file system has no attributes.
[[nodiscard]] StringMap readMetadata(const std::string &path);
/// The keys in lower case; what is wrong with them otherwise.
[[nodiscard]] std::expected<StringMap, std::string> metadataFrom(const Headers &headers);
/// Replaces all of it. Nothing at all fits any file system.
[[nodiscard]] std::expected<void, FileFailure> writeMetadata(int fd, const StringMap &metadata);

} // namespace Sandglass
