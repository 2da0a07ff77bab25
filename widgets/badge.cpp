// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/badge.h>
#include <widgets/cards.h>
#include <widgets/fonts.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>

#include <utility>

namespace Sandglass {

namespace {

using Role = ThemeRole;

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

QSize Badge::sizeHint() const
{
    const bool hint = m_kind == Kind::KeyHint;
    const QFontMetrics metrics(fontFor(hint ? FontStep::Tiny : FontStep::Small));
    return {metrics.horizontalAdvance(m_text) + (hint ? 10 : 12),
            scaledHeight(hint ? 16 : 18, fontMetrics())};
}

void Badge::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const auto [ground, text] = rolesOf(m_kind);
    const bool hint = m_kind == Kind::KeyHint;
    QPainter painter(this);
    paintRounded(&painter, rect(), badgeRadius, theme.color(ground),
                 hint ? theme.color(Role::Line) : QColor());
    painter.setFont(fontFor(hint ? FontStep::Tiny : FontStep::Small));
    painter.setPen(theme.color(isEnabled() ? text : Role::TextDisabled));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, m_text);
}

void Badge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace Sandglass
