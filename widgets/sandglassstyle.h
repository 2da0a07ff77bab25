// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QtCore/QPointer>
#include <QtWidgets/QProxyStyle>

class QAbstractButton;
class QFocusFrame;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace Sandglass {

/// What pressing a button does, told by its looks. One Primary in a view; DangerFilled in a last
/// confirmation only.
/// OnWarn stands on WarnFill, the bar of a driven desktop: a push button filled, a tool button flat.
enum class ButtonKind { Normal, Primary, Danger, DangerFilled, Link, OnWarn };

/// Gives a button its looks and, where named, an icon in the fitting colour. Works for push and
/// tool buttons.
void setButtonKind(QAbstractButton *button, ButtonKind kind, QStringView icon = {});
[[nodiscard]] ButtonKind buttonKind(const QWidget *button);
/// Marks a field whose value is refused: its border turns danger.
void setFieldInvalid(QWidget *field, bool invalid);
/// For a widget that shows by itself where the focus is: no ring is drawn around it.
void setDrawsFocus(QWidget *widget);
/// The height of a tab bar's tabs in pixels at Inter 13: 30 inside a view, 32 for sandboxes.
void setTabHeight(QWidget *tabBar, int pixels);

/// Fusion with the measures of Sandglass: flat tool buttons, a line under the current tab,
/// hairlines, a focus ring of 2 pixels that stands 1 off its control. Takes every colour from
/// Theme::of(palette). QApplication owns it.
class SandglassStyle final : public QProxyStyle
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandglassStyle)

public:
    SandglassStyle();
    ~SandglassStyle() override;

    /// True where the desktop brings no style of its own, so that ours is wanted.
    [[nodiscard]] static bool isWanted(const QStyle &desktopStyle);

    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void drawButtonLabel(const QStyleOptionButton &option, QPainter *painter,
                         const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComboBox &option, QPainter *painter,
                      const QWidget *widget) const;
    void drawToolButtonLabel(const QStyleOptionToolButton &option, QPainter *painter,
                             const QWidget *widget) const;
    void drawTabLabel(const QStyleOptionTab &option, QPainter *painter,
                      const QWidget *widget) const;
    void drawHeader(const QStyleOptionHeader &option, QPainter *painter,
                    const QWidget *widget) const;
    void drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter,
                         const QWidget *widget) const;
    void drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter,
                         const QWidget *widget) const;
    void drawToolButton(const QStyleOptionToolButton &option, QPainter *painter,
                        const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter,
                       const QWidget *widget) const;
    /// False for what is no label of ours.
    bool drawLabelOf(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const;
    void showFocusRing(QWidget *widget);

    QPointer<QFocusFrame>
        m_focusRing; ///< a child of the focused control's parent, which may delete it
};

} // namespace Sandglass
