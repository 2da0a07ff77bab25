// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/message.h>

#include <cstdint>
#include <ctime>

namespace Sandglass {

/// What to answer a request for a file with: 200, 206, 304, 412 or 416, and which of its bytes.
struct FilePlan {
    int status = 200;
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
    friend bool operator==(const FilePlan &, const FilePlan &) = default;
};

/// By the request's Range, If-Range, If-Modified-Since and their like (RFC 9110, 13 and 14), as
/// Go's file server reads them. There are no entity tags. Several ranges at once are answered with
/// the whole file, which the RFC allows.
[[nodiscard]] FilePlan planFile(const Headers &request, std::uint64_t size, std::time_t modified);

/// Whether Accept-Encoding allows the plain bytes, or gzip.
struct AcceptedEncodings {
    bool identity = true;
    bool gzip = false;
};
[[nodiscard]] AcceptedEncodings acceptedEncodings(const Headers &request);

} // namespace Sandglass
