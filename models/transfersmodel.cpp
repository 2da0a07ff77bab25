// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/transfersmodel.h>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {

/// From here on a transfer that stands still is said to.
constexpr auto stillFrom = 3s;

bool isActive(const TransferItem &item)
{
    return item.state == TransferState::Waiting || item.state == TransferState::Running;
}

std::optional<int> timeLeft(qint64 done, qint64 total, std::optional<double> rate)
{
    constexpr double tooSlow = 1; // a byte a second: nobody knows when that ends
    if (total < 0 || !rate || *rate < tooSlow)
        return std::nullopt;
    const double seconds = std::ceil(double(std::max<qint64>(0, total - done)) / *rate);
    return int(std::min(seconds, 99.0 * 24 * 3600));
}

} // namespace

TransfersModel::TransfersModel(QObject *parent)
    : QAbstractListModel(parent),
      m_clock(Clock::system())
{
    connect(&m_timer, &QTimer::timeout, this, &TransfersModel::tick);
    m_timer.setInterval(1s);
}

void TransfersModel::setClock(Clock clock)
{
    m_clock = std::move(clock);
}

void TransfersModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int TransfersModel::rowOf(quint64 id) const
{
    const auto found = std::ranges::find(m_rows, id, [](const Row &row) { return row.item.id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void TransfersModel::add(const TransferItem &item)
{
    if (const int row = rowOf(item.id); row >= 0) {
        m_rows[std::size_t(row)] = {.item = item, .rate = {}};
        announce(row);
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back({.item = item, .rate = {}});
    endInsertRows();
}

void TransfersModel::start(quint64 id)
{
    const int row = rowOf(id);
    if (row < 0 || m_rows[std::size_t(row)].item.state != TransferState::Waiting)
        return;
    Row &started = m_rows[std::size_t(row)];
    started.item.state = TransferState::Running;
    started.rate.add(m_clock.uptime(), started.item.done);
    m_timer.start();
    announce(row);
}

void TransfersModel::progress(quint64 id, qint64 done, qint64 total)
{
    start(id);
    const int row = rowOf(id);
    if (row < 0 || m_rows[std::size_t(row)].item.state != TransferState::Running)
        return;
    Row &moved = m_rows[std::size_t(row)];
    moved.item.done = done;
    moved.item.total = total;
    moved.rate.add(m_clock.uptime(), done);
    announce(row);
}

void TransfersModel::finish(quint64 id, qint64 bytes, const QString &place, const QString &remark)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    TransferItem &item = m_rows[std::size_t(row)].item;
    item.done = item.total = bytes;
    item.place = place;
    end(id, TransferState::Done, remark);
}

void TransfersModel::fail(quint64 id, const QString &words)
{
    end(id, TransferState::Failed, words);
}

void TransfersModel::cancel(quint64 id)
{
    end(id, TransferState::Cancelled, {});
}

void TransfersModel::end(quint64 id, TransferState state, const QString &words)
{
    const int row = rowOf(id);
    if (row < 0 || !isActive(m_rows[std::size_t(row)].item))
        return;
    m_rows[std::size_t(row)].item.state = state;
    m_rows[std::size_t(row)].item.words = words;
    announce(row);
}

void TransfersModel::remove(quint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void TransfersModel::removeEnded()
{
    const auto isOver = [this](int row) { return !isActive(m_rows[std::size_t(row)].item); };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!isOver(last))
            continue;
        int first = last;
        while (first > 0 && isOver(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

const TransferItem *TransfersModel::find(quint64 id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows[std::size_t(row)].item;
}

QModelIndex TransfersModel::indexOf(quint64 id) const
{
    const int row = rowOf(id);
    return row < 0 ? QModelIndex() : index(row);
}

TransferPace TransfersModel::paceOf(const Row &row) const
{
    if (row.item.state != TransferState::Running)
        return {};
    const auto now = m_clock.uptime();
    const auto still = row.rate.silence(now);
    if (still >= stillFrom)
        return {.secondsStill = int(floor<std::chrono::seconds>(still).count())};
    const std::optional<double> rate = row.rate.at(now);
    return {.rate = rate, .secondsLeft = timeLeft(row.item.done, row.item.total, rate)};
}

TransferSummary TransfersModel::summary() const
{
    TransferSummary summary;
    for (const Row &row : m_rows) {
        summary.failed += row.item.state == TransferState::Failed ? 1 : 0;
        if (!isActive(row.item)) {
            ++summary.ended;
            continue;
        }
        ++summary.active;
        summary.done += row.item.done;
        if (row.item.total < 0)
            summary.total = -1;
        else if (summary.total >= 0)
            summary.total += row.item.total;
        if (const auto rate = paceOf(row).rate)
            summary.rate = summary.rate.value_or(0) + *rate;
    }
    summary.secondsLeft = timeLeft(summary.done, summary.total, summary.rate);
    return summary;
}

QString TransfersModel::summaryText() const
{
    return TransferText(m_locale).summary(summary());
}

QString TransfersModel::shortSummaryText() const
{
    return TransferText(m_locale).shortSummary(summary());
}

void TransfersModel::tick()
{
    bool isRunning = false;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[std::size_t(row)].item.state != TransferState::Running)
            continue;
        isRunning = true;
        announce(row);
    }
    if (!isRunning)
        m_timer.stop();
}

void TransfersModel::announce(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

int TransfersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TransfersModel::paceData(const Row &row, int role) const
{
    const TransferPace pace = paceOf(row);
    const TransferText text(m_locale);
    switch (role) {
    case TransferRateRole:
        return pace.rate ? QVariant(*pace.rate) : QVariant();
    case TransferSecondsLeftRole:
        return pace.secondsLeft ? QVariant(*pace.secondsLeft) : QVariant();
    case TransferStatusRole:
        return text.status(row.item, pace);
    case Qt::ToolTipRole:
        return toolTipText(row.item.name + u'\n' + text.status(row.item, pace));
    case Qt::AccessibleTextRole:
        return text.accessible(row.item, pace);
    default:
        return {};
    }
}

QVariant TransfersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.item.name;
    case TransferIdRole:
        return row.item.id;
    case TransferDirectionRole:
        return int(row.item.direction);
    case TransferStateRole:
        return int(row.item.state);
    case TransferDoneRole:
        return row.item.done;
    case TransferTotalRole:
        return row.item.total;
    default:
        return paceData(row, role);
    }
}

} // namespace Sandglass
