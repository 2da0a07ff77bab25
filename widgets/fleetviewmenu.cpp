// SPDX-License-Identifier: GPL-3.0-or-later
// FleetView: the menu of a row, and what it filters by.
#include <widgets/fleetview.h>
#include <widgets/icons.h>

#include <QtCore/QMap>
#include <QtCore/QRegularExpression>
#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

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
        return term(u"state"_s, stateTerm(FleetState(index.data(FleetStateRole).toInt())));
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
    add(u"resume", tr("Resume…"), RowAct::Resume, tr("Only a paused sandbox can be resumed."));
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
