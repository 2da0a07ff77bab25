// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/request.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

#include <optional>
#include <vector>

using namespace Sandglass;

namespace {

/// An operation as a transport keeps it: the request goes to the caller, the completion stays.
struct Operation {
    std::shared_ptr<RequestControl> control = std::make_shared<RequestControl>();
    int cancellations = 0;

    Request start(Handler<int> handler)
    {
        completion.emplace(control, std::move(handler));
        control->cancel = [this] { ++cancellations; };
        return Request(control);
    }

    std::optional<Completion<int>> completion;
};

/// The usual user: the Request is a member of what the handler captures.
struct Owner {
    Request request;
    std::vector<int> seen;

    void watch(Operation &operation)
    {
        request = operation.start(
            [this](const Result<int> &result) { seen.push_back(result.value_or(-1)); });
    }
};

} // namespace

class RequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aCompletedHandlerRunsOnceWithItsResult();
    void aSecondCompletionDoesNothing();
    void aCancelledHandlerNeverRuns();
    void destroyingTheRequestCancelsItOnce();
    void assigningSupersedesTheOlderOperation();
    void assigningNothingCancels();
    void movingARequestKeepsTheOperation();
    void assigningARequestToItselfKeepsTheOperation();
    void aRequestIsActiveUntilItsHandlerStarts();
    void cancellingAfterCompletionDoesNotReachTheOperation();
    void aHandlerMayDestroyTheOwnerOfTheRequest();
    void aHandlerMayDestroyTheOperationThatRunsIt();
    void aHandlerMayStartTheNextRequestInTheSameMember();
    void cancellingMayDestroyTheOwnerOfTheOperation();
    void aDroppedCompletionNeverRunsItsHandler();
    void anOperationWithoutAValueCompletesToo();
    void anErrorReachesTheHandler();
};

void RequestTest::aCompletedHandlerRunsOnceWithItsResult()
{
    Operation operation;
    Owner owner;
    owner.watch(operation);
    operation.completion->complete(7);
    QCOMPARE(owner.seen, std::vector<int>{7});
}

void RequestTest::aSecondCompletionDoesNothing()
{
    Operation operation;
    Owner owner;
    owner.watch(operation);
    operation.completion->complete(7);
    operation.completion->complete(8);
    QCOMPARE(owner.seen, std::vector<int>{7});
}

void RequestTest::aCancelledHandlerNeverRuns()
{
    Operation operation;
    Owner owner;
    owner.watch(operation);
    owner.request.cancel();
    QVERIFY(!operation.completion->isActive());
    operation.completion->complete(7);
    QVERIFY(owner.seen.empty());
}

void RequestTest::destroyingTheRequestCancelsItOnce()
{
    Operation operation;
    int runs = 0;
    {
        Request request = operation.start([&runs](const Result<int> &) { ++runs; });
        request.cancel();
        QCOMPARE(operation.cancellations, 1);
    }
    operation.completion->complete(7);
    QCOMPARE(operation.cancellations, 1);
    QCOMPARE(runs, 0);

    Operation another;
    (void)another.start([&runs](const Result<int> &) { ++runs; });
    another.completion->complete(7);
    QCOMPARE(another.cancellations, 1);
    QCOMPARE(runs, 0);
}

void RequestTest::assigningSupersedesTheOlderOperation()
{
    Operation older;
    Operation newer;
    Owner owner;
    owner.watch(older);
    owner.watch(newer);
    QCOMPARE(older.cancellations, 1);
    QCOMPARE(newer.cancellations, 0);
    newer.completion->complete(2);
    older.completion->complete(1);
    QCOMPARE(owner.seen, std::vector<int>{2});
}

void RequestTest::assigningNothingCancels()
{
    Operation operation;
    Owner owner;
    owner.watch(operation);
    owner.request = {};
    QCOMPARE(operation.cancellations, 1);
    QVERIFY(!owner.request.isActive());
}

