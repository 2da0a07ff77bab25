// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/fleetfacts.h>
#include <models/fleetquery.h>
#include <models/fleettext.h>

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

using Match = std::function<bool(const FleetEntry &, Timestamp)>;
using Number = std::function<std::optional<double>(const FleetEntry &, Timestamp)>;

bool contains(const std::string &text, const QString &word)
{
    return QString::fromStdString(text).contains(word, Qt::CaseInsensitive);
}

bool equals(const std::string &text, const QString &word)
{
    return QString::fromStdString(text).compare(word, Qt::CaseInsensitive) == 0;
}

Match wordMatch(const QString &word)
{
    return [word](const FleetEntry &entry, Timestamp) {
        const SandboxInfo &info = entry.info;
        return contains(info.id, word) || contains(info.alias, word) ||
               contains(info.templateId, word) ||
               entry.connection->name.contains(word, Qt::CaseInsensitive) ||
               std::ranges::any_of(info.metadata, [&](const auto &pair) {
                   return contains(pair.first, word) || contains(pair.second, word);
               });
    };
}

std::optional<FleetState> stateNamed(const QString &word)
{
    static constexpr std::array names{
        std::pair{QLatin1StringView("starting"), FleetState::Starting},
        std::pair{QLatin1StringView("running"), FleetState::Running},
        std::pair{QLatin1StringView("pausing"), FleetState::Pausing},
        std::pair{QLatin1StringView("paused"), FleetState::Paused},
        std::pair{QLatin1StringView("resuming"), FleetState::Resuming},
        std::pair{QLatin1StringView("killing"), FleetState::Killing},
        std::pair{QLatin1StringView("gone"), FleetState::Gone},
        std::pair{QLatin1StringView("unknown"), FleetState::Unknown},
    };
    for (const auto &[name, state] : names) {
        if (word.compare(name, Qt::CaseInsensitive) == 0)
            return state;
    }
    return std::nullopt;
}

Number percentNumber(MetricMember member)
{
    return [member](const FleetEntry &entry, Timestamp) { return percentOf(entry, member); };
}

std::optional<double> inSeconds(std::optional<std::chrono::seconds> length)
{
    return length.transform([](std::chrono::seconds s) { return double(s.count()); });
}

/// What a comparison may be about; `isDuration` says how its number is written.
struct Measure {
    Number number;
    bool isDuration = false;
};

std::optional<Measure> measureNamed(const QString &name)
{
    const QString key = name.toLower();
    if (key == "cpu"_L1)
        return Measure{percentNumber(MetricMember::Cpu)};
    if (key == "mem"_L1 || key == "memory"_L1)
        return Measure{percentNumber(MetricMember::Memory)};
    if (key == "disk"_L1)
        return Measure{percentNumber(MetricMember::Disk)};
    if (key == "left"_L1)
        return Measure{
            [](const FleetEntry &e, Timestamp now) { return inSeconds(secondsLeft(e, now)); },
            true};
    if (key == "age"_L1)
        return Measure{[](const FleetEntry &e, Timestamp now) { return inSeconds(ageOf(e, now)); },
                       true};
    return std::nullopt;
}

/// "80", "80%", "80 %".
std::optional<double> parsePercent(QString text)
{
    if (text.endsWith(u'%'))
        text.chop(1);
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    return ok && qIsFinite(value) ? std::optional(value) : std::nullopt;
}

/// "90", "90s", "10m", "2h", "1d": seconds.
std::optional<double> parseDuration(QString text)
{
    double unit = 1;
    if (!text.isEmpty() && text.back().isLetter()) {
        const QChar letter = text.back().toLower();
        unit = letter == u's'   ? 1
               : letter == u'm' ? 60
               : letter == u'h' ? 3600
               : letter == u'd' ? 86400
                                : 0;
        text.chop(1);
    }
    const auto value = parsePercent(text);
    return unit > 0 && value ? std::optional(*value * unit) : std::nullopt;
}

bool holds(double value, const QString &sign, double bound)
{
    if (sign == "<"_L1)
        return value < bound;
    if (sign == ">"_L1)
        return value > bound;
    return sign == "<="_L1 ? value <= bound : value >= bound;
}

QString unquoted(QString text)
{
    return text.remove(u'"');
}

/// Cut at white space outside quotes.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c.isSpace() && !quoted) {
            words.append(std::exchange(word, {}));
            continue;
        }
        word += c;
    }
    words.append(word);
    words.removeAll(QString());
    return words;
}

} // namespace

bool isInView(const FleetEntry &entry, Attention attention, FleetViewFilter view)
{
    switch (view) {
    case FleetViewFilter::All:
        return true;
    case FleetViewFilter::Running:
        return entry.state != FleetState::Paused && entry.state != FleetState::Gone;
    case FleetViewFilter::Paused:
        return entry.state == FleetState::Paused;
    case FleetViewFilter::Gone:
        return entry.state == FleetState::Gone;
    case FleetViewFilter::AtRisk:
        return attention == Attention::AtRisk;
    }
    return false;
}

