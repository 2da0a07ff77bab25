// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/testconnectionoperation.h>
#include <tests/support/faketransport.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using Step = TestConnectionOperation::Step;

class TestConnectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aGoodServicePassesEveryStepAndIsOnlyLookedAt()
    {
        FakeTransport transport;
        transport.reply("ok");
        transport.reply("[]");
        transport.reply(R"({"sandboxes":{}})");
        const Outcome outcome = run(transport);
        QCOMPARE(outcome.passed, (QList<Step>{Step::Api, Step::List, Step::Metrics}));
        QVERIFY(outcome.usable);
        QCOMPARE(transport.mutations(), 0);
    }

    void anApiThatKnowsNoHealthIsStillThere()
    {
        FakeTransport transport;
        transport.reply(R"({"code":404,"message":"no"})", 404);
        transport.reply("[]");
        transport.reply(R"({"sandboxes":{}})");
        QVERIFY(run(transport).usable);
    }

    void aServiceWithoutMetricsIsUsable()
    {
        FakeTransport transport;
        transport.reply("ok");
        transport.reply("[]");
        transport.reply(R"({"code":404,"message":"no"})", 404);
        const Outcome outcome = run(transport);
        QCOMPARE(outcome.failed, QList<Step>{Step::Metrics});
        QVERIFY(outcome.usable);
    }

    void aWrongKeyEndsTheTestAtTheList()
    {
        FakeTransport transport;
        transport.reply("ok");
        transport.reply(R"({"code":401,"message":"no"})", 401);
        const Outcome outcome = run(transport);
        QCOMPARE(outcome.failed, QList<Step>{Step::List});
        QCOMPARE(outcome.kind, Error::Kind::Unauthorized);
        QVERIFY(!outcome.usable);
    }

    void nothingThereEndsTheTestAtOnce()
    {
        FakeTransport transport;
        transport.reply(
            Error{.kind = Error::Kind::Network, .detail = "refused", .operationId = {}});
        const Outcome outcome = run(transport);
        QCOMPARE(outcome.failed, QList<Step>{Step::Api});
        QVERIFY(!outcome.usable);
        QCOMPARE(transport.seen.size(), std::size_t(1));
    }

    void destroyingItAtEveryStepCancels_data()
    {
        QTest::addColumn<int>("answered");
        for (int answered = 0; answered < 3; ++answered)
            QTest::addRow("after %d answers", answered) << answered;
    }
    void destroyingItAtEveryStepCancels()
    {
        QFETCH(int, answered);
        FakeTransport transport;
        const std::array replies{"ok", "[]", R"({"sandboxes":{}})"};
        for (int reply = 0; reply < answered; ++reply)
            transport.reply(replies.at(std::size_t(reply)));
        auto operation = std::make_unique<TestConnectionOperation>(transport, profile(), "k");
        operation->start();
        QTRY_COMPARE(transport.seen.size(), std::size_t(answered + 1));
        QCOMPARE(transport.waiting().size(), std::size_t(1));
        operation.reset();
        QVERIFY(transport.waiting().empty());
    }

private:
    struct Outcome {
        QList<Step> passed;
        QList<Step> failed;
        Error::Kind kind{};
        bool usable = false;
    };

    static ConnectionProfile profile()
    {
        ConnectionProfile profile;
        profile.apiUrl = u"https://api.example"_s;
        return profile;
    }

    static Outcome run(FakeTransport &transport)
    {
        Outcome outcome;
        TestConnectionOperation operation(transport, profile(), "k");
        connect(&operation, &TestConnectionOperation::stepSucceeded, &operation,
                [&outcome](Step step) { outcome.passed.append(step); });
        connect(&operation, &TestConnectionOperation::stepFailed, &operation,
                [&outcome](Step step, const Error &error) {
                    outcome.failed.append(step);
                    outcome.kind = error.kind;
                });
        QSignalSpy finished(&operation, &TestConnectionOperation::finished);
        operation.start();
        (void)QTest::qWaitFor([&] { return !finished.isEmpty(); });
        outcome.usable = !finished.isEmpty() && finished.first().first().toBool();
        return outcome;
    }
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_testconnection.moc"
