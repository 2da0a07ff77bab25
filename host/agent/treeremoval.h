// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/fileerror.h>

#include <boost/asio/io_context.hpp>

#include <expected>
#include <functional>
#include <string>

namespace Sandglass {

/// Removes a file, a link or a directory with everything in it. Enters no link, whatever is swapped
/// meanwhile. A missing one is fine. What cannot be removed stays, the rest goes; the first reason
/// is told. In slices; `done` never runs inside of the call.
void removeTree(boost::asio::io_context &context, std::string path,
                std::move_only_function<void(std::expected<void, FileFailure>)> done);

} // namespace Sandglass
