// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/mutationcounter.h>
#include <client/httptransport.h>
#include <client/later.h>

#include <QTimer>

#include <algorithm>
#include <string_view>

namespace Sandglass {

namespace {

/// What open() returns for a request that the guard refused: it fails from the event loop like any
/// other stream.
class RefusedStream final : public HttpStream
{
public:
    explicit RefusedStream(Error error)
    {
        QTimer::singleShot(0, this, [this, error = std::move(error)] {
            if (!m_closed)
                Q_EMIT finished(std::unexpected(error));
        });
    }

    void pause() override {}
    void resume() override {}
    void close() override { m_closed = true; }

private:
    bool m_closed = false;
};

bool breaksLines(std::string_view text)
{
    return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

/// A key that was pasted with a line break must not become a header of its own.
Result<void> checkForm(const HttpRequest &request)
{
    if (!request.url.starts_with("http://") && !request.url.starts_with("https://"))
        return failure(Error::Kind::Policy, "the address does not begin with http:// or https://");
    if (breaksLines(request.url) || breaksLines(request.method))
        return failure(Error::Kind::Policy, "the address contains a line break");
    for (const auto &[name, value] : request.headers.lines()) {
        if (breaksLines(name) || breaksLines(value))
            return failure(Error::Kind::Policy, "the header " + name + " contains a line break");
    }
    return {};
}

} // namespace

Result<void> HttpTransport::admit(const HttpRequest &request)
{
    if (auto form = checkForm(request); !form)
        return form;
    if (request.access == Access::Observe)
        return {};
    if (request.permitted == Access::Observe)
        return failure(Error::Kind::Policy, "this connection is read-only: nothing was sent");
    m_mutations.add();
    return {};
}

Request HttpTransport::send(HttpRequest request, Handler<HttpResponse> handler)
{
    if (auto admitted = admit(request); !admitted)
        return completeLater<HttpResponse>(std::move(handler), std::unexpected(admitted.error()));
    return startCall(std::move(request), std::move(handler));
}

std::unique_ptr<HttpStream> HttpTransport::open(HttpRequest request)
{
    if (auto admitted = admit(request); !admitted)
        return std::make_unique<RefusedStream>(admitted.error());
    return startStream(std::move(request));
}

} // namespace Sandglass
