// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/errortext.h>
#include <app/operations/stopstreamoperation.h>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {

/// The server first: when its viewers have just left, x11vnc 0.9.16 may hang in its own farewell,
/// and then it is ended for good. The proxy by its arguments: the script that starts it ends with
/// it. The bracket keeps pkill from finding the shell that runs it.
constexpr const char *stopAndWait = R"(pkill -x x11vnc
pkill -f '[w]ebsockify.* 6080 localhost:5900'
for try in $(seq 20); do
    pgrep -x x11vnc >/dev/null || netstat -tuln | grep ":6080 " >/dev/null || exit 0
    [ "$try" -ne 6 ] || pkill -KILL -x x11vnc
    sleep 0.5
done
exit 1)";
constexpr auto limit = 20s;

} // namespace

StopStreamOperation::StopStreamOperation(ProcessApi api, QObject *parent)
    : QObject(parent),
      m_command(std::move(api))
{
    connect(&m_command, &DesktopCommand::finished, this, &StopStreamOperation::take);
}

StopStreamOperation::~StopStreamOperation() = default;

void StopStreamOperation::start()
{
    m_command.run(stopAndWait, limit);
}

void StopStreamOperation::take(const Result<CommandOutcome> &outcome)
{
    if (!outcome)
        Q_EMIT failed(tr("Stopping the stream failed: %1")
                          .arg(errorLine(outcome.error(), tr("The sandbox"))));
    else if (!outcome->succeeded())
        Q_EMIT failed(tr("The stream goes on: its programs do not end. They may belong to another "
                         "user of the sandbox."));
    else
        Q_EMIT finished();
}

} // namespace Sandglass
