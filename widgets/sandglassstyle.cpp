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
constexpr char tabHeightProperty[] = "sandglassTabHeight";
constexpr int ringGap = 1;
constexpr int ringWidth = 2;

bool takesText(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget);
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

void setTabHeight(QWidget *tabBar, int pixels)
{
    tabBar->setProperty(tabHeightProperty, pixels);
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
        showFocusRing(byKey || takesText(widget) ? widget : nullptr);
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

int SandglassStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                                const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return ringGap + ringWidth;
    case PM_DefaultFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_ComboBoxFrameWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 14;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
    case PM_ToolBarFrameWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_MenuPanelWidth:
        return metric == PM_MenuPanelWidth ? 1 : 0;
    case PM_MenuBarHMargin:
        return 4;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 3;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarItemMargin:
        return 6;
    case PM_MenuButtonIndicator:
        return 24;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_HeaderMargin:
        return 2;
    case PM_HeaderMarkSize:
        return 12;
    case PM_HeaderDefaultSectionSizeVertical:
        return 22;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 24;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 8;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SandglassStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                              QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_TabBar_PreferNoArrows:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_MiddleClickAbsolutePosition:
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_TabBar_ElideMode:
        return Qt::ElideRight;
    case SH_FocusFrame_Mask:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize SandglassStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                       const QSize &size, const QWidget *widget) const
{
    const QFontMetrics metrics =
        option ? option->fontMetrics : QFontMetrics(fontFor(FontStep::Body));
    const int field = scaledHeight(26, metrics);
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (buttonKind(widget) == ButtonKind::Link)
            return {size.width() + 8, std::max(size.height(), field)};
        return {std::max(size.width() + 28, 64), std::max(size.height() + 6, field)};
    case CT_LineEdit:
        return {result.width() + 8, widget && !static_cast<const QLineEdit *>(widget)->hasFrame()
                                        ? result.height()
                                        : field};
    case CT_ComboBox:
        return {result.width() + 8, field};
    case CT_SpinBox:
        return {result.width(), field};
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool text =
            button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
        const int side = scaledHeight(28, metrics);
        if (!text)
            return {std::max(size.width() + 8, 24), std::max(size.height() + 8, 24)};
        const bool menu = button->features & QStyleOptionToolButton::MenuButtonPopup;
        return {size.width() + 10 + (menu ? 24 : 0), side};
    }
    case CT_HeaderSection:
        return {result.width() + 16, scaledHeight(26, metrics)};
    case CT_MenuBarItem:
        return {size.width() + 16, scaledHeight(32, metrics)};
    case CT_MenuBar:
        return {result.width(), scaledHeight(32, metrics)};
    case CT_TabBarTab: {
        const int wanted = widget ? widget->property(tabHeightProperty).toInt() : 0;
        return {result.width(), scaledHeight(wanted > 0 ? wanted : 30, metrics)};
    }
    case CT_ItemViewItem:
        return {result.width(), std::max(result.height(), scaledHeight(24, metrics))};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        return {result.width() + 8, scaledHeight(26, metrics)};
    }
    default:
        return result;
    }
}

QRect SandglassStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                     SubControl part, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider) {
        QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
        if (control == CC_ComboBox && part == SC_ComboBoxEditField)
            rect.adjust(4, 0, 0, 0);
        return rect;
    }
    // No arrow buttons: the groove is the whole bar.
    const bool horizontal = slider->orientation == Qt::Horizontal;
    const QRect bar = slider->rect;
    const int length = horizontal ? bar.width() : bar.height();
    const qint64 range = qint64(slider->maximum) - slider->minimum;
    const int knob =
        range <= 0 ? length
                   : std::clamp(int(qint64(slider->pageStep) * length / (range + slider->pageStep)),
                                std::min(24, length), length);
    const int start =
        sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                length - knob, slider->upsideDown);
    const auto piece = [&](int from, int extent) {
        return visualRect(slider->direction, bar,
                          horizontal ? QRect(bar.x() + from, bar.y(), extent, bar.height())
                                     : QRect(bar.x(), bar.y() + from, bar.width(), extent));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar;
    case SC_ScrollBarSlider:
        return piece(start, knob);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + knob, length - start - knob);
    default:
        return {};
    }
}

QRect SandglassStyle::subElementRect(SubElement element, const QStyleOption *option,
                                     const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *edit = qobject_cast<const QLineEdit *>(widget);
        const int side = edit && edit->hasFrame() ? 5 : 0;
        return option->rect.adjusted(side, 0, -side, 0);
    }
    if (element == SE_HeaderLabel || element == SE_HeaderArrow) {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const bool sorted = header && header->sortIndicator != QStyleOptionHeader::None;
        const QRect inner = option->rect.adjusted(8, 0, -8, 0);
        const QRect arrow(inner.right() - 11, inner.top() + (inner.height() - 12) / 2, 12, 12);
        const QRect label = inner.adjusted(0, 0, sorted ? -16 : 0, 0);
        return visualRect(option->direction, option->rect,
                          element == SE_HeaderArrow ? arrow : label);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace Sandglass
