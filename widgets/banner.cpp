// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/banner.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace Sandglass {

using namespace Qt::StringLiterals;
using Role = ThemeRole;

namespace {

constexpr int edge = 3;

struct Look {
    Role ground;
    Role mark; ///< edge and icon
    QString icon;
};

Look lookOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Warning:
        return {Role::WarnGround, Role::Warn, u"risk"_s};
    case Banner::Kind::Danger:
        return {Role::DangerGround, Role::Danger, u"risk"_s};
    case Banner::Kind::Offline:
        return {Role::SelectionInactive, Role::Text, u"offline"_s};
    case Banner::Kind::Info:
        break;
    }
    return {Role::AccentGround, Role::Link, u"info"_s};
}

} // namespace

Banner::Banner(Kind kind, QWidget *parent)
    : QFrame(parent),
      m_kind(kind),
      m_icon(new IconLabel(QString(), Role::Text, 16, this)),
      m_title(new Label(FontStep::BodyStrong, Role::Text, this)),
      m_detail(new Label(FontStep::Body, Role::Text, this)),
      m_row(new QHBoxLayout),
      m_buttons(new QHBoxLayout),
      m_below(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 5, 8, 5);
    column->setSpacing(0);
    column->addLayout(m_row);
    column->addLayout(m_below);
    m_row->setSpacing(8);
    m_row->addSpacing(edge + 3);
    m_row->addWidget(m_icon);
    m_row->addSpacing(4);
    m_row->addWidget(m_title);
    m_row->addWidget(m_detail, 1);
    m_buttons->setSpacing(8);
    m_row->addLayout(m_buttons);
    m_title->setElideMode(Qt::ElideRight);
    m_detail->setElideMode(Qt::ElideRight);
    m_detail->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setMinimumHeight(scaledHeight(36, fontMetrics()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(QString());
    applyKind();
}

void Banner::setText(const QString &title, const QString &detail)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty()); // else it takes room from a long title
    setAccessibleName(detail.isEmpty() ? title : title + u' ' + detail);
}

void Banner::setIcon(const QString &name)
{
    m_iconName = name;
    applyKind();
}

void Banner::setKind(Kind kind)
{
    m_kind = kind;
    applyKind();
}

QPushButton *Banner::addButton(const QString &text, const QString &icon)
{
    auto *button = new QPushButton(text, this);
    setButtonKind(button, ButtonKind::Normal, icon);
    m_buttons->addWidget(button);
    return button;
}

QPushButton *Banner::addDangerButton(const QString &text, const QString &icon)
{
    auto *button = addButton(text);
    setButtonKind(button, ButtonKind::Danger, icon);
    return button;
}

void Banner::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        // Later: a button is often what asks for this, from its own signal.
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void Banner::setStacked(bool stacked)
{
    if (stacked == (m_below->count() > 0))
        return;
    if (stacked) {
        m_row->removeItem(m_buttons);
        m_below->setContentsMargins(34, 4, 0, 0); // under the title
        m_below->addLayout(m_buttons);
        m_below->addStretch(1);
        return;
    }
    m_below->removeItem(m_buttons);
    delete m_below->takeAt(0); // the stretch
    m_below->setContentsMargins(0, 0, 0, 0);
    m_row->addLayout(m_buttons);
}

QString Banner::title() const
{
    return m_title->text();
}

void Banner::applyKind()
{
    const Look look = lookOf(m_kind);
    m_icon->setIcon(m_iconName.isEmpty() ? look.icon : m_iconName, look.mark);
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Look look = lookOf(m_kind);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(look.ground));
    if (m_kind != Kind::Offline) {
        const int x = layoutDirection() == Qt::RightToLeft ? width() - edge : 0;
        const Role mark = m_kind == Kind::Warning ? Role::WarnFill : look.mark;
        painter.fillRect(QRect(x, 0, edge, height()), theme.color(mark));
    }
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setMinimumHeight(scaledHeight(36, fontMetrics()));
}

} // namespace Sandglass
