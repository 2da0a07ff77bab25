// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/label.h>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>

namespace Sandglass {

Label::Label(FontStep step, ThemeRole role, QWidget *parent) : Label(QString(), step, role, parent)
{
}

Label::Label(const QString &text, FontStep step, ThemeRole role, QWidget *parent)
    : QLabel(text, parent),
      m_step(step),
      m_role(role)
{
    setTextFormat(Qt::PlainText); // names come from sandboxes
    applyFont();
    applyColor();
}

void Label::setStep(FontStep step)
{
    m_step = step;
    applyFont();
}

void Label::setRole(ThemeRole role)
{
    m_role = role;
    applyColor();
}

void Label::setElideMode(Qt::TextElideMode mode)
{
    if (mode == m_elide)
        return;
    m_elide = mode;
    updateGeometry();
}

QSize Label::minimumSizeHint() const
{
    if (m_elide == Qt::ElideNone)
        return QLabel::minimumSizeHint();
    return {fontMetrics().horizontalAdvance(u'…') * 3, QLabel::minimumSizeHint().height()};
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange)
        applyColor();
}

void Label::applyFont()
{
    const QFont wanted = fontFor(m_step);
    if (wanted != font())
        setFont(wanted);
}

void Label::applyColor()
{
    const QColor wanted = themeOf(this).color(m_role);
    if (palette().color(QPalette::Active, QPalette::WindowText) == wanted &&
        palette().color(QPalette::Inactive, QPalette::WindowText) == wanted)
        return;
    QPalette own = palette();
    own.setColor(QPalette::Active, QPalette::WindowText, wanted);
    own.setColor(QPalette::Inactive, QPalette::WindowText, wanted);
    setPalette(own);
}

bool Label::isCut() const
{
    return m_elide != Qt::ElideNone &&
           fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!isCut()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QString cut = fontMetrics().elidedText(text(), m_elide, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), int(alignment()), palette(), isEnabled(), cut,
                          foregroundRole());
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(),
                           this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace Sandglass
