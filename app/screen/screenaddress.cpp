// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/screen/screenaddress.h>
#include <client/sandboxaddress.h>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

} // namespace

RfbEndpoint screenEndpoint(const ConnectionProfile &profile, const SandboxInfo &sandbox,
                           const QByteArray &password)
{
    const SandboxAddress address = addressOf(profile, sandbox, screenPort);
    RfbEndpoint endpoint{.host = {},
                         .port = 0,
                         .url = QUrl(QString::fromStdString(address.baseUrl + "/websockify")),
                         .headers = {},
                         .password = password};
    endpoint.url.setScheme(endpoint.url.scheme() == "http"_L1 ? u"ws"_s : u"wss"_s);
    endpoint.headers.append({bytesOf(sandboxIdHeader), bytesOf(address.sandboxId)});
    endpoint.headers.append({bytesOf(sandboxPortHeader), QByteArray::number(screenPort)});
    if (address.trafficToken)
        endpoint.headers.append({bytesOf(trafficTokenHeader), bytesOf(*address.trafficToken)});
    return endpoint;
}

} // namespace Sandglass
