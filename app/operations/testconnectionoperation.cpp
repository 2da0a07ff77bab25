// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/testconnectionoperation.h>

namespace Sandglass {

TestConnectionOperation::TestConnectionOperation(HttpTransport &transport,
                                                 ConnectionProfile profile, std::string key,
                                                 QObject *parent)
    : QObject(parent),
      m_api(transport, std::move(profile), std::move(key))
{
}

void TestConnectionOperation::start()
{
    checkApi();
}

void TestConnectionOperation::checkApi()
{
    m_timer.start();
    m_request = m_api.checkHealth([this](const Result<void> &result) {
        // Any HTTP answer shows that something is there; what it is, the list tells.
        const bool answered = !result && result.error().httpStatus != 0;
        if (report(Step::Api, answered ? Result<void>() : result))
            checkList();
        else
            Q_EMIT finished(false);
    });
}

void TestConnectionOperation::checkList()
{
    m_timer.start();
    SandboxQuery query;
    query.limit = 1;
    m_request = m_api.list(query, [this](const Result<SandboxPage> &page) {
        if (report(Step::List, page))
            checkMetrics(*page);
        else
            Q_EMIT finished(false);
    });
}

void TestConnectionOperation::checkMetrics(const SandboxPage &page)
{
    m_timer.start();
    // With nothing running any well-formed id does: the answer is then an empty object.
    const std::string id =
        page.sandboxes.empty() ? "i00000000000000000000" : page.sandboxes.front().id;
    m_request = m_api.latestMetrics({id}, [this](const Result<MetricsById> &metrics) {
        (void)report(Step::Metrics, metrics);
        Q_EMIT finished(true);
    });
}

template<typename T>
bool TestConnectionOperation::report(Step step, const Result<T> &result)
{
    if (result)
        Q_EMIT stepSucceeded(step, std::chrono::milliseconds(m_timer.elapsed()));
    else
        Q_EMIT stepFailed(step, result.error());
    return result.has_value();
}

} // namespace Sandglass
