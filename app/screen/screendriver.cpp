// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/screen/screendriver.h>
#include <client/access/mutationcounter.h>
#include <vnc/rfbsession.h>
#include <widgets/desktoppanel.h>
#include <widgets/desktopview.h>

using namespace std::chrono_literals;

namespace Sandglass {

ScreenDriver::ScreenDriver(DesktopPanel &panel, RfbSession &remote, MutationCounter *mutations,
                           QObject *parent)
    : QObject(parent),
      m_panel(panel),
      m_remote(remote),
      m_mutations(mutations)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(5min);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        handBack();
        Q_EMIT handedBackUnused();
    });
    panel.setIdleTimer(&m_idle);
    panel.view()->setSession(&remote);
    connect(&panel, &DesktopPanel::takeControlRequested, this, &ScreenDriver::takeControl);
    connect(&panel, &DesktopPanel::handBackRequested, this, &ScreenDriver::handBack);
    connect(&panel, &DesktopPanel::screenshotRequested, this, &ScreenDriver::takeScreenshot);
    connect(&panel, &DesktopPanel::specialKeysRequested, this,
            [this](const QList<quint32> &keysyms) { m_remote.input().tapKeys(keysyms); });
    connect(&remote, &RfbSession::stateChanged, this, &ScreenDriver::follow);
    connect(&remote.input(), &RfbInput::sent, this, [this] {
        if (m_isDriving)
            m_idle.start();
        if (m_mutations != nullptr && m_isDriving && !std::exchange(m_isCounted, true))
            m_mutations->add();
    });
}

ScreenDriver::~ScreenDriver() = default;

void ScreenDriver::setSubject(const QString &name)
{
    m_subject = name;
    m_panel.setDriving(m_isDriving, name);
}

void ScreenDriver::setMayDrive(bool may)
{
    m_mayDrive = may;
    m_panel.setReadOnly(may ? QString()
                            : tr("This connection only observes: nothing may be changed."));
    if (!may)
        handBack();
}

void ScreenDriver::takeControl()
{
    if (m_isDriving || !m_mayDrive || m_remote.state() != RfbSession::State::Live)
        return;
    m_isDriving = true;
    m_isCounted = false;
    m_remote.input().setMode(RfbInput::Mode::Control);
    m_panel.setDriving(true, m_subject);
    m_panel.view()->setFocus();
    m_idle.start();
    Q_EMIT drivingChanged(true);
}

void ScreenDriver::handBack()
{
    if (!m_isDriving)
        return;
    m_isDriving = false;
    m_idle.stop();
    m_remote.input().setMode(RfbInput::Mode::ViewOnly);
    m_panel.setDriving(false, m_subject);
    Q_EMIT drivingChanged(false);
}

void ScreenDriver::takeScreenshot()
{
    QImage picture = m_remote.framebuffer().copy();
    if (picture.isNull())
        return;
    m_screenshots.take({.picture = std::move(picture),
                        .source = m_subject,
                        .title = m_remote.desktopName(),
                        .time = QDateTime::currentDateTime()});
}

void ScreenDriver::follow()
{
    const RfbSession::State state = m_remote.state();
    // A decoder that is started again keeps the person at the wheel.
    if (state != RfbSession::State::Live && state != RfbSession::State::Restarting)
        handBack();
}

} // namespace Sandglass
