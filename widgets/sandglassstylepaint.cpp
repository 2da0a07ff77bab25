// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/fonts.h>
#include <widgets/icons.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>

/// What SandglassStyle paints: frames and marks here, whole controls in sandglassstylecontrols.cpp.
namespace Sandglass {

namespace {

using Role = ThemeRole;

bool isEnabled(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled);
}

bool isHovered(const QStyleOption &option)
{
    return isEnabled(option) && option.state.testFlag(QStyle::State_MouseOver);
}

struct ButtonColors {
    QColor fill;
    QColor border;
};

/// A step darker on light grounds and lighter on dark ones, away from the text that stands on it.
QColor stepped(const QColor &color, const Theme &theme, bool pressed)
{
    const int percent = pressed ? 116 : 108;
    return theme.isDark() ? color.lighter(percent) : color.darker(percent);
}

ButtonColors buttonColors(ButtonKind kind, const QStyleOption &option, const Theme &theme)
{
    const bool pressed = option.state.testAnyFlags(QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = isHovered(option);
    if (kind == ButtonKind::Link)
        return {hovered || pressed ? theme.color(Role::Hover) : QColor(), QColor()};
    if (!isEnabled(option))
        return {theme.color(Role::Window), theme.color(Role::Line)};
    if (kind == ButtonKind::Primary || kind == ButtonKind::DangerFilled) {
        QColor fill = theme.color(kind == ButtonKind::Primary ? Role::Accent : Role::Danger);
        if (hovered || pressed)
            fill = stepped(fill, theme, pressed);
        return {fill, fill};
    }
    if (kind == ButtonKind::OnWarn) {
        const QColor fill = theme.color(Role::OnWarnFill);
        return {hovered || pressed ? fill.lighter(pressed ? 240 : 180) : fill, QColor()};
    }
    const bool danger = kind == ButtonKind::Danger;
    QColor fill = theme.color(Role::Raised);
    if (pressed)
        fill = theme.color(danger ? Role::DangerGround : Role::SelectionInactive);
    else if (hovered)
        fill = theme.color(danger ? Role::DangerGround : Role::Hover);
    return {fill, theme.color(danger ? Role::Danger : Role::LineStrong)};
}

ButtonKind kindOf(const QStyleOption *option, const QWidget *widget)
{
    const ButtonKind kind = buttonKind(widget);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (kind == ButtonKind::Normal && button &&
        button->features.testFlag(QStyleOptionButton::DefaultButton))
        return ButtonKind::Primary;
    return kind;
}

void paintCheck(QPainter *painter, const QStyleOption &option, const Theme &theme)
{
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    const QRectF box = option.rect;
    QColor fill = theme.color(on || partly ? Role::Accent : Role::Base);
    QColor border = theme.color(on || partly ? Role::Accent : Role::LineStrong);
    QColor mark = theme.color(Role::OnAccent);
    if (!isEnabled(option)) {
        fill = theme.color(Role::Window);
        border = theme.color(Role::Line);
        mark = theme.color(Role::TextDisabled);
    } else if (isHovered(option) && !on && !partly) {
        fill = theme.color(Role::Hover);
    }
    paintRounded(painter, box, badgeRadius, fill, border);
    if (!on && !partly)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->translate(box.center());
    if (on)
        painter->drawPolyline(QPolygonF{{-3.4, 0.2}, {-1, 2.7}, {3.5, -2.6}});
    else
        painter->drawLine(QLineF(-3, 0, 3, 0));
    painter->restore();
}

void paintRadio(QPainter *painter, const QStyleOption &option, const Theme &theme)
{
    const bool on = option.state.testFlag(QStyle::State_On);
    QColor line = theme.color(on ? Role::Accent : Role::LineStrong);
    if (!isEnabled(option))
        line = theme.color(Role::Line);
    const QRectF box = option.rect;
    paintRounded(painter, box, box.width() / 2,
                 theme.color(isHovered(option) ? Role::Hover : Role::Base), line);
    if (on)
        paintRounded(painter, box.adjusted(3.5, 3.5, -3.5, -3.5), box.width() / 2, line, QColor());
}

void paintItemPanel(QPainter *painter, const QStyleOption &option, const Theme &theme)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const auto group = !isEnabled(option)                            ? QPalette::Disabled
                           : option.state.testFlag(QStyle::State_Active) ? QPalette::Active
                                                                         : QPalette::Inactive;
        painter->fillRect(option.rect, option.palette.brush(group, QPalette::Highlight));
        return;
    }
    if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, item->backgroundBrush);
    if (isHovered(option))
        painter->fillRect(option.rect, theme.color(Role::Hover));
}

