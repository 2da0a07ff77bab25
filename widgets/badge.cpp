// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/badge.h>
#include <widgets/cards.h>
#include <widgets/fonts.h>
#include <widgets/icons.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <utility>

namespace Sandglass {

namespace {

using Role = ThemeRole;

constexpr int iconSize = 16;
constexpr int iconGap = 6;

bool isHint(Badge::Kind kind)
{
    return kind == Badge::Kind::KeyHint || kind == Badge::Kind::KeyHintOnWarn;
}

std::pair<Role, Role> rolesOf(Badge::Kind kind)
{
    switch (kind) {
    case Badge::Kind::Accent:
        return {Role::AccentGround, Role::Link};
    case Badge::Kind::Ok:
        return {Role::OkGround, Role::Ok};
    case Badge::Kind::Warn:
        return {Role::WarnGround, Role::Warn};
    case Badge::Kind::Danger:
        return {Role::DangerGround, Role::Danger};
    case Badge::Kind::Paused:
        return {Role::PausedGround, Role::Paused};
    case Badge::Kind::KeyHint:
        return {Role::Window, Role::TextMuted};
    case Badge::Kind::KeyHintOnWarn:
        return {Role::WarnFill, Role::OnWarnFill};
    case Badge::Kind::Neutral:
        break;
    }
    return {Role::SelectionInactive, Role::Text};
}

} // namespace

Badge::Badge(const QString &text, Kind kind, QWidget *parent)
    : QWidget(parent),
      m_text(text),
      m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Badge::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Badge::setIcon(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    const bool hint = isHint(m_kind);
    if (!m_icon.isEmpty()) {
        const QFontMetrics metrics(fontFor(FontStep::Body));
        const int text = m_text.isEmpty() ? 0 : metrics.horizontalAdvance(m_text) + iconGap;
        return {text + iconSize + 16, scaledHeight(24, fontMetrics())};
    }
    const QFontMetrics metrics(fontFor(hint ? FontStep::Tiny : FontStep::Small));
    return {metrics.horizontalAdvance(m_text) + (hint ? 10 : 12),
            scaledHeight(hint ? 16 : 18, fontMetrics())};
}

void Badge::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const auto [ground, text] = rolesOf(m_kind);
    const bool hint = isHint(m_kind);
    const Role border = m_kind == Kind::KeyHint ? Role::Line : text;
    QPainter painter(this);
    paintRounded(&painter, rect(), badgeRadius, theme.color(ground),
                 hint ? theme.color(border) : QColor());
    if (!m_icon.isEmpty()) {
        paintWithIcon(painter, theme.color(isEnabled() ? text : Role::TextDisabled));
        return;
    }
    painter.setFont(fontFor(hint ? FontStep::Tiny : FontStep::Small));
    painter.setPen(theme.color(isEnabled() ? text : Role::TextDisabled));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, m_text);
}

void Badge::paintWithIcon(QPainter &painter, const QColor &color)
{
    const QRect inner = rect().adjusted(8, 0, -8, 0);
    const QRect icon(inner.left(), inner.top(), iconSize, inner.height());
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon, iconSize,
              color);
    painter.setFont(fontFor(FontStep::Body));
    painter.setPen(color);
    painter.drawText(
        QStyle::visualRect(layoutDirection(), rect(), inner.adjusted(iconSize + iconGap, 0, 0, 0)),
        Qt::AlignCenter | Qt::TextSingleLine, m_text);
}

void Badge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace Sandglass
