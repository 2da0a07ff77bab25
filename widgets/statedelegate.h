// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/celldelegate.h>

namespace Sandglass {

/// State: a mark, and the word at a fixed distance from the mark's left edge. Only the mark carries
/// colour.
class StateDelegate final : public CellDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateDelegate)

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                   const QModelIndex &index) const override;
    [[nodiscard]] int indent(const QModelIndex &index) const override;
};

/// Why a row wants to be looked at: a risk or a warning with its sign, or a plain remark.
class AttentionDelegate final : public CellDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttentionDelegate)

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                   const QModelIndex &index) const override;
    [[nodiscard]] QString wholeText(const QModelIndex &index) const override;
    [[nodiscard]] int indent(const QModelIndex &index) const override;
};

} // namespace Sandglass
