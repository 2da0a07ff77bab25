// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httpmessage.h>
#include <core/result.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// Bodies that are too large to be held: the transport asks for them, or hands them on, a piece at
/// a time. Made anywhere; everything below runs on the network thread, and so does the end of the
/// last owner when the request is gone. Any error ends the exchange and is its result.
namespace Sandglass {

class HttpBodySource
{
    Q_DISABLE_COPY_MOVE(HttpBodySource)

public:
    virtual ~HttpBodySource() = default;

    /// Before the connection is made: how many bytes there will be.
    [[nodiscard]] virtual Result<std::int64_t> open() = 0;
    /// At least one byte; never asked for more than open() told.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> room) = 0;
    /// The next read() begins at the first byte again.
    virtual void rewind() = 0;

protected:
    HttpBodySource() = default;
};

class HttpBodySink
{
    Q_DISABLE_COPY_MOVE(HttpBodySink)

public:
    virtual ~HttpBodySink() = default;

    /// The head of a good answer.
    [[nodiscard]] virtual Result<void> open(const HttpHeaders &headers) = 0;
    [[nodiscard]] virtual Result<void> write(std::string_view bytes) = 0;
    /// The answer is complete as far as HTTP can tell.
    [[nodiscard]] virtual Result<void> finish() = 0;

protected:
    HttpBodySink() = default;
};

} // namespace Sandglass
