// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/desktopnotice.h>
#include <widgets/emptypage.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr int pageWidth = 560; ///< longer lines are hard to read
constexpr int cardWidth = 440;
constexpr int cardPadding = 16;
constexpr int fieldWidth = 220;

} // namespace

DesktopNotice::DesktopNotice(QWidget *parent)
    : QWidget(parent),
      m_page(new EmptyPage(this)),
      m_password(new QLineEdit)
{
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setFixedWidth(fieldWidth);
    m_password->setAccessibleName(tr("Password of the screen"));
    m_password->setPlaceholderText(tr("Password"));
    m_page->setContent(m_password);
    m_password->hide();
    connect(m_password, &QLineEdit::returnPressed, this, &DesktopNotice::act);
    connect(m_page, &EmptyPage::actionRequested, this, &DesktopNotice::act);
}

void DesktopNotice::setText(const DesktopNoticeText &text)
{
    m_text = text;
    m_page->setIcon(text.icon);
    m_page->setText(text.title, text.words);
    m_page->setAction(text.action, text.actionIcon);
    m_password->clear();
    m_password->setVisible(text.passwordField);
    setAccessibleName(text.title);
    place();
}

void DesktopNotice::setOverPicture(bool over)
{
    m_isOverPicture = over;
    place();
    update();
}

QWidget *DesktopNotice::target()
{
    if (m_text.passwordField)
        return m_password;
    return m_text.action.isEmpty() ? static_cast<QWidget *>(this) : m_page->action();
}

void DesktopNotice::receiveFocus()
{
    QWidget *const receiver = m_text.passwordField ? static_cast<QWidget *>(m_password) : this;
    receiver->setFocus();
}

bool DesktopNotice::isOn(const QString &action) const
{
    return !action.isEmpty() && action == m_text.action &&
           window()->focusWidget() == m_page->action();
}

void DesktopNotice::act()
{
    if (!m_text.passwordField) {
        Q_EMIT actionRequested();
    } else if (const QString password = m_password->text(); !password.isEmpty()) {
        m_password->clear(); // it is kept nowhere here
        Q_EMIT passwordEntered(password);
    } else {
        m_password->setFocus();
    }
}

void DesktopNotice::place()
{
    if (!m_isOverPicture) {
        const int width = std::min(pageWidth, this->width());
        m_page->setGeometry((this->width() - width) / 2, 0, width, height());
        return;
    }
    const int width = std::min(cardWidth, this->width() - 2 * cardPadding);
    const int wanted = m_page->layout()->hasHeightForWidth()
                           ? m_page->layout()->totalHeightForWidth(width)
                           : m_page->sizeHint().height();
    const int height = std::min(wanted, this->height() - 2 * cardPadding);
    m_page->setGeometry((this->width() - width) / 2, (this->height() - height) / 2, width, height);
}

bool DesktopNotice::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::event(event);
}

void DesktopNotice::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (m_isOverPicture)
        paintRounded(&painter, m_page->geometry().adjusted(-8, -8, 8, 8), controlRadius,
                     theme.color(ThemeRole::Base), theme.color(ThemeRole::Line));
    else
        painter.fillRect(rect(), theme.color(ThemeRole::Base));
}

void DesktopNotice::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace Sandglass
