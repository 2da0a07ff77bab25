// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/serverconnection.h>

#include <utility>

namespace Sandglass {

/// Kept alive by the read in flight, whose handler holds it.
struct Exchange::BodyCollector : std::enable_shared_from_this<Exchange::BodyCollector> {
    std::shared_ptr<ServerConnection> connection;
    std::size_t limit = 0;
    std::string body;
    Handler<std::string> handler;

    void next()
    {
        connection->readSome([self = shared_from_this()](Result<std::string> bytes) {
            if (!bytes || bytes->empty()) {
                if (bytes)
                    bytes = std::move(self->body);
                return self->handler(std::move(bytes));
            }
            self->body += *bytes;
            if (self->body.size() > self->limit)
                return self->handler(
                    failure(Error::Kind::Policy, "the request's body is too large", 413));
            self->next();
        });
    }
};

Exchange::Exchange(std::shared_ptr<ServerConnection> connection, RequestHead head)
    : m_connection(std::move(connection)),
      m_head(std::move(head))
{
}

Exchange::~Exchange()
{
    if (!m_connection)
        return;
    if (m_isResponseStarted)
        abort();
    else
        respond(jsonError(500, "the request was not answered"));
}

void Exchange::readBody(std::size_t limit, Handler<std::string> handler)
{
    if (!m_connection)
        return;
    const auto collector = std::make_shared<BodyCollector>();
    collector->connection = m_connection;
    collector->limit = limit;
    collector->handler = std::move(handler);
    collector->next();
}

void Exchange::readSome(Handler<std::string> handler)
{
    if (m_connection)
        m_connection->readSome(std::move(handler));
}

void Exchange::respond(Response response)
{
    if (m_isResponseStarted)
        return abort();
    if (const auto connection = std::exchange(m_connection, nullptr))
        connection->respond(std::move(response));
}

void Exchange::startResponse(int status, Headers headers)
{
    if (m_connection && !std::exchange(m_isResponseStarted, true))
        m_connection->startResponse(status, std::move(headers));
}

void Exchange::write(std::string bytes, Handler<void> handler)
{
    if (m_connection)
        m_connection->write(std::move(bytes), std::move(handler));
}

void Exchange::writeFile(std::shared_ptr<const UniqueFd> file, std::int64_t offset,
                         std::uint64_t count, Handler<void> handler)
{
    if (m_connection)
        m_connection->writeFile(std::move(file), offset, count, std::move(handler));
}

void Exchange::finish()
{
    if (const auto connection = std::exchange(m_connection, nullptr))
        connection->finish();
}

void Exchange::abort()
{
    if (const auto connection = std::exchange(m_connection, nullptr))
        connection->close();
}

void Exchange::onDisconnected(std::move_only_function<void()> handler)
{
    if (m_connection)
        m_connection->onDisconnected(std::move(handler));
}

ByteStream Exchange::takeConnection()
{
    const auto connection = std::exchange(m_connection, nullptr);
    return connection ? connection->take(nullptr) : ByteStream();
}

ByteStream Exchange::takeConnection(const ResponseHead &answer)
{
    const auto connection = std::exchange(m_connection, nullptr);
    return connection ? connection->take(&answer) : ByteStream();
}

} // namespace Sandglass
