// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/platformapi.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>

#include <chrono>
#include <string>

namespace Sandglass {

/// Tries a connection before it is added, by looks alone: is the API there, does the key open the
/// list, are there metrics. Every step is told as it ends; a step that fails ends the test, except
/// metrics, which a service may lack. Destroying it cancels.
class TestConnectionOperation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestConnectionOperation)

public:
    enum class Step { Api, List, Metrics };
    Q_ENUM(Step)

    TestConnectionOperation(HttpTransport &transport, ConnectionProfile profile, std::string key,
                            QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void stepSucceeded(Sandglass::TestConnectionOperation::Step step,
                       std::chrono::milliseconds took);
    void stepFailed(Sandglass::TestConnectionOperation::Step step, const Sandglass::Error &error);
    void finished(bool usable);

private:
    void checkApi();
    void checkList();
    void checkMetrics(const SandboxPage &page);
    template<typename T>
    [[nodiscard]] bool report(Step step, const Result<T> &result);

    PlatformApi m_api;
    QElapsedTimer m_timer;
    Request m_request;
};

} // namespace Sandglass
