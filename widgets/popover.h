// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace Sandglass {

/// A card with a tip that points at what it is about. Lies inside its window, over everything in
/// it: a press beside it or Escape closes it, Tab stays in it, and no shortcut of the window works
/// meanwhile. Focus goes back to where it was. Not a window of its own: a shadow then needs no
/// compositor, and no window manager takes part.
class Popover : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Popover)

public:
    /// `window`: any widget of the window to lie in, which owns it.
    explicit Popover(QWidget *window);
    ~Popover() override;

    /// Fill this one.
    [[nodiscard]] QWidget *card() const { return m_card; }
    /// Shows it under the anchor (over it where there is no room below), in global coordinates, and
    /// puts the focus on `focus`, which lies in the card.
    void openAt(const QRect &anchor, QWidget *focus);
    void close();

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();

    QWidget *m_card;
    QRect m_anchor; ///< in the window's coordinates
    bool m_above = false;
    QPointer<QWidget> m_focusBefore;
};

} // namespace Sandglass
