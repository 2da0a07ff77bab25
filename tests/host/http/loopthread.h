// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <future>
#include <thread>
#include <type_traits>

namespace Sandglass {

/// Runs an io_context on a thread of its own, beside Qt Test.
class LoopThread final
{
public:
    LoopThread() : m_work(m_context.get_executor()), m_thread([this] { m_context.run(); }) {}
    ~LoopThread()
    {
        m_work.reset();
        m_context.stop();
        m_thread.join();
    }
    LoopThread(const LoopThread &) = delete;
    LoopThread &operator=(const LoopThread &) = delete;

    [[nodiscard]] boost::asio::io_context &context() { return m_context; }

    /// Runs the function on the loop's thread and waits for its result.
    template<typename Function>
    auto run(Function function)
    {
        std::promise<std::invoke_result_t<Function>> promise;
        auto future = promise.get_future();
        boost::asio::post(m_context, [&] {
            if constexpr (std::is_void_v<std::invoke_result_t<Function>>) {
                function();
                promise.set_value();
            } else {
                promise.set_value(function());
            }
        });
        return future.get();
    }

private:
    boost::asio::io_context m_context;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    std::thread m_thread;
};

} // namespace Sandglass
