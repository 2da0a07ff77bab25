// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/outputpipe.h>
#include <host/ioerror.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace Sandglass {

namespace asio = boost::asio;

struct OutputPipe::State : std::enable_shared_from_this<OutputPipe::State> {
    explicit State(asio::io_context &io) : loop(io), descriptor(io) {}

    void wait();
    void readSoon();
    void read();
    void flushRest();

    asio::io_context &loop;
    asio::posix::stream_descriptor descriptor;
    TextHandler handler;
    std::string rest; ///< the beginning of a character
    std::move_only_function<void()> drained;
    std::size_t toDrain = 0;
    bool isWaiting = false;
    bool isHeld = false;
    bool isClosed = false;
};

void OutputPipe::State::wait()
{
    if (isHeld || isClosed || !descriptor.is_open() || std::exchange(isWaiting, true))
        return;
    descriptor.async_wait(asio::posix::stream_descriptor::wait_read,
                          [weak = weak_from_this()](const boost::system::error_code &error) {
                              const auto self = weak.lock();
                              if (error || !self || self->isClosed)
                                  return;
                              self->isWaiting = false;
                              self->read();
                          });
}

void OutputPipe::State::readSoon()
{
    asio::post(loop, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (self && !self->isClosed)
            self->read();
    });
}

void OutputPipe::State::read()
{
    if (isHeld)
        return;
    static thread_local std::array<char, 64UL << 10U> buffer;
    const auto wanted = drained ? std::min(toDrain, buffer.size()) : buffer.size();
    const auto count = wanted == 0 ? 0 : ::read(descriptor.native_handle(), buffer.data(), wanted);
    if (count > 0) {
        rest.append(buffer.data(), static_cast<std::size_t>(count));
        toDrain -= std::min(toDrain, static_cast<std::size_t>(count));
        if (auto text = takeWholeCharacters(rest); !text.empty())
            handler(std::move(text));
    }
    if (isClosed)
        return;
    if (drained && (toDrain == 0 || count <= 0)) {
        flushRest();
        std::exchange(drained, nullptr)();
    } else if (drained && !isHeld) {
        return readSoon();
    }
    wait();
}

void OutputPipe::State::flushRest()
{
    if (!rest.empty())
        handler(std::exchange(rest, {}));
}

OutputPipe::OutputPipe(asio::io_context &io) : m_state(std::make_shared<State>(io)) {}

OutputPipe::~OutputPipe()
{
    if (m_state)
        m_state->isClosed = true;
}

Result<UniqueFd> OutputPipe::open(TextHandler handler)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return ioFailure("cannot make a pipe");
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    m_state->descriptor.assign(ends[0]);
    m_state->handler = std::move(handler);
    m_state->wait();
    return UniqueFd(ends[1]);
}

void OutputPipe::hold()
{
    m_state->isHeld = true;
}

void OutputPipe::resume()
{
    if (std::exchange(m_state->isHeld, false))
        m_state->readSoon();
}

void OutputPipe::drain(std::move_only_function<void()> drained)
{
    int waiting = 0;
    ::ioctl(m_state->descriptor.native_handle(), FIONREAD, &waiting);
    m_state->toDrain = static_cast<std::size_t>(std::max(waiting, 0));
    m_state->drained = std::move(drained);
    m_state->readSoon();
}

std::string takeWholeCharacters(std::string &bytes)
{
    constexpr std::size_t longestSequence = 4;
    std::size_t whole = bytes.size();
    for (std::size_t back = 1; back < longestSequence && back <= bytes.size(); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        if (length > back)
            whole -= back;
        break;
    }
    std::string text = bytes.substr(0, whole);
    bytes.erase(0, whole);
    return text;
}

} // namespace Sandglass
