// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/httpclient.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::size_t maximumAnswer = 8UL << 20U;

/// Lives as long as its timer waits, which is cancelled when the call is over.
class OneCall final : public std::enable_shared_from_this<OneCall>
{
public:
    OneCall(boost::asio::io_context &context, Completion<Response> completion)
        : m_connection(std::make_unique<HttpClientConnection>(context)),
          m_timer(context),
          m_completion(std::move(completion))
    {
    }

    void start(const std::string &path, RequestHead head, std::string body,
               std::chrono::milliseconds timeout)
    {
        m_timer.expires_after(timeout);
        m_timer.async_wait([self = shared_from_this()](const boost::system::error_code &) {
            self->finish(failure(Error::Kind::Timeout, "no answer in time"));
        });
        if (!body.empty() || head.method != "GET")
            head.headers.set("Content-Length", std::to_string(body.size()));
        if (!head.headers.contains("Host"))
            head.headers.add("Host", "localhost");
        m_connection->connectUnix(
            path, [this, head = std::move(head), body = std::move(body)](auto connected) mutable {
                if (!connected)
                    return finish(std::unexpected(connected.error()));
                m_connection->sendHead(head);
                m_connection->writeBody(std::move(body));
                readHead();
            });
    }

    void cancel()
    {
        m_connection.reset();
        m_timer.cancel();
    }

private:
    // The handlers may hold `this` alone: the connection is a member and runs none of them once it
    // is gone.
    void readHead()
    {
        m_connection->readHead([this](Result<ResponseHead> head) {
            if (!head)
                return finish(std::unexpected(head.error()));
            m_response.status = head->status;
            m_response.headers = std::move(head->headers);
            readBody();
        });
    }

    void readBody()
    {
        m_connection->readSome([this](Result<std::string> bytes) {
            if (!bytes)
                return finish(std::unexpected(bytes.error()));
            if (bytes->empty())
                return finish(std::move(m_response));
            m_response.body += *bytes;
            if (m_response.body.size() > maximumAnswer)
                return finish(failure(Error::Kind::Protocol, "the answer is too large"));
            readBody();
        });
    }

    void finish(Result<Response> result)
    {
        const auto self = shared_from_this();
        cancel();
        m_completion.complete(std::move(result));
    }

    std::unique_ptr<HttpClientConnection> m_connection;
    boost::asio::steady_timer m_timer;
    Completion<Response> m_completion;
    Response m_response;
};

} // namespace

Request sendOnce(boost::asio::io_context &context, const std::string &socketPath, RequestHead head,
                 std::string body, std::chrono::milliseconds timeout, Handler<Response> handler)
{
    auto control = std::make_shared<RequestControl>();
    const auto call =
        std::make_shared<OneCall>(context, Completion<Response>(control, std::move(handler)));
    control->cancel = [weak = std::weak_ptr(call)] {
        if (const auto locked = weak.lock())
            locked->cancel();
    };
    call->start(socketPath, std::move(head), std::move(body), timeout);
    return Request(std::move(control));
}

} // namespace Sandglass
