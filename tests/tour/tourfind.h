// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace Sandglass {

enum SandboxTab { TerminalTab = 1, EditorTab = 2, FilesTab = 3, ScreenTab = 4 };

/// The first of its kind that can be seen; null without one.
template<typename Widget>
Widget *visibleOf(const QWidget *window)
{
    for (Widget *widget : window->findChildren<Widget *>()) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

} // namespace Sandglass
