// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Sandglass {

/// Why a value of a connection is refused, in words for the person who typed it; empty when it is
/// fine.
[[nodiscard]] QString
urlProblem(const QString &text); ///< http or https, a host, nothing behind the path
[[nodiscard]] QString
domainProblem(const QString &text); ///< a bare host name with an optional port
[[nodiscard]] QString
keyProblem(const QString &text); ///< not empty, no blanks, printable ASCII only

/// A key would travel readable for everybody on the way: http to another computer.
[[nodiscard]] bool isUnencrypted(const QString &url);

} // namespace Sandglass
