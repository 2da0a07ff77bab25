// SPDX-License-Identifier: GPL-3.0-or-later
// FleetView: keys, menus and the intents behind them.
#include <widgets/fleetview.h>
#include <widgets/icons.h>

#include <QtCore/QMap>
#include <QtCore/QRegularExpression>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

FleetState stateOf(const QModelIndex &index)
{
    return FleetState(index.data(FleetStateRole).toInt());
}

/// As the filter understands it, in no language but its own.
QString stateTerm(FleetState state)
{
    switch (state) {
    case FleetState::Starting:
        return u"starting"_s;
    case FleetState::Running:
        return u"running"_s;
    case FleetState::Pausing:
        return u"pausing"_s;
    case FleetState::Paused:
        return u"paused"_s;
    case FleetState::Resuming:
        return u"resuming"_s;
    case FleetState::Killing:
        return u"killing"_s;
    case FleetState::Gone:
        return u"gone"_s;
    case FleetState::Unknown:
        break;
    }
    return u"unknown"_s;
}

/// Empty where the filter's language could not say it.
QString term(const QString &key, const QString &value)
{
    static const QRegularExpression unsayable(u"[\\s:<>\"]"_s);
    if (value.isEmpty() || value.contains(u'"') || key.contains(unsayable))
        return {};
    const bool quoted = value.contains(unsayable);
    return key + u':' + (quoted ? u'"' + value + u'"' : value);
}

QMap<QString, QString> metadataOf(const QModelIndex &index)
{
    return index.data(MetadataRole).value<QMap<QString, QString>>();
}

/// A name that is metadata can be asked for exactly, any other is a word to look for.
QString nameTerm(const QModelIndex &index)
{
    const QString name = index.data().toString();
    if (metadataOf(index).value(u"name"_s) == name)
        return term(u"name"_s, name);
    return name.isEmpty() || name.contains(u'"') ? QString() : u'"' + name + u'"';
}

} // namespace

QString filterTermOf(const QModelIndex &index)
{
    switch (FleetColumn(index.column())) {
    case FleetColumn::Name:
        return nameTerm(index);
    case FleetColumn::Id:
        return term(u"id"_s, index.data(SandboxIdRole).toString());
    case FleetColumn::State:
        return term(u"state"_s, stateTerm(stateOf(index)));
    case FleetColumn::Template:
        return term(u"template"_s, index.data().toString());
    case FleetColumn::Cpu:
    case FleetColumn::Memory: {
        const QVariant value = index.data(ValueRole);
        const bool cpu = index.column() == int(FleetColumn::Cpu);
        return value.isValid()
                   ? (cpu ? u"cpu>="_s : u"mem>="_s) + QString::number(int(value.toDouble()))
                   : QString();
    }
    case FleetColumn::TimeLeft:
    case FleetColumn::Metadata:
    case FleetColumn::Age:
    case FleetColumn::Attention:
        break;
    }
    return {};
}

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

void FleetView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid())
        openMenu(index, event->globalPos());
    event->accept();
}

void FleetView::openMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fillMenu(menu, index);
    m_menuOpen = true;
    updateOrderHold();
    connect(menu, &QMenu::aboutToHide, this, [this] {
        m_menuOpen = false;
        m_pressed = false;
        updateOrderHold();
    });
    menu->popup(position);
}

void FleetView::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const auto add = [&](QStringView icon, const QString &text, RowAct act, const QString &why) {
        QAction *action = menu->addAction(themedIcon(icon), text);
        if (keysFor(act).isEmpty()) {
            action->setEnabled(false);
            action->setToolTip(why);
        }
        connect(action, &QAction::triggered, this, [this, act] { request(act); });
        return action;
    };
    const QString notRunning = tr("Only a running sandbox can do this.");
    const QPersistentModelIndex row(index);
    QAction *open = menu->addAction(tr("Open"));
    menu->setDefaultAction(open);
    connect(open, &QAction::triggered, this, [this, row] { this->open(row); });
    add(u"terminal", tr("Terminal"), RowAct::Terminal, notRunning);
    add(u"extend", tr("Extend 30 min"), RowAct::Extend, notRunning);
    menu->addSeparator();
    connect(menu->addAction(themedIcon(u"copy"), tr("Copy Id")), &QAction::triggered, this,
            &FleetView::copyIds);
    fillFilterMenu(menu, index);
    menu->addSeparator();
    if (!keysFor(RowAct::Dismiss).isEmpty())
        add(u"close", tr("Dismiss"), RowAct::Dismiss, {});
    add(u"kill", tr("Kill…"), RowAct::Kill, tr("It is gone already."));
}

void FleetView::fillFilterMenu(QMenu *menu, const QModelIndex &index)
{
    const auto add = [this](QMenu *target, const QString &text, const QString &filter) {
        QAction *action = target->addAction(text);
        action->setEnabled(!filter.isEmpty());
        connect(action, &QAction::triggered, this,
                [this, filter] { Q_EMIT filterRequested(filter); });
    };
    const QMap<QString, QString> metadata = metadataOf(index);
    if (index.column() != int(FleetColumn::Metadata) || metadata.isEmpty()) {
        add(menu, tr("Filter by This Value"), filterTermOf(index));
        return;
    }
    QMenu *pairs = menu->addMenu(tr("Filter by This Value"));
    for (const auto &[key, value] : metadata.asKeyValueRange())
        add(pairs, key + u": "_s + value, term(key, value));
}

} // namespace Sandglass
