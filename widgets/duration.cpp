// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/duration.h>

#include <QtCore/QStringList>

namespace Sandglass {

namespace {

constexpr qint64 longest = 366LL * 24 * 3600;

qint64 secondsOf(QChar unit)
{
    switch (unit.toLower().unicode()) {
    case u's':
        return 1;
    case u'm':
        return 60;
    case u'h':
        return 3600;
    case u'd':
        return 24LL * 3600;
    default:
        return 0;
    }
}

} // namespace

std::optional<std::chrono::seconds> parseDuration(QStringView text)
{
    qint64 total = 0;
    qint64 number = -1;
    bool withUnit = false;
    for (const QChar c : text.trimmed()) {
        if (c.isDigit()) {
            number = (number < 0 ? 0 : number * 10) + c.digitValue();
            if (number > longest)
                return std::nullopt;
        } else if (c.isSpace()) {
            continue;
        } else {
            const qint64 unit = secondsOf(c);
            if (unit == 0 || number < 0)
                return std::nullopt;
            total += number * unit;
            number = -1;
            withUnit = true;
        }
    }
    if (number >= 0) {
        if (withUnit) // "1h 30": of what?
            return std::nullopt;
        total = number;
    }
    if (total <= 0 || total > longest)
        return std::nullopt;
    return std::chrono::seconds(total);
}

QString durationText(std::chrono::seconds duration)
{
    using namespace std::chrono;
    // "24h", "36h": one day is easier to read in hours.
    const auto wholeDays = floor<days>(duration);
    const auto shownDays = wholeDays.count() >= 2 ? wholeDays : days(0);
    const hh_mm_ss rest(duration - shownDays);
    QStringList parts;
    const auto add = [&parts](auto count, QChar unit) {
        if (count.count() > 0)
            parts.append(QString::number(count.count()) + unit);
    };
    add(shownDays, u'd');
    add(rest.hours(), u'h');
    add(rest.minutes(), u'm');
    add(rest.seconds(), u's');
    return parts.join(u' ');
}

} // namespace Sandglass
