// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/processidentity.h>
#include <host/statestore.h>
#include <protocol/connectframe.h>
#include <protocol/process.h>
#include <protocol/routing.h>
#include <tests/host/support/hostprocess.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <unistd.h>

#include <charconv>
#include <csignal>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr int patience = 30'000;
constexpr int ordinaryUser = 1000;
const QString program = QStringLiteral(SANDGLASS_HOST_PROGRAM);
const QString agent = QStringLiteral(SANDGLASS_AGENT_PROGRAM);
const QString interpreter = QStringLiteral(SANDGLASS_INTERPRETER_PROGRAM);

/// Shows user 1000 the programs and the first template folder, which may lie below /root, as his
/// own.
constexpr auto becomeOrdinary = R"sh(
set -e
for template in ${SANDGLASS_TEMPLATES%%:*}/*; do
    mkdir -p "$1/templates/${template##*/}"
    mount --bind -o X-mount.idmap=b:0:1000:1 "$template" "$1/templates/${template##*/}"
done
touch "$1/sandglass-host" "$1/sandglass-agent" "$1/sandglass-interpreter"
mount --bind "$2" "$1/sandglass-host"
mount --bind "$3" "$1/sandglass-agent"
mount --bind "$4" "$1/sandglass-interpreter"
export SANDGLASS_TEMPLATES="$1/templates" HOME="$1"
unset SANDGLASS_AGENT SANDGLASS_INTERPRETER
cd /
program=$1/sandglass-host
shift 4
exec setpriv --reuid 1000 --regid 1000 --clear-groups "$program" "$@"
)sh";

} // namespace

HostProcess::HostProcess(User user)
    : m_user(user),
      m_folder(std::make_unique<QTemporaryDir>()),
      m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(u"SANDGLASS_HOST_STATE"_s, state());
    m_environment.insert(u"SANDGLASS_AGENT"_s, agent);
    m_environment.insert(u"SANDGLASS_INTERPRETER"_s, interpreter);
    // AddressSanitizer keeps freed memory back; tests that look at the host's memory mean its own.
    m_environment.insert(u"ASAN_OPTIONS"_s, u"quarantine_size_mb=1"_s);
    if (m_user == User::Ordinary) {
        const QByteArray path = QFile::encodeName(m_folder->path());
        if (::chown(path.constData(), ordinaryUser, ordinaryUser) != 0)
            qFatal("cannot give away the test's folder");
    }
}

HostProcess::~HostProcess()
{
    if (QFile::exists(state()))
        (void)command({u"stop"_s, u"--kill-sandboxes"_s});
    if (m_process && isRunning())
        kill();
}

void HostProcess::setEnvironment(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

std::pair<QString, QStringList> HostProcess::commandLine(const QStringList &arguments) const
{
    if (m_user == User::Own)
        return {program, arguments};
    const QStringList shell{u"-m"_s,    u"--propagation"_s,
                            u"slave"_s, u"sh"_s,
                            u"-c"_s,    QString::fromUtf8(becomeOrdinary),
                            u"sh"_s,    m_folder->path(),
                            program,    agent,
                            interpreter};
    return {u"unshare"_s, shell + arguments};
}

bool HostProcess::start(const QStringList &options)
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(m_environment);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto [name, arguments] = commandLine(QStringList{u"serve"_s} + options);
    m_process->start(name, arguments);
    while (!m_process->canReadLine()) {
        if (!m_process->waitForReadyRead(patience))
            return false;
    }
    QFile record(state() + u"/host.json"_s);
    if (!m_process->readLine().startsWith("ready http://127.0.0.1:") ||
        !record.open(QFile::ReadOnly))
        return false;
    const auto info = decodeHostInfo(record.readAll().toStdString());
    m_info = info.value_or(HostInfo{});
    return info.has_value();
}

bool HostProcess::isRunning() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

qint64 HostProcess::pid() const
{
    return m_process->processId();
}

void HostProcess::kill()
{
    ::kill(static_cast<pid_t>(pid()), SIGKILL);
    m_process->waitForFinished(patience);
}

void HostProcess::terminate()
{
    ::kill(static_cast<pid_t>(pid()), SIGTERM);
    m_process->waitForFinished(patience);
}

