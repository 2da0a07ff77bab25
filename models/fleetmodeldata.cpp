// SPDX-License-Identifier: GPL-3.0-or-later
// What FleetModel answers for one cell, and how cells stand to each other.
#include <models/displaytext.h>
#include <models/fleetmodel.h>
#include <models/fleetstore.h>

#include <QMap>
#include <QVariant>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

MetricMember memberOf(FleetColumn column)
{
    return column == FleetColumn::Cpu ? MetricMember::Cpu : MetricMember::Memory;
}

bool isMetric(FleetColumn column)
{
    return column == FleetColumn::Cpu || column == FleetColumn::Memory;
}

bool isRightAligned(FleetColumn column)
{
    return isMetric(column) || column == FleetColumn::TimeLeft || column == FleetColumn::Age;
}

const std::string &templateOf(const SandboxInfo &info)
{
    return info.alias.empty() ? info.templateId : info.alias;
}

QMap<QString, QString> toMap(const StringMap &metadata)
{
    QMap<QString, QString> map;
    for (const auto &[key, value] : metadata)
        map.insert(displayText(key), displayText(value));
    return map;
}

} // namespace

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= fleetColumnCount)
        return {};
    const auto column = FleetColumn(section);
    if (role == Qt::DisplayRole)
        return FleetText::column(column);
    if (role == Qt::TextAlignmentRole && (column == FleetColumn::Age))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

QVariant FleetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = this->row(index.row());
    const auto column = FleetColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
    case Qt::TextAlignmentRole:
        return display(row, column, role);
    case AttentionRole:
        return int(row.attention.level);
    case AttentionTextRole:
        return row.attention.text;
    case NoValueRole:
    case ValueRole:
    case OverLimitRole:
    case SeriesRole:
        return isMetric(column) ? metric(*row.entry, column, role) : QVariant();
    case StaleSecondsRole:
    case EndAtRole:
    case SecondsLeftRole:
    case FractionLeftRole:
    case StartedAtRole:
        return times(*row.entry, role);
    case SortRole:
        return sortValue(row, column);
    default:
        return identity(*row.entry, role);
    }
}

