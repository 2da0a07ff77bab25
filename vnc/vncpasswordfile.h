// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Sandglass {

/// The password in what `x11vnc -storepasswd` or `vncpasswd` wrote: at most eight bytes, with a key
/// that is the same everywhere (protocol page "desktop", section 2.2), so the file hides nothing
/// from who can read it. Sixteen bytes hold a second password, for watching only, which is left
/// out. Protocol for any other size. The file comes from a sandbox: the bytes may be anything but
/// 0.
[[nodiscard]] Result<QByteArray> passwordOfVncFile(QByteArrayView file);

} // namespace Sandglass
