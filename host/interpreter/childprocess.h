// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/interpreter/kernel.h>

#include <sys/types.h>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace Sandglass {

struct ChildOrder {
    std::vector<std::string> arguments; ///< the program first; looked up in PATH
    StringMap variables;                ///< beside our own; they win
    std::string directory;
    int input = -1; ///< what becomes stdin; -1 is /dev/null. Borrowed, like the others
    int output = -1;
    int errors = -1;
};

/// A process, told apart from a later one of the same number.
struct SessionMember {
    pid_t pid = 0;
    unsigned long long startTicks = 0; ///< since boot
    friend auto operator<=>(const SessionMember &, const SessionMember &) = default;
};

/// A program in a session of its own. Destroying it kills everything
/// in its process group. All on the io_context's thread.
class ChildProcess final
{
public:
    /// `ended` runs once, with the status of waitid().
    [[nodiscard]] static Result<ChildProcess>
    start(boost::asio::io_context &context, const ChildOrder &order,
          std::move_only_function<void(const KernelEnd &)> ended);
    ChildProcess(ChildProcess &&) noexcept = default;
    ChildProcess &operator=(ChildProcess &&) noexcept;
    ~ChildProcess();

    [[nodiscard]] pid_t pid() const;
    void signal(int number) const;
    /// To all of the process group.
    void signalGroup(int number) const;
    /// The processes of its session, itself left out.
    [[nodiscard]] std::set<SessionMember> sessionMembers() const;

private:
    struct State;
    explicit ChildProcess(std::shared_ptr<State> state) : m_state(std::move(state)) {}
    std::shared_ptr<State> m_state; ///< lives on until the process has been waited for
};

} // namespace Sandglass
