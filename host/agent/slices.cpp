// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/slices.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace Sandglass {

void runInSlices(boost::asio::io_context &context, std::move_only_function<bool()> step)
{
    boost::asio::post(context, [&context, step = std::move(step)]() mutable {
        if (step())
            runInSlices(context, std::move(step));
    });
}

} // namespace Sandglass