FleetQuery FleetQuery::parse(const QString &text)
{
    FleetQuery query;
    query.m_text = text;
    const QStringList words = wordsOf(text);
    for (const QString &word : words)
        query.m_terms.append(parseTerm(word));
    return query;
}

FilterTerm FleetQuery::parseTerm(const QString &word)
{
    if (word.startsWith(u'"'))
        return {.text = word, .error = {}, .matches = wordMatch(unquoted(word))};
    const qsizetype sign = word.indexOf(QRegularExpression(u"[<>]"_s));
    const qsizetype colon = word.indexOf(u':');
    if (sign > 0 && (colon < 0 || sign < colon))
        return parseComparison(word, sign);
    if (colon > 0)
        return parseKeyValue(word, colon);
    return {.text = word, .error = {}, .matches = wordMatch(unquoted(word))};
}

FilterTerm FleetQuery::parseComparison(const QString &word, qsizetype at)
{
    const auto measure = measureNamed(word.first(at));
    if (!measure)
        return {
            .text = word,
            .error =
                tr("%1: only cpu, mem, disk, left and age can be compared.").arg(displayText(word)),
            .matches = {}};
    const bool orEqual = at + 1 < word.size() && word.at(at + 1) == u'=';
    const QString sign = word.sliced(at, orEqual ? 2 : 1);
    const QString number = unquoted(word.sliced(at + sign.size()));
    const auto bound = measure->isDuration ? parseDuration(number) : parsePercent(number);
    if (!bound)
        return {.text = word,
                .error = measure->isDuration
                             ? tr("%1: a length of time is missing, such as 30s, 10m, 2h or 1d.")
                                   .arg(displayText(word))
                             : tr("%1: a number of percent is missing.").arg(displayText(word)),
                .matches = {}};
    const auto matches = [value = measure->number, sign, bound = *bound](const FleetEntry &entry,
                                                                         Timestamp now) {
        const auto measured = value(entry, now);
        return measured && holds(*measured, sign, bound);
    };
    return {.text = word, .error = {}, .matches = matches};
}

FilterTerm FleetQuery::parseKeyValue(const QString &word, qsizetype colon)
{
    const QString key = unquoted(word.first(colon));
    const QString value = unquoted(word.sliced(colon + 1));
    FilterTerm term{.text = word, .error = {}, .matches = {}};
    if (value.isEmpty()) {
        term.error = tr("%1: what it should be is missing.").arg(displayText(word));
    } else if (key.compare("state"_L1, Qt::CaseInsensitive) == 0) {
        const auto state = stateNamed(value);
        if (state)
            term.matches = [s = *state](const FleetEntry &entry, Timestamp) {
                return entry.state == s;
            };
        else
            term.error = tr("%1: states are starting, running, paused, killing, gone and unknown.")
                             .arg(displayText(word));
    } else if (key.compare("template"_L1, Qt::CaseInsensitive) == 0) {
        term.matches = [value](const FleetEntry &entry, Timestamp) {
            return equals(entry.info.alias, value) || equals(entry.info.templateId, value);
        };
    } else if (key.compare("connection"_L1, Qt::CaseInsensitive) == 0) {
        term.matches = [value](const FleetEntry &entry, Timestamp) {
            return entry.connection->name.compare(value, Qt::CaseInsensitive) == 0;
        };
    } else if (key.compare("id"_L1, Qt::CaseInsensitive) == 0) {
        term.matches = [value](const FleetEntry &entry, Timestamp) {
            return QString::fromStdString(entry.info.id).startsWith(value, Qt::CaseInsensitive);
        };
    } else {
        term.matches = [key = key.toStdString(), value](const FleetEntry &entry, Timestamp) {
            const auto found = entry.info.metadata.find(key);
            return found != entry.info.metadata.end() && equals(found->second, value);
        };
    }
    return term;
}

QString FleetQuery::errors() const
{
    QStringList errors;
    for (const FilterTerm &term : m_terms) {
        if (!term.error.isEmpty())
            errors.append(term.error);
    }
    return errors.join(u'\n');
}

QString FleetQuery::without(qsizetype dropped) const
{
    QStringList words;
    for (qsizetype i = 0; i < m_terms.size(); ++i) {
        if (i != dropped)
            words.append(m_terms.at(i).text);
    }
    return words.join(u' ');
}

bool FleetQuery::matches(const FleetEntry &entry, Timestamp now) const
{
    return std::ranges::all_of(
        m_terms, [&](const FilterTerm &term) { return !term.matches || term.matches(entry, now); });
}

} // namespace Sandglass
