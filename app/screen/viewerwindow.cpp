// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/screen/screendriver.h>
#include <app/screen/screentext.h>
#include <app/screen/viewerwindow.h>
#include <models/displaytext.h>
#include <widgets/desktoppanel.h>
#include <widgets/desktopview.h>

#include <QtCore/QDir>
#include <QtWidgets/QStatusBar>

using namespace Qt::StringLiterals;

namespace Sandglass {

ViewerWindow::ViewerWindow(RfbBridges &bridges, RfbEndpoint endpoint)
    : m_endpoint(std::move(endpoint)),
      m_place(u"%1:%2"_s.arg(m_endpoint.host).arg(m_endpoint.port)),
      m_remote(bridges),
      m_panel(new DesktopPanel),
      m_driver(std::make_unique<ScreenDriver>(*m_panel, m_remote, nullptr))
{
    setCentralWidget(m_panel);
    resize(1280, 860);
    m_driver->setSubject(m_place);
    connect(&m_remote, &RfbSession::stateChanged, this, &ViewerWindow::showState);
    connect(&m_remote, &RfbSession::silenceChanged, this, &ViewerWindow::showState);
    connect(m_panel, &DesktopPanel::noticeActionRequested, this, &ViewerWindow::open);
    connect(m_panel, &DesktopPanel::passwordEntered, this, [this](const QString &password) {
        m_endpoint.password = password.toUtf8();
        open();
    });
    Screenshots &shots = m_driver->screenshots();
    connect(&shots, &Screenshots::saved, this, [this](const QString &path) {
        statusBar()->showMessage(
            tr("Screenshot on the clipboard and in %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(&shots, &Screenshots::failed, this, [this](const QString &words) {
        statusBar()->showMessage(
            tr("The screenshot is on the clipboard, but was not saved. %1").arg(words));
    });
    m_panel->setStopOffered(false);
    open();
}

ViewerWindow::~ViewerWindow()
{
    m_driver->handBack();
    m_panel->view()->setSession(nullptr);
}

void ViewerWindow::open()
{
    m_remote.open(m_endpoint);
    showState();
}

void ViewerWindow::showState()
{
    showTitle();
    if (m_remote.isSilent())
        return m_panel->showNotice(silentScreen());
    switch (m_remote.state()) {
    case RfbSession::State::Idle:
    case RfbSession::State::Connecting:
        m_panel->showProgress(tr("Connecting to %1…").arg(m_place), {});
        break;
    case RfbSession::State::Live:
    case RfbSession::State::Restarting:
        m_panel->showView();
        break;
    case RfbSession::State::Ended:
        showEnd();
        break;
    }
}

void ViewerWindow::showEnd()
{
    using Why = RfbSession::End::Why;
    const RfbSession::End &end = m_remote.end();
    const bool wantsPassword = end.why == Why::PasswordNeeded || end.why == Why::PasswordWrong;
    DesktopPanel::Notice notice{.icon = u"screen"_s,
                                .title = tr("The screen cannot be shown"),
                                .words = screenEndText(end, m_place),
                                .action = tr("Try again")};
    if (wantsPassword) {
        notice.title = tr("The server asks for a password");
        notice.action = tr("Connect");
        notice.passwordField = true;
    }
    m_panel->showNotice(notice);
}

void ViewerWindow::showTitle()
{
    const QString name = displayText(m_remote.desktopName());
    setWindowTitle(name.isEmpty() ? m_place : u"%1 (%2)"_s.arg(name, m_place));
}

} // namespace Sandglass