QVariant FleetModel::display(const Row &row, FleetColumn column, int role) const
{
    const bool isAttention = column == FleetColumn::Attention;
    switch (role) {
    case Qt::DisplayRole:
        return isAttention ? row.attention.text : texts().cell(*row.entry, column);
    case Qt::ToolTipRole:
        return toolTipText(isAttention ? row.attention.text : texts().toolTip(*row.entry, column));
    case Qt::AccessibleTextRole:
        return isAttention && !row.attention.text.isEmpty()
                   ? FleetText::column(column) + u": "_s + row.attention.text
                   : texts().accessible(*row.entry, column);
    default:
        return QVariant::fromValue((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    }
}

QVariant FleetModel::identity(const FleetEntry &entry, int role) const
{
    switch (role) {
    case SandboxKeyRole:
        return entry.key;
    case SandboxIdRole:
        return QString::fromStdString(entry.info.id);
    case ConnectionIdRole:
        return entry.connection->id;
    case ConnectionNameRole:
        return entry.connection->name;
    case ConnectionColorRole:
        return entry.connection->colorRole;
    case FleetStateRole:
        return int(entry.state);
    case PauseOnTimeoutRole:
        return entry.info.lifecycle ? QVariant(entry.info.lifecycle->pauseOnTimeout) : QVariant();
    case MetadataRole:
        return QVariant::fromValue(toMap(entry.info.metadata));
    default:
        return {};
    }
}

QVariant FleetModel::metric(const FleetEntry &entry, FleetColumn column, int role) const
{
    const MetricMember member = memberOf(column);
    if (role == SeriesRole)
        return QVariant::fromValue(entry.history.series(m_store.serviceNow(entry), member));
    if (role == NoValueRole)
        return int(noValueOf(entry, member));
    const auto value = percentOf(entry, member);
    if (role == OverLimitRole)
        return value && isOverLimit(*value, member);
    return value ? QVariant(*value) : QVariant();
}

QVariant FleetModel::times(const FleetEntry &entry, int role) const
{
    const Timestamp now = m_store.now();
    switch (role) {
    case StaleSecondsRole:
        return int(std::chrono::floor<std::chrono::seconds>(staleFor(entry, now)).count());
    case EndAtRole: {
        const auto end = endOf(entry);
        return end ? QVariant(toDateTime(*end)) : QVariant();
    }
    case SecondsLeftRole: {
        const auto left = secondsLeft(entry, now);
        return left ? int(std::min<std::chrono::seconds::rep>(left->count(), INT_MAX)) : -1;
    }
    case FractionLeftRole: {
        const auto fraction = fractionLeft(entry, now);
        return fraction ? QVariant(*fraction) : QVariant();
    }
    default:
        return entry.info.startedAt == Timestamp{} ? QVariant()
                                                   : QVariant(toDateTime(entry.info.startedAt));
    }
}

QVariant FleetModel::sortValue(const Row &row, FleetColumn column) const
{
    const FleetEntry &entry = *row.entry;
    switch (column) {
    case FleetColumn::Name:
        return row.nameOrder;
    case FleetColumn::State:
        return int(entry.state);
    case FleetColumn::Cpu:
    case FleetColumn::Memory:
        return metric(entry, column, ValueRole);
    case FleetColumn::TimeLeft:
        return times(entry, EndAtRole);
    case FleetColumn::Age:
        return times(entry, StartedAtRole);
    case FleetColumn::Attention:
        return int(row.attention.level);
    case FleetColumn::Id:
        return QString::fromStdString(entry.info.id);
    case FleetColumn::Template:
    case FleetColumn::Metadata:
        return texts().cell(entry, column);
    }
    return {};
}

bool FleetModel::hasOrder(int number, FleetColumn column) const
{
    const Row &row = this->row(number);
    switch (column) {
    case FleetColumn::Cpu:
    case FleetColumn::Memory:
        return row.percentIn(column).has_value();
    case FleetColumn::TimeLeft:
        return endOf(*row.entry).has_value();
    case FleetColumn::Age:
        return row.entry->info.startedAt != Timestamp{};
    case FleetColumn::Attention:
        return row.attention.level != Attention::None;
    case FleetColumn::Metadata:
        return !row.entry->info.metadata.empty();
    case FleetColumn::Name:
    case FleetColumn::Id:
    case FleetColumn::State:
    case FleetColumn::Template:
        break;
    }
    return true;
}

std::weak_ordering FleetModel::order(int left, int right, FleetColumn column) const
{
    const Row &a = row(left);
    const Row &b = row(right);
    switch (column) {
    case FleetColumn::Name:
        return a.nameOrder.compare(b.nameOrder) <=> 0;
    case FleetColumn::Id:
        return a.entry->info.id <=> b.entry->info.id;
    case FleetColumn::State:
        return a.entry->state <=> b.entry->state;
    case FleetColumn::Cpu:
    case FleetColumn::Memory:
        return std::weak_order(a.percentIn(column).value_or(0), b.percentIn(column).value_or(0));
    case FleetColumn::TimeLeft:
        return endOf(*a.entry).value_or(Timestamp{}) <=> endOf(*b.entry).value_or(Timestamp{});
    case FleetColumn::Template:
        return templateOf(a.entry->info) <=> templateOf(b.entry->info);
    case FleetColumn::Metadata:
        return a.entry->info.metadata <=> b.entry->info.metadata;
    case FleetColumn::Age: // the youngest first
        return b.entry->info.startedAt <=> a.entry->info.startedAt;
    case FleetColumn::Attention:
        return a.attention.level <=> b.attention.level;
    }
    return std::weak_ordering::equivalent;
}

std::weak_ordering FleetModel::tieBreak(int left, int right) const
{
    const Row &a = row(left);
    const Row &b = row(right);
    const auto byName = a.nameOrder.compare(b.nameOrder) <=> 0;
    return byName != 0 ? byName : a.entry->key.compare(b.entry->key) <=> 0;
}

} // namespace Sandglass
