// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/metrics.h>
#include <protocol/sandbox.h>
#include <tests/models/fakefleet.h>

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace Sandglass {

namespace {

FakeReply json(std::string body, int status = 200)
{
    return HttpResponse{.status = status,
                        .headers = {{"Content-Type", "application/json"}},
                        .body = std::move(body)};
}

FakeReply notFound()
{
    return json(R"({"code":404,"message":"Sandbox doesn't exist"})", 404);
}

std::string parameter(const std::string &line, const char *name)
{
    const QUrl url(QString::fromStdString(line.substr(line.find(' ') + 1)));
    return QUrlQuery(url).queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toStdString();
}

} // namespace

FakeService::FakeService(TestClock &testClock, const QString &id)
    : clock(testClock),
      api(transport,
          ConnectionProfile{.id = id, .name = id, .apiUrl = QStringLiteral("http://test")},
          "e2b_key")
{
}

SandboxInfo &FakeService::add(const std::string &id, std::chrono::seconds left)
{
    listed.push_back({.id = id,
                      .templateId = "tpl",
                      .alias = "base",
                      .startedAt = clock.now - std::chrono::minutes(10),
                      .endAt = clock.now + left,
                      .state = SandboxState::Running,
                      .cpuCount = 2,
                      .memoryMiB = 512,
                      .diskMiB = 1024,
                      .envdVersion = "0.6.4"});
    return listed.back();
}

void FakeService::remove(const std::string &id)
{
    std::erase_if(listed, [&](const SandboxInfo &sandbox) { return sandbox.id == id; });
}

MetricSample FakeService::sampleAt(Timestamp time, double cpu, double memory) const
{
    constexpr std::int64_t gib = 1024LL * 1024 * 1024;
    return {.time = std::chrono::floor<std::chrono::seconds>(time),
            .cpuCount = 2,
            .cpuUsedPct = cpu,
            .memUsed = std::int64_t(gib * memory / 100),
            .memTotal = gib,
            .memCache = gib / 8,
            .diskUsed = gib,
            .diskTotal = 10 * gib};
}

void FakeService::sample(const std::string &id, double cpu, double memory)
{
    latest[id] = sampleAt(clock.now, cpu, memory);
}

int FakeService::calls(std::string_view beginning) const
{
    int count = 0;
    for (std::size_t i = 0; i < transport.seen.size(); ++i)
        count += transport.line(i).starts_with(beginning) ? 1 : 0;
    return count;
}

FakeReply FakeService::one(const std::string &id) const
{
    const auto hidden = unlisted.find(id);
    if (hidden != unlisted.end())
        return json(encodeSandbox(hidden->second));
    const auto found = std::ranges::find(listed, id, &SandboxInfo::id);
    return found == listed.end() ? notFound() : json(encodeSandbox(*found));
}

FakeReply FakeService::page(const std::string &line) const
{
    if (listFails)
        return *listFails;
    const std::string token = parameter(line, "nextToken");
    const std::size_t begin = std::min(listed.size(), token.empty() ? 0 : std::stoul(token));
    const std::size_t end = std::min(listed.size(), begin + pageSize);
    HttpResponse response{.status = 200, .headers = {}, .body = {}};
    response.body = encodeSandboxes(
        {listed.begin() + std::ptrdiff_t(begin), listed.begin() + std::ptrdiff_t(end)});
    response.headers.add("Content-Type", "application/json");
    if (endless)
        response.headers.add("X-Next-Token", "0");
    else if (end < listed.size())
        response.headers.add("X-Next-Token", std::to_string(end));
    if (clockAhead) {
        const auto ms = std::chrono::floor<std::chrono::milliseconds>(clock.now + *clockAhead);
        const auto date =
            QDateTime::fromMSecsSinceEpoch(ms.time_since_epoch().count(), QTimeZone::UTC);
        response.headers.add("Date",
                             QLocale::c()
                                 .toString(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                                 .toStdString());
    }
    return response;
}

FakeReply FakeService::replyTo(const std::string &line) const
{
    const std::string path = line.substr(line.find(' ') + 1);
    if (path.starts_with("/v2/sandboxes"))
        return page(line);
    if (path.starts_with("/sandboxes/metrics?")) {
        if (metricsFail)
            return *metricsFail;
        MetricsById asked;
        const QString ids = QString::fromStdString(parameter(line, "sandbox_ids"));
        for (const QString &id : ids.split(QLatin1Char(','))) {
            if (const auto found = latest.find(id.toStdString()); found != latest.end())
                asked.insert(*found);
        }
        return json(encodeMetricsById(asked));
    }
    const std::string id = path.substr(11, path.find_first_of("/?", 11) - 11);
    if (path.find("/metrics") == std::string::npos)
        return one(id);
    if (historiesFail)
        return *historiesFail;
    const auto history = histories.find(id);
    return json(history == histories.end() ? "[]" : encodeMetrics(history->second));
}

int FakeService::serve()
{
    int answered = 0;
    for (auto waiting = transport.waiting(); !waiting.empty(); waiting = transport.waiting()) {
        for (const std::size_t index : waiting)
            transport.answer(index, replyTo(transport.line(index)));
        answered += int(waiting.size());
        QTest::qWait(0);
    }
    return answered;
}

void FakeFleet::turn()
{
    do {
        store.runDue();
    } while (service.serve() > 0);
}

} // namespace Sandglass
