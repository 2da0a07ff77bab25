// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/desktopdrivingbar.h>
#include <widgets/desktophint.h>
#include <widgets/desktoppanel.h>
#include <widgets/desktoptoolbar.h>

#include <QtCore/QEvent>

#include <algorithm>
#include <cmath>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int hintGap = 8;  ///< above it, where there is room
constexpr int leastGap = 3; ///< above and below it
constexpr int leastHeight = 200;

bool holdsFocus(const QWidget &widget)
{
    // Also while another window is the active one: it is where typing goes on later.
    const QWidget *focus = widget.window()->focusWidget();
    return focus != nullptr && widget.isAncestorOf(focus);
}

} // namespace

DesktopPanel::DesktopPanel(QWidget *parent)
    : QWidget(parent),
      m_view(new DesktopView(this)),
      m_toolBar(new DesktopToolBar(this)),
      m_drivingBar(new DesktopDrivingBar(this)),
      m_notice(new DesktopNotice(this)),
      m_hint(new DesktopHint(this))
{
    setTabOrder(m_toolBar, m_view);
    connectBars();
    connectView();
    connect(m_notice, &DesktopNotice::actionRequested, this, &DesktopPanel::noticeActionRequested);
    connect(m_notice, &DesktopNotice::passwordEntered, this, &DesktopPanel::passwordEntered);
    showView();
}

void DesktopPanel::connectBars()
{
    connect(m_toolBar, &DesktopToolBar::screenshotRequested, this,
            &DesktopPanel::screenshotRequested);
    connect(m_toolBar, &DesktopToolBar::stopStreamRequested, this,
            &DesktopPanel::stopStreamRequested);
    connect(m_toolBar, &DesktopToolBar::takeControlRequested, this,
            &DesktopPanel::takeControlRequested);
    connect(m_toolBar, &DesktopToolBar::scaleChosen, m_view, &DesktopView::setScale);
    connect(m_drivingBar, &DesktopDrivingBar::handBackRequested, this,
            &DesktopPanel::handBackRequested);
    connect(m_drivingBar, &DesktopDrivingBar::specialKeysRequested, this,
            &DesktopPanel::specialKeysRequested);
    connect(m_drivingBar, &DesktopDrivingBar::menuClosed, this, [this] { m_view->setFocus(); });
}

void DesktopPanel::connectView()
{
    connect(m_view, &DesktopView::scaleChanged, this,
            [this] { m_toolBar->setScale(m_view->scale(), m_view->percent()); });
    connect(m_view, &DesktopView::pictureMoved, this, &DesktopPanel::showState);
    connect(m_view, &DesktopView::handBackRequested, this, &DesktopPanel::handBackRequested);
    connect(m_view, &DesktopView::screenshotRequested, this, [this] {
        if (m_view->hasPicture())
            Q_EMIT screenshotRequested();
    });
    connect(m_view, &DesktopView::takeControlRequested, this, [this] {
        if (m_toolBar->canTakeControl())
            Q_EMIT takeControlRequested();
    });
}

void DesktopPanel::showNotice(const Notice &notice)
{
    setDriving(false, {});
    showPage(notice);
}

void DesktopPanel::showProgress(const QString &title, const QString &words)
{
    showPage({.icon = u"screen"_s, .title = title, .words = words});
}

void DesktopPanel::showPage(const Notice &notice)
{
    // A button gets the focus from a person alone: whoever was typing would press it.
    const bool isGiven = holdsFocus(*this) && !m_notice->isOn(notice.action);
    m_isViewShown = false;
    m_view->setStale(true);
    m_notice->setText(notice);
    m_notice->setOverPicture(m_view->hasPicture());
    m_notice->show();
    showState();
    if (isGiven)
        m_notice->receiveFocus();
}

void DesktopPanel::showView()
{
    const bool hadFocus = holdsFocus(*m_notice);
    m_isViewShown = true;
    m_view->setStale(false);
    m_notice->hide();
    showState();
    if (hadFocus)
        m_view->setFocus();
}

void DesktopPanel::setDriving(bool driving, const QString &sandboxName)
{
    if (!sandboxName.isEmpty())
        m_view->setName(displayText(sandboxName, 60));
    if (driving && m_isDriving) {
        m_drivingBar->setName(sandboxName);
        return;
    }
    m_isDriving = driving;
    if (driving) {
        m_drivingBar->start(sandboxName);
        m_view->setFocus();
    } else {
        m_drivingBar->stop();
    }
    showState();
}

void DesktopPanel::setIdleTimer(const QTimer *timer)
{
    m_drivingBar->setIdleTimer(timer);
}

void DesktopPanel::setReadOnly(const QString &why)
{
    m_toolBar->setReadOnly(why);
}

void DesktopPanel::setStopOffered(bool offered)
{
    m_toolBar->setStopOffered(offered);
}

void DesktopPanel::showState()
{
    m_drivingBar->setVisible(m_isDriving);
    m_toolBar->setVisible(!m_isDriving);
    m_toolBar->setShown(m_isViewShown && m_view->hasPicture(), m_view->hasPicture());
    m_toolBar->setScale(m_view->scale(), m_view->percent());
    m_view->setVisible(m_isViewShown || m_view->hasPicture());
    setFocusProxy(m_isViewShown ? static_cast<QWidget *>(m_view) : m_notice->target());
    placeHint();
}

QSize DesktopPanel::minimumSizeHint() const
{
    return {m_toolBar->minimumSizeHint().width(), leastHeight};
}

bool DesktopPanel::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::event(event);
}

void DesktopPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void DesktopPanel::place()
{
    const QRect bar(0, 0, width(), m_toolBar->height());
    m_toolBar->setGeometry(bar);
    m_drivingBar->setGeometry(bar);
    const QRect rest = rect().adjusted(0, bar.height(), 0, 0);
    m_view->setGeometry(rest);
    m_notice->setGeometry(rest);
    placeHint();
}

/// Under the frame, where that leaves room for it.
void DesktopPanel::placeHint()
{
    const DesktopGeometry &picture = m_view->geometryOfPicture();
    const QSize size = m_hint->sizeHint();
    const QRect frame = picture.frame();
    const int bottom = int(std::ceil((frame.y() + frame.height()) / picture.ratio()));
    const int room = m_view->height() - bottom - size.height();
    const int top = m_view->y() + bottom + std::clamp(room / 2, leastGap, hintGap);
    const bool hasRoom = room >= 2 * leastGap && size.width() + 2 * hintGap <= width();
    const int middle = int(frame.center().x() / picture.ratio());
    const int x = std::clamp(middle - size.width() / 2, hintGap,
                             std::max(hintGap, width() - hintGap - size.width()));
    m_hint->setGeometry(QRect(QPoint(x, top), size));
    m_hint->setVisible(m_isDriving && m_isViewShown && hasRoom && m_view->hasPicture());
}

} // namespace Sandglass
