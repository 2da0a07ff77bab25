// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

namespace Sandglass {

/// How many elements a drawing has once its copies (<use>) are made: a few hundred bytes can ask
/// for billions. Told the elements in the order of the file.
class SvgCost final
{
public:
    static constexpr qint64 maximum = 200000;

    /// `copied`: the id of what a <use> shows again, else empty.
    void begin(const QString &id, const QString &copied);
    void end();
    [[nodiscard]] bool isBounded() const;

private:
    struct Element {
        int parent = -1;
        QString copied;
        QList<int> children;
    };

    [[nodiscard]] qint64 costOf(int element, QHash<int, qint64> &known, int depth) const;

    QList<Element> m_elements;
    QHash<QString, int> m_ids;
    int m_current = -1;
};

} // namespace Sandglass
