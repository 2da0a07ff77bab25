// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace boost::asio {
class io_context;
}

namespace Sandglass {

/// Runs `step` again and again until it returns false, one turn of the event loop each: what takes
/// long on its own must not hold up terminals. A step should take a millisecond, not more. Never
/// runs inside of the call; `step` owns what it works with, and goes with the io_context.
void runInSlices(boost::asio::io_context &context, std::move_only_function<bool()> step);

} // namespace Sandglass
