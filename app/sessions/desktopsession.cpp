// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/errortext.h>
#include <app/operations/opendesktopoperation.h>
#include <app/operations/stopstreamoperation.h>
#include <app/screen/screenaddress.h>
#include <app/screen/screentext.h>
#include <app/sessions/desktopsession.h>
#include <client/filesystemapi.h>
#include <client/filetransfers.h>
#include <models/fleetstore.h>
#include <vnc/vncpasswordfile.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

using Why = SandboxLookUp::Closed::Why;

constexpr qint64 mostPasswordBytes = 64; // the file has eight
constexpr auto streamServer = "/usr/bin/x11vnc";
constexpr auto passwordPath = ".vnc/passwd"; // of the sandbox's user

constexpr int mostRejoins = 5;
constexpr auto livesWell = 10s; // a stream that lived this long makes up for those before it

} // namespace

DesktopSession::DesktopSession(QString key, Connections &connections, FleetStore &fleet,
                               FileTransfers &transfers, RfbBridges &bridges, QObject *parent)
    : QObject(parent),
      m_connections(connections),
      m_fleet(fleet),
      m_transfers(transfers),
      m_sandbox(std::move(key), fleet),
      m_remote(bridges),
      m_lookUp(connections, fleet)
{
    connect(&m_sandbox, &FollowedSandbox::stopped, this, [this](const auto &why) {
        if (m_state != State::Idle)
            close(why);
    });
    connect(&m_sandbox, &FollowedSandbox::runsAgain, this, [this] {
        if (m_state == State::Closed)
            setState(State::Idle); // whoever looks opens it
    });
    m_rejoin.setSingleShot(true);
    connect(&m_rejoin, &QTimer::timeout, this, [this] { look(m_password); });
    connect(&m_fleet, &FleetStore::changed, this, [this](const QString &changed) {
        const FleetEntry *entry = m_fleet.find(changed);
        if (m_state == State::TokenWanted && changed == m_sandbox.key() && entry != nullptr &&
            entry->info.trafficAccessToken != m_found->sandbox.trafficAccessToken)
            open();
    });
    connect(&m_remote, &RfbSession::stateChanged, this, &DesktopSession::followRemote);
    connect(&m_remote, &RfbSession::silenceChanged, this, &DesktopSession::stateChanged);
}

DesktopSession::~DesktopSession() = default;

bool DesktopSession::mayAct() const
{
    const FleetEntry *entry = m_fleet.find(m_sandbox.key());
    return entry != nullptr && !entry->connection->readOnly;
}

void DesktopSession::open()
{
    if ((m_state == State::Connecting || m_state == State::Live || m_state == State::Restarting ||
         m_state == State::Starting) &&
        !m_remote.isSilent())
        return;
    dropWork();
    m_remote.close();
    m_hasReadPassword = false;
    m_isOwnPassword = false;
    m_rejoins = 0;
    look({});
}

void DesktopSession::look(const QByteArray &password)
{
    m_password = password;
    setState(State::Connecting);
    m_lookUp.start(m_sandbox.key(), [this](const SandboxLookUp::Answer &answer) {
        if (answer) {
            m_found = *answer;
            join(m_password);
        } else {
            close(answer.error());
        }
    });
}

void DesktopSession::join(const QByteArray &password)
{
    m_password = password;
    m_wasLive = false;
    setState(State::Connecting);
    m_remote.open(screenEndpoint(m_found->profile, m_found->sandbox, password));
}

void DesktopSession::followRemote()
{
    switch (m_remote.state()) {
    case RfbSession::State::Idle:
    case RfbSession::State::Connecting:
        return;
    case RfbSession::State::Live:
        m_wasLive = true;
        m_liveSince.start();
        setState(State::Live);
        return;
    case RfbSession::State::Restarting:
        setState(State::Restarting);
        return;
    case RfbSession::State::Ended:
        takeEnd(m_remote.end());
        return;
    }
}

void DesktopSession::takeEnd(const RfbSession::End &end)
{
    switch (end.why) {
    case RfbSession::End::Why::HttpRefused:
        takeRefusal(end);
        break;
    case RfbSession::End::Why::PasswordNeeded:
        if (std::exchange(m_hasReadPassword, true))
            setState(State::PasswordWanted);
        else
            readPassword();
        break;
    case RfbSession::End::Why::PasswordWrong:
        setState(State::PasswordWanted,
                 m_isOwnPassword ? tr("The password was not accepted.") : QString());
        break;
    case RfbSession::End::Why::Closed:
        takeClosed(end);
        break;
    default:
        setState(State::Failed, screenEndText(end, m_sandbox.where()));
    }
}

