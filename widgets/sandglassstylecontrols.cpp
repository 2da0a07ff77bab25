// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/fonts.h>
#include <widgets/icons.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace Sandglass {

namespace {

using Role = ThemeRole;
constexpr int iconGap = 8;

Role labelRole(ButtonKind kind, bool enabled)
{
    if (!enabled)
        return Role::TextDisabled;
    switch (kind) {
    case ButtonKind::Normal:
        break;
    case ButtonKind::Primary:
        return Role::OnAccent;
    case ButtonKind::Danger:
        return Role::Danger;
    case ButtonKind::DangerFilled:
        return Role::OnDanger;
    case ButtonKind::Link:
        return Role::Link;
    case ButtonKind::OnWarn:
        return Role::WarnFill;
    }
    return Role::Text;
}

struct Label {
    QIcon icon;
    QSize iconSize;
    QString text;
    QColor color;
    bool enabled = true;
    QIcon::State state = QIcon::Off;
};

void paintLabel(QPainter *painter, const QRect &box, const Label &label, const QStyleOption &option,
                int textFlags)
{
    const int textWidth =
        label.text.isEmpty()
            ? 0
            : painter->fontMetrics().size(Qt::TextShowMnemonic, label.text).width();
    const int iconWidth = label.icon.isNull() ? 0 : label.iconSize.width();
    const int gap = textWidth > 0 && iconWidth > 0 ? iconGap : 0;
    const int width = std::min(box.width(), textWidth + gap + iconWidth);
    const int left = box.left() + (box.width() - width) / 2;
    if (iconWidth > 0) {
        const QRect rect(left, box.top() + (box.height() - label.iconSize.height()) / 2, iconWidth,
                         label.iconSize.height());
        label.icon.paint(painter, QStyle::visualRect(option.direction, box, rect), Qt::AlignCenter,
                         label.enabled ? QIcon::Normal : QIcon::Disabled, label.state);
    }
    if (textWidth > 0) {
        const QRect rect(left + iconWidth + gap, box.top(), width - iconWidth - gap, box.height());
        painter->setPen(label.color);
        painter->drawText(QStyle::visualRect(option.direction, box, rect),
                          Qt::AlignCenter | textFlags, label.text);
    }
}

void paintTabLine(QPainter *painter, const QStyleOption &option, const Theme &theme)
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(
            QRect(option.rect.left() + 2, option.rect.bottom() - 1, option.rect.width() - 4, 2),
            theme.color(Role::Accent));
}

/// Fusion cuts what does not fit.
QStyleOptionComboBox elided(const QStyleOptionComboBox &option, int width)
{
    QStyleOptionComboBox copy = option;
    const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + 4;
    copy.currentText =
        option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, width - icon - 2);
    return copy;
}

void paintHeaderGround(QPainter *painter, const QStyleOption &option, bool isSection,
                       const Theme &theme)
{
    painter->fillRect(option.rect, theme.color(Role::Window));
    paintHairline(painter, option.rect, Qt::BottomEdge, theme.color(Role::Line));
    if (isSection && option.state.testFlag(QStyle::State_Horizontal))
        paintHairline(painter, option.rect,
                      option.direction == Qt::RightToLeft ? Qt::LeftEdge : Qt::RightEdge,
                      theme.color(Role::Line));
}

void paintSplitter(QPainter *painter, const QStyleOption &option, const Theme &theme)
{
    const bool sideBySide = option.state.testFlag(QStyle::State_Horizontal);
    const bool active = option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_Sunken |
                                                  QStyle::State_HasFocus);
    const QColor line = theme.color(Role::Line);
    painter->fillRect(option.rect, theme.color(Role::Window));
    paintHairline(painter, option.rect, sideBySide ? Qt::LeftEdge : Qt::TopEdge, line);
    paintHairline(painter, option.rect, sideBySide ? Qt::RightEdge : Qt::BottomEdge, line);
    const QPointF middle = QRectF(option.rect).center();
    const QRectF grip = sideBySide ? QRectF(middle.x() - 0.5, middle.y() - 12, 1, 24)
                                   : QRectF(middle.x() - 12, middle.y() - 0.5, 24, 1);
    painter->fillRect(grip, theme.color(active ? Role::Accent : Role::LineStrong));
}

} // namespace

