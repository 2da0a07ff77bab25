// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/pages/terminalpane.h>
#include <app/pages/terminaltabs.h>
#include <app/sessions/terminalsession.h>
#include <widgets/emptypage.h>
#include <widgets/icons.h>
#include <widgets/terminalview.h>

#include <QtCore/QTimer>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sandglass {

TerminalTabs::TerminalTabs(QString key, Connections &connections, FleetStore &fleet,
                           QWidget *parent)
    : QWidget(parent),
      m_key(std::move(key)),
      m_connections(connections),
      m_fleet(fleet),
      m_bar(new QTabBar),
      m_add(new QToolButton),
      m_panes(new QStackedWidget),
      m_empty(new EmptyPage)
{
    m_bar->setTabsClosable(true);
    m_bar->setMovable(false);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setElideMode(Qt::ElideRight);
    m_bar->setAccessibleName(tr("Terminals"));
    m_add->setIcon(themedIcon(u"plus"));
    m_add->setAutoRaise(true);
    m_add->setToolTip(tr("New terminal (Ctrl+Shift+T)"));
    m_add->setAccessibleName(tr("New terminal"));
    m_empty->setIcon(u"terminal"_s);
    m_empty->setText(tr("No terminal is open"),
                     tr("A terminal starts a login shell in the sandbox. It does not change how "
                        "long the sandbox lives."));
    m_empty->setAction(tr("Open a terminal"), u"terminal"_s);
    m_panes->addWidget(m_empty);

    auto *row = new QHBoxLayout;
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(m_bar);
    row->addWidget(m_add);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_panes, 1);

    connect(m_add, &QToolButton::clicked, this, &TerminalTabs::openTerminal);
    connect(m_empty, &EmptyPage::actionRequested, this, &TerminalTabs::openTerminal);
    connect(m_bar, &QTabBar::currentChanged, this, &TerminalTabs::showCurrent);
    connect(m_bar, &QTabBar::tabCloseRequested, this, &TerminalTabs::close);
    showCurrent();
}

TerminalTabs::~TerminalTabs()
{
    m_bar->disconnect(this);
}

int TerminalTabs::count() const
{
    return m_bar->count();
}

void TerminalTabs::openTerminal()
{
    auto *session = new TerminalSession(m_key, m_connections, m_fleet);
    auto *pane = new TerminalPane(session);
    m_panes->addWidget(pane);
    const int index = m_bar->addTab(tr("Shell %1").arg(++m_opened));
    connect(pane, &TerminalPane::titleChanged, this,
            [this, pane](const QString &title) { nameTab(pane, title); });
    connect(pane, &TerminalPane::anotherRequested, this, &TerminalTabs::openTerminal);
    connect(pane, &TerminalPane::resumeRequested, this, &TerminalTabs::resumeRequested);
    m_bar->setCurrentIndex(index);
    showCurrent();
    Q_EMIT countChanged(count());
    // Once the view has its place, and with it its size in cells.
    QTimer::singleShot(0, session, &TerminalSession::open);
}

void TerminalTabs::activate()
{
    if (count() == 0)
        openTerminal();
    else if (QWidget *pane = m_panes->currentWidget())
        pane->setFocus();
}

void TerminalTabs::closeCurrent()
{
    if (m_bar->currentIndex() >= 0)
        close(m_bar->currentIndex());
}

void TerminalTabs::close(int index)
{
    // The empty page is the first of the stack.
    QWidget *pane = m_panes->widget(index + 1);
    m_panes->removeWidget(pane);
    m_bar->removeTab(index);
    pane->deleteLater();
    showCurrent();
    Q_EMIT countChanged(count());
}

void TerminalTabs::nameTab(QWidget *pane, const QString &title)
{
    const int index = m_panes->indexOf(pane) - 1;
    if (index < 0)
        return;
    m_bar->setTabText(index, title.isEmpty() ? tr("Shell %1").arg(index + 1) : title.left(40));
    m_bar->setTabToolTip(index, title);
}

void TerminalTabs::showCurrent()
{
    const bool any = m_bar->count() > 0;
    m_bar->setVisible(any);
    m_add->setVisible(any);
    m_panes->setCurrentIndex(any ? m_bar->currentIndex() + 1 : 0);
    if (any && isVisible())
        m_panes->currentWidget()->setFocus();
}

} // namespace Sandglass
