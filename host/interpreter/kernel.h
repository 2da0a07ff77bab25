// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/codeinterpreter.h>

#include <functional>
#include <memory>
#include <string>

namespace Sandglass {

/// Code for a kernel to run.
struct KernelRun {
    std::string code;
    StringMap variables; ///< set for this run alone
};

/// How a kernel's process came to its end.
struct KernelEnd {
    bool hasExited = false; ///< by itself, with a status; else a signal ended it
    int status = 0;         ///< the status or the signal
    bool wasReady = false;  ///< false: it never came up
};

/// What a kernel tells its owner, from the event loop; events also from within execute(). None of
/// them may destroy the kernel: that has to wait for the next turn of the loop.
struct KernelHandlers {
    std::function<void()> free; ///< it can take a run: after its start and after each
    std::function<void(ExecutionEvent)> event;    ///< of the current run; outputs have no timestamp
    std::function<void()> finished;               ///< the run is over; `free` follows
    std::function<void(const KernelEnd &)> ended; ///< nothing follows
};

/// One process that runs code and keeps its state. Destroying it kills the process and all that it
/// has started. All on the io_context's thread.
class Kernel
{
public:
    Kernel() = default;
    virtual ~Kernel() = default;
    Kernel(const Kernel &) = delete;
    Kernel &operator=(const Kernel &) = delete;

    /// Only after `free`.
    virtual void execute(KernelRun run) = 0;
    /// Stops the current run; `finished` and `free` follow once the kernel gives in. More than one
    /// call does no harm.
    virtual void interrupt() = 0;
    /// While held, nothing more is read of what the run writes, and in the end it waits.
    enum class Output { Flowing, Held };
    virtual void setOutput(Output output) = 0;
};

} // namespace Sandglass
