// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/desktoppanelstage.h>
#include <tests/widgets/shown.h>
#include <widgets/label.h>

#include <QtWidgets/QLayout>
#include <QtWidgets/QToolButton>

namespace Sandglass {

void DesktopPanelStage::openEmptyPanel(QSize size)
{
    delete m_view;
    m_panel = new DesktopPanel(m_window.get());
    m_view = m_panel->view();
    m_window->layout()->addWidget(m_panel);
    m_window->resize(size);
    QVERIFY(showActive(*m_window));
}

void DesktopPanelStage::openPanel(const QImage &desktop, QSize size)
{
    serve(desktop);
    openEmptyPanel(size);
    m_view->setSession(&session());
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
}

QToolButton *DesktopPanelStage::tool(const QString &text) const
{
    for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if ((button->text() == text || button->accessibleName() == text) && button->isVisible())
            return button;
    }
    return nullptr;
}

bool DesktopPanelStage::says(const QString &text) const
{
    for (const Label *label : m_panel->findChildren<Label *>()) {
        if (label->isVisible() && label->text() == text)
            return true;
    }
    return false;
}

} // namespace Sandglass
