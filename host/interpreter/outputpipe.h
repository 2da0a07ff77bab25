// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/uniquefd.h>

#include <boost/asio/posix/stream_descriptor.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace Sandglass {

/// Our end of a pipe that one output of a shell goes to, handed on as whole characters. While it is
/// held it reads nothing. Handlers run from the event loop and may destroy it.
class OutputPipe final
{
public:
    using TextHandler = std::function<void(std::string)>;

    explicit OutputPipe(boost::asio::io_context &io);
    OutputPipe(OutputPipe &&) noexcept = default;
    ~OutputPipe();

    /// Begins to read; returns the other end, for the program.
    [[nodiscard]] Result<UniqueFd> open(TextHandler handler);
    void hold();
    void resume();
    /// Runs the handler when everything that is in the pipe now was handed on.
    void drain(std::move_only_function<void()> drained);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// Takes the longest beginning that does not end in the middle of a UTF-8 sequence.
[[nodiscard]] std::string takeWholeCharacters(std::string &bytes);

} // namespace Sandglass
