// SPDX-License-Identifier: GPL-3.0-or-later
// FleetView: keys and the intents behind them.
#include <widgets/fleetview.h>

#include <QtGui/QKeyEvent>

namespace Sandglass {

namespace {

FleetState stateOf(const QModelIndex &index)
{
    return FleetState(index.data(FleetStateRole).toInt());
}

} // namespace

void FleetView::keyPressEvent(QKeyEvent *event)
{
    if (pressCommand(*event) || pressLetter(*event))
        event->accept();
    else
        QTableView::keyPressEvent(event);
}

bool FleetView::pressCommand(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.matches(QKeySequence::Copy)) {
        copyIds();
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers != Qt::NoModifier)
            return false;
        open(currentIndex());
        return true;
    case Qt::Key_Delete:
        // Del alone is kept for retiring; on a gone row nothing is left to lose.
        request(modifiers == Qt::ShiftModifier ? RowAct::Kill : RowAct::Dismiss);
        return true;
    case Qt::Key_Menu:
    case Qt::Key_F10:
        if (event.key() == Qt::Key_F10 && modifiers != Qt::ShiftModifier)
            return false;
        if (currentIndex().isValid())
            openMenu(currentIndex(), viewport()->mapToGlobal(visualRect(currentIndex()).center()));
        return true;
    default:
        return false;
    }
}

bool FleetView::pressLetter(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::ShiftModifier;
    if (!m_singleLetterKeys || modifiers != Qt::NoModifier || event.text().size() != 1)
        return false;
    switch (event.text().front().unicode()) {
    case u't':
        request(RowAct::Terminal);
        return true;
    case u'e':
        request(RowAct::Extend);
        return true;
    case u'n':
        selectNextAtRisk();
        return true;
    case u'g':
        setCurrentIndex(moveCursor(MoveHome, {}));
        return true;
    case u'G':
        setCurrentIndex(moveCursor(MoveEnd, {}));
        return true;
    default:
        return false;
    }
}

void FleetView::keyboardSearch(const QString &search)
{
    // One letter cannot both act and jump to a name; with the letters off it may jump.
    if (!m_singleLetterKeys)
        QTableView::keyboardSearch(search);
}

QModelIndex FleetView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    // The list is one of rows: Home and End lead to its ends, not to the ends of a row.
    if (rows > 0 && (action == MoveHome || action == MoveEnd)) {
        const int column = std::max(0, currentIndex().column());
        return model()->index(action == MoveHome ? 0 : rows - 1, column);
    }
    return QTableView::moveCursor(action, modifiers);
}

void FleetView::selectNextAtRisk()
{
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    for (int step = 1; step <= rows; ++step) {
        const QModelIndex index = keyIndex((from + step) % rows);
        if (Attention(index.data(AttentionRole).toInt()) == Attention::AtRisk) {
            setCurrentIndex(index);
            return;
        }
    }
}

void FleetView::open(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT openRequested(index.data(SandboxKeyRole).toString());
}

QStringList FleetView::keysFor(RowAct act) const
{
    QStringList keys;
    if (selectionModel() == nullptr)
        return keys;
    QModelIndexList rows = act == RowAct::Terminal ? QModelIndexList{currentIndex()}
                                                   : selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex &row : std::as_const(rows)) {
        const FleetState state = stateOf(row);
        const bool lives = state != FleetState::Gone && state != FleetState::Killing;
        const bool fits = act == RowAct::Kill      ? lives
                          : act == RowAct::Dismiss ? state == FleetState::Gone
                          : act == RowAct::Resume  ? state == FleetState::Paused
                                                   : state == FleetState::Running;
        if (row.isValid() && fits)
            keys.append(row.data(SandboxKeyRole).toString());
    }
    return keys;
}

void FleetView::request(RowAct act)
{
    const QStringList keys = keysFor(act);
    if (keys.isEmpty())
        return;
    switch (act) {
    case RowAct::Terminal:
        Q_EMIT terminalRequested(keys.front());
        break;
    case RowAct::Extend:
        Q_EMIT extendRequested(keys);
        break;
    case RowAct::Resume:
        Q_EMIT resumeRequested(keys);
        break;
    case RowAct::Kill:
        Q_EMIT killRequested(keys,
                             rowRect(keys.contains(currentKey()) ? currentKey() : keys.front()));
        break;
    case RowAct::Dismiss:
        Q_EMIT dismissRequested(keys);
        break;
    }
}

void FleetView::copyIds()
{
    if (selectionModel() == nullptr)
        return;
    QStringList ids;
    for (const QModelIndex &row : selectionModel()->selectedRows())
        ids.append(row.data(SandboxIdRole).toString());
    if (!ids.isEmpty())
        Q_EMIT copyIdRequested(ids);
}

QRect FleetView::rowRect(const QString &key) const
{
    const int row = rowOfKey(key);
    if (row < 0)
        return {};
    const QRect rect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    return {viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

} // namespace Sandglass