void SandglassStyle::drawButtonLabel(const QStyleOptionButton &option, QPainter *painter,
                                     const QWidget *widget) const
{
    ButtonKind kind = buttonKind(widget);
    if (kind == ButtonKind::Normal && option.features.testFlag(QStyleOptionButton::DefaultButton))
        kind = ButtonKind::Primary;
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool mnemonic = proxy()->styleHint(SH_UnderlineShortcut, &option, widget, nullptr) != 0;
    QRect box = option.rect;
    if (option.features.testFlag(QStyleOptionButton::HasMenu)) {
        QRect arrow(box.right() - 20, box.top(), 16, box.height());
        paintIcon(painter, visualRect(option.direction, option.rect, arrow), u"chevron-down", 12,
                  Theme::of(option.palette).color(labelRole(kind, enabled)));
        box = visualRect(option.direction, option.rect, box.adjusted(0, 0, -16, 0));
    }
    paintLabel(painter, box,
               {.icon = option.icon,
                .iconSize = option.iconSize,
                .text = option.text,
                .color = Theme::of(option.palette).color(labelRole(kind, enabled)),
                .enabled = enabled},
               option, mnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
}

void SandglassStyle::drawToolButtonLabel(const QStyleOptionToolButton &option, QPainter *painter,
                                         const QWidget *widget) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const ButtonKind kind = buttonKind(widget);
    // Flat, it has the bar itself for its ground.
    const Role role = kind == ButtonKind::OnWarn ? Role::OnWarnFill : labelRole(kind, enabled);
    const bool text = option.toolButtonStyle != Qt::ToolButtonIconOnly;
    const bool icon = option.toolButtonStyle != Qt::ToolButtonTextOnly;
    paintLabel(painter, option.rect,
               {.icon = icon ? option.icon : QIcon(),
                .iconSize = option.iconSize,
                .text = text ? option.text : QString(),
                .color = Theme::of(option.palette).color(role),
                .enabled = enabled},
               option, Qt::TextHideMnemonic);
}

void SandglassStyle::drawComboBox(const QStyleOptionComboBox &option, QPainter *painter,
                                  const QWidget *widget) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool invalid = widget && widget->property("sandglassInvalid").toBool();
    const Role border = !enabled ? Role::Line : invalid ? Role::Danger : Role::LineStrong;
    const bool hovered = enabled && !option.editable && option.state.testFlag(State_MouseOver);
    const QColor fill = hovered ? theme.color(Role::Hover) : option.palette.color(QPalette::Base);
    paintRounded(painter, option.rect, controlRadius, fill, theme.color(border));
    paintIcon(painter, proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget),
              u"chevron-down", 12, theme.color(enabled ? Role::TextMuted : Role::TextDisabled));
}

void SandglassStyle::drawTabLabel(const QStyleOptionTab &option, QPainter *painter,
                                  const QWidget *widget) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool selected = option.state.testFlag(State_Selected);
    const bool strong = selected || option.state.testFlag(State_MouseOver);
    const Role role = !enabled ? Role::TextDisabled : strong ? Role::Text : Role::TextMuted;
    const bool mnemonic = proxy()->styleHint(SH_UnderlineShortcut, &option, widget, nullptr) != 0;
    const int before = option.leftButtonSize.isEmpty() ? 0 : option.leftButtonSize.width() + 4;
    const int after = option.rightButtonSize.isEmpty() ? 0 : option.rightButtonSize.width() + 4;
    painter->save();
    if (selected) {
        QFont font = painter->font();
        font.setWeight(QFont::Medium);
        painter->setFont(font);
    }
    paintLabel(
        painter,
        visualRect(option.direction, option.rect, option.rect.adjusted(before, 0, -after, 0)),
        {.icon = option.icon,
         .iconSize = option.iconSize.isValid() ? option.iconSize : QSize(16, 16),
         .text = option.text,
         .color = Theme::of(option.palette).color(role),
         .enabled = enabled,
         .state = selected ? QIcon::On : QIcon::Off},
        option, mnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter->restore();
}

// QCommonStyle asks itself, not the proxy, where label and arrow lie.
void SandglassStyle::drawHeader(const QStyleOptionHeader &option, QPainter *painter,
                                const QWidget *widget) const
{
    proxy()->drawControl(CE_HeaderSection, &option, painter, widget);
    QStyleOptionHeaderV2 part;
    if (const auto *v2 = qstyleoption_cast<const QStyleOptionHeaderV2 *>(&option))
        part = *v2;
    else
        static_cast<QStyleOptionHeader &>(part) = option;
    part.rect = proxy()->subElementRect(SE_HeaderLabel, &option, widget);
    proxy()->drawControl(CE_HeaderLabel, &part, painter, widget);
    part.rect = proxy()->subElementRect(SE_HeaderArrow, &option, widget);
    proxy()->drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
}

void SandglassStyle::drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter,
                                     const QWidget *widget) const
{
    QStyleOptionHeaderV2 copy;
    if (const auto *v2 = qstyleoption_cast<const QStyleOptionHeaderV2 *>(&option))
        copy = *v2;
    else
        static_cast<QStyleOptionHeader &>(copy) = option;
    copy.palette.setColor(QPalette::ButtonText, Theme::of(option.palette).color(Role::TextMuted));
    copy.state.setFlag(State_On, false); // a selected cell does not make its header bold
    painter->save();
    painter->setFont(fontFor(FontStep::Small));
    QProxyStyle::drawControl(CE_HeaderLabel, &copy, painter, widget);
    painter->restore();
}

