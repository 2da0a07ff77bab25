// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleetfixture.h"

#include <models/displaytext.h>

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QList<float> rising(double from, double to, int start, quint32 seed)
{
    QList<float> line = FleetFixture::wander(from, 2, seed);
    for (int i = start; i < 60; ++i)
        line[i] += float((to - from) * double(std::min(i - start + 1, 10)) / 10);
    return line;
}

QList<float> ramp(double from, double to, int start, quint32 seed)
{
    QList<float> line = FleetFixture::wander(from, 1, seed);
    for (int i = start; i < 60; ++i)
        line[i] = float(from + (to - from) * (i - start) / (59 - start));
    return line;
}

QList<float> gap(QList<float> line, int from, int to)
{
    for (int i = from; i < to; ++i)
        line[i] = std::numeric_limits<float>::quiet_NaN();
    return line;
}

} // namespace

QString FixtureRow::key() const
{
    return QString::number(connection) + u'/' + id;
}

FleetFixture::FleetFixture(QList<FixtureRow> rows, QObject *parent)
    : QAbstractTableModel(parent),
      m_rows(std::move(rows))
{
}

int FleetFixture::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FleetFixture::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : fleetColumnCount;
}

QVariant FleetFixture::display(const FixtureRow &row, FleetColumn column) const
{
    static const std::array words{u"Starting"_s, u"Running"_s, u"Pausing"_s, u"Paused"_s,
                                  u"Resuming"_s, u"Killing"_s, u"Gone"_s,    u"Unknown"_s};
    switch (column) {
    case FleetColumn::Name:
        return row.name;
    case FleetColumn::Id:
        return elidedId(row.id);
    case FleetColumn::State:
        return words[std::size_t(row.state)];
    case FleetColumn::Cpu:
    case FleetColumn::Memory:
        return metric(row, column, Qt::DisplayRole);
    case FleetColumn::TimeLeft:
        return row.left;
    case FleetColumn::Template:
        return row.templateName;
    case FleetColumn::Metadata: {
        QStringList pairs;
        for (const auto &[key, value] : row.metadata.asKeyValueRange())
            pairs.append(key + u'=' + value);
        return pairs.join(u", "_s);
    }
    case FleetColumn::Age:
        return row.age;
    case FleetColumn::Attention:
        return row.attentionText;
    }
    return {};
}

QVariant FleetFixture::metric(const FixtureRow &row, FleetColumn column, int role)
{
    const bool cpu = column == FleetColumn::Cpu;
    const std::optional<double> value = cpu ? row.cpu : row.memory;
    switch (role) {
    case Qt::DisplayRole:
        if (row.nothing == NoValue::None)
            return value ? QString::number(qRound(*value)) + u" %"_s : QString();
        return std::array{u""_s, u"·"_s, u"–"_s, u"not reported"_s,
                          u"no sample yet"_s}[std::size_t(row.nothing)];
    case NoValueRole:
        return int(row.nothing);
    case ValueRole:
        return row.nothing == NoValue::None && value ? QVariant(*value) : QVariant();
    case OverLimitRole:
        return value && *value >= (cpu ? 95 : 90);
    case SeriesRole:
        return QVariant::fromValue(cpu ? row.cpuSeries : row.memorySeries);
    default:
        return {};
    }
}

QVariant FleetFixture::data(const QModelIndex &index, int role) const
{
    const FixtureRow &row = m_rows.at(index.row());
    const auto column = FleetColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::TextAlignmentRole:
        return column == FleetColumn::Age ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                          : QVariant();
    case SandboxKeyRole:
        return row.key();
    case SandboxIdRole:
        return row.id;
    case ConnectionColorRole:
        return row.connection;
    case FleetStateRole:
        return int(row.state);
    case StaleSecondsRole:
        return row.staleSeconds;
    case AttentionRole:
        return int(row.attention);
    case AttentionTextRole:
        return row.attentionText;
    case SecondsLeftRole:
        return row.secondsLeft;
    case FractionLeftRole:
        return row.fractionLeft;
    case PauseOnTimeoutRole:
        return row.pauses;
    case MetadataRole:
        return QVariant::fromValue(row.metadata);
    case SortRole:
        return column == FleetColumn::Attention ? QVariant(int(row.attention)) : row.name;
    default:
        return metric(row, column, role);
    }
}

