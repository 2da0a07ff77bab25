// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/filesystem.h>
#include <protocol/jsonfields.h>

/// Private to protocol/: the JSON form of one entry, which listings and events share.
namespace Sandglass::Json {

[[nodiscard]] Value fileEntryToJson(const FileEntry &entry);
void readFileEntry(const Object &object, FileEntry &entry);

} // namespace Sandglass::Json
