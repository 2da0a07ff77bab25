// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Sandglass {

class Actions;

/// What this is and under which licence. Opens and returns.
void showAbout(QWidget *window);
/// Every command that has a key, and the keys of list and terminal. Opens and returns.
void showShortcuts(QWidget *window, const Actions *actions);

} // namespace Sandglass
