// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <host/uniquefd.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace boost::asio {
class io_context;
}

namespace Sandglass {

/// A connected stream socket (TCP or Unix), owned: destroying or closing it ends the connection,
/// and none of its handlers runs any more. Everything happens on the thread that runs the
/// io_context; handlers never run inside of the call that started them. Errors are Kind::Network.
class ByteStream final
{
public:
    ByteStream() = default; ///< holds no connection
    /// Takes over the connected socket `fd`. The io_context must outlive the stream.
    ByteStream(boost::asio::io_context &context, int fd);
    ByteStream(ByteStream &&) noexcept;
    ByteStream &operator=(ByteStream &&) noexcept;
    ~ByteStream();

    static void connectUnix(boost::asio::io_context &context, const std::string &path,
                            Handler<ByteStream> handler);
    /// To 127.0.0.1, else ::1, once each; refused is an error.
    static void connectLoopback(boost::asio::io_context &context, std::uint16_t port,
                                Handler<ByteStream> handler);

    [[nodiscard]] bool isOpen() const { return m_state != nullptr; }
    /// The next piece, at most 64 KiB; an empty one is the end. One read at a time; not reading
    /// holds the peer back.
    void read(Handler<std::string> handler);
    /// Withdraws a read; its bytes stay for the next one.
    void cancelRead();
    /// Puts bytes back in front, to be read first.
    void unread(std::string_view bytes);
    /// The handler runs when the kernel has taken all bytes. Writes may be queued: they are sent in
    /// order.
    void write(std::string bytes, Handler<void> handler = nullptr);
    /// `count` bytes of a file from `offset` on, in turn with the queued writes, without passing
    /// through this process where the kernel can do that. At most 256 KiB in one turn of the event
    /// loop. Kind::Io when the file ends early or cannot be read: then a part may have been sent.
    /// SIGPIPE must be ignored.
    void writeFile(std::shared_ptr<const UniqueFd> file, std::int64_t offset, std::uint64_t count,
                   Handler<void> handler);
    /// Tells the peer that nothing more comes, after the queued writes. Reading goes on.
    void shutdownWrite();
    void close();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// Pumps both ways until both have ended, or one fails; an end on one side is passed on as a
/// half-close. Owns both streams meanwhile; `finished` (optional) runs once, after both were
/// closed. Destroying the io_context ends it.
void relay(ByteStream first, ByteStream second, std::move_only_function<void()> finished = nullptr);

} // namespace Sandglass
