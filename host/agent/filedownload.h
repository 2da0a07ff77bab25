// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/httpserver.h>

#include <memory>
#include <string>

namespace Sandglass {

/// Answers GET /files (protocol page envd, 5.1) with the file at the absolute path, straight from
/// the disk: its size costs no memory. When it becomes shorter meanwhile the connection breaks, so
/// that the client sees that it has not got all.
void sendFile(const std::shared_ptr<Exchange> &exchange, const std::string &path);

} // namespace Sandglass
