// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetroles.h>
#include <widgets/theme.h>

#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include <optional>

namespace Sandglass {

/// A symbolic icon or a state's mark that stands by itself; drawn anew for every theme and screen.
/// From 24 pixels on with the thin stroke. Says nothing to assistive tools: the text beside it
/// does.
class IconLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IconLabel)

public:
    explicit IconLabel(const QString &name, ThemeRole role = ThemeRole::Text, int size = 16,
                       QWidget *parent = nullptr);
    explicit IconLabel(FleetState state, QWidget *parent = nullptr);

    void setIcon(const QString &name, ThemeRole role);
    void setState(FleetState state);
    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    ThemeRole m_role = ThemeRole::Text;
    int m_size = 16;
    std::optional<FleetState> m_state;
};

} // namespace Sandglass
