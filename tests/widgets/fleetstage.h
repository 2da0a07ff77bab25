// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/widgets/fleetfixture.h>
#include <tests/widgets/pixels.h>
#include <widgets/fleetview.h>
#include <widgets/theme.h>

#include <QtCore/QObject>

#include <memory>

class QAction;
class QMenu;

namespace Sandglass {

/// Base of the tests of the fleet table: a table of 1224 x 460 over a made-up fleet, with the
/// focus.
class FleetStage : public QObject
{
    Q_OBJECT

protected:
    void show(QList<FixtureRow> rows);
    [[nodiscard]] QRect cell(int row, FleetColumn column) const;
    [[nodiscard]] Pixels pixels() const;
    [[nodiscard]] static QColor color(ThemeRole role) { return Theme::light().color(role); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void choose(int row) const;
    /// As a right click on a cell does.
    [[nodiscard]] QMenu *openMenu(int row, FleetColumn column) const;
    [[nodiscard]] static QAction *action(const QMenu *menu, const QString &text);

    std::unique_ptr<FleetFixture> m_fixture;
    std::unique_ptr<FleetView> m_view;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace Sandglass
