// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/error.h>

namespace Sandglass {

const char *toString(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
        return "Network";
    case Error::Kind::Tls:
        return "Tls";
    case Error::Kind::Timeout:
        return "Timeout";
    case Error::Kind::Unauthorized:
        return "Unauthorized";
    case Error::Kind::Forbidden:
        return "Forbidden";
    case Error::Kind::NotFound:
        return "NotFound";
    case Error::Kind::Conflict:
        return "Conflict";
    case Error::Kind::RateLimited:
        return "RateLimited";
    case Error::Kind::Server:
        return "Server";
    case Error::Kind::Protocol:
        return "Protocol";
    case Error::Kind::Io:
        return "Io";
    case Error::Kind::Policy:
        return "Policy";
    }
    return "unknown";
}

} // namespace Sandglass
