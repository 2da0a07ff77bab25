// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/resumetext.h>
#include <app/pages/screenpane.h>
#include <app/screen/screendriver.h>
#include <app/screen/screentext.h>
#include <widgets/desktoppanel.h>
#include <widgets/desktopview.h>

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr auto desktopTemplate = "desktop"_L1;

} // namespace

using State = DesktopSession::State;

ScreenPane::ScreenPane(DesktopSession &session, MutationCounter &mutations, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_panel(new DesktopPanel),
      m_driver(std::make_unique<ScreenDriver>(*m_panel, session.remote(), &mutations))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_panel);
    setFocusProxy(m_panel);
    wire();
    showState();
}

ScreenPane::~ScreenPane()
{
    m_driver->handBack();
    m_panel->view()->setSession(nullptr);
}

void ScreenPane::wire()
{
    connect(&m_session, &DesktopSession::stateChanged, this, &ScreenPane::showState);
    connect(&m_session, &DesktopSession::stopFailed, this, [this](const QString &words) {
        Q_EMIT told(u"risk"_s, tr("The stream was not stopped"), words);
    });
    connect(m_panel, &DesktopPanel::noticeActionRequested, this, &ScreenPane::act);
    connect(m_panel, &DesktopPanel::passwordEntered, &m_session, &DesktopSession::givePassword);
    connect(m_panel, &DesktopPanel::stopStreamRequested, &m_session, &DesktopSession::stopStream);
    connect(m_driver.get(), &ScreenDriver::handedBackUnused, this, [this] {
        Q_EMIT told(u"handback"_s, tr("Handed back"), tr("There was no input for five minutes."));
    });
    Screenshots &shots = m_driver->screenshots();
    connect(&shots, &Screenshots::saved, this, &ScreenPane::screenshotSaved);
    connect(&shots, &Screenshots::failed, this, [this](const QString &words) {
        Q_EMIT told(u"risk"_s, tr("The screenshot is on the clipboard, but was not saved"), words);
    });
}

void ScreenPane::activate()
{
    m_session.open();
    m_panel->setFocus();
}

void ScreenPane::setSubject(const QString &name)
{
    m_driver->setSubject(name);
}

void ScreenPane::showState()
{
    m_driver->setMayDrive(m_session.mayAct());
    if (m_session.remote().isSilent())
        return m_panel->showNotice(silentScreen());
    switch (m_session.state()) {
    case State::Idle:
        if (isVisible())
            m_session.open();
        break;
    case State::Connecting:
        m_panel->showProgress(tr("Joining the screen…"), {});
        break;
    case State::Starting:
        m_panel->showProgress(tr("Starting the screen…"), m_session.words());
        break;
    case State::Live:
    case State::Restarting:
        m_panel->showView();
        break;
    default:
        showMissing();
    }
}

void ScreenPane::showMissing()
{
    DesktopPanel::Notice notice{.icon = u"screen"_s, .words = m_session.words()};
    switch (m_session.state()) {
    case State::NotADesktop:
        notice.title = tr("This is not a desktop sandbox");
        notice.words = tr("Its template has no VNC server. A desktop sandbox is made from the "
                          "template %1, or from one that is built on it.")
                           .arg(desktopTemplate);
        notice.action = tr("New desktop sandbox");
        break;
    case State::NotStarted:
        notice.title = tr("The screen is not streamed");
        notice.words = startWords();
        notice.action = m_session.mayAct() ? tr("Start stream") : QString();
        break;
    case State::PasswordWanted:
        notice.title = tr("The stream asks for a password");
        if (notice.words.isEmpty())
            notice.words = tr("Whoever started the stream knows it. Only its first eight "
                              "characters count.");
        notice.action = tr("Connect");
        notice.passwordField = true;
        break;
    case State::TokenWanted:
        notice.title = tr("This screen needs a traffic token");
        notice.words = tokenWords();
        notice.action = m_session.mayAct() ? tr("Connect to the sandbox") : QString();
        break;
    case State::Closed:
        notice.title = closedTitle();
        notice.action = m_session.closed().mayResume ? resumeLabel() : QString();
        break;
    default:
        notice.title = tr("The screen cannot be shown");
        notice.action = tr("Try again");
    }
    m_panel->showNotice(notice);
}

QString ScreenPane::startWords() const
{
    return m_session.mayAct()
               ? tr("Starting the stream starts processes in the sandbox: what is missing of its "
                    "display and desktop, and a VNC server with a password of its own.")
               : tr("Nothing in the sandbox streams its screen, and this connection only "
                    "observes.");
}

QString ScreenPane::tokenWords()
{
    return tr("The sandbox restricts its traffic, and a service gives the token only to whoever "
              "creates the sandbox or connects to it. Once connected to, it runs for %n more "
              "minutes at least.",
              nullptr, int(resumeLength.count()));
}

QString ScreenPane::closedTitle() const
{
    switch (m_session.closed().why) {
    case SandboxLookUp::Closed::Why::Paused:
        return tr("This sandbox is paused");
    case SandboxLookUp::Closed::Why::Resuming:
        return tr("This sandbox is being resumed");
    default:
        return tr("This sandbox is not running");
    }
}

void ScreenPane::act()
{
    switch (m_session.state()) {
    case State::NotADesktop:
        Q_EMIT newSandboxRequested(desktopTemplate);
        break;
    case State::NotStarted:
        m_session.startStream();
        break;
    case State::TokenWanted:
        Q_EMIT trafficTokenRequested();
        break;
    case State::Closed:
        Q_EMIT resumeRequested();
        break;
    default:
        m_session.open();
    }
}

} // namespace Sandglass
