// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/time.h>

#include <algorithm>
#include <array>
#include <format>
#include <limits>
#include <optional>
#include <span>

namespace Sandglass {

namespace {

using namespace std::chrono;

/// Takes text from the front, piece by piece; every take fails for good once one has failed.
class Cursor final
{
public:
    explicit Cursor(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] bool isAtEnd() const { return m_valid && m_rest.empty(); }
    [[nodiscard]] char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }

    char any()
    {
        if (m_rest.empty()) {
            m_valid = false;
            return '\0';
        }
        const char first = m_rest.front();
        m_rest.remove_prefix(1);
        return first;
    }

    void literal(std::string_view expected)
    {
        if (m_rest.starts_with(expected))
            m_rest.remove_prefix(expected.size());
        else
            m_valid = false;
    }

    int digits(std::size_t count)
    {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const char digit = any();
            if (digit < '0' || digit > '9')
                m_valid = false;
            else
                value = value * 10 + (digit - '0');
        }
        return value;
    }

    /// Index of the one of `names` that comes next.
    unsigned oneOf(std::span<const std::string_view> names)
    {
        for (unsigned i = 0; i < names.size(); ++i) {
            if (m_rest.starts_with(names[i])) {
                m_rest.remove_prefix(names[i].size());
                return i;
            }
        }
        m_valid = false;
        return 0;
    }

private:
    std::string_view m_rest;
    bool m_valid = true;
};

constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Seconds of the day. 60 seconds are a leap second, which RFC 3339 allows.
std::optional<seconds> clockTime(Cursor &cursor)
{
    const int hour = cursor.digits(2);
    cursor.literal(":");
    const int minute = cursor.digits(2);
    cursor.literal(":");
    const int second = cursor.digits(2);
    if (!cursor.isValid() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    return hours(hour) + minutes(minute) + seconds(second);
}

/// The digits after the seconds' point, if there is one.
std::optional<nanoseconds> fraction(Cursor &cursor)
{
    if (cursor.peek() != '.')
        return nanoseconds(0);
    cursor.literal(".");
    std::int64_t value = 0;
    int count = 0;
    for (; cursor.peek() >= '0' && cursor.peek() <= '9' && count < 9; ++count)
        value = value * 10 + cursor.digits(1);
    if (count == 0)
        return std::nullopt;
    for (int i = count; i < 9; ++i)
        value *= 10;
    return nanoseconds(value);
}

std::optional<seconds> zoneOffset(Cursor &cursor)
{
    const char sign = cursor.any();
    if (sign == 'Z' || sign == 'z')
        return seconds(0);
    const int hour = cursor.digits(2);
    cursor.literal(":");
    const int minute = cursor.digits(2);
    if (!cursor.isValid() || (sign != '+' && sign != '-') || hour > 23 || minute > 59)
        return std::nullopt;
    const seconds offset = hours(hour) + minutes(minute);
    return sign == '-' ? -offset : offset;
}

/// A nanosecond count reaches from 1677 to 2262, but services write year 1 for "no time" and year
/// 9999 for "never".
Timestamp saturated(sys_seconds time, nanoseconds rest)
{
    constexpr auto earliest = ceil<seconds>(Timestamp::min());
    constexpr auto latest = floor<seconds>(Timestamp::max()) - seconds(1);
    if (time < earliest)
        return Timestamp::min();
    return time > latest ? Timestamp::max() : Timestamp(time) + rest;
}

std::optional<Timestamp> parsedTimestamp(std::string_view text)
{
    Cursor cursor(text);
    const int yearNumber = cursor.digits(4);
    cursor.literal("-");
    const int monthNumber = cursor.digits(2);
    cursor.literal("-");
    const int dayNumber = cursor.digits(2);
    const char separator = cursor.any();
    const auto clock = clockTime(cursor);
    const auto rest = fraction(cursor);
    const auto offset = zoneOffset(cursor);
    const year_month_day date{year(yearNumber), month(static_cast<unsigned>(monthNumber)),
                              day(static_cast<unsigned>(dayNumber))};
    if (!cursor.isAtEnd() || !clock || !rest || !offset || !date.ok() ||
        (separator != 'T' && separator != 't')) {
        return std::nullopt;
    }
    return saturated(sys_days(date) + *clock - *offset, *rest);
}

std::optional<Timestamp> parsedHttpDate(std::string_view text)
{
    Cursor cursor(text);
    // The name of the day is redundant: it has to be one, but need not be the right one.
    (void)cursor.oneOf(weekdays);
    cursor.literal(", ");
    const int dayNumber = cursor.digits(2);
    cursor.literal(" ");
    const unsigned monthIndex = cursor.oneOf(months);
    cursor.literal(" ");
    const int yearNumber = cursor.digits(4);
    cursor.literal(" ");
    const auto clock = clockTime(cursor);
    cursor.literal(" GMT");
    const year_month_day date{year(yearNumber), month(monthIndex + 1),
                              day(static_cast<unsigned>(dayNumber))};
    if (!cursor.isAtEnd() || !clock || !date.ok())
        return std::nullopt;
    return saturated(sys_days(date) + *clock, nanoseconds(0));
}

} // namespace

Result<Timestamp> parseTimestamp(std::string_view text)
{
    if (const auto time = parsedTimestamp(text))
        return *time;
    return failure(Error::Kind::Protocol, "not a time as in RFC 3339");
}

std::string formatTimestamp(Timestamp time)
{
    // By hand: rounding the earliest Timestamp down to seconds would leave the range of
    // nanoseconds.
    constexpr std::int64_t perSecond = 1'000'000'000;
    const std::int64_t count = time.time_since_epoch().count();
    const std::int64_t rest = (count % perSecond + perSecond) % perSecond;
    const std::int64_t whole = count / perSecond - (count % perSecond < 0 ? 1 : 0);
    std::string text = std::format("{:%FT%T}", sys_seconds(seconds(whole)));
    if (rest != 0) {
        text += std::format(".{:09}", rest);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text + "Z";
}

Result<Timestamp> parseHttpDate(std::string_view text)
{
    if (const auto time = parsedHttpDate(text))
        return *time;
    return failure(Error::Kind::Protocol, "not a date as in HTTP");
}

} // namespace Sandglass
