// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/desktopview.h>
#include <widgets/desktopviewaccessible.h>

#include <QtGui/QAccessible>
#include <QtWidgets/QAccessibleWidget>

namespace Sandglass {

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<DesktopView *>(object))
        return new QAccessibleWidget(view, QAccessible::Graphic);
    return nullptr;
}

} // namespace

void makeAccessible(DesktopView &)
{
    static const bool once = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(once)
}

} // namespace Sandglass
