// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/fleettext.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

QString FleetText::duration(std::chrono::seconds length)
{
    const qint64 seconds = length.count();
    if (length < 1min)
        return tr("%1s", "seconds").arg(seconds);
    const qint64 minutes = seconds / 60;
    if (length < 1h)
        return tr("%1m", "minutes").arg(minutes);
    const qint64 hours = minutes / 60;
    if (length < 24h)
        return tr("%1h %2m", "hours, minutes").arg(QString::number(hours), twoDigits(minutes % 60));
    return tr("%1d %2h", "days, hours").arg(hours / 24).arg(hours % 24);
}

QString FleetText::ago(std::chrono::seconds age)
{
    const qint64 seconds = age.count();
    if (age < 1s)
        return tr("just now");
    if (age < 1min) // from ten seconds on in steps, so that it does not tick
        return tr("%1 s ago").arg(seconds < 10 ? seconds : seconds / 10 * 10);
    if (age < 1h)
        return tr("%1 min ago").arg(seconds / 60);
    return age < 48h ? tr("%1 h ago").arg(seconds / 3600) : tr("%1 days ago").arg(seconds / 86400);
}

QString FleetText::state(FleetState state)
{
    switch (state) {
    case FleetState::Starting:
        return tr("Starting");
    case FleetState::Running:
        return tr("Running");
    case FleetState::Pausing:
        return tr("Pausing");
    case FleetState::Paused:
        return tr("Paused");
    case FleetState::Resuming:
        return tr("Resuming");
    case FleetState::Killing:
        return tr("Killing");
    case FleetState::Gone:
        return tr("Gone");
    case FleetState::Unknown:
        break;
    }
    return tr("Unknown");
}

QString FleetText::noValue(NoValue why)
{
    switch (why) {
    case NoValue::None:
        break;
    case NoValue::Paused:
        return u"·"_s;
    case NoValue::Transition:
        return u"–"_s;
    case NoValue::NotReported:
        return tr("not reported");
    case NoValue::NoSample:
        return tr("no sample yet");
    }
    return {};
}

QString FleetText::noValueInWords(NoValue why)
{
    switch (why) {
    case NoValue::None:
        break;
    case NoValue::Paused:
        return tr("no value, it is paused");
    case NoValue::Transition:
        return tr("no value, it is not running");
    case NoValue::NotReported:
        return tr("not reported by this connection");
    case NoValue::NoSample:
        return tr("no sample yet");
    }
    return {};
}

QString FleetText::goneReason(GoneReason reason)
{
    switch (reason) {
    case GoneReason::None:
        break;
    case GoneReason::TimeRanOut:
        return tr("time ran out");
    case GoneReason::KilledHere:
        return tr("killed from here");
    case GoneReason::EndedElsewhere:
        return tr("ended outside Sandglass");
    }
    return {};
}

QString FleetText::metadata(const StringMap &metadata)
{
    QStringList pairs;
    for (const auto &[key, value] : metadata) {
        if (key != "name")
            pairs.append(displayText(key) + u'=' + displayText(value));
    }
    return pairs.join(u", "_s);
}

QString FleetText::column(FleetColumn column)
{
    switch (column) {
    case FleetColumn::Name:
        return tr("Name");
    case FleetColumn::Id:
        return tr("ID");
    case FleetColumn::State:
        return tr("State");
    case FleetColumn::Cpu:
        return tr("CPU, 60 min");
    case FleetColumn::Memory:
        return tr("Memory, 60 min");
    case FleetColumn::TimeLeft:
        return tr("Time left");
    case FleetColumn::Template:
        return tr("Template");
    case FleetColumn::Metadata:
        return tr("Metadata");
    case FleetColumn::Age:
        return tr("Age");
    case FleetColumn::Attention:
        return tr("Attention");
    }
    return {};
}

QString FleetText::percent(double percent) const
{
    return tr("%1 %").arg(m_locale.toString(qRound(percent)));
}

QString FleetText::clockTime(Timestamp time) const
{
    return m_locale.toString(toDateTime(time).toLocalTime().time(), QLocale::ShortFormat);
}

QString FleetText::exactTime(Timestamp time) const
{
    const QDateTime local = toDateTime(time).toLocalTime();
    return tr("%1, %2", "date, time")
        .arg(m_locale.toString(local.date(), QLocale::ShortFormat),
             m_locale.toString(local.time(), u"HH:mm:ss"_s));
}

QString FleetText::size(qint64 bytes) const
{
    return m_locale.formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

QString FleetText::timeLeft(const FleetEntry &entry) const
{
    if (const auto left = secondsLeft(entry, m_now))
        return duration(*left);
    if (entry.state == FleetState::Paused)
        return tr("kept", "a paused sandbox has no end");
    if (entry.state == FleetState::Running || entry.state == FleetState::Unknown)
        return tr("no limit");
    return u"–"_s;
}

QString FleetText::metricCell(const FleetEntry &entry, MetricMember member) const
{
    const auto value = percentOf(entry, member);
    return value ? percent(*value) : noValue(noValueOf(entry, member));
}

QString FleetText::cell(const FleetEntry &entry, FleetColumn column) const
{
    switch (column) {
    case FleetColumn::Name:
        return nameOf(entry);
    case FleetColumn::Id:
        return elidedId(displayText(entry.info.id));
    case FleetColumn::State:
        return state(entry.state);
    case FleetColumn::Cpu:
        return metricCell(entry, MetricMember::Cpu);
    case FleetColumn::Memory:
        return metricCell(entry, MetricMember::Memory);
    case FleetColumn::TimeLeft:
        return timeLeft(entry);
    case FleetColumn::Template:
        return displayText(entry.info.alias.empty() ? entry.info.templateId : entry.info.alias);
    case FleetColumn::Metadata:
        return metadata(entry.info.metadata);
    case FleetColumn::Age: {
        const auto age = ageOf(entry, m_now);
        return age ? duration(*age) : u"–"_s;
    }
    case FleetColumn::Attention:
        break;
    }
    return {};
}

QString FleetText::freshness(const FleetEntry &entry) const
{
    const auto stale = staleFor(entry, m_now);
    if (stale == 0ms)
        return {};
    return tr("Last answer %1").arg(ago(std::chrono::floor<std::chrono::seconds>(stale)));
}

QString FleetText::accessible(const FleetEntry &entry, FleetColumn column) const
{
    QString text = cell(entry, column);
    if (column == FleetColumn::Cpu || column == FleetColumn::Memory) {
        const auto member = column == FleetColumn::Cpu ? MetricMember::Cpu : MetricMember::Memory;
        const auto value = percentOf(entry, member);
        if (!value)
            text = noValueInWords(noValueOf(entry, member));
        else if (isOverLimit(*value, member))
            text = tr("%1, over the limit").arg(text);
    } else if (column == FleetColumn::Id) {
        text = displayText(entry.info.id);
    } else if (column == FleetColumn::Name) {
        text = tr("%1, %2, connection %3").arg(text, state(entry.state), entry.connection->name);
    }
    const QString old = freshness(entry);
    const QString said = tr("%1: %2", "column, value").arg(FleetText::column(column), text);
    return old.isEmpty() ? said : tr("%1. %2", "value, how old it is").arg(said, old);
}

} // namespace Sandglass
