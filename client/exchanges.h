// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httptransport.h>

#include <chrono>
#include <functional>
#include <optional>

namespace Sandglass {

struct NextExchange {
    HttpRequest request;
    std::chrono::milliseconds delay{0};
};

/// Looks at an answer; nothing means that it is the answer of the whole call.
using DecideNext =
    std::move_only_function<std::optional<NextExchange>(const Result<HttpResponse> &)>;

/// One call that may take several exchanges (a retry, a fallback) behind one Request.
[[nodiscard]] Request sendExchanges(HttpTransport &transport, HttpRequest first, DecideNext decide,
                                    Handler<HttpResponse> handler);

/// Sends a look; once more after a random 0.2 to 0.6 s when the service answers 503.
[[nodiscard]] Request sendLook(HttpTransport &transport, HttpRequest request,
                               Handler<HttpResponse> handler);

} // namespace Sandglass
