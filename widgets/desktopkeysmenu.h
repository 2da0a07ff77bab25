// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QMenu>

namespace Sandglass {

/// Keys and combinations that the user's own system would keep for itself.
class DesktopKeysMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopKeysMenu)

public:
    explicit DesktopKeysMenu(QWidget *parent = nullptr);

Q_SIGNALS:
    /// To be pressed in order and released backwards.
    void chosen(const QList<quint32> &keysyms);

private:
    void add(QMenu *menu, const QString &text, const QList<quint32> &keysyms);
};

} // namespace Sandglass
