// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fleetview.h>
#include <widgets/fleetviewheader.h>
#include <widgets/metricdelegate.h>
#include <widgets/namedelegate.h>
#include <widgets/statedelegate.h>
#include <widgets/timeleftdelegate.h>

#include <QtCore/QDataStream>
#include <QtCore/QSet>
#include <QtGui/QAccessible>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr int compactFrom = 15;
constexpr int compactHeight = 22;
constexpr int comfortableHeight = 28;
constexpr quint32 stateMagic = 0x53474631; // "SGF1"

/// Design widths in the order of FleetColumn; Attention takes the rest and needs no less than this.
constexpr std::array<int, fleetColumnCount> columnWidths{144, 88,  92,  126, 126,
                                                         122, 104, 136, 70,  160};

} // namespace

FleetView::FleetView(QWidget *parent)
    : QTableView(parent),
      m_look(FleetLook::of(this)),
      m_header(new FleetViewHeader(&m_look, this))
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(NoDragDrop);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    viewport()->setAttribute(Qt::WA_Hover); // a row under the pointer, whatever the style does
    viewport()->setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    setAccessibleName(tr("Sandboxes"));
    setHorizontalHeader(m_header);
    setUpDelegates();
    connect(m_header, &FleetViewHeader::fitRequested, this, &QTableView::resizeColumnToContents);
    connect(m_header, &FleetViewHeader::resetRequested, this, &FleetView::resetColumns);
    connect(this, &QAbstractItemView::doubleClicked, this, &FleetView::open);
}

FleetView::~FleetView() = default;

void FleetView::setUpDelegates()
{
    const auto set = [this](FleetColumn column, QAbstractItemDelegate *delegate) {
        setItemDelegateForColumn(int(column), delegate);
    };
    using Metric = MetricDelegate::Metric;
    setItemDelegate(new TextDelegate(&m_look, this));
    set(FleetColumn::Name, new NameDelegate(&m_look, this));
    set(FleetColumn::Id, new IdDelegate(&m_look, this));
    set(FleetColumn::State, new StateDelegate(&m_look, this));
    set(FleetColumn::Cpu, new MetricDelegate(Metric::Cpu, &m_look, this));
    set(FleetColumn::Memory, new MetricDelegate(Metric::Memory, &m_look, this));
    set(FleetColumn::TimeLeft, new TimeLeftDelegate(&m_look, this));
    set(FleetColumn::Attention, new AttentionDelegate(&m_look, this));
}

void FleetView::setModel(QAbstractItemModel *model)
{
    if (this->model() != nullptr)
        disconnect(this->model(), nullptr, this, nullptr);
    // Before the view's own connections, or the selection would be gone when the reset is seen.
    if (model != nullptr)
        connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &FleetView::keepKeys);
    const bool first = this->model() == nullptr;
    QTableView::setModel(model);
    if (model != nullptr) {
        followModel();
        if (first)
            resetColumns();
        setSortingEnabled(true);
    }
    updateRowHeight();
    announceKeys();
}

void FleetView::followModel()
{
    const QAbstractItemModel *rows = model();
    const auto follow = [this] {
        updateRowHeight();
        followPointer();
    };
    connect(rows, &QAbstractItemModel::modelReset, this, &FleetView::restoreKeys);
    connect(rows, &QAbstractItemModel::modelReset, this, follow);
    connect(rows, &QAbstractItemModel::rowsInserted, this, follow);
    connect(rows, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(rows, &QAbstractItemModel::layoutChanged, this, follow);
}

void FleetView::resetColumns()
{
    m_header->setStretchLastSection(true);
    for (int column = 0; column < m_header->count(); ++column) {
        m_header->moveSection(m_header->visualIndex(column), column);
        m_header->setSectionHidden(column, false);
        if (column < fleetColumnCount)
            m_header->resizeSection(column, m_look.px(columnWidths[std::size_t(column)]));
    }
    // What wants to be looked at comes first.
    sortByColumn(int(FleetColumn::Attention), Qt::DescendingOrder);
}

void FleetView::addColumnActions(QMenu *menu)
{
    m_header->fillMenu(menu, -1);
}

QByteArray FleetView::saveState() const
{
    const QByteArray columns = m_header->saveState();
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_8);
    stream << stateMagic << qint32(m_header->count()) << qChecksum(columns) << columns;
    return state;
}

