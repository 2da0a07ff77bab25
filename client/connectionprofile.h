// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Sandglass {

/// One service that sandboxes are seen through. The API key is no part of it: it is kept and passed
/// apart.
struct ConnectionProfile {
    QString id;   ///< ours; stable over restarts
    QString name; ///< as people call it
    int colorRole = 0;
    QString apiUrl; ///< "https://api.e2b.app"; a path prefix is kept, one trailing slash does not
                    ///< matter
    QString domain; ///< "e2b.app": what sandbox hosts end in, unless the sandbox names its own
    QString sandboxUrl; ///< overrides where sandboxes are reached; they are then told apart by
                        ///< routing headers
    bool readOnly = false;
    friend bool operator==(const ConnectionProfile &, const ConnectionProfile &) = default;
};

} // namespace Sandglass
