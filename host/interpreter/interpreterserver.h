// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/httpserver.h>
#include <host/interpreter/contexttable.h>

#include <memory>
#include <string>

namespace Sandglass {

/// The HTTP side of the code interpreter (protocol page code-interpreter). Borrows the table.
class InterpreterServer final
{
public:
    InterpreterServer(boost::asio::io_context &io, ContextTable &contexts);

    /// On 127.0.0.1.
    [[nodiscard]] Result<void> listen(std::uint16_t port) { return m_server.listenTcp(port); }

private:
    using ExchangePtr = std::shared_ptr<Exchange>;

    void handle(const ExchangePtr &exchange);
    void execute(const ExchangePtr &exchange);
    void start(const ExchangePtr &exchange, ExecutionRequest request);
    void createContext(const ExchangePtr &exchange);
    void handleContext(const ExchangePtr &exchange);

    ContextTable &m_contexts;
    HttpServer m_server;
};

} // namespace Sandglass
