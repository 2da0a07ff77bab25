// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace Sandglass {

class IconLabel;

/// A card of the first page: a large icon, a title, what one gets, and a row of buttons at its
/// foot. Has an accent border while the focus is in it.
class FirstRunCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstRunCard)

public:
    FirstRunCard(const QString &icon, const QString &title, const QString &subtitle,
                 QWidget *parent);

    void addLine(const QString &icon, const QString &title, const QString &detail);
    /// Below the lines, above the foot.
    void addWidget(QWidget *widget);
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    [[nodiscard]] bool hasFocusInside() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showFocus();

    QString m_iconName;
    IconLabel *m_icon;
    QVBoxLayout *m_lines;
    QVBoxLayout *m_extras;
    QHBoxLayout *m_foot;
    bool m_focused = false;
};

} // namespace Sandglass