void paintToolButtonPanel(QPainter *painter, const QStyleOption &option, const QWidget *widget,
                          const Theme &theme)
{
    const ButtonKind kind = buttonKind(widget);
    if (kind == ButtonKind::OnWarn) {
        QColor tint = theme.color(Role::OnWarnFill);
        const bool pressed = option.state.testAnyFlags(QStyle::State_On | QStyle::State_Sunken);
        tint.setAlphaF(pressed ? 0.22F : isHovered(option) ? 0.12F : 0);
        paintRounded(painter, option.rect, controlRadius, tint, QColor());
        return;
    }
    if (kind != ButtonKind::Normal) {
        const auto colors = buttonColors(kind, option, theme);
        paintRounded(painter, option.rect, controlRadius, colors.fill, colors.border);
        return;
    }
    if (!isEnabled(option))
        return;
    if (option.state.testAnyFlags(QStyle::State_On | QStyle::State_Sunken))
        paintRounded(painter, option.rect, controlRadius, theme.color(Role::SelectionInactive),
                     QColor());
    else if (isHovered(option))
        paintRounded(painter, option.rect, controlRadius, theme.color(Role::Hover), QColor());
}

void paintFocusRect(QPainter *painter, const QStyleOption &option, const QWidget *widget,
                    const Theme &theme)
{
    // Controls get the ring of CE_FocusFrame outside of them; cells and tabs have no room there.
    if (!option.state.testFlag(QStyle::State_KeyboardFocusChange))
        return;
    if (qobject_cast<const QAbstractItemView *>(widget))
        paintRounded(painter, option.rect, 0, QColor(), theme.color(Role::Accent));
    else if (qobject_cast<const QTabBar *>(widget))
        paintFocusRing(painter, option.rect, controlRadius, theme.color(Role::Accent));
}

void paintFieldPanel(QPainter *painter, const QStyleOption &option, const QWidget *widget,
                     const Theme &theme)
{
    const bool invalid = widget && widget->property("sandglassInvalid").toBool();
    const Role border = !isEnabled(option) ? Role::Line : invalid ? Role::Danger : Role::LineStrong;
    paintRounded(painter, option.rect, controlRadius, option.palette.color(QPalette::Base),
                 theme.color(border));
}

QStringView chevronOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
        return u"chevron-up";
    case QStyle::PE_IndicatorArrowLeft:
        return u"chevron-left";
    case QStyle::PE_IndicatorArrowRight:
        return u"chevron-right";
    default:
        return u"chevron-down";
    }
}

void paintArrow(QPainter *painter, const QRect &rect, QStringView name, bool enabled,
                const Theme &theme)
{
    paintIcon(painter, rect, name, 12, theme.color(enabled ? Role::TextMuted : Role::TextDisabled));
}

void paintTabClose(QPainter *painter, const QStyleOption &option, const Theme &theme)
{
    if (isHovered(option))
        paintRounded(painter, option.rect, badgeRadius, theme.color(Role::SelectionInactive),
                     QColor());
    paintIcon(painter, option.rect, u"close", 12, theme.color(Role::TextMuted));
}

void paintSortArrow(QPainter *painter, const QStyleOption &option, const Theme &theme)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    if (header && header->sortIndicator != QStyleOptionHeader::None)
        paintArrow(painter, option.rect,
                   header->sortIndicator == QStyleOptionHeader::SortUp ? u"chevron-up"
                                                                       : u"chevron-down",
                   true, theme);
}

