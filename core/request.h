// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <functional>
#include <memory>
#include <utility>

namespace Sandglass {

/// What a Request and the operation behind it share. One block per operation, so that a reused
/// handle address can never complete somebody else's request. Touched only on the thread that
/// started the operation.
struct RequestControl {
    bool active = true;
    std::move_only_function<void()> cancel; ///< ends the operation early; called at most once
};

/// Owns one operation in flight: destroying it cancels, assigning to it supersedes. The operation's
/// handler runs exactly once or never, always from the event loop of the thread that started it,
/// never inside the call that started it, and never after the Request is gone. So a handler may
/// capture `this` of the object that holds the Request as a member. Cancelling is not an error: a
/// cancelled handler never runs.
class Request final
{
public:
    Request() = default;
    explicit Request(std::shared_ptr<RequestControl> control) : m_control(std::move(control)) {}
    ~Request() { cancel(); }
    Request(Request &&other) noexcept : m_control(std::exchange(other.m_control, nullptr)) {}
    Request &operator=(Request &&other) noexcept
    {
        if (this != &other) {
            // Take first: cancelling may destroy things that look at this Request.
            auto previous = std::exchange(m_control, std::exchange(other.m_control, nullptr));
            Request(std::move(previous)).cancel();
        }
        return *this;
    }
    Request(const Request &) = delete;
    Request &operator=(const Request &) = delete;

    /// True until the handler has started running or the request was cancelled.
    [[nodiscard]] bool isActive() const { return m_control && m_control->active; }

    void cancel()
    {
        const auto control = std::exchange(m_control, nullptr);
        if (!control || !std::exchange(control->active, false))
            return;
        if (auto cancel = std::exchange(control->cancel, nullptr))
            cancel();
    }

private:
    std::shared_ptr<RequestControl> m_control;
};

template<typename T>
using Handler = std::move_only_function<void(Result<T>)>;

/// The other end: whoever performs the operation completes it through this, once.
template<typename T>
class Completion final
{
public:
    Completion(std::shared_ptr<RequestControl> control, Handler<T> handler)
        : m_control(std::move(control)),
          m_handler(std::move(handler))
    {
    }

    [[nodiscard]] bool isActive() const { return m_control->active; }

    /// Runs the handler unless the request was cancelled or completed before.
    void complete(Result<T> result)
    {
        if (!std::exchange(m_control->active, false))
            return;
        m_control->cancel = nullptr;
        // The handler may destroy this object's owner: keep nothing of ours alive across it but the
        // handler.
        auto handler = std::exchange(m_handler, nullptr);
        handler(std::move(result));
    }

private:
    std::shared_ptr<RequestControl> m_control;
    Handler<T> m_handler;
};

} // namespace Sandglass
