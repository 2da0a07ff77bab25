// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <functional>

namespace Sandglass {

/// The name itself, or "name (2).txt" and so on: the first that is not taken.
[[nodiscard]] QString freeName(const QString &name,
                               const std::function<bool(const QString &)> &isTaken);

/// Gives out names in one new folder, each once. Stays quick where a hostile list holds the same
/// name a hundred thousand times.
class GivenNames final
{
public:
    /// As freeName() does.
    [[nodiscard]] QString give(const QString &name);

private:
    QSet<QString> m_given;
    QHash<QString, int> m_latest; ///< the number a name was given with: none below it is free
};

} // namespace Sandglass
