// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/connectframe.h>
#include <tests/support/faketransport.h>

#include <QTimer>

#include <utility>

namespace Sandglass {

void FakeStream::head(int status, const HttpHeaders &headers)
{
    if (!closed)
        Q_EMIT headReceived(status, headers);
}

void FakeStream::connectHead()
{
    head(200, {{"Content-Type", "application/connect+json"}});
}

void FakeStream::send(std::string_view bytes)
{
    if (!closed)
        Q_EMIT received(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

void FakeStream::sendMessage(std::string_view json)
{
    send(encodeConnectFrame(json));
}

void FakeStream::sendConnectEnd()
{
    send(encodeConnectEnd(std::nullopt));
}

void FakeStream::skip(qint64 bytes)
{
    if (!closed)
        Q_EMIT skipped(bytes);
}

void FakeStream::end(const Result<void> &result)
{
    if (!std::exchange(closed, true))
        Q_EMIT finished(result);
}

/// Completions by index in `seen`. Requests keep only a weak pointer to it, for they may outlive
/// the transport.
struct FakeTransport::Calls {
    struct Call {
        std::shared_ptr<RequestControl> control;
        Completion<HttpResponse> completion;
    };
    QObject context; ///< its end takes back what is queued
    std::map<std::size_t, Call> open;

    void complete(std::size_t index, FakeReply reply)
    {
        auto call = open.extract(index);
        if (call.empty())
            return;
        if (auto *error = std::get_if<Error>(&reply))
            call.mapped().completion.complete(std::unexpected(std::move(*error)));
        else
            call.mapped().completion.complete(std::get<HttpResponse>(std::move(reply)));
    }
};

FakeTransport::FakeTransport() : FakeTransport(std::make_unique<MutationCounter>()) {}

FakeTransport::FakeTransport(std::unique_ptr<MutationCounter> counter)
    : HttpTransport(*counter),
      m_counter(std::move(counter)),
      m_calls(std::make_shared<Calls>())
{
}

FakeTransport::~FakeTransport()
{
    // Handlers may own requests: let none of them find a half-destroyed map.
    auto calls = std::exchange(m_calls->open, {});
    for (auto &[index, call] : calls) {
        call.control->active = false;
        call.control->cancel = nullptr;
    }
}

void FakeTransport::reply(std::string_view json, int status, const HttpHeaders &headers)
{
    HttpResponse response{.status = status, .headers = headers, .body = std::string(json)};
    response.headers.add("Content-Type", "application/json");
    replies.emplace(std::move(response));
}

std::vector<std::size_t> FakeTransport::waiting() const
{
    std::vector<std::size_t> indexes;
    for (const auto &[index, call] : m_calls->open)
        indexes.push_back(index);
    return indexes;
}

void FakeTransport::answer(std::size_t index, FakeReply reply)
{
    QTimer::singleShot(0, &m_calls->context,
                       [calls = m_calls.get(), index, reply = std::move(reply)]() mutable {
                           calls->complete(index, std::move(reply));
                       });
}

std::string FakeTransport::line(std::size_t index) const
{
    const HttpRequest &request = seen.at(index);
    const auto host = request.url.find("://");
    const auto path = request.url.find('/', host == std::string::npos ? 0 : host + 3);
    return request.method + ' ' + (path == std::string::npos ? "/" : request.url.substr(path));
}

int FakeTransport::mutations() const
{
    return m_counter->count();
}

Request FakeTransport::startCall(HttpRequest request, Handler<HttpResponse> handler)
{
    const std::size_t index = seen.size();
    seen.push_back(std::move(request));
    auto control = std::make_shared<RequestControl>();
    control->cancel = [calls = std::weak_ptr(m_calls), index] {
        if (const auto alive = calls.lock())
            auto dropped = alive->open.extract(index);
    };
    m_calls->open.emplace(
        index, Calls::Call{control, Completion<HttpResponse>(control, std::move(handler))});
    if (!replies.empty()) {
        answer(index, std::move(replies.front()));
        replies.pop();
    }
    return Request(std::move(control));
}

std::unique_ptr<HttpStream> FakeTransport::startStream(HttpRequest request)
{
    seen.push_back(request);
    auto stream = std::make_unique<FakeStream>(std::move(request));
    streams.emplace_back(stream.get());
    return stream;
}

} // namespace Sandglass
