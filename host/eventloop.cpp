// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/eventloop.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <fcntl.h>

#include <atomic>
#include <utility>

namespace Sandglass {

namespace asio = boost::asio;

struct Timer::State {
    explicit State(asio::io_context &context) : timer(context) {}
    asio::steady_timer timer;
    std::move_only_function<void()> handler;
    unsigned generation = 0;
};

Timer::Timer(asio::io_context &context) : m_state(std::make_shared<State>(context)) {}
Timer::Timer(Timer &&) noexcept = default;
// NOLINTNEXTLINE(bugprone-exception-escape): cancelling a timer has no way to fail
Timer &Timer::operator=(Timer &&other) noexcept
{
    if (this != &other) {
        if (m_state)
            cancel();
        m_state = std::move(other.m_state);
    }
    return *this;
}

// NOLINTNEXTLINE(bugprone-exception-escape): cancelling a timer has no way to fail
Timer::~Timer()
{
    if (m_state)
        cancel();
}

void Timer::start(std::chrono::milliseconds after, std::move_only_function<void()> handler)
{
    // A wait that has already ended is not stopped by cancelling the timer: its number tells it
    // apart.
    const unsigned generation = ++m_state->generation;
    m_state->handler = std::move(handler);
    m_state->timer.expires_after(after);
    m_state->timer.async_wait([weak = std::weak_ptr(m_state), generation](const auto &error) {
        const auto state = weak.lock();
        if (error || !state || state->generation != generation)
            return;
        if (auto run = std::exchange(state->handler, nullptr))
            run();
    });
}

void Timer::cancel()
{
    ++m_state->generation;
    m_state->handler = nullptr;
    m_state->timer.cancel();
}

struct ReadableWatch::State {
    State(asio::io_context &context, int fd) : descriptor(context, fd) {}
    asio::posix::stream_descriptor descriptor;
    std::move_only_function<void()> handler;
};

ReadableWatch::ReadableWatch(asio::io_context &context, int fd,
                             std::move_only_function<void()> handler)
    : m_state(std::make_shared<State>(context, ::fcntl(fd, F_DUPFD_CLOEXEC, 3)))
{
    m_state->handler = std::move(handler);
    m_state->descriptor.async_wait(asio::posix::stream_descriptor::wait_read,
                                   [weak = std::weak_ptr(m_state)](const auto &error) {
                                       const auto state = weak.lock();
                                       if (error || !state)
                                           return;
                                       if (auto run = std::exchange(state->handler, nullptr))
                                           run();
                                   });
}

ReadableWatch::~ReadableWatch() = default;
ReadableWatch::ReadableWatch(ReadableWatch &&) noexcept = default;
ReadableWatch &ReadableWatch::operator=(ReadableWatch &&) noexcept = default;

struct FileWorker::State {
    explicit State(asio::io_context &target) : context(target) {}
    asio::io_context &context;
    asio::thread_pool thread{1};
    std::atomic<bool> stopped = false;
};

FileWorker::FileWorker(asio::io_context &context) : m_state(std::make_shared<State>(context)) {}

FileWorker::~FileWorker()
{
    m_state->stopped = true;
    m_state->thread.stop();
    m_state->thread.join();
}

void FileWorker::run(std::move_only_function<void()> job, std::move_only_function<void()> done)
{
    // Asio's work guard lives in the posted handler: the loop does not end while a job is under
    // way. The functions are shared so that the handlers can be copied.
    auto work = std::make_shared<std::move_only_function<void()>>(std::move(job));
    auto finish = std::make_shared<std::move_only_function<void()>>(std::move(done));
    auto *state = m_state.get(); // the destructor joins the thread before it goes
    asio::post(state->thread, [state, work, finish, weak = std::weak_ptr(m_state)] {
        if (!state->stopped)
            (*work)();
        asio::post(state->context, [finish, weak] {
            if (const auto alive = weak.lock(); alive && !alive->stopped)
                (*finish)();
        });
    });
}

} // namespace Sandglass
