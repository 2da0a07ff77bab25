// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/http/message.h>

#include <memory>
#include <string>

namespace Sandglass {

struct MessageLimits {
    std::size_t headBytes = 64UL << 10U;
    std::size_t headers = 256;
};

/// Reads one HTTP/1.x message from bytes cut anywhere. Errors are Kind::Protocol (a request's with
/// the status to answer: 400, 431 or 505), and every later call repeats the first.
class MessageParser final
{
public:
    enum class Kind { Request, Response };

    explicit MessageParser(Kind kind, MessageLimits limits = {});
    MessageParser(MessageParser &&) noexcept;
    MessageParser &operator=(MessageParser &&) noexcept;
    ~MessageParser();

    /// The answer to a HEAD or CONNECT has no body, whatever its fields say.
    void expectNoBody();
    /// Takes what it can from the front of `input`, at most up to the end of the message, and
    /// appends body bytes, unframed, to `body`. What is left over in `input` belongs to the next
    /// call, with more bytes behind it.
    [[nodiscard]] Result<void> feed(std::string &input, std::string &body);
    /// No more bytes will come: ends a body that lasts until the close; otherwise an error.
    [[nodiscard]] Result<void> feedEnd();

    [[nodiscard]] bool isHeadDone() const;
    [[nodiscard]] bool isDone() const;
    /// Whether the message allows another one on its connection. Valid once the head is done.
    [[nodiscard]] bool keepsAlive() const;
    [[nodiscard]] RequestHead takeRequest();
    [[nodiscard]] ResponseHead takeResponse();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Sandglass
