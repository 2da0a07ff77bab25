// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/widgets/desktopstage.h>
#include <widgets/desktoppanel.h>

class QToolButton;

namespace Sandglass {

/// Base of the tests of a screen's panel: a panel in place of the bare view.
class DesktopPanelStage : public DesktopStage
{
    Q_OBJECT

protected:
    void openPanel(const QImage &desktop, QSize size = {900, 600});
    void openEmptyPanel(QSize size = {900, 600});
    /// A button that is seen, by its text or its name.
    [[nodiscard]] QToolButton *tool(const QString &text) const;
    [[nodiscard]] bool says(const QString &text) const;
    template<typename Part>
    [[nodiscard]] Part *part() const
    {
        return m_panel->findChild<Part *>();
    }

    DesktopPanel *m_panel = nullptr;
};

} // namespace Sandglass
