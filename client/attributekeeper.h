// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/processapi.h>
#include <core/request.h>
#include <protocol/filesystem.h>

#include <QObject>

#include <memory>
#include <string>

namespace Sandglass {

/// Gives one file of a sandbox the permissions and the owner of another. envd has no call for it,
/// so it runs chmod and chown, the latter as root.
class AttributeKeeper final
{
    Q_DISABLE_COPY_MOVE(AttributeKeeper)

public:
    [[nodiscard]] static bool isNeeded(const FileEntry &model, const FileEntry &file);

    /// `done` is called once, from the event loop, and may destroy this object.
    AttributeKeeper(HttpTransport &transport, SandboxAddress address, const FileEntry &model,
                    const FileEntry &file, Handler<void> done);

private:
    void take(const Result<ProcessEnded> &result);

    std::string m_wish; ///< "rwxr-xr-x of root:root"
    std::string m_output;
    Handler<void> m_done;
    std::unique_ptr<ProcessStream> m_stream; // last: it tells what is above
};

} // namespace Sandglass
