// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QRect>
#include <QtCore/QStringList>

class QWidget;

namespace Sandglass {

class KillPopover;
struct AppContext;

/// The last look before a kill: a popover at the row, then the call. Borrows the context; a child
/// of the window.
class KillAction final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KillAction)

public:
    KillAction(AppContext &context, QWidget *window);

    /// `anchor`: the row, in global coordinates. Rows that are gone or being killed are left out.
    void ask(const QStringList &keys, const QRect &anchor);

private:
    AppContext &m_context;
    KillPopover *m_popover;
};

} // namespace Sandglass
