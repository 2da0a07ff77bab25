// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/fleetviewlook.h>

#include <QtWidgets/QHeaderView>

class QMenu;

namespace Sandglass {

/// Header of the fleet table: hairlines between sections, text aligned as its cells, the mark of
/// the sorting right behind the text. Its menu shows and hides columns and sets their widths; the
/// first column always stays.
class FleetViewHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetViewHeader)

public:
    /// `look` is borrowed from the view.
    explicit FleetViewHeader(const FleetLook *look, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// Adds the column actions; `section` is the one that can be fitted, -1 for none.
    void fillMenu(QMenu *menu, int section);

Q_SIGNALS:
    void fitRequested(int column);
    void resetRequested();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void paintLabel(QPainter *painter, const QRect &rect, int section) const;
    [[nodiscard]] QString label(int section) const;
    [[nodiscard]] bool isSorted(int section) const;

    const FleetLook *m_look;
};

} // namespace Sandglass
