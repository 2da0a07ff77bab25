// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions/actions.h>
#include <app/appcontext.h>
#include <app/pages/connectionbanners.h>
#include <app/pages/fleetpage.h>
#include <app/pages/sandboxarea.h>
#include <app/pages/sidebarfeed.h>
#include <widgets/emptypage.h>
#include <widgets/filterfield.h>
#include <widgets/firstrunpage.h>
#include <widgets/fleetview.h>
#include <widgets/sandglassstyle.h>
#include <widgets/sidebar.h>

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sandglass {

FleetPage::FleetPage(AppContext &context, Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(context.fleet),
      m_filter(m_model),
      m_counts(m_model),
      m_view(new FleetView),
      m_filterField(new FilterField),
      m_sideBar(new SideBar),
      m_banners(new ConnectionBanners(context.fleet)),
      m_stack(new QStackedWidget),
      m_firstRun(new FirstRunPage),
      m_empty(new EmptyPage),
      m_split(new QSplitter(Qt::Vertical)),
      m_sideBarFeed(std::make_unique<SideBarFeed>(*m_sideBar, m_counts, context.fleet))
{
    m_view->setModel(&m_filter);
    layOut(actions);
    wireFilter();
    // Once for all that happens together, and after the models have settled.
    m_stackUpdate.setSingleShot(true);
    connect(&m_stackUpdate, &QTimer::timeout, this, &FleetPage::updateStack);
    const auto schedule = [this] { m_stackUpdate.start(0); };
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, schedule);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, schedule);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, schedule);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, schedule);
    connect(&m_filter, &FleetFilterModel::filterChanged, this, schedule);
    for (const auto signal : {&FleetStore::connectionAdded, &FleetStore::connectionChanged,
                              &FleetStore::connectionRemoved})
        connect(&context.fleet, signal, this, schedule);
    connect(m_empty, &EmptyPage::actionRequested, this, [this, &actions] {
        if (m_filter.query().isEmpty() && m_filter.view() == FleetViewFilter::All)
            actions.newSandbox->trigger();
        else
            m_filterField->clear();
    });
    connect(m_empty, &EmptyPage::secondActionRequested, m_sideBar,
            [this] { Q_EMIT m_sideBar->viewChosen(SideBarView::All); });
    updateStack();
}

FleetPage::~FleetPage() = default;

void FleetPage::takeArea(SandboxArea *area)
{
    m_split->addWidget(area);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    if (m_sizes.size() == 2)
        m_split->setSizes(m_sizes);
    area->setVisible(!area->currentKey().isEmpty());
}

void FleetPage::rememberArea()
{
    if (m_split->count() == 2) {
        m_sizes = m_split->sizes();
        m_splitState = m_split->saveState();
    }
}

void FleetPage::focusFilter()
{
    m_filterField->focusAndSelect();
}

QWidget *FleetPage::makeToolBar(Actions &actions)
{
    auto *bar = new QToolBar;
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setAccessibleName(tr("Fleet tools"));
    bar->addAction(actions.newSandbox);
    setButtonKind(qobject_cast<QAbstractButton *>(bar->widgetForAction(actions.newSandbox)),
                  ButtonKind::Primary, u"new");
    bar->addSeparator();
    bar->addActions({actions.terminal, actions.extend, actions.kill});
    bar->addSeparator();
    bar->addWidget(m_filterField);
    return bar;
}

void FleetPage::layOut(Actions &actions)
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_firstRun);
    auto *list = new QWidget;
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins({});
    listColumn->setSpacing(0);
    listColumn->addWidget(m_banners);
    listColumn->addWidget(m_stack, 1);
    m_split->addWidget(list);
    m_split->setCollapsible(0, false);

    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addWidget(m_split, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeToolBar(actions));
    column->addLayout(row, 1);
}

void FleetPage::wireFilter()
{
    connect(m_filterField, &FilterField::filterChanged, &m_filter, &FleetFilterModel::setQuery);
    connect(m_filterField, &FilterField::listFocusRequested, m_view,
            qOverload<>(&QWidget::setFocus));
    connect(m_filterField, &FilterField::leaveRequested, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view, &FleetView::orderHoldChanged, &m_filter, &FleetFilterModel::setOrderHeld);
    connect(m_view, &FleetView::filterRequested, this, [this](const QString &term) {
        m_filterField->setText(QString(m_filterField->text() + u' ' + term).trimmed());
    });
    connect(m_sideBar, &SideBar::viewChosen, this, [this](SideBarView view) {
        m_sideBar->setCurrentView(view);
        m_filter.setView(FleetViewFilter(view));
    });
    connect(m_sideBar, &SideBar::connectionChosen, this, [this](const QString &id) {
        const ConnectionStatus *status = m_context.fleet.connection(id);
        m_filterField->setText(status == nullptr ? QString()
                                                 : u"connection:\"%1\""_s.arg(status->name));
    });
}

void FleetPage::updateStack()
{
    const int shown = m_filter.rowCount();
    m_filterField->setEnabled(!m_context.connections.isEmpty());
    m_filterField->setPlaceholder(m_context.connections.isEmpty()
                                      ? tr("Filter appears with the first sandbox")
                                      : tr("cpu>80, state:running, free text"));
    m_filterField->setMatches(m_model.rowCount() == 0 ? -1 : shown, m_model.rowCount());
    m_filterField->setError(m_filter.query().errors());
    if (m_context.connections.isEmpty() && m_model.rowCount() == 0) {
        m_stack->setCurrentWidget(m_firstRun);
    } else if (shown == 0) {
        showEmptyReason();
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentWidget(m_view);
    }
}

void FleetPage::showEmptyReason()
{
    m_empty->setSecondAction({});
    if (!m_filter.query().isEmpty() && m_filter.viewCount() > 0) {
        m_empty->setIcon(u"filter"_s);
        m_empty->setText(
            tr("0 of %1 match %2").arg(m_filter.viewCount()).arg(m_filter.query().text()));
        m_empty->setAction(tr("Clear filter"));
        return;
    }
    if (m_filter.view() != FleetViewFilter::All && m_model.rowCount() > 0) {
        m_empty->setIcon(u"fleet"_s);
        m_empty->setText(tr("Nothing in this view"),
                         tr("%n sandbox(es) in all", nullptr, m_model.rowCount()));
        m_empty->setAction({});
        m_empty->setSecondAction(tr("Show all"));
        return;
    }
    m_empty->setIcon(u"fleet"_s);
    const QStringList ids = m_context.fleet.connectionIds();
    const bool answered = std::ranges::all_of(ids, [this](const QString &id) {
        return m_context.fleet.connection(id)->health == ConnectionHealth::Ok;
    });
    if (answered) {
        m_empty->setText(tr("Nothing is running, and nothing is costing money"),
                         tr("A new sandbox appears here with its CPU and memory."));
        m_empty->setAction(tr("New sandbox"), u"new"_s);
    } else {
        m_empty->setText(
            tr("Waiting for an answer"),
            tr("Not every connection has answered; their sandboxes are listed here when they do."));
        m_empty->setAction({});
    }
}

QByteArray FleetPage::saveState() const
{
    return m_split->count() == 2 ? m_split->saveState() : m_splitState;
}
void FleetPage::restoreState(const QByteArray &state)
{
    m_split->restoreState(state);
}

} // namespace Sandglass
