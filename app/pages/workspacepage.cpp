// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/appcontext.h>
#include <app/pages/sandboxarea.h>
#include <app/pages/workspacepage.h>
#include <models/fleetfacts.h>
#include <widgets/emptypage.h>
#include <widgets/sandglassstyle.h>

#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sandglass {

WorkspacePage::WorkspacePage(AppContext &context, SandboxArea &area, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_area(area),
      m_tabs(new QTabBar),
      m_stack(new QStackedWidget),
      m_empty(new EmptyPage)
{
    m_tabs->setTabsClosable(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setElideMode(Qt::ElideRight);
    setTabHeight(m_tabs, 32);
    m_tabs->setAccessibleName(tr("Opened sandboxes"));
    m_empty->setIcon(u"editor"_s);
    m_empty->setText(tr("No sandbox is open"),
                     tr("Open one from the fleet with Enter; it stays here as a tab."));
    m_empty->setAction(tr("Show the fleet"), u"fleet"_s);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    connect(m_empty, &EmptyPage::actionRequested, this, &WorkspacePage::fleetRequested);
    connect(m_tabs, &QTabBar::tabBarClicked, this, &WorkspacePage::choose);
    connect(m_tabs, &QTabBar::currentChanged, this, &WorkspacePage::choose);
    connect(m_tabs, &QTabBar::tabCloseRequested, this,
            [this](int index) { Q_EMIT m_area.closeRequested(m_tabs->tabData(index).toString()); });
    connect(&area, &SandboxArea::openedChanged, this, &WorkspacePage::rebuild);
    connect(&area, &SandboxArea::currentKeyChanged, this, &WorkspacePage::rebuild);
    rebuild();
}

void WorkspacePage::takeArea()
{
    m_stack->addWidget(&m_area);
    rebuild();
}

void WorkspacePage::rebuild()
{
    const QSignalBlocker blocker(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    QStringList keys = m_area.openedKeys();
    // What is in front is shown, opened or only glanced at.
    if (const QString current = m_area.currentKey(); !current.isEmpty() && !keys.contains(current))
        keys.append(current);
    for (const QString &key : std::as_const(keys)) {
        const FleetEntry *entry = m_context.fleet.find(key);
        const int index = m_tabs->addTab(entry == nullptr ? key : nameOf(*entry));
        m_tabs->setTabData(index, key);
        if (key == m_area.currentKey())
            m_tabs->setCurrentIndex(index);
    }
    m_tabs->setVisible(!keys.isEmpty());
    const bool hasArea = m_stack->indexOf(&m_area) >= 0;
    if (hasArea && !keys.isEmpty())
        m_stack->setCurrentWidget(&m_area);
    else
        m_stack->setCurrentWidget(m_empty);
}

void WorkspacePage::choose(int index)
{
    if (index >= 0)
        m_area.glance(m_tabs->tabData(index).toString());
}

} // namespace Sandglass