bool FleetView::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_8);
    quint32 magic = 0;
    qint32 count = 0;
    quint16 checksum = 0;
    QByteArray columns;
    stream >> magic >> count >> checksum >> columns;
    if (stream.status() != QDataStream::Ok || magic != stateMagic || count != m_header->count() ||
        checksum != qChecksum(columns) || !m_header->restoreState(columns))
        return false;
    sortByColumn(m_header->sortIndicatorSection(), m_header->sortIndicatorOrder());
    return true;
}

void FleetView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        updateLook();
        break;
    default:
        break;
    }
}

void FleetView::updateLook()
{
    const qreal before = m_look.scale;
    m_look = FleetLook::of(this);
    updateRowHeight();
    if (m_look.scale != before) {
        for (int column = 0; column < m_header->count(); ++column) {
            if (!m_header->isSectionHidden(column))
                m_header->resizeSection(
                    column, qRound(m_header->sectionSize(column) * m_look.scale / before));
        }
        m_header->updateGeometry();
        updateGeometries();
    }
    m_header->viewport()->update();
    viewport()->update();
}

void FleetView::updateRowHeight()
{
    const bool compact = model() != nullptr && model()->rowCount() >= compactFrom;
    const int height = m_look.px(compact ? compactHeight : comfortableHeight);
    if (verticalHeader()->defaultSectionSize() != height)
        verticalHeader()->setDefaultSectionSize(height);
}

QModelIndex FleetView::keyIndex(int row) const
{
    return model() != nullptr ? model()->index(row, int(FleetColumn::Name)) : QModelIndex();
}

int FleetView::rowOfKey(const QString &key) const
{
    const int rows = model() != nullptr && !key.isEmpty() ? model()->rowCount() : 0;
    for (int row = 0; row < rows; ++row) {
        if (keyIndex(row).data(SandboxKeyRole).toString() == key)
            return row;
    }
    return -1;
}

QString FleetView::currentKey() const
{
    return currentIndex().data(SandboxKeyRole).toString();
}

QStringList FleetView::selectedKeys() const
{
    if (selectionModel() == nullptr)
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList keys;
    keys.reserve(rows.size());
    for (const QModelIndex &row : std::as_const(rows))
        keys.append(row.data(SandboxKeyRole).toString());
    return keys;
}

bool FleetView::selectKey(const QString &key)
{
    const int row = rowOfKey(key);
    if (row < 0)
        return false;
    const QModelIndex index = keyIndex(row);
    // Not QAbstractItemView's setCurrentIndex: that toggles while a key like Ctrl is down.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                 QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void FleetView::keepKeys()
{
    m_keptSelection = selectedKeys();
    m_keptCurrent = currentKey();
    m_keptScroll = verticalScrollBar()->value();
    m_resetting = true;
}

void FleetView::restoreKeys()
{
    if (!m_resetting || selectionModel() == nullptr)
        return;
    const QSet<QString> wanted(m_keptSelection.cbegin(), m_keptSelection.cend());
    QItemSelection selection;
    QModelIndex current;
    int first = -1; // of the run of selected rows: one range each, or thousands would take seconds
    for (int row = 0; row <= model()->rowCount(); ++row) {
        const QModelIndex index = keyIndex(row);
        const QString key = index.data(SandboxKeyRole).toString();
        const bool selected = index.isValid() && wanted.contains(key);
        if (selected && first < 0)
            first = row;
        if (!selected && first >= 0)
            selection.select(keyIndex(std::exchange(first, -1)), keyIndex(row - 1));
        if (index.isValid() && key == m_keptCurrent)
            current = index;
    }
    if (current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    updateGeometries();
    verticalScrollBar()->setValue(m_keptScroll);
    m_resetting = false;
    announceKeys();
}

void FleetView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    if (QAccessible::isActive() && current.isValid() && !m_resetting)
        setAccessibleDescription(rowText(current));
    announceKeys();
}

void FleetView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    announceKeys();
}

void FleetView::announceKeys()
{
    if (m_resetting)
        return;
    if (const QString key = currentKey(); key != m_announcedCurrent) {
        m_announcedCurrent = key;
        Q_EMIT currentKeyChanged(key);
    }
    if (const QStringList keys = selectedKeys(); keys != m_announcedSelection) {
        m_announcedSelection = keys;
        Q_EMIT selectedKeysChanged(keys);
    }
}

QString FleetView::rowText(const QModelIndex &index) const
{
    QStringList parts;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        const QModelIndex cell = index.siblingAtColumn(column);
        QString text = cell.data(Qt::AccessibleTextRole).toString();
        if (text.isEmpty())
            text = cell.data().toString();
        if (!m_header->isSectionHidden(column) && !text.isEmpty())
            parts.append(text);
    }
    return parts.join(u", "_s);
}

} // namespace Sandglass
