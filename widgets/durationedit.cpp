// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/duration.h>
#include <widgets/durationedit.h>

namespace Sandglass {

DurationEdit::DurationEdit(QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(tr("5m, 2h or 300"));
    setMaxLength(32);
}

void DurationEdit::setDuration(std::chrono::seconds duration)
{
    setText(durationText(duration));
}

std::optional<std::chrono::seconds> DurationEdit::duration() const
{
    return problem().isEmpty() ? parseDuration(text()) : std::nullopt;
}

void DurationEdit::setMaximum(std::optional<std::chrono::seconds> maximum, const QString &reason)
{
    m_maximum = maximum;
    m_reason = reason;
}

QString DurationEdit::problem() const
{
    if (text().trimmed().isEmpty())
        return tr("Say how long it may live: 5m, 2h or a number of seconds.");
    const auto parsed = parseDuration(text());
    if (!parsed)
        return tr("This is not a length of time. Write 5m, 2h, 1h 30m or a number of seconds.");
    if (m_maximum && *parsed > *m_maximum)
        return m_reason.isEmpty() ? tr("At most %1.").arg(durationText(*m_maximum))
                                  : tr("At most %1 (%2).").arg(durationText(*m_maximum), m_reason);
    return {};
}

} // namespace Sandglass
