// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/interpreter/kernelcontext.h>
#include <host/interpreter/zmqsocket.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

/// The contexts: those that were asked for, and the one of each language that serves runs which
/// name none.
class ContextTable final
{
public:
    ContextTable(boost::asio::io_context &io, ZmqContext zmq, std::string directory);

    /// Makes the default contexts and starts their kernels, whose readiness nobody waits for.
    void prewarm();
    [[nodiscard]] std::vector<CodeContext> list() const;
    [[nodiscard]] std::shared_ptr<KernelContext> find(const std::string &id) const;
    /// Of the language; made when it is wanted for the first time. Kind::Server when there is no
    /// such kernel.
    [[nodiscard]] Result<std::shared_ptr<KernelContext>> defaultContext(std::string_view language);
    [[nodiscard]] Result<std::shared_ptr<KernelContext>> create(const NewCodeContext &wanted);
    void remove(const std::string &id);

private:
    [[nodiscard]] KernelContext::StartKernel kernelStarter(const std::string &language,
                                                           const std::string &directory) const;

    boost::asio::io_context &m_io;
    ZmqContext m_zmq;
    std::string m_directory;
    std::vector<std::shared_ptr<KernelContext>> m_contexts;     ///< the oldest first
    std::map<std::string, std::string, std::less<>> m_defaults; ///< language to id
};

/// As the service reads a language's name: without spaces and capitals, "js" and "ts" written out,
/// nothing means python.
[[nodiscard]] std::string canonicalLanguage(std::string_view name);

} // namespace Sandglass