void RequestTest::movingARequestKeepsTheOperation()
{
    Operation operation;
    int runs = 0;
    Request first = operation.start([&runs](const Result<int> &) { ++runs; });
    Request second = std::move(first);
    QVERIFY(!first.isActive()); // NOLINT(bugprone-use-after-move): what a moved-from request says
                                // is the point
    QVERIFY(second.isActive());
    QCOMPARE(operation.cancellations, 0);
    operation.completion->complete(7);
    QCOMPARE(runs, 1);
}

void RequestTest::assigningARequestToItselfKeepsTheOperation()
{
    Operation operation;
    int runs = 0;
    Request request = operation.start([&runs](const Result<int> &) { ++runs; });
    Request &same = request;
    request = std::move(same);
    QVERIFY(request.isActive());
    operation.completion->complete(7);
    QCOMPARE(runs, 1);
}

void RequestTest::aRequestIsActiveUntilItsHandlerStarts()
{
    Operation operation;
    Request request;
    std::optional<bool> activeInHandler;
    QVERIFY(!request.isActive());
    request = operation.start([&](const Result<int> &) { activeInHandler = request.isActive(); });
    QVERIFY(request.isActive());
    operation.completion->complete(7);
    QCOMPARE(activeInHandler, std::optional(false));
}

void RequestTest::cancellingAfterCompletionDoesNotReachTheOperation()
{
    Operation operation;
    Owner owner;
    owner.watch(operation);
    operation.completion->complete(7);
    owner.request.cancel();
    QCOMPARE(operation.cancellations, 0);
}

void RequestTest::aHandlerMayDestroyTheOwnerOfTheRequest()
{
    Operation operation;
    auto owner = std::make_unique<Owner>();
    owner->request = operation.start([&owner](const Result<int> &) { owner.reset(); });
    operation.completion->complete(7);
    QVERIFY(!owner);
    QCOMPARE(operation.cancellations, 0);
}

void RequestTest::aHandlerMayDestroyTheOperationThatRunsIt()
{
    auto operation = std::make_unique<Operation>();
    int sum = 0;
    int captured = 35;
    Request request = operation->start([&operation, &sum, captured](const Result<int> &result) {
        operation.reset();
        sum = captured + *result; // what the handler captured outlives the operation
    });
    operation->completion->complete(7);
    QCOMPARE(sum, 42);
}

void RequestTest::aHandlerMayStartTheNextRequestInTheSameMember()
{
    Operation first;
    Operation second;
    Owner owner;
    owner.request = first.start([&](const Result<int> &) { owner.watch(second); });
    first.completion->complete(1);
    QVERIFY(owner.request.isActive());
    second.completion->complete(2);
    QCOMPARE(owner.seen, std::vector<int>{2});
}

void RequestTest::cancellingMayDestroyTheOwnerOfTheOperation()
{
    auto operation = std::make_unique<Operation>();
    Request request =
        operation->start([](const Result<int> &) { QFAIL("a cancelled handler ran"); });
    operation->control->cancel = [&operation] { operation.reset(); };
    request.cancel();
    QVERIFY(!operation);
}

void RequestTest::aDroppedCompletionNeverRunsItsHandler()
{
    Owner owner;
    {
        Operation operation;
        owner.watch(operation);
        operation.control->cancel = nullptr; // the transport dies first and takes its hook along
    }
    owner.request.cancel();
    QVERIFY(owner.seen.empty());
}

void RequestTest::anOperationWithoutAValueCompletesToo()
{
    const auto control = std::make_shared<RequestControl>();
    int successes = 0;
    Completion<void> completion(control,
                                [&](const Result<void> &result) { successes += result ? 1 : 0; });
    Request request(control);
    completion.complete({});
    QCOMPARE(successes, 1);
}

void RequestTest::anErrorReachesTheHandler()
{
    Operation operation;
    std::optional<Error> seen;
    Request request =
        operation.start([&seen](const Result<int> &result) { seen = result.error(); });
    operation.completion->complete(failure(Error::Kind::NotFound, "gone", 404));
    QVERIFY(seen);
    QCOMPARE(toString(seen->kind), "NotFound");
    QCOMPARE(seen->httpStatus, 404);
    QCOMPARE(seen->detail, std::string("gone"));
}

QTEST_GUILESS_MAIN(RequestTest)
#include "tst_request.moc"
