// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/badge.h>
#include <widgets/cards.h>
#include <widgets/filterfield.h>
#include <widgets/iconlabel.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace Sandglass {

using namespace Qt::StringLiterals;

FilterField::FilterField(QWidget *parent)
    : QWidget(parent),
      m_edit(new QLineEdit(this)),
      m_clear(new QToolButton(this)),
      m_count(new Label(FontStep::Body, ThemeRole::TextMuted, this)),
      m_hint(new Badge(u"/"_s, Badge::Kind::KeyHint, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(6);
    row->addWidget(new IconLabel(u"filter"_s, ThemeRole::Text, 16, this));
    row->addWidget(m_edit, 1);
    row->addWidget(m_clear);
    row->addWidget(m_count);
    row->addWidget(m_hint);
    m_edit->setFrame(false);
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    m_clear->setIcon(themedIcon(u"close"));
    m_clear->setIconSize(QSize(14, 14));
    m_clear->setToolTip(tr("Clear the filter (Esc)"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_clear, &QToolButton::clicked, this, &FilterField::clear);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        m_hint->setVisible(text.isEmpty());
        Q_EMIT filterChanged(text);
    });
}

void FilterField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void FilterField::setText(const QString &text)
{
    m_edit->setText(text);
}

QString FilterField::text() const
{
    return m_edit->text();
}

void FilterField::clear()
{
    m_edit->clear();
}

void FilterField::setMatches(int matching, int all)
{
    if (matching < 0 || all < 0)
        m_count->clear();
    else
        m_count->setText(tr("%1 of %2", "rows that match, all rows")
                             .arg(locale().toString(matching), locale().toString(all)));
}

void FilterField::setError(const QString &reason)
{
    m_error = reason;
    m_edit->setToolTip(reason.toHtmlEscaped());
    m_edit->setAccessibleDescription(reason);
    update();
}

void FilterField::focusAndSelect()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

QSize FilterField::sizeHint() const
{
    return {320, scaledHeight(26, fontMetrics())};
}

bool FilterField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Escape:
            if (m_edit->text().isEmpty())
                Q_EMIT leaveRequested();
            else
                clear();
            return true;
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT listFocusRequested();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterField::paintEvent(QPaintEvent *)
{
    using Role = ThemeRole;
    const Theme &theme = themeOf(this);
    const bool focused = m_edit->hasFocus();
    const Role border = !isEnabled()         ? Role::Line
                        : !m_error.isEmpty() ? Role::Danger
                        : focused            ? Role::Accent
                                             : Role::LineStrong;
    QPainter painter(this);
    paintRounded(&painter, rect(), controlRadius,
                 theme.color(isEnabled() ? Role::Base : Role::Window), theme.color(border));
    if (focused)
        paintFocusRing(&painter, rect(), controlRadius - 1, theme.color(border));
}

void FilterField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace Sandglass