/// Somebody stopped the stream, started another one, or ended the sandbox: what is there now?
void DesktopSession::takeClosed(const RfbSession::End &end)
{
    if (!m_wasLive) {
        // A proxy with nothing behind it takes the upgrade and hangs up.
        askWhatIsThere();
        return;
    }
    if (m_liveSince.durationElapsed() >= livesWell)
        m_rejoins = 0;
    if (m_rejoins >= mostRejoins) {
        setState(State::Failed, screenEndText(end, m_sandbox.where()));
        return;
    }
    m_rejoin.start(m_firstRejoin * (1 << m_rejoins++));
    setState(State::Connecting);
}

void DesktopSession::takeRefusal(const RfbSession::End &end)
{
    constexpr int forbidden = 403;
    constexpr int notFound = 404;
    constexpr int badGateway = 502;
    if (end.httpStatus == badGateway && end.body.contains("port is not open")) {
        askWhatIsThere();
    } else if (end.httpStatus == notFound || end.httpStatus == badGateway) {
        m_fleet.recheck(m_sandbox.key());
        setState(State::Failed, tr("The sandbox was not found. It may have ended just now."));
    } else if (end.httpStatus == forbidden) {
        setState(State::TokenWanted);
    } else {
        setState(State::Failed, screenEndText(end, m_sandbox.where()));
    }
}

void DesktopSession::askWhatIsThere()
{
    const FilesystemApi files(m_connections.transport(),
                              addressOf(m_found->profile, m_found->sandbox));
    m_look = files.stat(streamServer, [this](const Result<FileEntry> &entry) {
        if (entry)
            setState(State::NotStarted);
        else if (entry.error().kind == Error::Kind::NotFound)
            setState(State::NotADesktop);
        else
            setState(State::Failed, errorLine(entry.error(), m_sandbox.where()));
    });
}

void DesktopSession::readPassword()
{
    m_passwordFile = m_transfers.read(addressOf(m_found->profile, m_found->sandbox), passwordPath,
                                      mostPasswordBytes);
    connect(m_passwordFile.get(), &FileTransfer::finished, this,
            [this](const Result<TransferReceipt> &receipt) {
                const Result<QByteArray> password = receipt ? passwordOfVncFile(receipt->content)
                                                            : std::unexpected(receipt.error());
                if (password)
                    join(*password);
                else
                    setState(State::PasswordWanted);
            });
}

void DesktopSession::givePassword(const QString &password)
{
    if (m_state != State::PasswordWanted)
        return;
    m_isOwnPassword = true;
    join(password.toUtf8());
}

void DesktopSession::startStream()
{
    if (!m_found || !mayAct())
        return;
    if (m_stopping) {
        // What is on its way out would be taken for what runs.
        m_startsAfterStop = true;
        setState(State::Starting, tr("Waiting until the old stream has ended"));
        return;
    }
    dropWork();
    m_opening = std::make_unique<OpenDesktopOperation>(
        ProcessApi(m_connections.transport(), addressOf(m_found->profile, m_found->sandbox)));
    connect(m_opening.get(), &OpenDesktopOperation::stepped, this,
            [this](const QString &words) { setState(State::Starting, words); });
    connect(m_opening.get(), &OpenDesktopOperation::finished, this,
            [this](const QByteArray &password) {
                m_opening.release()->deleteLater();
                m_hasReadPassword = false;
                m_isOwnPassword = true;
                join(password);
            });
    connect(m_opening.get(), &OpenDesktopOperation::failed, this, [this](const QString &words) {
        const bool isNoDesktop = m_opening->lacksPrograms();
        m_opening.release()->deleteLater();
        setState(isNoDesktop ? State::NotADesktop : State::Failed, words);
    });
    setState(State::Starting);
    m_opening->start();
}

void DesktopSession::stopStream()
{
    if (!m_found || !mayAct() || m_stopping)
        return;
    m_stopping = std::make_unique<StopStreamOperation>(
        ProcessApi(m_connections.transport(), addressOf(m_found->profile, m_found->sandbox)));
    // The stream's own end says the rest.
    connect(m_stopping.get(), &StopStreamOperation::finished, this, &DesktopSession::endStopping);
    connect(m_stopping.get(), &StopStreamOperation::failed, this, [this](const QString &words) {
        Q_EMIT stopFailed(words);
        endStopping();
    });
    m_stopping->start();
}

void DesktopSession::endStopping()
{
    m_stopping.release()->deleteLater();
    if (std::exchange(m_startsAfterStop, false))
        startStream();
}

void DesktopSession::close(SandboxLookUp::Closed why)
{
    dropWork();
    m_remote.close();
    m_closed = std::move(why);
    setState(m_closed.why == Why::Failed ? State::Failed : State::Closed, m_closed.words);
}

void DesktopSession::dropWork()
{
    m_wasLive = false;
    m_rejoin.stop();
    m_lookUp.cancel();
    m_look = {};
    m_passwordFile.reset();
    m_opening.reset();
    m_stopping.reset();
    m_startsAfterStop = false;
}

void DesktopSession::setState(State state, const QString &words)
{
    m_state = state;
    m_words = words;
    Q_EMIT stateChanged();
}

} // namespace Sandglass
