// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/access/mutationcounter.h>
#include <client/httptransport.h>

#include <QPointer>
#include <queue>

#include <map>
#include <memory>
#include <string_view>
#include <variant>
#include <vector>

namespace Sandglass {

/// A stream that the test speaks for: head(), send(), end() arrive at once, in the caller's thread.
/// Do not call them before the code under test had a chance to connect (QTRY_COMPARE on
/// FakeTransport::streams first, or queue a script).
class FakeStream final : public HttpStream
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeStream)

public:
    explicit FakeStream(HttpRequest opened) : request(std::move(opened)) {}

    void head(int status, const HttpHeaders &headers);
    /// 200 and "Content-Type: application/connect+json".
    void connectHead();
    void send(std::string_view bytes);
    /// One Connect envelope around the payload.
    void sendMessage(std::string_view json);
    void sendConnectEnd();
    void skip(qint64 bytes);
    void end(const Result<void> &result = {});

    void pause() override { paused = true; }
    void resume() override { paused = false; }
    void close() override { closed = true; }

    HttpRequest request;
    bool paused = false;
    bool closed = false; ///< closed by the code under test, or ended
};

using FakeReply = std::variant<HttpResponse, Error>;

/// The one fake, at the byte seam. Calls are answered from `replies`, in order, from the event
/// loop; with none left they wait for answer(). The guard and the counter of HttpTransport work as
/// in the real one.
class FakeTransport final : public HttpTransport
{
    Q_DISABLE_COPY_MOVE(FakeTransport)

public:
    FakeTransport();
    ~FakeTransport() override;

    std::vector<HttpRequest> seen; ///< every call and stream that passed the guard, oldest first
    std::queue<FakeReply> replies;
    std::vector<QPointer<FakeStream>> streams; ///< null once the code under test destroyed it

    /// Queues 200 (or another status) with a JSON body.
    void reply(std::string_view json, int status = 200, const HttpHeaders &headers = {});
    void reply(Error error) { replies.emplace(std::move(error)); }

    /// Calls without an answer yet, by their index in `seen`; cancelled ones are not among them.
    [[nodiscard]] std::vector<std::size_t> waiting() const;
    /// Answers the call seen[index] from the event loop.
    void answer(std::size_t index, FakeReply reply);
    /// Method and path of seen[index], without scheme and host: "GET /v2/sandboxes?limit=1".
    [[nodiscard]] std::string line(std::size_t index) const;
    [[nodiscard]] int mutations() const;

protected:
    Request startCall(HttpRequest request, Handler<HttpResponse> handler) override;
    std::unique_ptr<HttpStream> startStream(HttpRequest request) override;

private:
    struct Calls;
    explicit FakeTransport(std::unique_ptr<MutationCounter> counter);

    std::unique_ptr<MutationCounter> m_counter;
    std::shared_ptr<Calls> m_calls;
};

} // namespace Sandglass
