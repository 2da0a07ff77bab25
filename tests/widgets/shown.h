// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QTest>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QPushButton>

namespace Sandglass {

/// Shows a widget as the active window; to be checked, since there is no window manager that
/// would see to it.
[[nodiscard]] inline bool showActive(QWidget &widget)
{
    widget.show();
    widget.activateWindow();
    return QTest::qWaitForWindowActive(&widget);
}

/// The focus ring that is seen now; null if there is none.
[[nodiscard]] inline QFocusFrame *shownRing(QWidget &window)
{
    for (QFocusFrame *frame : window.findChildren<QFocusFrame *>()) {
        if (frame->isVisible())
            return frame;
    }
    return nullptr;
}

[[nodiscard]] inline QPushButton *buttonOf(const QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace Sandglass
