// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/fileagent.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

#include <memory>

using namespace Sandglass;

/// The watchers of the real agent that are asked for their events.
class TestAgentFileWatchers : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileAgent> m_agent;
    std::string m_root;

    [[nodiscard]] std::string watcherOf(const WatchDirectory &request) const;

private Q_SLOTS:
    void init();
    void cleanup();
    void watchersAreAsked();
    void aWatcherThatIsNotAskedSaysThatItLost();
    void thereAreSoManyAndNoMore();
};

void TestAgentFileWatchers::init()
{
    QTest::failOnWarning();
    m_agent = std::make_unique<FileAgent>();
    m_root = m_agent->root();
}

void TestAgentFileWatchers::cleanup()
{
    QCOMPARE(m_agent->stop(), 0);
}

std::string TestAgentFileWatchers::watcherOf(const WatchDirectory &request) const
{
    const auto reply = m_agent->files().call("CreateWatcher", encodeWatchDirectory(request));
    return decodeWatcherId(reply.body).value_or("");
}

void TestAgentFileWatchers::watchersAreAsked()
{
    const auto id = watcherOf({.path = m_root, .recursive = true});
    QVERIFY(id.starts_with('w'));
    const auto request = encodeWatcherId(id);
    std::string lines;
    const auto events = [&] {
        for (const auto &event :
             decodeFileEvents(m_agent->files().call("GetWatcherEvents", request).body)
                 .value_or(std::vector<FileEvent>()))
            lines += textOf(event) + '\n';
        return lines;
    };
    QCOMPARE(events(), "");
    writeFile(m_root + "/a");
    QTRY_COMPARE(events(), "CREATE a\n"); // and once only, however often it is asked
    QCOMPARE(events(), "CREATE a\n");
    QCOMPARE(m_agent->files().call("RemoveWatcher", request).body, "{}");
    QCOMPARE(m_agent->files().call("RemoveWatcher", request).code(), "not_found");
    QCOMPARE(m_agent->files().call("GetWatcherEvents", request).code(), "not_found");
}

void TestAgentFileWatchers::aWatcherThatIsNotAskedSaysThatItLost()
{
    const auto request = encodeWatcherId(watcherOf({.path = m_root}));
    m_agent->writeALot();
    const auto reply = m_agent->files().call("GetWatcherEvents", request);
    QCOMPARE(reply.code(), "internal");
    QVERIFY2(reply.message().contains("lost"), reply.message().c_str());
}

void TestAgentFileWatchers::thereAreSoManyAndNoMore()
{
    std::string last;
    for (int i = 0; i < 256; ++i) {
        last = watcherOf({.path = m_root});
        QVERIFY(!last.empty());
    }
    const auto create = [this] {
        return m_agent->files().call("CreateWatcher", encodeWatchDirectory({.path = m_root}));
    };
    QCOMPARE(create().code(), "resource_exhausted");
    QCOMPARE(m_agent->files().call("RemoveWatcher", encodeWatcherId(last)).body, "{}");
    QCOMPARE(create().status, 200);
}

QTEST_GUILESS_MAIN(TestAgentFileWatchers)
#include "tst_agentfilewatchers.moc"
