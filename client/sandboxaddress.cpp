// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/sandboxaddress.h>

namespace Sandglass {

SandboxAddress addressOf(const ConnectionProfile &profile, const SandboxInfo &sandbox)
{
    return addressOf(profile, sandbox, envdPort);
}

SandboxAddress addressOf(const ConnectionProfile &profile, const SandboxInfo &sandbox, int port)
{
    // A sandbox on its team's own cluster names its domain; most name none.
    const std::string domain = sandbox.domain && !sandbox.domain->empty()
                                   ? *sandbox.domain
                                   : profile.domain.trimmed().toStdString();
    std::string baseUrl =
        sandboxBaseUrl(profile.sandboxUrl.trimmed().toStdString(), domain, sandbox.id, port);
    while (baseUrl.ends_with('/'))
        baseUrl.pop_back();
    return {.sandboxId = sandbox.id,
            .baseUrl = std::move(baseUrl),
            .accessToken = sandbox.envdAccessToken,
            .trafficToken = port == envdPort ? std::nullopt : sandbox.trafficAccessToken,
            .permitted = profile.readOnly ? Access::Observe : Access::Act,
            .connectionId = profile.id,
            .port = port,
            .envdVersion = sandbox.envdVersion};
}

} // namespace Sandglass
