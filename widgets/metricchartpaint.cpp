// SPDX-License-Identifier: GPL-3.0-or-later
// MetricChart: frame and head, and what it says in words.
#include <models/displaytext.h>
#include <widgets/cards.h>
#include <widgets/fonts.h>
#include <widgets/metricchart.h>
#include <widgets/metriccharttext.h>
#include <widgets/theme.h>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr int designHeadHeight = 30;
constexpr int headPadding = 10;
constexpr int headGap = 10;

bool isValue(const ChartPoint &point)
{
    return std::isfinite(point.value);
}

} // namespace

int MetricChart::headHeight() const
{
    return scaledHeight(designHeadHeight, fontMetrics());
}

void MetricChart::describe()
{
    const QString text = m_cursor ? cursorText() : summary();
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

QString MetricChart::summary() const
{
    switch (m_facts.state) {
    case ChartState::NoSampleYet:
        return tr("%1, no sample yet").arg(m_title);
    case ChartState::NotReported:
        return tr("%1, not reported").arg(m_title);
    case ChartState::Values:
        break;
    }
    QString text = m_title + u' ' + valueText();
    if (m_facts.overLimit)
        text += tr(", over its limit");
    const QString trend = trendText(shown(), m_facts.capacity, m_unit);
    return trend.isEmpty() ? text : text + u", "_s + trend;
}

QString MetricChart::valueText() const
{
    const auto last = std::ranges::find_if(m_points.rbegin(), m_points.rend(), isValue);
    if (last == m_points.rend() || m_facts.state != ChartState::Values)
        return {};
    const QString value = shortValue(last->value, m_facts.capacity, m_unit);
    //: the last value of a sandbox that is gone, and when that was
    return m_facts.live ? value : tr("%1 at %2").arg(value, clockText(last->time));
}

QString MetricChart::noteText() const
{
    if (m_unit == ChartUnit::Percent || !m_facts.note.isEmpty())
        return m_facts.note;
    const auto last = std::ranges::find_if(m_points.rbegin(), m_points.rend(), isValue);
    if (last == m_points.rend())
        return {};
    QString note = capacityNote(last->value, m_facts.capacity);
    if (m_facts.secondName.isEmpty() || !std::isfinite(last->second))
        return note;
    //: "3.2 of 4 GiB, dashed: + cache" tells what the dashed line of the chart adds
    return tr("%1, dashed: + %2").arg(note, m_facts.secondName);
}

void MetricChart::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), badgeRadius, theme.color(ThemeRole::Base),
                 theme.color(ThemeRole::Line));
    const int head = headHeight();
    paintHead(&painter, QRect(headPadding, 0, width() - 2 * headPadding, head));
    if (m_facts.state != ChartState::Values)
        paintMessage(&painter, rect().adjusted(headPadding, head, -headPadding, -headPadding));
    if (hasFocus() && m_keyboardFocus)
        paintFocusRing(&painter, rect(), badgeRadius, theme.color(ThemeRole::Accent));
}

void MetricChart::paintHead(QPainter *painter, const QRect &row) const
{
    const Theme &theme = themeOf(this);
    QRect rest = row;
    const auto place = [&](const QString &text, FontStep step, ThemeRole role) {
        painter->setFont(fontFor(step, font()));
        painter->setPen(theme.color(role));
        painter->drawText(style()->visualRect(layoutDirection(), row, rest),
                          int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine, text);
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(text) + headGap);
    };
    place(m_title, FontStep::BodyStrong, ThemeRole::Text);
    place(valueText(), valueStep(), m_facts.overLimit ? ThemeRole::Danger : ThemeRole::Text);
    const QRect note = noteRect();
    painter->setFont(fontFor(FontStep::Small, font()));
    painter->setPen(theme.color(ThemeRole::TextMuted));
    painter->drawText(style()->visualRect(layoutDirection(), row, note),
                      int(Qt::AlignVCenter | Qt::AlignTrailing) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(noteText(), Qt::ElideRight, note.width()));
}

FontStep MetricChart::valueStep() const
{
    return m_facts.overLimit ? FontStep::BodyStrong : FontStep::Body;
}

QRect MetricChart::noteRect() const
{
    const auto width = [this](FontStep step, const QString &text) {
        return QFontMetrics(fontFor(step, font())).horizontalAdvance(text) + headGap;
    };
    const int left =
        headPadding + width(FontStep::BodyStrong, m_title) + width(valueStep(), valueText());
    return {left, 0, std::max(0, this->width() - headPadding - left), headHeight()};
}

bool MetricChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<const QHelpEvent *>(event);
    const QRect note = noteRect();
    const QFontMetrics metrics(fontFor(FontStep::Small, font()));
    const bool cut = metrics.horizontalAdvance(noteText()) > note.width();
    QToolTip::showText(help->globalPos(),
                       cut && help->y() < headHeight() ? toolTipText(noteText()) : QString(), this);
    return true;
}

void MetricChart::paintMessage(QPainter *painter, const QRect &area) const
{
    const Theme &theme = themeOf(this);
    const bool waits = m_facts.state == ChartState::NoSampleYet;
    painter->setFont(fontFor(FontStep::Small, font()));
    painter->setPen(theme.color(ThemeRole::TextMuted));
    painter->drawText(area, Qt::AlignCenter | Qt::TextWordWrap,
                      waits ? tr("First sample in about 5 s")
                            : tr("This service does not report it."));
    if (!waits)
        return;
    QPen dashed(theme.color(ThemeRole::LineStrong), 1, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({3, 3});
    painter->setPen(dashed);
    const qreal y = area.bottom() - 8 + 0.5;
    painter->drawLine(QPointF(area.left(), y), QPointF(area.right() + 1, y));
}

} // namespace Sandglass
