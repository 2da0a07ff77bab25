// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLineEdit>

#include <chrono>
#include <optional>

namespace Sandglass {

/// A field for a length of time, written as people write it (parseDuration). Knows why its text is
/// refused; the form around it says so.
class DurationEdit final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DurationEdit)

public:
    explicit DurationEdit(QWidget *parent = nullptr);

    void setDuration(std::chrono::seconds duration);
    /// Nothing while the text is refused.
    [[nodiscard]] std::optional<std::chrono::seconds> duration() const;
    /// The longest that is allowed, and who says so ("the plan of prod"); nothing lifts the limit.
    void setMaximum(std::optional<std::chrono::seconds> maximum, const QString &reason = {});
    [[nodiscard]] std::optional<std::chrono::seconds> maximum() const { return m_maximum; }
    /// In words, what is wrong and what would do; empty while the text is fine.
    [[nodiscard]] QString problem() const;

private:
    std::optional<std::chrono::seconds> m_maximum;
    QString m_reason;
};

} // namespace Sandglass