QVariant FleetFixture::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const std::array names{
        u"Name"_s,      u"ID"_s,       u"State"_s,    u"CPU, 60 min"_s, u"Memory, 60 min"_s,
        u"Time left"_s, u"Template"_s, u"Metadata"_s, u"Age"_s,         u"Attention"_s};
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return section == int(FleetColumn::Age)
                   ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return names[std::size_t(section)];
}

void FleetFixture::reset(QList<FixtureRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void FleetFixture::setRow(int row, const FixtureRow &changed)
{
    m_rows[row] = changed;
    Q_EMIT dataChanged(index(row, 0), index(row, fleetColumnCount - 1));
}

void FleetFixture::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

QList<float> FleetFixture::wander(double level, double spread, quint32 seed, int points)
{
    QRandomGenerator random(seed);
    QList<float> line(60, std::numeric_limits<float>::quiet_NaN());
    for (int i = 60 - points; i < 60; ++i)
        line[i] = float(std::clamp(level + spread * (random.generateDouble() - 0.5), 0.0, 100.0));
    return line;
}

FixtureRow FleetFixture::running(const QString &name, double cpu, double memory)
{
    FixtureRow row;
    row.name = name;
    row.id = name.left(4) + u"4k2m9x71d0"_s + name.right(4);
    row.cpu = cpu;
    row.memory = memory;
    row.cpuSeries = wander(cpu, 12, quint32(cpu * 7));
    row.memorySeries = wander(memory, 2, quint32(memory * 3));
    row.cpuSeries.back() = float(cpu);
    row.memorySeries.back() = float(memory);
    row.left = u"38m"_s;
    row.secondsLeft = 38 * 60;
    row.fractionLeft = 0.63;
    row.templateName = u"base"_s;
    row.age = u"22m"_s;
    return row;
}

QList<FixtureRow> FleetFixture::mockup()
{
    QList<FixtureRow> rows;
    const auto add = [&](const QString &name, const QString &id, int connection, double cpu,
                         double memory) -> FixtureRow & {
        FixtureRow row = running(name, cpu, memory);
        row.id = id;
        row.connection = connection;
        rows.append(row);
        return rows.back();
    };
    const auto left = [](FixtureRow &row, const QString &text, int minutes, double fraction,
                         bool pauses) {
        row.left = text;
        row.secondsLeft = minutes * 60;
        row.fractionLeft = fraction;
        row.pauses = pauses;
    };
    const auto say = [](FixtureRow &row, Attention attention, const QString &text) {
        row.attention = attention;
        row.attentionText = text;
    };
    FixtureRow &scraper = add(u"scraper-7"_s, u"i8f2kq0w9dm3x07q"_s, 0, 99, 81);
    scraper.cpuSeries = rising(18, 99, 36, 7);
    scraper.memorySeries = ramp(42, 81, 40, 9);
    left(scraper, u"4m"_s, 4, 0.07, true);
    scraper.age = u"17h"_s;
    scraper.metadata = {{u"tenant"_s, u"acme"_s}, {u"owner"_s, u"ci-7"_s}};
    say(scraper, Attention::AtRisk, u"CPU > 95 % for 14 min, no output"_s);

    FixtureRow &etl = add(u"etl-backfill"_s, u"c5w0kq0w9dm390ce"_s, 0, 96, 92);
    etl.cpuSeries = rising(22, 96, 28, 3);
    etl.memorySeries = ramp(34, 92, 30, 5);
    left(etl, u"12h 1m"_s, 721, 0.5, false);
    etl.templateName = u"base:2026-07"_s;
    say(etl, Attention::AtRisk, u"Memory full in about 6 min"_s);

    FixtureRow &desk = add(u"qa-desk-4"_s, u"p0q7kq0w9dm35f02"_s, 0, 3, 44);
    left(desk, u"17m"_s, 17, 0.28, true);
    desk.templateName = u"desktop"_s;
    say(desk, Attention::Warning, u"Screen unchanged for 45 s"_s);

    left(add(u"scraper-8"_s, u"i8f2kq0w9dm3m41c"_s, 0, 41, 36), u"37m"_s, 37, 0.61, true);
    add(u"review-12"_s, u"k2a9kq0w9dm39d3e"_s, 0, 12, 22);
    FixtureRow &young = add(u"review-13"_s, u"k2a9kq0w9dm3bb70"_s, 0, 8, 19);
    young.cpuSeries = wander(8, 6, 4, 6);
    young.memorySeries = wander(19, 1, 4, 6);
    left(young, u"54m"_s, 54, 0.9, false);
    say(young, Attention::Remark, u"Created from review-12"_s);

    FixtureRow &pausing = add(u"nb-anna"_s, u"x9d1kq0w9dm37c18"_s, 1, 20, 50);
    pausing.state = FleetState::Pausing;
    pausing.nothing = NoValue::Transition;
    pausing.cpuSeries = gap(pausing.cpuSeries, 50, 60);
    pausing.memorySeries = gap(pausing.memorySeries, 50, 60);
    left(pausing, u"–"_s, 0, 0, true);
    pausing.secondsLeft = -1;
    say(pausing, Attention::Remark, u"Pausing, memory kept"_s);

    FixtureRow &ravi = add(u"nb-ravi"_s, u"x9d1kq0w9dm3e6b9"_s, 1, 23, 58);
    ravi.cpuSeries = gap(ravi.cpuSeries, 18, 34);
    ravi.memorySeries = gap(ravi.memorySeries, 18, 34);
    left(ravi, u"57m"_s, 57, 0.95, true);

    FixtureRow &paused = add(u"old-build"_s, u"m3r8kq0w9dm322fd"_s, 0, 0, 0);
    paused.state = FleetState::Paused;
    paused.nothing = NoValue::Paused;
    paused.left = u"18d kept"_s;
    paused.secondsLeft = -1;

    left(add(u"migrate-pg17"_s, u"t1v6kq0w9dm308ab"_s, 0, 15, 31), u"14m"_s, 14, 0.24, true);

    FixtureRow &starting = add(u"pr-4417"_s, u"h7n3kq0w9dm3d5d2"_s, 1, 0, 0);
    starting.state = FleetState::Starting;
    starting.nothing = NoValue::Transition;
    starting.cpuSeries.clear();
    starting.memorySeries.clear();
    left(starting, u"1h 00m"_s, 60, 1, false);
    starting.age = u"4s"_s;

    FixtureRow &fresh = add(u"pr-4418"_s, u"h7n3kq0w9dm3d5d3"_s, 1, 0, 0);
    fresh.nothing = NoValue::NoSample;
    fresh.cpuSeries.clear();
    fresh.memorySeries.clear();
    left(fresh, u"1h 00m"_s, 60, 1, false);
    say(fresh, Attention::Remark, u"First sample in about 5 s"_s);

    FixtureRow &gone = add(u"pr-4409"_s, u"h7n3kq0w9dm341f8"_s, 1, 0, 0);
    gone.state = FleetState::Gone;
    gone.cpu.reset();
    gone.memory.reset();
    gone.left = u"–"_s;
    gone.secondsLeft = -1;
    say(gone, Attention::Remark, u"Gone 14:02, timeout reached"_s);

    FixtureRow &edge = add(u"edge-cn-1"_s, u"z7e4kq0w9dm3c901"_s, 3, 0, 0);
    edge.nothing = NoValue::NotReported;
    edge.staleSeconds = 180;
    left(edge, u"58m"_s, 58, 0.97, false);
    say(edge, Attention::Remark, u"Last answer 3 min ago"_s);

    FixtureRow &local = add(u"local-1"_s, u"loc0kq0w9dm30001"_s, 2, 18, 27);
    local.left = u"no limit"_s;
    local.secondsLeft = -1;
    say(local, Attention::Remark, u"Process isolation"_s);
    return rows;
}

} // namespace Sandglass
