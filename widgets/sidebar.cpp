// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fonts.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/sidebar.h>
#include <widgets/sidebardelegate.h>
#include <widgets/statemark.h>

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr int barWidth = 208;

QHBoxLayout *makeTitle(const QString &text, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(4, 0, 4, 0);
    row->addSpacing(6);
    auto *title = new Label(text, FontStep::SmallStrong, ThemeRole::TextMuted, parent);
    title->setFixedHeight(scaledHeight(26, parent->fontMetrics()));
    row->addWidget(title, 1);
    return row;
}

QIcon iconOf(SideBarView view, bool alarm)
{
    switch (view) {
    case SideBarView::All:
        break;
    case SideBarView::Running:
        return stateIcon(FleetState::Running);
    case SideBarView::Paused:
        return stateIcon(FleetState::Paused);
    case SideBarView::Gone:
        return stateIcon(FleetState::Gone);
    case SideBarView::AtRisk:
        return alarm ? themedIcon(u"risk", ThemeRole::Danger) : themedIcon(u"risk");
    }
    return themedIcon(u"fleet");
}

void setRow(QStandardItem *item, const ConnectionRow &row)
{
    item->setText(row.name);
    item->setData(row.id, SideBarIdRole);
    item->setData(row.count, SideBarCountRole);
    item->setData(row.problem, SideBarAlarmRole);
    item->setData(row.subtitle, SideBarSubtitleRole);
    item->setData(row.latency, SideBarLatencyRole);
    item->setData(row.colorRole, SideBarColorRole);
    item->setToolTip(row.toolTip.toHtmlEscaped());
    item->setAccessibleText(SideBar::tr("%1, %2, %3").arg(row.name, row.subtitle, row.latency));
    item->setEditable(false);
}

} // namespace

SideBar::SideBar(QWidget *parent)
    : QFrame(parent),
      m_viewModel(new QStandardItemModel(this)),
      m_connectionModel(new QStandardItemModel(this)),
      m_views(makeList(m_viewModel, tr("Views"))),
      m_connections(makeList(m_connectionModel, tr("Connections"))),
      m_noConnections(
          new Label(tr("None yet. They are listed here with their answer time and count."),
                    FontStep::Small, ThemeRole::TextMuted, this)),
      m_add(new QToolButton(this))
{
    m_views->setItemDelegate(new SideBarViewDelegate(m_views));
    m_connections->setItemDelegate(new SideBarConnectionDelegate(m_connections));
    m_noConnections->setWordWrap(true);
    m_noConnections->setContentsMargins(10, 0, 10, 0);
    m_add->setIcon(themedIcon(u"plus"));
    m_add->setAutoRaise(true);
    m_add->setToolTip(tr("Add a connection"));
    m_add->setAccessibleName(tr("Add a connection"));
    m_add->setFocusPolicy(Qt::TabFocus);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeTitle(tr("Views"), this));
    column->addWidget(m_views);
    column->addSpacing(8);
    QHBoxLayout *connectionsTitle = makeTitle(tr("Connections"), this);
    connectionsTitle->addWidget(m_add);
    column->addLayout(connectionsTitle);
    column->addWidget(m_noConnections);
    column->addWidget(m_connections);
    column->addStretch(1);
    setTabOrder(m_views, m_add);
    setTabOrder(m_add, m_connections);
    fillViews();
    connectIntents();
    setConnections({});
}

void SideBar::connectIntents()
{
    connect(m_add, &QToolButton::clicked, this, &SideBar::addConnectionRequested);
    connect(m_views->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { Q_EMIT viewChosen(SideBarView(current.row())); });
    connect(m_connections, &QListView::clicked, this, [this](const QModelIndex &index) {
        const QString id = index.data(SideBarIdRole).toString();
        // A second click on the same one lists all connections again.
        setCurrentConnection(id == m_current ? QString() : id);
        Q_EMIT connectionChosen(m_current);
    });
    connect(m_connections, &QListView::activated, this, [this](const QModelIndex &index) {
        if (m_rows.at(index.row()).editable)
            Q_EMIT editConnectionRequested(index.data(SideBarIdRole).toString());
    });
    m_connections->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_connections, &QListView::customContextMenuRequested, this,
            &SideBar::showConnectionMenu);
}

