// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httptransport.h>

#include <memory>

namespace Sandglass {

/// The real transport: libcurl on one network thread of its own, which ends with this object.
/// Proxies come from the environment as with the curl tool, but never for loopback addresses. TLS
/// is always verified.
class CurlTransport final : public HttpTransport
{
    Q_DISABLE_COPY_MOVE(CurlTransport)

public:
    /// The counter is borrowed and outlives this object. The name is that of the thread.
    explicit CurlTransport(MutationCounter &mutations,
                           const QString &threadName = QStringLiteral("sandglass-net"));
    ~CurlTransport() override;

protected:
    Request startCall(HttpRequest request, Handler<HttpResponse> handler) override;
    std::unique_ptr<HttpStream> startStream(HttpRequest request) override;

private:
    class Link;
    /// Requests and streams may outlive the transport; they find it gone through a weak pointer to
    /// this.
    std::shared_ptr<Link> m_link;
};

} // namespace Sandglass
