// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/filetreemodel.h>
#include <widgets/filetreeview.h>

#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QHeaderView>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {

constexpr int levelIndent = 14;
constexpr auto loadingShownAfter = 300ms;
constexpr auto dropOpensAfter = 700ms;

struct ColumnWidth {
    FileColumn column;
    int width; ///< in design pixels
};
constexpr ColumnWidth columnWidths[] = {{FileColumn::Size, 96},
                                        {FileColumn::Modified, 128},
                                        {FileColumn::Permissions, 112},
                                        {FileColumn::Owner, 96}};

} // namespace

FileTreeView::FileTreeView(FileTreeModel &files, QWidget *parent)
    : QTreeView(parent),
      m_files(files)
{
    m_look.look = FleetLook::of(this);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(false); // activateRow() knows better
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setAnimated(false);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Files of the sandbox"));
    setItemDelegate(new FileDelegate(&m_look, this));
    setModel(&files);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(40);
    arrangeColumns();
    sortByColumn(int(FileColumn::Name), Qt::AscendingOrder);
    setSortingEnabled(true);
    m_loadingDelay.setSingleShot(true);
    m_loadingDelay.setInterval(loadingShownAfter);
    m_loadingDelay.callOnTimeout(this, [this] {
        m_look.showsLoading = true;
        viewport()->update();
    });
    m_dropExpand.setSingleShot(true);
    m_dropExpand.setInterval(dropOpensAfter);
    m_dropExpand.callOnTimeout(this, [this] { expand(m_drop); });
    followModel();
    expandRoots();
}

FileTreeView::~FileTreeView() = default;

void FileTreeView::followModel()
{
    connect(this, &QTreeView::expanded, &m_files,
            [this](const QModelIndex &index) { m_files.setExpanded(index, true); });
    connect(this, &QTreeView::collapsed, &m_files,
            [this](const QModelIndex &index) { m_files.setExpanded(index, false); });
    connect(this, &QAbstractItemView::doubleClicked, this, &FileTreeView::activateRow);
    connect(&m_files, &QAbstractItemModel::modelReset, this, &FileTreeView::expandRoots);
    connect(&m_files, &FileTreeModel::directoryChanged, this, &FileTreeView::followLoading);
    connect(&m_files, &FileTreeModel::revealed, this, [this](const QModelIndex &index) {
        choose(index);
        scrollTo(index); // opens what is above it, too
    });
    connect(&m_files, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_edit != nullptr && !m_editing.isValid())
            closeEdit(); // its row is gone
    });
}

void FileTreeView::setCompact(bool compact)
{
    if (compact == m_look.isCompact)
        return;
    m_look.isCompact = compact;
    arrangeColumns();
}

void FileTreeView::arrangeColumns()
{
    setIndentation(m_look.look.px(levelIndent));
    setHeaderHidden(m_look.isCompact);
    header()->setSectionResizeMode(int(FileColumn::Name), QHeaderView::Stretch);
    for (const auto &[column, width] : columnWidths) {
        header()->setSectionHidden(int(column), m_look.isCompact);
        header()->resizeSection(int(column), m_look.look.px(width));
    }
}

void FileTreeView::updateLook()
{
    m_look.look = FleetLook::of(this);
    arrangeColumns();
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void FileTreeView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
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

void FileTreeView::expandRoots()
{
    for (int row = 0; row < m_files.rowCount(); ++row)
        expand(m_files.index(row, 0));
    if (!currentIndex().isValid() && m_files.rowCount() > 0)
        choose(m_files.index(0, 0));
}

void FileTreeView::followLoading(const QModelIndex &directory)
{
    m_loading.removeIf(
        [&](const QPersistentModelIndex &index) { return !index.isValid() || index == directory; });
    if (FileNodeState(directory.data(StateRole).toInt()) == FileNodeState::Loading)
        m_loading.append(directory);
    if (m_loading.isEmpty()) {
        m_loadingDelay.stop();
        m_look.showsLoading = false;
    } else if (!m_look.showsLoading && !m_loadingDelay.isActive()) {
        m_loadingDelay.start();
    }
    viewport()->update();
}

QModelIndexList FileTreeView::selectedRows() const
{
    // By their numbers on the way down: asking the view for positions takes long with many rows.
    using Place = std::pair<QList<int>, QModelIndex>;
    QList<Place> places;
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        QList<int> numbers;
        for (QModelIndex up = row; up.isValid(); up = up.parent())
            numbers.prepend(up.row());
        if (!row.data(IsDraftRole).toBool())
            places.append({numbers, row});
    }
    std::ranges::sort(places, {}, &Place::first);
    QModelIndexList rows;
    for (const Place &place : std::as_const(places))
        rows.append(place.second);
    return rows;
}

QList<QByteArray> FileTreeView::selectedPaths() const
{
    QList<QByteArray> paths;
    for (const QModelIndex &row : selectedRows())
        paths.append(row.data(PathRole).toByteArray());
    return paths;
}

QModelIndex FileTreeView::targetDirectory() const
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    if (!current.isValid())
        return m_files.index(0, 0);
    const bool isTarget =
        current.data(IsDirectoryRole).toBool() && !current.data(IsDraftRole).toBool();
    return isTarget ? current : current.parent();
}

void FileTreeView::choose(const QModelIndex &index)
{
    // Not QAbstractItemView's setCurrentIndex: what that selects depends on the keys that are down.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                 QItemSelectionModel::Rows);
}

void FileTreeView::reveal(const QByteArray &path)
{
    m_files.reveal(path);
}

QRect FileTreeView::globalRowRect(const QModelIndex &index) const
{
    const QRect row = visualRect(index.siblingAtColumn(0));
    return {viewport()->mapToGlobal(QPoint(0, row.top())),
            QSize(viewport()->width(), row.height())};
}

QRect FileTreeView::freeArea() const
{
    QModelIndex last = m_files.index(m_files.rowCount() - 1, 0);
    while (last.isValid() && isExpanded(last) && m_files.rowCount(last) > 0)
        last = m_files.index(m_files.rowCount(last) - 1, 0, last);
    const int top = last.isValid() ? visualRect(last).bottom() + 1 : 0;
    return {0, top, viewport()->width(), std::max(0, viewport()->height() - top)};
}

void FileTreeView::activateRow(const QModelIndex &index)
{
    const QModelIndex row = index.siblingAtColumn(0);
    if (!row.isValid() || row.data(IsDraftRole).toBool())
        return;
    if (!row.data(IsDirectoryRole).toBool()) {
        Q_EMIT openRequested(row.data(PathRole).toByteArray());
        return;
    }
    const bool hasFailed =
        FileNodeState(row.data(StateRole).toInt()) == FileNodeState::Failed && isExpanded(row);
    if (hasFailed)
        m_files.refresh(row);
    else
        setExpanded(row, !isExpanded(row));
}

void FileTreeView::goToParent()
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    if (current.parent().isValid()) {
        choose(current.parent());
        return;
    }
    const QByteArray path = current.data(PathRole).toByteArray();
    const qsizetype slash = path.lastIndexOf('/');
    if (slash >= 0 && path.size() > 1)
        Q_EMIT rootRequested(slash == 0 ? QByteArray("/") : path.first(slash));
}

void FileTreeView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier)) {
        event->ignore();
    } else if (isEnter) {
        activateRow(currentIndex());
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void FileTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const QPoint position =
        byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuRequested(index.siblingAtColumn(0), position);
}

void FileTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT currentRowChanged();
}

void FileTreeView::selectionChanged(const QItemSelection &selected,
                                    const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    viewport()->update();
    Q_EMIT currentRowChanged();
}

} // namespace Sandglass
