// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/fleettext.h>

#include <QStringList>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Sandglass {

QString FleetText::toolTip(const FleetEntry &entry, FleetColumn column) const
{
    QStringList lines{cellToolTip(entry, column), freshness(entry)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString FleetText::cellToolTip(const FleetEntry &entry, FleetColumn column) const
{
    switch (column) {
    case FleetColumn::Name:
        return nameOf(entry) + u'\n' + displayText(entry.info.id) + u'\n' +
               tr("Connection: %1").arg(entry.connection->name);
    case FleetColumn::Id:
        return displayText(entry.info.id);
    case FleetColumn::State:
        return stateToolTip(entry);
    case FleetColumn::Cpu:
        return metricToolTip(entry, MetricMember::Cpu);
    case FleetColumn::Memory:
        return metricToolTip(entry, MetricMember::Memory);
    case FleetColumn::TimeLeft:
        return endToolTip(entry);
    case FleetColumn::Template:
        return entry.info.alias.empty()
                   ? displayText(entry.info.templateId)
                   : tr("%1\nTemplate %2")
                         .arg(displayText(entry.info.alias), displayText(entry.info.templateId));
    case FleetColumn::Metadata:
        return metadata(entry.info.metadata).replace(u", "_s, u"\n"_s);
    case FleetColumn::Age:
        return entry.info.startedAt == Timestamp{}
                   ? QString()
                   : tr("Running since %1")
                         .arg(exactTime(entry.info.startedAt - entry.connection->clockOffset));
    case FleetColumn::Attention:
        break;
    }
    return {};
}

QString FleetText::stateToolTip(const FleetEntry &entry) const
{
    if (entry.isGone() && entry.goneAt)
        return tr("Gone since %1: %2").arg(exactTime(*entry.goneAt), goneReason(entry.goneReason));
    if (entry.state == FleetState::Paused)
        return tr("Paused since %1. It is kept until it is killed.")
            .arg(exactTime(entry.info.endAt - entry.connection->clockOffset));
    if (entry.state == FleetState::Unknown)
        return tr("The service reports a state that this version does not know.");
    return state(entry.state);
}

QString FleetText::metricToolTip(const FleetEntry &entry, MetricMember member) const
{
    const auto used = percentOf(entry, member);
    const auto &latest = entry.latest();
    if (!used || !latest)
        return noValueInWords(noValueOf(entry, member));
    const MetricSample &sample = *latest;
    const QString when = exactTime(sample.time - entry.connection->clockOffset);
    const QString value = percent(*used);
    if (member == MetricMember::Cpu)
        return tr("%1 of %2 vCPU\nMeasured %3")
            .arg(value, m_locale.toString(sample.cpuCount), when);
    return tr("%1: %2 of %3, and %4 of cache\nMeasured %5")
        .arg(value, size(sample.memUsed), size(sample.memTotal), size(sample.memCache), when);
}

QString FleetText::endToolTip(const FleetEntry &entry) const
{
    const auto end = endOf(entry);
    if (!end && entry.state == FleetState::Paused)
        return tr("A paused sandbox does not end by itself.");
    if (!end)
        return {};
    const QString when = exactTime(*end - entry.connection->clockOffset);
    if (!entry.info.lifecycle)
        return tr("Ends %1").arg(when);
    return entry.info.lifecycle->pauseOnTimeout ? tr("Pauses %1").arg(when)
                                                : tr("Is killed %1").arg(when);
}

} // namespace Sandglass
