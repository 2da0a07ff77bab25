// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fleetviewlook.h>
#include <widgets/fonts.h>
#include <widgets/sandglassstyle.h>

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>

#include <algorithm>
#include <utility>

/// The measures of SandglassStyle, in pixels at Inter 13; heights grow with the text.
namespace Sandglass {

namespace {

using Style = QStyle;
constexpr int ringGap = 1;
constexpr int ringWidth = 2;
constexpr int menuButtonWidth = 24;

constexpr std::pair<Style::PixelMetric, int> measures[] = {
    {Style::PM_FocusFrameHMargin, ringGap + ringWidth},
    {Style::PM_FocusFrameVMargin, ringGap + ringWidth},
    {Style::PM_DefaultFrameWidth, 1},
    {Style::PM_SpinBoxFrameWidth, 1},
    {Style::PM_ComboBoxFrameWidth, 1},
    {Style::PM_IndicatorWidth, 14},
    {Style::PM_IndicatorHeight, 14},
    {Style::PM_ExclusiveIndicatorWidth, 14},
    {Style::PM_ExclusiveIndicatorHeight, 14},
    {Style::PM_CheckBoxLabelSpacing, 8},
    {Style::PM_RadioButtonLabelSpacing, 8},
    {Style::PM_SmallIconSize, 16},
    {Style::PM_ButtonIconSize, 16},
    {Style::PM_ToolBarIconSize, 16},
    {Style::PM_TabBarIconSize, 16},
    {Style::PM_ListViewIconSize, 16},
    {Style::PM_MenuBarPanelWidth, 0},
    {Style::PM_MenuBarVMargin, 0},
    {Style::PM_MenuBarItemSpacing, 0},
    {Style::PM_ToolBarFrameWidth, 0},
    {Style::PM_ButtonShiftHorizontal, 0},
    {Style::PM_ButtonShiftVertical, 0},
    {Style::PM_TabBarTabShiftVertical, 0},
    {Style::PM_TabBarTabShiftHorizontal, 0},
    {Style::PM_TabBarBaseOverlap, 0},
    {Style::PM_TabBarTabOverlap, 0},
    {Style::PM_ScrollView_ScrollBarSpacing, 0},
    {Style::PM_ScrollView_ScrollBarOverlap, 0},
    {Style::PM_MenuPanelWidth, 1},
    {Style::PM_MenuBarHMargin, 4},
    {Style::PM_MenuHMargin, 3},
    {Style::PM_MenuVMargin, 3},
    {Style::PM_ToolBarItemSpacing, 4},
    {Style::PM_ToolBarItemMargin, 6},
    {Style::PM_MenuButtonIndicator, menuButtonWidth},
    {Style::PM_SplitterWidth, 5},
    {Style::PM_DockWidgetSeparatorExtent, 5},
    {Style::PM_HeaderMargin, 2},
    {Style::PM_HeaderMarkSize, 12},
    {Style::PM_HeaderDefaultSectionSizeVertical, 22},
    {Style::PM_ScrollBarExtent, 12},
    {Style::PM_ScrollBarSliderMin, 24},
    {Style::PM_TabBarTabHSpace, 24},
    {Style::PM_TabCloseIndicatorWidth, 16},
    {Style::PM_TabCloseIndicatorHeight, 16},
    {Style::PM_LayoutLeftMargin, 8},
    {Style::PM_LayoutRightMargin, 8},
    {Style::PM_LayoutTopMargin, 8},
    {Style::PM_LayoutBottomMargin, 8},
    {Style::PM_LayoutHorizontalSpacing, 8},
    {Style::PM_LayoutVerticalSpacing, 8},
};

QSize toolButtonSize(const QStyleOptionToolButton *button, QSize contents,
                     const QFontMetrics &metrics)
{
    const bool text =
        button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
    if (!text)
        return {std::max(contents.width() + 8, 24), std::max(contents.height() + 8, 24)};
    const bool menu = button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
    return {contents.width() + 10 + (menu ? menuButtonWidth : 0), scaledHeight(28, metrics)};
}

QSize menuItemSize(const QStyleOptionMenuItem *item, QSize base, const QFontMetrics &metrics)
{
    if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
        return {base.width(), 9};
    return {base.width() + 8, scaledHeight(26, metrics)};
}

int tabHeight(const QWidget *bar)
{
    const int wanted = bar ? bar->property("sandglassTabHeight").toInt() : 0;
    return wanted > 0 ? wanted : 30;
}

struct Knob {
    int start;
    int length;
};

Knob knobOf(const QStyleOptionSlider &bar, int groove)
{
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int wanted =
        range <= 0 ? groove : int(qint64(bar.pageStep) * groove / (range + bar.pageStep));
    const int length = std::clamp(wanted, std::min(24, groove), groove);
    return {Style::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                           groove - length, bar.upsideDown),
            length};
}

/// No arrow buttons: the groove is the whole bar.
QRect scrollBarPart(const QStyleOptionSlider &bar, Style::SubControl part)
{
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int groove = horizontal ? bar.rect.width() : bar.rect.height();
    const Knob knob = knobOf(bar, groove);
    const auto piece = [&](int from, int extent) {
        return Style::visualRect(
            bar.direction, bar.rect,
            horizontal ? QRect(bar.rect.x() + from, bar.rect.y(), extent, bar.rect.height())
                       : QRect(bar.rect.x(), bar.rect.y() + from, bar.rect.width(), extent));
    };
    switch (part) {
    case Style::SC_ScrollBarGroove:
        return bar.rect;
    case Style::SC_ScrollBarSlider:
        return piece(knob.start, knob.length);
    case Style::SC_ScrollBarSubPage:
        return piece(0, knob.start);
    case Style::SC_ScrollBarAddPage:
        return piece(knob.start + knob.length, groove - knob.start - knob.length);
    default:
        return {};
    }
}

} // namespace

int SandglassStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                                const QWidget *widget) const
{
    const auto *found = std::ranges::find(measures, metric, &std::pair<PixelMetric, int>::first);
    return found != std::end(measures) ? found->second
                                       : QProxyStyle::pixelMetric(metric, option, widget);
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
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (buttonKind(widget) == ButtonKind::Link)
            return {size.width() + 8, std::max(size.height(), field)};
        return {std::max(size.width() + 28, 64), std::max(size.height() + 6, field)};
    case CT_LineEdit: {
        const auto *edit = qobject_cast<const QLineEdit *>(widget);
        return {base.width() + 8, edit && !edit->hasFrame() ? base.height() : field};
    }
    case CT_ComboBox:
        return {base.width() + 8, field};
    case CT_SpinBox:
        return {base.width(), field};
    case CT_ToolButton:
        return toolButtonSize(qstyleoption_cast<const QStyleOptionToolButton *>(option), size,
                              metrics);
    case CT_HeaderSection:
        return {base.width() + 16, field};
    case CT_MenuBarItem:
        return {size.width() + 16, scaledHeight(32, metrics)};
    case CT_MenuBar:
        return {base.width(), scaledHeight(32, metrics)};
    case CT_TabBarTab:
        return {base.width(), scaledHeight(tabHeight(widget), metrics)};
    case CT_ItemViewItem:
        return {base.width(), std::max(base.height(), scaledHeight(24, metrics))};
    case CT_MenuItem:
        return menuItemSize(qstyleoption_cast<const QStyleOptionMenuItem *>(option), base, metrics);
    default:
        return base;
    }
}

QRect SandglassStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                     SubControl part, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar)
        return scrollBarPart(*bar, part);
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        rect.adjust(4, 0, 0, 0);
    return rect;
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
        const int side = qRound(cellPadding * textScale(fontFor(FontStep::Body)));
        const QRect inner = option->rect.adjusted(side, 0, -side, 0);
        const QRect arrow(inner.right() - 11, inner.top() + (inner.height() - 12) / 2, 12, 12);
        const QRect label = inner.adjusted(0, 0, sorted ? -16 : 0, 0);
        return visualRect(option->direction, option->rect,
                          element == SE_HeaderArrow ? arrow : label);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace Sandglass
