// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/desktopnotice.h>
#include <widgets/desktopview.h>

#include <QtWidgets/QWidget>

class QTimer;

namespace Sandglass {

class DesktopDrivingBar;
class DesktopHint;
class DesktopToolBar;

/// The screen of one sandbox: its view, the row above it and the pages that stand in for it. Shows
/// what it is told and emits what the user wants; it takes control of nothing by itself.
class DesktopPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopPanel)

public:
    using Notice = DesktopNoticeText;

    explicit DesktopPanel(QWidget *parent = nullptr);

    /// Instead of the live screen, over the last picture of it where there is one. Nobody drives
    /// any longer.
    void showNotice(const Notice &notice);
    /// What is being done until there is a screen.
    void showProgress(const QString &title, const QString &words);
    void showView();
    [[nodiscard]] DesktopView *view() { return m_view; }

    /// The name is also what assistive tools call the screen; empty: as before.
    void setDriving(bool driving, const QString &sandboxName);
    /// Borrowed: hands back when it runs out. The amber row counts down with it.
    void setIdleTimer(const QTimer *timer);
    [[nodiscard]] bool isDriving() const { return m_isDriving; }
    /// Why nobody can drive now ("ravi has been driving for 6 min"); empty: they can.
    void setReadOnly(const QString &why);
    /// False for a screen that was not started from here. True at first.
    void setStopOffered(bool offered);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void noticeActionRequested();
    void passwordEntered(const QString &password);
    void takeControlRequested();
    void handBackRequested();
    void screenshotRequested();
    void specialKeysRequested(const QList<quint32> &keysyms);
    void stopStreamRequested();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectBars();
    void connectView();
    void showPage(const Notice &notice);
    void showState();
    void place();
    void placeHint();

    DesktopView *m_view;
    DesktopToolBar *m_toolBar;
    DesktopDrivingBar *m_drivingBar;
    DesktopNotice *m_notice;
    DesktopHint *m_hint;
    bool m_isDriving = false;
    bool m_isViewShown = false;
};

} // namespace Sandglass
