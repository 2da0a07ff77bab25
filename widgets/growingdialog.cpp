// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/growingdialog.h>

#include <QtCore/QEvent>
#include <QtWidgets/QLayout>

#include <algorithm>

namespace Sandglass {

GrowingDialog::GrowingDialog(QWidget *parent) : QDialog(parent) {}

GrowingDialog::~GrowingDialog() = default;

bool GrowingDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && layout()) {
        // Texts that wrap know their height only for a width, which no minimum size tells.
        const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                         : layout()->totalSizeHint().height();
        if (wanted > height())
            resize(width(), wanted);
    }
    return handled;
}

void GrowingDialog::setWidgetsEnabled(const QList<QWidget *> &widgets, bool enabled)
{
    if (!enabled && !m_focusBefore) {
        m_focusBefore = focusWidget();
        setFocus(Qt::OtherFocusReason);
    }
    for (QWidget *widget : widgets)
        widget->setEnabled(enabled);
    if (enabled && m_focusBefore) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
        m_focusBefore.clear();
    }
}

} // namespace Sandglass
