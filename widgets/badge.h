// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace Sandglass {

/// Says a property; cannot be clicked, so it has no border. KeyHint is the exception: a key's name
/// ("Enter") looks like a key cap, beside the button that it presses; KeyHintOnWarn is one on
/// WarnFill.
class Badge final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Badge)

public:
    enum class Kind { Neutral, Accent, Ok, Warn, Danger, Paused, KeyHint, KeyHintOnWarn };

    explicit Badge(const QString &text, Kind kind = Kind::Neutral, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setKind(Kind kind);
    /// With an icon before its text it is as high as a tool bar wants it; without text, name it for
    /// assistive tools.
    void setIcon(const QString &name);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintWithIcon(QPainter &painter, const QColor &color);

    QString m_text;
    QString m_icon;
    Kind m_kind;
};

} // namespace Sandglass
