// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/fonts.h>
#include <widgets/theme.h>

#include <QtWidgets/QLabel>

namespace Sandglass {

/// A plain-text label in a step of the font scale and a colour role; follows changes of font and
/// theme. With an elide mode it may become narrower than its text, shows an ellipsis, and then
/// holds the whole text in its tooltip.
class Label final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Label)

public:
    explicit Label(FontStep step, ThemeRole role = ThemeRole::Text, QWidget *parent = nullptr);
    Label(const QString &text, FontStep step, ThemeRole role = ThemeRole::Text,
          QWidget *parent = nullptr);

    void setStep(FontStep step);
    void setRole(ThemeRole role);
    void setElideMode(Qt::TextElideMode mode);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void applyFont();
    void applyColor();
    [[nodiscard]] bool isCut() const;

    FontStep m_step;
    ThemeRole m_role;
    Qt::TextElideMode m_elide = Qt::ElideNone;
};

} // namespace Sandglass
