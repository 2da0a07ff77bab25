// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <chrono>

class QPushButton;
class QToolButton;

namespace Sandglass {

class Badge;
class DesktopKeysMenu;
class Label;

/// The amber row above a screen that is driven: whose it is, since when, and the way back. None of
/// its buttons takes the focus, which belongs to the sandbox meanwhile.
class DesktopDrivingBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopDrivingBar)

public:
    explicit DesktopDrivingBar(QWidget *parent = nullptr);

    /// Begins to count.
    void start(const QString &sandboxName);
    void stop();
    void setName(const QString &sandboxName);
    /// Borrowed: what hands back by itself when it runs out, told by the second; null: nothing
    /// does.
    void setIdleTimer(const QTimer *timer);
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// "14 s", "2 min 14 s", "1 h 02 min".
    [[nodiscard]] static QString drivingTime(std::chrono::seconds time);

Q_SIGNALS:
    void handBackRequested();
    void specialKeysRequested(const QList<quint32> &keysyms);
    /// The menu has had the focus.
    void menuClosed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTime();
    void fit();

    Label *m_title;
    Label *m_words;
    Label *m_timeTitle;
    Label *m_time;
    Label *m_idleTitle;
    Label *m_idleTime;
    QPointer<const QTimer> m_idle;
    QToolButton *m_keys;
    DesktopKeysMenu *m_menu;
    QPushButton *m_handBack;
    Badge *m_chord;
    QTimer m_tick;
    QElapsedTimer m_since;
    bool m_knowsIdle = false;
};

} // namespace Sandglass
