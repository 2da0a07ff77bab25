// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/sidebar.h>

#include <QtCore/QList>

#include <memory>

class QMainWindow;
class QTableWidget;
class QWidget;

namespace Sandglass {

/// A main window with menus, workspaces, a tool bar and a status bar as the app has them.
[[nodiscard]] std::unique_ptr<QMainWindow> makePictureWindow();
/// A table that shows the style's rows and headers; not the fleet.
[[nodiscard]] QTableWidget *makePictureTable();
[[nodiscard]] QList<ConnectionRow> makePictureConnections();
/// Banners of three kinds above a table.
[[nodiscard]] QWidget *makePictureList(QTableWidget *table);
/// A detail header, a banner and an empty page.
[[nodiscard]] QWidget *makePictureDetail();

} // namespace Sandglass