int HostProcess::command(const QStringList &arguments, QByteArray *output, QByteArray *errors)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    const auto [name, all] = commandLine(arguments);
    process.start(name, all);
    if (!process.waitForFinished(patience))
        return -1;
    if (output)
        *output = process.readAllStandardOutput();
    if (errors)
        *errors = process.readAllStandardError();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

std::uint16_t HostProcess::port() const
{
    std::uint16_t number = 0;
    const auto begin = m_info.url.rfind(':') + 1;
    std::from_chars(m_info.url.data() + begin, m_info.url.data() + m_info.url.size(), number);
    return number;
}

std::string HostProcess::request(std::string_view method, std::string_view target,
                                 std::string_view body, std::string_view headers) const
{
    std::string text;
    text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1:");
    text.append(std::to_string(port()))
        .append("\r\nX-API-Key: ")
        .append(m_info.apiKey)
        .append("\r\n");
    text.append(headers);
    if (!body.empty())
        text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    return text.append("\r\n").append(body);
}

Response HostProcess::call(std::string_view method, std::string_view target, std::string_view body,
                           std::string_view headers) const
{
    HostConnection connection(port());
    if (!connection.isOpen() || !connection.send(request(method, target, body, headers)))
        return {.status = 0, .headers = {}, .body = {}};
    return connection.receiveAnswer(method != "HEAD");
}

std::optional<CreatedSandbox> HostProcess::create(std::string_view more,
                                                  std::string_view templateName) const
{
    const Response answer =
        call("POST", "/v2/sandboxes",
             "{\"templateID\":\"" + std::string(templateName) + "\"" + std::string(more) + "}");
    if (answer.status != 201) {
        qInfo("create: %d %s", answer.status, answer.body.c_str());
        return std::nullopt;
    }
    const auto created = decodeCreatedSandbox(answer.body);
    return created ? std::optional(*created) : std::nullopt;
}

std::vector<SandboxInfo> HostProcess::list() const
{
    return decodeSandboxes(call("GET", "/v2/sandboxes").body).value_or(std::vector<SandboxInfo>());
}

std::string HostProcess::route(const CreatedSandbox &sandbox, int port)
{
    return "E2b-Sandbox-Id: " + sandbox.id + "\r\nE2b-Sandbox-Port: " + std::to_string(port) +
           "\r\nX-Access-Token: " + sandbox.envdAccessToken.value_or("") + "\r\n";
}

CommandResult HostProcess::run(const CreatedSandbox &sandbox, std::string_view command) const
{
    StartProcess start;
    start.process = {
        .cmd = "/bin/bash", .args = {"-c", std::string(command)}, .envs = {}, .cwd = {}};
    start.stdinOpen = false;
    const std::string body = encodeConnectFrame(encodeStartProcess(start));
    const Response answer =
        call("POST", "/process.Process/Start", body,
             route(sandbox, envdPort) + "Content-Type: application/connect+json\r\n");
    CommandResult result;
    ConnectFrameParser parser;
    parser.feed(answer.body);
    for (auto frame = parser.next(); frame && *frame; frame = parser.next()) {
        const auto event = decodeProcessEvent((*frame)->payload);
        if ((*frame)->endOfStream || !event)
            result.error = (*frame)->payload == "{}" ? "" : (*frame)->payload;
        else if (const auto *data = std::get_if<ProcessData>(&*event))
            result.output += data->bytes;
        else if (const auto *ended = std::get_if<ProcessEnded>(&*event))
            result.exitCode = ended->exitCode;
    }
    if (answer.status != 200)
        result.error = std::to_string(answer.status) + ' ' + answer.body;
    return result;
}

std::vector<pid_t> HostProcess::sandboxProcesses() const
{
    std::vector<pid_t> found;
    auto store = StateStore::open((state() + u"/state.db"_s).toStdString());
    const auto tag = store.and_then([](StateStore &open) { return open.setting("tag"); });
    if (!tag || !*tag)
        return found;
    for (const LabelledProcess &process : labelledProcesses(**tag))
        found.push_back(process.pid);
    return found;
}

QStringList HostProcess::leftOvers() const
{
    QStringList names;
    for (const QString &folder : {u"/sandboxes"_s, u"/sockets"_s})
        names += QDir(state() + folder)
                     .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    return names;
}

} // namespace Sandglass
