// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace Sandglass {

/// Thin wrappers that keep Asio's headers out of the rest. All belong to the thread that runs the
/// io_context, which must outlive them; their handlers run on it, never inside the call that took
/// them, and never after the object is gone.

class Timer final
{
public:
    explicit Timer(boost::asio::io_context &context);
    ~Timer();
    Timer(Timer &&) noexcept;
    Timer &operator=(Timer &&) noexcept;
    /// Runs the handler once, after the time; a later start replaces an earlier one.
    void start(std::chrono::milliseconds after, std::move_only_function<void()> handler);
    void cancel();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// Waits until a descriptor is readable: of a pidfd, until its process has ended.
class ReadableWatch final
{
public:
    /// Watches a duplicate: `fd` stays the caller's.
    ReadableWatch(boost::asio::io_context &context, int fd,
                  std::move_only_function<void()> handler);
    ~ReadableWatch();
    ReadableWatch(ReadableWatch &&) noexcept;
    ReadableWatch &operator=(ReadableWatch &&) noexcept;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// A thread for work that blocks on files. Jobs run one after the other; what they need is given to
/// them by value.
class FileWorker final
{
public:
    explicit FileWorker(boost::asio::io_context &context);
    ~FileWorker(); ///< waits for the running job; drops the others
    FileWorker(const FileWorker &) = delete;
    FileWorker &operator=(const FileWorker &) = delete;
    /// `done` gets back on the io_context's thread, unless the worker is gone.
    void run(std::move_only_function<void()> job, std::move_only_function<void()> done);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace Sandglass
