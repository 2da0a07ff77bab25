// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QString>
#include <QStringList>

#include <numeric>

namespace Sandglass {

/// The rows of a model as text, one a line, the given columns joined by " | ": what tests compare.
/// All columns when none are given.
[[nodiscard]] inline QString printModel(const QAbstractItemModel &model, QList<int> columns = {},
                                        int role = Qt::DisplayRole)
{
    if (columns.isEmpty()) {
        columns.resize(model.columnCount());
        std::iota(columns.begin(), columns.end(), 0);
    }
    QString text;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells.append(model.index(row, column).data(role).toString());
        text += cells.join(QStringLiteral(" | ")) + QLatin1Char('\n');
    }
    return text;
}

} // namespace Sandglass