void SandglassStyle::drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter,
                                     const QWidget *widget) const
{
    const Theme &theme = Theme::of(option.palette);
    if (option.state.testAnyFlags(State_Selected | State_Sunken))
        paintRounded(painter, QRectF(option.rect).adjusted(0, 3, 0, -4), controlRadius,
                     theme.color(Role::Hover), QColor());
    painter->setPen(
        theme.color(option.state.testFlag(State_Enabled) ? Role::Text : Role::TextDisabled));
    const bool mnemonic = proxy()->styleHint(SH_UnderlineShortcut, &option, widget, nullptr) != 0;
    painter->drawText(option.rect,
                      Qt::AlignCenter | (mnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                      option.text);
}

bool SandglassStyle::drawLabelOf(ControlElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && element == CE_PushButtonLabel)
        drawButtonLabel(*button, painter, widget);
    else if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
             tool && element == CE_ToolButtonLabel)
        drawToolButtonLabel(*tool, painter, widget);
    else if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
             tab && element == CE_TabBarTabLabel)
        drawTabLabel(*tab, painter, widget);
    else if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
             combo && element == CE_ComboBoxLabel) {
        const QRect field =
            proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
        const QStyleOptionComboBox fitting = elided(*combo, field.width());
        QProxyStyle::drawControl(element, &fitting, painter, widget);
    } else if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
               header && element == CE_Header)
        drawHeader(*header, painter, widget);
    else if (header && element == CE_HeaderLabel)
        drawHeaderLabel(*header, painter, widget);
    else
        return false;
    return true;
}

void SandglassStyle::drawControl(ControlElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = Theme::of(option->palette);
    switch (element) {
    case CE_FocusFrame:
        paintFocusRing(painter, option->rect, controlRadius + 2, theme.color(Role::Accent));
        return;
    case CE_PushButtonBevel:
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_TabBarTabShape:
        paintTabLine(painter, *option, theme);
        if (option->state.testFlag(State_HasFocus))
            proxy()->drawPrimitive(PE_FrameFocusRect, option, painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paintHeaderGround(painter, *option, element == CE_HeaderSection, theme);
        return;
    case CE_Splitter:
        paintSplitter(painter, *option, theme);
        return;
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
    case CE_MenuBarItem:
        painter->fillRect(option->rect, theme.color(Role::Window));
        paintHairline(painter, option->rect, Qt::BottomEdge, theme.color(Role::Line));
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && element == CE_MenuBarItem)
            drawMenuBarItem(*item, painter, widget);
        return;
    default:
        if (!drawLabelOf(element, option, painter, widget))
            QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void SandglassStyle::drawToolButton(const QStyleOptionToolButton &option, QPainter *painter,
                                    const QWidget *widget) const
{
    proxy()->drawPrimitive(PE_PanelButtonTool, &option, painter, widget);
    QStyleOptionToolButton label = option;
    if (option.features.testFlag(QStyleOptionToolButton::MenuButtonPopup)) {
        const QRect rect = option.rect;
        const int width = proxy()->pixelMetric(PM_MenuButtonIndicator, &option, widget);
        const QRect menu =
            visualRect(option.direction, rect, rect.adjusted(rect.width() - width, 0, 0, 0));
        QColor color =
            Theme::of(option.palette)
                .color(labelRole(buttonKind(widget), option.state.testFlag(State_Enabled)));
        paintIcon(painter, menu, u"chevron-down", 12, color);
        color.setAlphaF(0.4F);
        const int edge = option.direction == Qt::RightToLeft ? menu.right() : menu.left();
        painter->fillRect(QRect(edge, menu.top() + 1, 1, menu.height() - 2), color);
        label.rect = visualRect(option.direction, rect, rect.adjusted(0, 0, -width, 0));
    }
    proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
}

void SandglassStyle::drawScrollBar(const QStyleOptionSlider &option, QPainter *painter,
                                   const QWidget *widget) const
{
    const Theme &theme = Theme::of(option.palette);
    painter->fillRect(option.rect, theme.color(Role::Window));
    if (option.maximum <= option.minimum)
        return;
    const QRectF knob = proxy()->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool active = option.state.testFlag(State_MouseOver) ||
                        option.activeSubControls.testFlag(SC_ScrollBarSlider);
    const bool horizontal = option.orientation == Qt::Horizontal;
    paintRounded(painter, horizontal ? knob.adjusted(2, 3, -2, -3) : knob.adjusted(3, 2, -3, -2), 3,
                 theme.color(active ? Role::TextMuted : Role::LineStrong), QColor());
}

void SandglassStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                        QPainter *painter, const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && control == CC_ComboBox)
        drawComboBox(*combo, painter, widget);
    else if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
             button && control == CC_ToolButton)
        drawToolButton(*button, painter, widget);
    else if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
             bar && control == CC_ScrollBar)
        drawScrollBar(*bar, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace Sandglass
