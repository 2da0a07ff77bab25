// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace Sandglass {

/// Why an operation failed. The kind drives behaviour (retry, re-enter the key, call it gone);
/// people read the text that app/ makes of it, never `detail` alone.
struct Error {
    enum class Kind {
        Network,      ///< no connection, or it broke
        Tls,          ///< the certificate or the handshake was refused
        Timeout,      ///< no answer within the deadline
        Unauthorized, ///< 401: the key is missing or wrong
        Forbidden,    ///< 403
        NotFound,     ///< 404, and 502 of the sandbox proxy without a port
        Conflict,     ///< 409: the sandbox is in the wrong state
        RateLimited,  ///< 429
        Server,       ///< 5xx
        Protocol,     ///< the answer was not what the protocol says
        Io,           ///< files, processes, sockets of this machine
        Policy,       ///< refused by us before anything was sent
    };

    Kind kind = Kind::Io;
    std::string detail;      ///< one line, UTF-8, may quote the service; shown as plain text only
    int httpStatus = 0;      ///< 0 when there was no HTTP answer
    std::string operationId; ///< ours, for logs; the services send none

    friend bool operator==(const Error &, const Error &) = default;
};

/// The kind's name as written above, for logs and tests.
[[nodiscard]] const char *toString(Error::Kind kind);

} // namespace Sandglass
