// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/paging.h>
#include <tests/protocol/maker.h>
#include <tests/support/result.h>

#include <functional>

using namespace Sandglass;

namespace {

constexpr int rounds = 400;

/// Fails the test unless decoding what was encoded gives the same value, many times.
template<typename Make, typename Encode, typename Decode>
void verifyIdentity(Make make, Encode encode, Decode decode)
{
    Maker maker;
    for (int i = 0; i < rounds; ++i) {
        const auto value = std::invoke(make, maker);
        const std::string text = encode(value);
        const auto read = decode(text);
        const QByteArray where =
            "seed " + QByteArray::number(Maker::seed) + ", round " + QByteArray::number(i) + ": " +
            QByteArray::fromStdString(read ? text : read.error().detail + " " + text);
        QVERIFY2(read && *read == value, where.constData());
    }
}

} // namespace

class RandomValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void sandboxesSurvive() { verifyIdentity(&Maker::sandbox, encodeSandbox, decodeSandbox); }
    void newSandboxesSurvive()
    {
        verifyIdentity(&Maker::newSandbox, encodeNewSandbox, decodeNewSandbox);
    }
    void createdSandboxesSurvive();
    void queriesSurvive();
    void metricsSurvive();
    void batchesOfMetricsSurvive();
    void startsSurvive() { verifyIdentity(&Maker::start, encodeStartProcess, decodeStartProcess); }
    void selectorsSurvive()
    {
        verifyIdentity(&Maker::selector, encodeConnectProcess, decodeConnectProcess);
    }
    void inputsSurvive();
    void processListsSurvive();
    void eventsSurvive() { verifyIdentity(&Maker::event, encodeProcessEvent, decodeProcessEvent); }
    void initsSurvive();
    void cursorsSurvive();
    void textThatIsNotUtf8IsStillWrittenAsJson();
    void randomBytesNeverBreakADecoder();
};

void RandomValuesTest::createdSandboxesSurvive()
{
    verifyIdentity(&Maker::createdSandbox, encodeCreatedSandbox, decodeCreatedSandbox);
}

void RandomValuesTest::queriesSurvive()
{
    const auto make = [](Maker &maker) {
        SandboxQuery query;
        if (maker.flag())
            query.states.push_back(SandboxState::Running);
        if (maker.flag())
            query.states.push_back(SandboxState::Paused);
        for (auto count = maker.number(0, 3); count > 0; --count)
            query.metadata[maker.bytes()] = maker.bytes();
        query.limit = static_cast<int>(maker.number(0, 100));
        query.ascending = maker.flag();
        query.nextToken = maker.bytes();
        return query;
    };
    verifyIdentity(make, encodeSandboxQuery, decodeSandboxQuery);
}

void RandomValuesTest::metricsSurvive()
{
    const auto make = [](Maker &maker) { return std::vector{maker.sample(), maker.sample()}; };
    verifyIdentity(make, encodeMetrics, decodeMetrics);
}

void RandomValuesTest::batchesOfMetricsSurvive()
{
    const auto make = [](Maker &maker) {
        return MetricsById{{maker.id(), maker.sample()}, {maker.text(), maker.sample()}};
    };
    verifyIdentity(make, encodeMetricsById, decodeMetricsById);
}

void RandomValuesTest::inputsSurvive()
{
    const auto make = [](Maker &maker) {
        return ProcessInput{
            .process = maker.selector(), .bytes = maker.bytes(), .toPty = maker.flag()};
    };
    verifyIdentity(make, encodeProcessInput, decodeProcessInput);
}

void RandomValuesTest::processListsSurvive()
{
    const auto make = [](Maker &maker) {
        std::vector<ProcessInfo> list;
        for (auto count = maker.number(0, 3); count > 0; --count) {
            list.push_back({.config = maker.config(),
                            .pid = static_cast<std::uint32_t>(maker.number(0, 4294967295)),
                            .tag = maker.maybe([&maker] { return maker.text(); })});
        }
        return list;
    };
    verifyIdentity(make, encodeProcessList, decodeProcessList);
}

void RandomValuesTest::initsSurvive()
{
    const auto make = [](Maker &maker) {
        return EnvdInit{.envVars = maker.environment(),
                        .accessToken = maker.maybe([&maker] { return maker.nonEmpty(); }),
                        .defaultUser = maker.maybe([&maker] { return maker.nonEmpty(); }),
                        .defaultWorkdir = maker.maybe([&maker] { return maker.nonEmpty(); })};
    };
    verifyIdentity(make, encodeEnvdInit, decodeEnvdInit);
}

void RandomValuesTest::cursorsSurvive()
{
    const auto make = [](Maker &maker) {
        return PageCursor{.time = maker.time(), .id = maker.id(), .ascending = maker.flag()};
    };
    verifyIdentity(make, encodePageCursor, decodePageCursor);
}

void RandomValuesTest::textThatIsNotUtf8IsStillWrittenAsJson()
{
    Maker maker;
    for (int i = 0; i < rounds; ++i) {
        SandboxInfo sandbox = maker.sandbox();
        sandbox.alias = maker.bytes();
        const auto once = decodeSandbox(encodeSandbox(sandbox));
        SG_VERIFY_RESULT(once);
        const auto twice = decodeSandbox(encodeSandbox(*once));
        SG_VERIFY_RESULT(twice);
        QVERIFY(*once == *twice);
        sandbox.alias = once->alias;
        QVERIFY(*once == sandbox);
    }
}

void RandomValuesTest::randomBytesNeverBreakADecoder()
{
    Maker maker;
    int refused = 0;
    for (int i = 0; i < rounds; ++i) {
        // One byte of a good document changed: most of it still looks right.
        std::string text = encodeStartProcess(maker.start());
        text[static_cast<std::size_t>(
            maker.number(0, static_cast<std::int64_t>(text.size()) - 1))] =
            static_cast<char>(maker.number(0, 255));
        const auto start = decodeStartProcess(text);
        refused += start ? 0 : 1;
        if (!start)
            QVERIFY(start.error().kind == Error::Kind::Protocol);
    }
    QVERIFY(refused > rounds / 10);
}

QTEST_GUILESS_MAIN(RandomValuesTest)
#include "tst_randomvalues.moc"
