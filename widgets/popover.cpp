// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/popover.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace Sandglass {

namespace {
constexpr int tipHeight = 8;
constexpr int tipInset = 36; // of the tip's point from the card's start
constexpr int indent = 34;   // of the card from the anchor's start
} // namespace

Popover::Popover(QWidget *window) : QWidget(window->window()), m_card(new QWidget(this))
{
    hide();
    m_card->setFocusPolicy(Qt::NoFocus);
    parentWidget()->installEventFilter(this);
}

Popover::~Popover() = default;

void Popover::openAt(const QRect &anchor, QWidget *focus)
{
    m_focusBefore = window()->focusWidget();
    m_anchor = QRect(parentWidget()->mapFromGlobal(anchor.topLeft()), anchor.size());
    place();
    show();
    raise();
    // As if by the keyboard: the ring says what Enter will do.
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    focus->setFocus(Qt::TabFocusReason);
}

void Popover::place()
{
    setGeometry(parentWidget()->rect());
    // Twice: a wrapped text knows its height only once it has its width.
    const QSize wanted = m_card->sizeHint();
    const int below = m_anchor.bottom() + 1 + tipHeight;
    m_above = below + wanted.height() + shadowMargin > height() &&
              m_anchor.top() - tipHeight - wanted.height() > 0;
    const int y = m_above ? m_anchor.top() - tipHeight - wanted.height() : below;
    const int x = layoutDirection() == Qt::RightToLeft ? m_anchor.right() - indent - wanted.width()
                                                       : m_anchor.left() + indent;
    m_card->setGeometry(
        std::clamp(x, shadowMargin,
                   std::max(shadowMargin, width() - wanted.width() - shadowMargin)),
        std::clamp(y, shadowMargin,
                   std::max(shadowMargin, height() - wanted.height() - shadowMargin)),
        wanted.width(), wanted.height());
    update();
}

void Popover::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

bool Popover::event(QEvent *event)
{
    // Accepted here, a key arrives as a key and not as a shortcut of the window beneath.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    event->accept(); // nothing that is typed here reaches the window beneath
}

void Popover::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        close();
    event->accept();
}

bool Popover::focusNextPrevChild(bool next)
{
    // Around the card and never out of it.
    QList<QWidget *> stops;
    for (QWidget *child : m_card->findChildren<QWidget *>()) {
        if ((child->focusPolicy() & Qt::TabFocus) && child->isVisible() && child->isEnabled())
            stops.append(child);
    }
    if (stops.isEmpty())
        return false;
    const auto at = stops.indexOf(window()->focusWidget());
    const auto target = (at + (next ? 1 : -1) + stops.size()) % stops.size();
    stops.at(target)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Popover::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const QRectF card = m_card->geometry();
    QPainter painter(this);
    paintRaisedCard(&painter, card, theme);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal x = mirrored ? card.right() - tipInset : card.left() + tipInset;
    const qreal base = m_above ? card.bottom() - 1 : card.top() + 1;
    const qreal point = m_above ? base + tipHeight : base - tipHeight;
    QPainterPath tip;
    tip.moveTo(x - tipHeight - 1, base);
    tip.lineTo(x, point);
    tip.lineTo(x + tipHeight + 1, base);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(tip, theme.color(ThemeRole::Raised));
    painter.setPen(QPen(theme.color(ThemeRole::LineStrong), 1));
    painter.drawPolyline(QPolygonF{{x - tipHeight, base - (m_above ? 0.5 : -0.5) * 1},
                                   {x, point},
                                   {x + tipHeight, base - (m_above ? 0.5 : -0.5) * 1}});
}

} // namespace Sandglass