void paintToolBarSeparator(QPainter *painter, const QStyleOption &option, const Theme &theme)
{
    const QRectF rect = option.rect;
    const bool horizontal = option.state.testFlag(QStyle::State_Horizontal);
    painter->fillRect(horizontal ? QRectF(rect.center().x(), rect.center().y() - 10, 1, 20)
                                 : QRectF(rect.center().x() - 10, rect.center().y(), 20, 1),
                      theme.color(Role::Line));
}

/// Grounds and frames of areas. False for what is none.
bool paintArea(QStyle::PrimitiveElement element, QPainter *painter, const QRect &rect,
               const Theme &theme)
{
    switch (element) {
    case QStyle::PE_FrameTabBarBase:
        paintHairline(painter, rect, Qt::BottomEdge, theme.color(Role::Line));
        return true;
    case QStyle::PE_Frame:
    case QStyle::PE_FrameWindow:
        paintRounded(painter, rect, 0, QColor(), theme.color(Role::Line));
        return true;
    case QStyle::PE_FrameMenu:
        paintRounded(painter, rect, 0, QColor(), theme.color(Role::LineStrong));
        return true;
    case QStyle::PE_PanelMenu:
        painter->fillRect(rect, theme.color(Role::Raised));
        return true;
    case QStyle::PE_PanelTipLabel:
        paintRounded(painter, rect, 0, theme.color(Role::Raised), theme.color(Role::LineStrong));
        return true;
    case QStyle::PE_PanelStatusBar:
        painter->fillRect(rect, theme.color(Role::Window));
        paintHairline(painter, rect, Qt::TopEdge, theme.color(Role::Line));
        return true;
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_FrameButtonTool:
    case QStyle::PE_FrameButtonBevel:
        return true; // there is none
    default:
        return false;
    }
}

/// Small marks inside of controls. False for what is none.
bool paintIndicator(QStyle::PrimitiveElement element, QPainter *painter, const QStyleOption &option,
                    const Theme &theme)
{
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        paintCheck(painter, option, theme);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        paintRadio(painter, option, theme);
        return true;
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorArrowLeft:
    case QStyle::PE_IndicatorArrowRight:
        paintArrow(painter, option.rect, chevronOf(element), isEnabled(option), theme);
        return true;
    case QStyle::PE_IndicatorTabClose:
        paintTabClose(painter, option, theme);
        return true;
    case QStyle::PE_IndicatorHeaderArrow:
        paintSortArrow(painter, option, theme);
        return true;
    case QStyle::PE_IndicatorToolBarSeparator:
        paintToolBarSeparator(painter, option, theme);
        return true;
    default:
        return false;
    }
}

void paintLineEdit(QPainter *painter, const QStyleOption &option, const QWidget *widget,
                   const Theme &theme)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (frame && frame->lineWidth > 0)
        paintFieldPanel(painter, option, widget, theme);
    else
        painter->fillRect(option.rect, option.palette.brush(QPalette::Base));
}

} // namespace

void SandglassStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = Theme::of(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto colors = buttonColors(kindOf(option, widget), *option, theme);
        paintRounded(painter, option->rect, controlRadius, colors.fill, colors.border);
        return;
    }
    case PE_PanelButtonTool:
        paintToolButtonPanel(painter, *option, widget, theme);
        return;
    case PE_FrameFocusRect:
        paintFocusRect(painter, *option, widget, theme);
        return;
    case PE_PanelLineEdit:
        paintLineEdit(painter, *option, widget, theme);
        return;
    case PE_FrameLineEdit:
        paintFieldPanel(painter, *option, widget, theme);
        return;
    case PE_PanelItemViewItem:
        paintItemPanel(painter, *option, theme);
        return;
    default:
        if (!paintArea(element, painter, option->rect, theme) &&
            !paintIndicator(element, painter, *option, theme))
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

} // namespace Sandglass