QListView *SideBar::makeList(QStandardItemModel *model, const QString &name)
{
    auto *list = new QListView(this);
    list->setModel(model);
    list->setFrameShape(QFrame::NoFrame);
    list->setEditTriggers(QListView::NoEditTriggers);
    list->setSelectionMode(QListView::SingleSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    list->setSizeAdjustPolicy(QListView::AdjustToContents);
    list->setMouseTracking(true);
    list->setAccessibleName(name);
    list->viewport()->setAutoFillBackground(false);
    return list;
}

void SideBar::fillViews()
{
    const QStringList names{tr("All"), tr("Running"), tr("Paused"), tr("Gone"), tr("At risk")};
    for (int view = 0; view < sideBarViewCount; ++view) {
        auto *item = new QStandardItem(iconOf(SideBarView(view), false), names.at(view));
        item->setEditable(false);
        m_viewModel->appendRow(item);
    }
    setCounts({});
    m_views->setCurrentIndex(m_viewModel->index(0, 0));
    fitHeights();
}

void SideBar::setCounts(const SideBarCounts &counts)
{
    for (int view = 0; view < sideBarViewCount; ++view) {
        QStandardItem *item = m_viewModel->item(view);
        const int count = counts[std::size_t(view)];
        if (item->data(SideBarCountRole).isValid() && item->data(SideBarCountRole).toInt() == count)
            continue;
        const bool alarm = SideBarView(view) == SideBarView::AtRisk && count > 0;
        item->setData(count, SideBarCountRole);
        item->setData(alarm, SideBarAlarmRole);
        item->setIcon(iconOf(SideBarView(view), alarm));
        item->setAccessibleText(
            tr("%1, %2", "a view and its count").arg(item->text(), locale().toString(count)));
    }
}

void SideBar::setConnections(const QList<ConnectionRow> &rows)
{
    if (rows == m_rows && !rows.isEmpty())
        return;
    m_rows = rows;
    while (m_connectionModel->rowCount() > rows.size())
        m_connectionModel->removeRow(m_connectionModel->rowCount() - 1);
    for (int at = 0; at < rows.size(); ++at) {
        if (at == m_connectionModel->rowCount())
            m_connectionModel->appendRow(new QStandardItem);
        setRow(m_connectionModel->item(at), rows.at(at));
    }
    m_noConnections->setVisible(rows.isEmpty());
    m_connections->setVisible(!rows.isEmpty());
    setCurrentConnection(m_current);
    fitHeights();
}

void SideBar::setCurrentView(SideBarView view)
{
    const QSignalBlocker quiet(this);
    m_views->setCurrentIndex(m_viewModel->index(int(view), 0));
}

SideBarView SideBar::currentView() const
{
    return SideBarView(std::max(0, m_views->currentIndex().row()));
}

// By value: the caller may well pass the member that is cleared here.
void SideBar::setCurrentConnection(QString id)
{
    m_current.clear();
    m_connections->clearSelection();
    for (int row = 0; row < m_connectionModel->rowCount(); ++row) {
        if (id.isEmpty() || m_connectionModel->item(row)->data(SideBarIdRole).toString() != id)
            continue;
        m_connections->selectionModel()->select(m_connectionModel->index(row, 0),
                                                QItemSelectionModel::ClearAndSelect);
        m_current = std::move(id);
        return;
    }
}

QString SideBar::currentConnection() const
{
    return m_current;
}

QSize SideBar::sizeHint() const
{
    return {scaledHeight(barWidth, fontMetrics()), 400};
}

void SideBar::showConnectionMenu(const QPoint &at)
{
    const QModelIndex index = m_connections->indexAt(at);
    if (!index.isValid())
        return;
    const ConnectionRow row = m_rows.at(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"refresh"), tr("Refresh"), this,
                    [this, row] { Q_EMIT refreshConnectionRequested(row.id); });
    QAction *edit = menu->addAction(themedIcon(u"settings"), tr("Edit…"), this,
                                    [this, row] { Q_EMIT editConnectionRequested(row.id); });
    edit->setEnabled(row.editable);
    menu->addSeparator();
    menu->addAction(themedIcon(u"cross"), tr("Remove from the list"), this,
                    [this, row] { Q_EMIT removeConnectionRequested(row.id); });
    menu->popup(m_connections->viewport()->mapToGlobal(at));
}

void SideBar::fitHeights()
{
    for (QListView *list : {m_views, m_connections}) {
        int height = 0;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            height += list->sizeHintForRow(row);
        list->setMinimumHeight(std::min(height, 3 * std::max(0, list->sizeHintForRow(0))));
        list->setMaximumHeight(height);
        list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    }
    m_views->setMinimumHeight(m_views->maximumHeight());
}

void SideBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeights();
}

void SideBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(this).color(ThemeRole::Base));
}

} // namespace Sandglass
