// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fonts.h>
#include <widgets/icons.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QFocusEvent>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitterHandle>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr char kindProperty[] = "sandglassButtonKind";

bool takesText(const QWidget *widget)
{
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        return combo->isEditable();
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) || (text && !text->isReadOnly());
}

bool wantsRing(const QWidget *widget)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit
            ->hasFrame(); // without one it is a part of a larger field, which draws the ring itself
    return takesText(widget) || qobject_cast<const QAbstractButton *>(widget) ||
           qobject_cast<const QComboBox *>(widget);
}

bool isKeyboardReason(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind, QStringView icon)
{
    button->setProperty(kindProperty, int(kind));
    if (!icon.isEmpty()) {
        switch (kind) {
        case ButtonKind::Normal:
            button->setIcon(themedIcon(icon));
            break;
        case ButtonKind::Primary:
            button->setIcon(themedIcon(icon, ThemeRole::OnAccent));
            break;
        case ButtonKind::Danger:
            button->setIcon(themedIcon(icon, ThemeRole::Danger));
            break;
        case ButtonKind::DangerFilled:
            button->setIcon(themedIcon(icon, ThemeRole::OnDanger));
            break;
        case ButtonKind::Link:
            button->setIcon(themedIcon(icon, ThemeRole::Link));
            break;
        case ButtonKind::OnWarn:
            button->setIcon(themedIcon(icon, qobject_cast<QToolButton *>(button)
                                                 ? ThemeRole::OnWarnFill
                                                 : ThemeRole::WarnFill));
            break;
        }
    }
    button->update();
}

ButtonKind buttonKind(const QWidget *button)
{
    return button ? ButtonKind(button->property(kindProperty).toInt()) : ButtonKind::Normal;
}

void setFieldInvalid(QWidget *field, bool invalid)
{
    field->setProperty("sandglassInvalid", invalid);
    field->update();
}

void setDrawsFocus(QWidget *widget)
{
    widget->setProperty("sandglassDrawsFocus", true);
}

void setTabHeight(QWidget *tabBar, int pixels)
{
    tabBar->setProperty("sandglassTabHeight", pixels);
    tabBar->updateGeometry();
}

SandglassStyle::SandglassStyle() : QProxyStyle(u"fusion"_s)
{
    setObjectName(u"sandglass"_s);
}

SandglassStyle::~SandglassStyle() = default;

bool SandglassStyle::isWanted(const QStyle &desktopStyle)
{
    const QString name = desktopStyle.name();
    return name.compare(u"fusion"_s, Qt::CaseInsensitive) == 0 ||
           name.compare(u"windows"_s, Qt::CaseInsensitive) == 0;
}

void SandglassStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (wantsRing(widget))
        widget->installEventFilter(this);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QSplitterHandle *>(widget) || qobject_cast<QTabBar *>(widget) ||
        qobject_cast<QScrollBar *>(widget) || qobject_cast<QMenuBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void SandglassStyle::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool SandglassStyle::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget && event->type() == QEvent::FocusIn) {
        const bool byKey = isKeyboardReason(static_cast<QFocusEvent *>(event)->reason()) ||
                           widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
        const bool isOwn = widget->property("sandglassDrawsFocus").toBool();
        showFocusRing(!isOwn && (byKey || takesText(widget)) ? widget : nullptr);
    } else if (widget && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)) {
        if (m_focusRing && m_focusRing->widget() == widget)
            showFocusRing(nullptr);
    }
    return QProxyStyle::eventFilter(watched, event);
}

void SandglassStyle::showFocusRing(QWidget *widget)
{
    if (!m_focusRing) {
        if (!widget)
            return;
        m_focusRing = new QFocusFrame;
    }
    m_focusRing->setWidget(widget);
    if (widget)
        m_focusRing->raise();
    else
        m_focusRing->hide();
}

} // namespace Sandglass
