// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/curlnetwork.h>
#include <client/curlurl.h>

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTimer>

#include <chrono>
#include <utility>

namespace Sandglass {

namespace {

// Never headers, bodies or queries: they hold keys, tokens and signatures.
Q_LOGGING_CATEGORY(lcHttp, "sandglass.client.http", QtInfoMsg)

constexpr long mostConnectionsPerHost = 6;

void logEnd(const CurlTransfer &transfer, CURLcode code)
{
    long status = 0;
    curl_off_t microseconds = 0;
    curl_easy_getinfo(transfer.easy(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(transfer.easy(), CURLINFO_TOTAL_TIME_T, &microseconds);
    const HttpRequest &request = transfer.request();
    qCDebug(lcHttp) << transfer.id() << request.connectionId << request.method.c_str()
                    << placeOf(request.url).c_str() << pathOf(request.url).c_str() << status
                    << curl_easy_strerror(code) << microseconds / 1000 << "ms";
}

} // namespace

CurlNetwork::CurlNetwork(Outlets outlets)
    : m_outlets(std::move(outlets)),
      m_calls([this](const auto &done) { finish(done); }, this),
      m_streams([this](const auto &done) { finish(done); }, this)
{
    curl_multi_setopt(m_calls.multi(), CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
    curl_multi_setopt(m_calls.multi(), CURLMOPT_MAX_HOST_CONNECTIONS, mostConnectionsPerHost);
}

CurlNetwork::~CurlNetwork()
{
    for (const auto &[id, transfer] : m_transfers)
        loopOf(*transfer).remove(transfer->easy());
    m_transfers.clear();
}

CurlLoop &CurlNetwork::loopOf(const CurlTransfer &transfer)
{
    return transfer.isStream() || transfer.isBulk() ? m_streams : m_calls;
}

void CurlNetwork::start(std::unique_ptr<CurlTransfer> transfer)
{
    if (transfer->isRefused()) {
        tellEnd(std::move(transfer), CURLE_OK);
        return;
    }
    CurlTransfer &started = *transfer;
    m_transfers.emplace(started.id(), std::move(transfer));
    loopOf(started).add(started.easy());
}

void CurlNetwork::startCall(Id id, HttpRequest request)
{
    start(std::make_unique<CurlTransfer>(id, std::move(request), nullptr, nullptr));
}

void CurlNetwork::startStream(Id id, HttpRequest request, std::shared_ptr<StreamInbox> inbox)
{
    auto news = [this, id, inbox] {
        if (inbox->claimWakeUp())
            m_outlets.streamHasNews(id);
    };
    start(
        std::make_unique<CurlTransfer>(id, std::move(request), std::move(inbox), std::move(news)));
}

void CurlNetwork::cancel(Id id)
{
    const auto transfer = m_transfers.extract(id);
    if (!transfer.empty())
        loopOf(*transfer.mapped()).remove(transfer.mapped()->easy());
}

void CurlNetwork::resume(Id id)
{
    const auto transfer = m_transfers.find(id);
    if (transfer != m_transfers.end())
        curl_easy_pause(transfer->second->easy(), CURLPAUSE_CONT);
}

void CurlNetwork::finish(const std::vector<CurlLoop::Done> &done)
{
    // Handle addresses are used again: from here on only ids count.
    std::vector<std::pair<Id, CURLcode>> ended;
    ended.reserve(done.size());
    for (const auto &[easy, code] : done)
        ended.emplace_back(CurlTransfer::of(easy)->id(), code);
    for (const auto &[id, code] : ended)
        end(id, code);
}

void CurlNetwork::end(Id id, CURLcode code)
{
    const auto found = m_transfers.find(id);
    if (found == m_transfers.end())
        return;
    loopOf(*found->second).remove(found->second->easy());
    logEnd(*found->second, code);
    if (found->second->prepareRepeat(code)) {
        repeatLater(id);
        return;
    }
    auto transfer = std::exchange(found->second, nullptr);
    m_transfers.erase(found);
    tellEnd(std::move(transfer), code);
}

void CurlNetwork::tellEnd(std::unique_ptr<CurlTransfer> transfer, CURLcode code)
{
    if (transfer->isStream()) {
        transfer->finishStream(code);
        return;
    }
    const Id id = transfer->id();
    auto response = transfer->takeResponse(code);
    transfer.reset(); // with the temporary file of a download that failed
    m_outlets.callEnded(id, std::move(response));
}

void CurlNetwork::repeatLater(Id id)
{
    const std::chrono::milliseconds pause(QRandomGenerator::global()->bounded(50, 250));
    QTimer::singleShot(pause, this, [this, id] {
        const auto transfer = m_transfers.find(id); // cancelled meanwhile?
        if (transfer != m_transfers.end())
            m_calls.add(transfer->second->easy());
    });
}

} // namespace Sandglass
