// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetentry.h>

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <functional>

namespace Sandglass {

/// The views of the side bar. Running holds what is starting or changing, too; All holds gone rows.
enum class FleetViewFilter { All, Running, Paused, Gone, AtRisk };

[[nodiscard]] bool isInView(const FleetEntry &entry, Attention attention, FleetViewFilter view);

/// One word of the filter field.
struct FilterTerm {
    QString text;  ///< as written, with its quotes
    QString error; ///< why it cannot be read, in words; such a term filters nothing
    std::function<bool(const FleetEntry &, Timestamp now)> matches; ///< empty with an error
};

/// The filter field's text, understood. Words are looked for in name, id, template, connection and
/// metadata. Terms: state: template: connection: id:, cpu mem disk left age with < > <= >=
/// (left and age take 30s, 10m, 2h, 1d), and any other key: is a metadata key. "…" holds words
/// together. All terms have to match.
class FleetQuery final
{
    Q_DECLARE_TR_FUNCTIONS(Sandglass::FleetQuery)

public:
    [[nodiscard]] static FleetQuery parse(const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QList<FilterTerm> &terms() const { return m_terms; }
    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    /// The errors of all terms, one a line; empty when every term can be read.
    [[nodiscard]] QString errors() const;
    /// The text without one of its terms.
    [[nodiscard]] QString without(qsizetype term) const;

    [[nodiscard]] bool matches(const FleetEntry &entry, Timestamp now) const;

private:
    [[nodiscard]] static FilterTerm parseTerm(const QString &word);
    [[nodiscard]] static FilterTerm parseComparison(const QString &word, qsizetype at);
    [[nodiscard]] static FilterTerm parseKeyValue(const QString &word, qsizetype colon);

    QString m_text;
    QList<FilterTerm> m_terms;
};

} // namespace Sandglass
