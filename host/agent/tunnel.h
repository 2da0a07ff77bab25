// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/httpserver.h>

#include <memory>

namespace Sandglass {

/// Answers CONNECT 127.0.0.1:PORT: connects to the port inside of the sandbox and relays bytes both
/// ways. A port that is closed is tried again for a second, because a server may just be starting;
/// then 502.
void openTunnel(boost::asio::io_context &context, const std::shared_ptr<Exchange> &exchange);

/// A fresh network namespace has its loopback device down. Does nothing where we may not, or need
/// not.
void bringUpLoopback();

} // namespace Sandglass
