// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandglass {

/// What a request may do to a sandbox. Looking must never touch: panels only observe.
enum class Access {
    Observe, ///< changes nothing and extends no life
    Act, ///< may change the sandbox, its processes or its life; counted, and refused on read-only
         ///< connections
};

} // namespace Sandglass
