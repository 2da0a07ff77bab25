// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fleettext.h>
#include <models/transfertext.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr double step = 1024;

struct Unit {
    QString name;
    double bytes = 1;
    int digits = 0;
};

Unit unitFor(double bytes)
{
    static const std::array names{u"B"_s, u"KiB"_s, u"MiB"_s, u"GiB"_s, u"TiB"_s};
    std::size_t power = 0;
    double size = 1;
    for (; power + 1 < names.size() && bytes >= size * step; ++power)
        size *= step;
    return {names.at(power), size, power < 2 ? 0 : 1};
}

QString joined(const QStringList &parts)
{
    return parts.join(u" · "_s);
}

} // namespace

QString TransferText::amount(qint64 done, qint64 total) const
{
    const Unit unit = unitFor(double(std::max(done, total)));
    const QString moved = m_locale.toString(double(done) / unit.bytes, 'f', unit.digits);
    if (total < 0)
        return u"%1 %2"_s.arg(moved, unit.name);
    const double whole = double(total) / unit.bytes;
    // "50 MiB" rather than "50.0 MiB": it does not move.
    const int digits = std::abs(whole - std::round(whole)) < 0.05 ? 0 : unit.digits;
    return tr("%1 of %2 %3", "12.4 of 50 MiB")
        .arg(moved, m_locale.toString(whole, 'f', digits), unit.name);
}

QString TransferText::rate(double bytesPerSecond) const
{
    const Unit unit = unitFor(bytesPerSecond);
    const double value = bytesPerSecond / unit.bytes;
    return tr("%1 %2/s", "38 MiB/s")
        .arg(m_locale.toString(value, 'f', value < 10 ? unit.digits : 0), unit.name);
}

QString TransferText::progress(qint64 done, qint64 total, const TransferPace &pace) const
{
    QStringList parts{amount(done, total)};
    if (pace.secondsStill > 0)
        parts.append(
            tr("nothing for %1").arg(FleetText::duration(std::chrono::seconds(pace.secondsStill))));
    else if (pace.rate)
        parts.append(rate(*pace.rate));
    if (pace.secondsLeft)
        parts.append(
            tr("%1 left").arg(FleetText::duration(std::chrono::seconds(*pace.secondsLeft))));
    return joined(parts);
}

QString TransferText::status(const TransferItem &item, const TransferPace &pace) const
{
    switch (item.state) {
    case TransferState::Waiting:
        return tr("Waiting for others");
    case TransferState::Running:
        return progress(item.done, item.total, pace);
    case TransferState::Done: {
        QStringList parts{amount(item.done, -1)};
        if (!item.place.isEmpty())
            parts.append(tr("in %1").arg(item.place));
        if (!item.words.isEmpty())
            parts.append(item.words);
        return joined(parts);
    }
    case TransferState::Failed:
        return item.words.isEmpty() ? tr("It failed.") : item.words;
    case TransferState::Cancelled:
        return tr("Cancelled, nothing was kept");
    }
    return {};
}

QString TransferText::accessible(const TransferItem &item, const TransferPace &pace) const
{
    const QString what =
        item.direction == TransferDirection::Upload ? tr("Upload of %1") : tr("Download of %1");
    QStringList parts{what.arg(item.name)};
    if (item.state == TransferState::Done)
        parts.append(tr("done"));
    if (item.state == TransferState::Failed)
        parts.append(tr("failed"));
    parts.append(status(item, pace));
    return parts.join(u", "_s);
}

QString TransferText::summary(const TransferSummary &summary) const
{
    if (summary.active == 0 || (summary.done == 0 && summary.total < 0))
        return shortSummary(summary);
    const TransferPace pace{.rate = summary.rate, .secondsLeft = summary.secondsLeft};
    QStringList parts{tr("%n transfer(s)", nullptr, summary.active),
                      progress(summary.done, summary.total, pace)};
    if (summary.failed > 0)
        parts.append(tr("%n failed", nullptr, summary.failed));
    return joined(parts);
}

QString TransferText::shortSummary(const TransferSummary &summary) const
{
    QStringList parts{summary.active > 0 ? tr("%n transfer(s)", nullptr, summary.active)
                                         : tr("%n transfer(s) ended", nullptr, summary.ended)};
    if (summary.failed > 0)
        parts.append(tr("%n failed", nullptr, summary.failed));
    return joined(parts);
}

} // namespace Sandglass
