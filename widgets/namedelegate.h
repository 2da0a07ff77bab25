// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/celldelegate.h>

namespace Sandglass {

/// Name: semi-bold while the sandbox is at risk.
class NameDelegate final : public CellDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameDelegate)

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                   const QModelIndex &index) const override;
    [[nodiscard]] const QFont &cellFont(const CellRow &row) const override;
};

/// Id: monospace, muted, the middle left out; the tooltip has all of it.
class IdDelegate final : public CellDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdDelegate)

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                   const QModelIndex &index) const override;
    [[nodiscard]] QString wholeText(const QModelIndex &index) const override;
    [[nodiscard]] const QFont &cellFont(const CellRow &row) const override;
};

/// Any other text: end elided, at the side of the model's TextAlignmentRole.
class TextDelegate final : public CellDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextDelegate)

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                   const QModelIndex &index) const override;
};

} // namespace Sandglass
