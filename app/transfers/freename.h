// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <functional>

namespace Sandglass {

/// The name itself, or "name (2).txt" and so on: the first that is not taken.
[[nodiscard]] QString freeName(const QString &name,
                               const std::function<bool(const QString &)> &isTaken);

} // namespace Sandglass
