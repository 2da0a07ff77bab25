// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/metrics.h>
#include <protocol/sandbox.h>
#include <tests/host/support/hostprocess.h>
#include <tests/support/result.h>

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

/// Timeouts and metrics of sandboxes on the real host.
class TestHostTime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_host = std::make_unique<HostProcess>();
        QVERIFY(m_host->start());
    }
    void cleanup() { m_host.reset(); }

    void aTimeoutIsSetFromNowOnAndMayShorten()
    {
        const auto sandbox = m_host->create();
        QVERIFY(sandbox);
        for (const int seconds : {3600, 60, 86400}) {
            const auto before = std::chrono::system_clock::now();
            QCOMPARE(setTimeout(sandbox->id, std::to_string(seconds)), 204);
            const auto info = decodeSandbox(m_host->call("GET", "/sandboxes/" + sandbox->id).body);
            SG_VERIFY_RESULT(info);
            // No sandbox runs for longer than a day, so the last one is cut a little.
            QVERIFY(info->endAt <= info->startedAt + 24h);
            QVERIFY(info->endAt > before + std::chrono::seconds(seconds) - 20s);
            QVERIFY(info->endAt <
                    std::chrono::system_clock::now() + std::chrono::seconds(seconds) + 1s);
        }
    }

    void badTimeoutsAreRefused()
    {
        const auto sandbox = m_host->create();
        QVERIFY(sandbox);
        const auto before = m_host->list();
        for (const char *timeout : {"-1", "\"x\"", "1.5", "86401", "null", "99999999999999999999"})
            QCOMPARE(setTimeout(sandbox->id, timeout), 400);
        QCOMPARE(setTimeout("iunknown", "60"), 404);
        QCOMPARE(m_host->list(), before);
    }

    void aSandboxEndsWhenItsTimeIsOver()
    {
        const auto sandbox = m_host->create(R"(,"timeout":1)");
        QVERIFY(sandbox);
        QCOMPARE(m_host->list().size(), 1U);
        QTRY_VERIFY(m_host->list().empty());
        QCOMPARE(m_host->call("GET", "/sandboxes/" + sandbox->id).status, 404);
        QTRY_COMPARE(m_host->leftOvers(), QStringList());
        QVERIFY(m_host->sandboxProcesses().empty());
    }

    void aTimeoutOfZeroEndsItNow()
    {
        const auto sandbox = m_host->create();
        QVERIFY(sandbox);
        QCOMPARE(setTimeout(sandbox->id, "0"), 204);
        QTRY_VERIFY(m_host->list().empty());
    }

    void metricsAreThereSoonAndFollowTheLoad()
    {
        const auto sandbox = m_host->create();
        QVERIFY(sandbox);
        QTRY_VERIFY_WITH_TIMEOUT(!metrics(sandbox->id).empty(), 2000);
        const MetricSample idle = metrics(sandbox->id).front();
        QVERIFY(idle.cpuCount >= 1);
        QVERIFY(idle.memTotal > 0 && idle.diskTotal > 0);
        const CommandResult busy = m_host->run(
            *sandbox, "head -c 60M /dev/zero > file; (while :; do :; done) >/dev/null 2>&1 & "
                      "python3 -c 'import time; b = bytearray(80 << 20); b[::4096] = b[::4096];"
                      "time.sleep(600)' > /dev/null 2>&1 & echo started");
        QCOMPARE(busy.output, "started\n");
        // The machine may have other things to do: a busy loop does not get a whole processor.
        const auto last = [&] { return metrics(sandbox->id).back(); };
        QTRY_VERIFY_WITH_TIMEOUT(last().cpuUsedPct > idle.cpuUsedPct + 2, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(last().memUsed > idle.memUsed + (70 << 20), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(last().diskUsed > idle.diskUsed + (50 << 20), 30'000);
        const auto all = metrics(sandbox->id);
        QVERIFY(std::ranges::is_sorted(all, {}, &MetricSample::time));
        const auto second = std::to_string(all.back().time.time_since_epoch() / 1s);
        QCOMPARE(metrics(sandbox->id, "?start=" + second).size(), 1U);
        QCOMPARE(metrics(sandbox->id, "?end=1").size(), 0U);
    }

    void badMetricBoundsAreRefusedAndUnknownSandboxesHaveNone()
    {
        QCOMPARE(m_host->call("GET", "/sandboxes/iabc/metrics").body, "[]");
        QCOMPARE(m_host->call("GET", "/sandboxes/iabc/metrics?start=5&end=4").status, 400);
        QCOMPARE(m_host->call("GET", "/sandboxes/iabc/metrics?start=-5").status, 400);
        QCOMPARE(m_host->call("GET", "/sandboxes/iabc/metrics?start=x").status, 400);
    }

    void theLatestOfManyComeInOneAnswer()
    {
        const auto first = m_host->create();
        const auto second = m_host->create();
        QVERIFY(first && second);
        const std::string target =
            "/sandboxes/metrics?sandbox_ids=" + first->id + "," + second->id + ",iunknown";
        const auto latest = [&] { return decodeMetricsById(m_host->call("GET", target).body); };
        QTRY_COMPARE(latest().value_or(MetricsById()).size(), 2U);
        QVERIFY(latest()->contains(first->id) && latest()->contains(second->id));
        QCOMPARE(m_host->call("GET", "/sandboxes/metrics").status, 400);
        QCOMPARE(m_host->call("GET", "/sandboxes/metrics?sandbox_ids=ia,ia").status, 400);
        std::string many = "ia0";
        for (int i = 1; i <= 100; ++i)
            many += ",ia" + std::to_string(i);
        QCOMPARE(m_host->call("GET", "/sandboxes/metrics?sandbox_ids=" + many).status, 400);
    }

private:
    int setTimeout(const std::string &id, const std::string &seconds)
    {
        return m_host
            ->call("POST", "/sandboxes/" + id + "/timeout", "{\"timeout\":" + seconds + "}")
            .status;
    }
    std::vector<MetricSample> metrics(const std::string &id, const std::string &query = {})
    {
        return decodeMetrics(m_host->call("GET", "/sandboxes/" + id + "/metrics" + query).body)
            .value_or(std::vector<MetricSample>());
    }

    std::unique_ptr<HostProcess> m_host;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestHostTime)
#include "tst_hosttime.moc"
