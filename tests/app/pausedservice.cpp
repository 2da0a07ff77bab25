// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/routing.h>
#include <tests/app/pausedservice.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

FakeReply json(std::string body, int status = 200)
{
    return HttpResponse{.status = status,
                        .headers = {{"Content-Type", "application/json"}},
                        .body = std::move(body)};
}

} // namespace

PausedService::PausedService(const QString &url)
{
    connections.openLocalHost(url, "k");
    fleet.setInterval(100ms);
    connect(&m_pump, &QTimer::timeout, this, &PausedService::serve);
    m_pump.start(1);
}

PausedService::~PausedService() = default;

QString PausedService::key()
{
    return FleetStore::keyOf(Connections::localId, u"i1"_s);
}

int PausedService::sentToSandbox() const
{
    return int(std::ranges::count_if(transport.seen, [](const HttpRequest &request) {
        return request.headers.find(sandboxIdHeader).has_value();
    }));
}

int PausedService::sent(std::string_view beginning) const
{
    int count = 0;
    for (std::size_t index = 0; index < transport.seen.size(); ++index)
        count += transport.line(index).starts_with(beginning) ? 1 : 0;
    return count;
}

void PausedService::answerConnect(int status, std::string_view body)
{
    if (status == 201)
        m_paused = false;
    const std::string created = R"({"sandboxID":"i1","templateID":"t","envdVersion":"0.6.13"})";
    answerWaiting("POST /v2/sandboxes/i1/connect",
                  json(body.empty() ? created : std::string(body), status));
}

void PausedService::answerWaiting(std::string_view beginning, FakeReply reply)
{
    for (const std::size_t index : transport.waiting()) {
        if (transport.line(index).starts_with(beginning)) {
            transport.answer(index, std::move(reply));
            return;
        }
    }
    qFatal("nothing like that waits for an answer");
}

void PausedService::serve()
{
    for (const std::size_t index : transport.waiting()) {
        const std::string line = transport.line(index);
        if (!line.ends_with("/connect"))
            transport.answer(index, replyTo(line));
    }
}

FakeReply PausedService::replyTo(const std::string &line) const
{
    if (line.starts_with("GET /v2/sandboxes"))
        return json('[' + row() + ']');
    if (line.starts_with("GET /sandboxes/metrics"))
        return json(R"({"sandboxes":{}})");
    if (line.starts_with("GET /sandboxes/i1/metrics") || line == "GET /contexts")
        return json("[]");
    if (line == "GET /sandboxes/i1")
        return json(row());
    if (line == "GET /health")
        return json({}, 204);
    if (line.ends_with("/Stat"))
        return json(
            R"({"entry":{"name":"user","type":"FILE_TYPE_DIRECTORY","path":"/home/user"}})");
    if (line.ends_with("/ListDir"))
        return json(R"({"entries":[]})");
    return json(R"({"code":404,"message":"no such route"})", 404);
}

std::string PausedService::row() const
{
    // The end of a paused sandbox is when it was paused.
    const std::string times =
        m_paused
            ? R"("startedAt":"2026-11-20T05:00:00Z","endAt":"2026-11-20T05:10:00Z","state":"paused")"
            : R"("startedAt":"2126-11-20T05:00:00Z","endAt":"2126-11-20T05:30:00Z","state":"running")";
    return R"({"sandboxID":"i1","templateID":"t","alias":"base","cpuCount":2,"memoryMB":512,)"
           R"("diskSizeMB":0,"envdVersion":"0.6.13","envdAccessToken":"token",)"
           R"("lifecycle":{"autoResume":false,"onTimeout":"pause"},)" +
           times + '}';
}

} // namespace Sandglass
