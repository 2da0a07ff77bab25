// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fleetmodel.h>
#include <models/fleetstore.h>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

FleetModel::FleetModel(FleetStore &store, QObject *parent)
    : QAbstractTableModel(parent),
      m_store(store)
{
    addRows(store.keys());
    connect(&store, &FleetStore::rowsAdded, this, &FleetModel::addRows);
    connect(&store, &FleetStore::rowsChanged, this, &FleetModel::changeRows);
    connect(&store, &FleetStore::rowsRemoved, this, &FleetModel::removeRowsOf);
    connect(&store, &FleetStore::keyChanged, this, &FleetModel::renameRow);
    connect(&m_timer, &QTimer::timeout, this, &FleetModel::tick);
    m_timer.start(1s);
}

int FleetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FleetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : fleetColumnCount;
}

QModelIndex FleetModel::indexOf(const QString &key, FleetColumn column) const
{
    const Row *found = m_index.value(key);
    return found ? index(found->number, int(column)) : QModelIndex();
}

QString FleetModel::keyAt(int number) const
{
    return row(number).entry->key;
}

const FleetEntry &FleetModel::entryAt(int number) const
{
    return *row(number).entry;
}

Attention FleetModel::attentionAt(int number) const
{
    return row(number).attention.level;
}

void FleetModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    for (const auto &row : m_rows)
        renew(*row);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, fleetColumnCount - 1));
}

Timestamp FleetModel::now() const
{
    return m_store.now();
}

FleetText FleetModel::texts() const
{
    return {m_locale, now()};
}

void FleetModel::renew(Row &row) const
{
    const Timestamp now = m_store.now();
    row.nameOrder = naturalOrder(nameOf(*row.entry));
    row.attention = attentionOf(*row.entry, now, m_locale);
    row.next = nextTextChanges(*row.entry, now);
    row.isStale = staleFor(*row.entry, now) > 0ms;
    row.noValue = noValueOf(*row.entry, MetricMember::Cpu);
    row.cpu = percentOf(*row.entry, MetricMember::Cpu);
    row.memory = percentOf(*row.entry, MetricMember::Memory);
}

std::unique_ptr<FleetModel::Row> FleetModel::makeRow(const QString &key) const
{
    const FleetEntry *entry = m_store.find(key);
    if (!entry || m_index.contains(key))
        return nullptr;
    auto row = std::make_unique<Row>();
    row->entry = entry;
    renew(*row);
    return row;
}

void FleetModel::addRows(const QStringList &keys)
{
    std::vector<std::unique_ptr<Row>> added;
    for (const QString &key : keys) {
        if (auto row = makeRow(key))
            added.push_back(std::move(row));
    }
    if (added.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(added.size()) - 1);
    for (auto &row : added) {
        m_index.insert(row->entry->key, row.get());
        m_rows.push_back(std::move(row));
    }
    renumber(first);
    endInsertRows();
}

void FleetModel::changeRows(const QStringList &keys)
{
    QList<int> rows;
    for (const QString &key : keys) {
        if (Row *row = m_index.value(key)) {
            renew(*row);
            rows.append(row->number);
        }
    }
    announce(std::move(rows), FleetColumn::Name, FleetColumn::Attention);
}

void FleetModel::removeRowsOf(const QStringList &keys)
{
    QList<int> rows;
    for (const QString &key : keys) {
        if (const Row *row = m_index.value(key))
            rows.append(row->number);
    }
    std::ranges::sort(rows);
    // From the end, each run of neighbours at once, so that the rows before stay where they are.
    while (!rows.isEmpty()) {
        const int last = rows.takeLast();
        int first = last;
        while (!rows.isEmpty() && rows.constLast() == first - 1)
            first = rows.takeLast();
        beginRemoveRows({}, first, last);
        for (int number = first; number <= last; ++number)
            m_index.remove(keyAt(number));
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        renumber(first);
        endRemoveRows();
    }
}

void FleetModel::renameRow(const QString &before, const QString &after)
{
    Row *row = m_index.take(before);
    if (!row)
        return;
    m_index.insert(after, row);
    renew(*row);
    announce({row->number}, FleetColumn::Name, FleetColumn::Attention);
}

void FleetModel::renumber(int from)
{
    for (int number = from; number < rowCount(); ++number)
        m_rows[std::size_t(number)]->number = number;
}

void FleetModel::announce(QList<int> rows, FleetColumn first, FleetColumn last)
{
    std::ranges::sort(rows);
    for (qsizetype begin = 0; begin < rows.size();) {
        qsizetype end = begin + 1;
        while (end < rows.size() && rows.at(end) <= rows.at(end - 1) + 1)
            ++end;
        Q_EMIT dataChanged(index(rows.at(begin), int(first)), index(rows.at(end - 1), int(last)));
        begin = end;
    }
}

bool FleetModel::hasAged(const Row &row, Timestamp now) const
{
    // Sweeps that find nothing new are not announced, so what follows from them is looked at here.
    return row.next.stale <= now || row.isStale != (staleFor(*row.entry, now) > 0ms) ||
           row.noValue != noValueOf(*row.entry, MetricMember::Cpu);
}

void FleetModel::tick()
{
    const Timestamp now = m_store.now();
    QList<int> left;
    QList<int> age;
    QList<int> attention;
    QList<int> whole;
    for (const auto &row : m_rows) {
        const TextChanges due = row->next;
        const bool aged = hasAged(*row, now);
        if (due.left > now && due.age > now && !aged)
            continue;
        const AttentionFacts before = row->attention;
        renew(*row);
        if (aged) {
            whole.append(row->number);
            continue;
        }
        if (due.left <= now)
            left.append(row->number);
        if (due.age <= now)
            age.append(row->number);
        if (row->attention != before)
            attention.append(row->number);
    }
    announce(std::move(left), FleetColumn::TimeLeft, FleetColumn::TimeLeft);
    announce(std::move(age), FleetColumn::Age, FleetColumn::Age);
    announce(std::move(attention), FleetColumn::Attention, FleetColumn::Attention);
    announce(std::move(whole), FleetColumn::Name, FleetColumn::Attention);
}

} // namespace Sandglass
