// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/streaminbox.h>
#include <protocol/connectframe.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

#include <QTest>

using namespace Sandglass;

namespace {

const StreamHead connectHead{.status = 200,
                             .headers = {{"content-type", "application/connect+json"}}};

/// Everything there is: "head 200; [bytes]; skip 7 [bytes]; end".
std::string takeAll(StreamInbox &inbox)
{
    std::string all;
    for (;;) {
        const auto taken = inbox.take(1UL << 30U);
        if (const auto *head = std::get_if<StreamHead>(&taken.portion))
            all += "head " + std::to_string(head->status) + "; ";
        else if (const auto *bytes = std::get_if<StreamBytes>(&taken.portion))
            all += (bytes->skipped ? "skip " + std::to_string(bytes->skipped) + ' ' : "") + '[' +
                   bytes->bytes + "]; ";
        else if (const auto *end = std::get_if<Result<void>>(&taken.portion))
            all += *end ? "end" : end->error().detail;
        else
            return all;
    }
}

} // namespace

class StreamInboxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void headBytesAndEndComeInOrder();
    void aFullInboxRefusesUntilHalfOfItIsTaken();
    void aWatcherLosesTheOldestEnvelopesButNotTheFirst();
    void envelopesStayWholeHoweverTheyAreCut();
    void aCutEnvelopeIsHandedOverAtTheEnd();
    void brokenFramingIsLeftToTheParser();
    void anErrorPageForAWatcherIsBounded();
    void theConsumerIsWokenOnce();
};

void StreamInboxTest::headBytesAndEndComeInOrder()
{
    StreamInbox inbox(SlowConsumer::Pause);
    QCOMPARE(takeAll(inbox), "");
    inbox.setHead({.status = 200});
    QVERIFY(inbox.offer("a"));
    QVERIFY(inbox.offer("b"));
    inbox.finish({});
    QCOMPARE(takeAll(inbox), "head 200; [a]; [b]; end");
    QCOMPARE(takeAll(inbox), "");
}

void StreamInboxTest::aFullInboxRefusesUntilHalfOfItIsTaken()
{
    StreamInbox inbox(SlowConsumer::Pause);
    const std::string chunk(16384, 'x');
    std::size_t offered = 0;
    while (inbox.offer(chunk))
        offered += chunk.size();
    QCOMPARE(offered, StreamInbox::capacity);
    std::size_t taken = 0;
    int told = 0;
    while (taken < offered) {
        const auto [portion, hasRoomAgain] = inbox.take(chunk.size());
        taken += std::get<StreamBytes>(portion).bytes.size();
        if (hasRoomAgain) {
            QVERIFY(taken > StreamInbox::capacity / 2);
            ++told;
        }
    }
    QCOMPARE(told, 1);
    QVERIFY(inbox.offer(chunk));
}

void StreamInboxTest::aWatcherLosesTheOldestEnvelopesButNotTheFirst()
{
    StreamInbox inbox(SlowConsumer::SkipEnvelopes);
    inbox.setHead(connectHead);
    const std::string large = encodeConnectFrame(std::string(StreamInbox::capacity / 2, 'x'));
    QVERIFY(inbox.offer(encodeConnectFrame("first")));
    for (int i = 0; i < 4; ++i)
        QVERIFY(inbox.offer(large));
    QVERIFY(inbox.offer(encodeConnectFrame("last")));
    inbox.finish({});
    QCOMPARE(takeAll(inbox), "head 200; [" + encodeConnectFrame("first") + "]; skip " +
                                 std::to_string(3 * large.size()) + " [" + large +
                                 encodeConnectFrame("last") + "]; end");
}

void StreamInboxTest::envelopesStayWholeHoweverTheyAreCut()
{
    const std::string bytes = encodeConnectFrame("one") + encodeConnectFrame("") +
                              encodeConnectFrame("three") + encodeConnectEnd(std::nullopt);
    forEachSplit(bytes, [&bytes](std::string_view first, std::string_view second) {
        StreamInbox inbox(SlowConsumer::SkipEnvelopes);
        inbox.setHead(connectHead);
        std::string all;
        for (const auto part : {first, second}) {
            QVERIFY(inbox.offer(part));
            for (;;) {
                const auto taken = inbox.take(1);
                if (std::holds_alternative<std::monostate>(taken.portion))
                    break;
                if (const auto *some = std::get_if<StreamBytes>(&taken.portion)) {
                    ConnectFrameParser parser;
                    parser.feed(some->bytes);
                    SG_VERIFY_RESULT(parser.next());
                    QVERIFY(parser.isAtBoundary());
                    all += some->bytes;
                }
            }
        }
        QVERIFY(all == bytes);
    });
}

void StreamInboxTest::aCutEnvelopeIsHandedOverAtTheEnd()
{
    StreamInbox inbox(SlowConsumer::SkipEnvelopes);
    inbox.setHead(connectHead);
    const std::string frame = encodeConnectFrame("message");
    QVERIFY(inbox.offer(frame + frame.substr(0, 7)));
    inbox.finish(failure(Error::Kind::Network, "broke"));
    QCOMPARE(takeAll(inbox), "head 200; [" + frame + "]; [" + frame.substr(0, 7) + "]; broke");
}

void StreamInboxTest::brokenFramingIsLeftToTheParser()
{
    StreamInbox inbox(SlowConsumer::SkipEnvelopes);
    inbox.setHead(connectHead);
    const std::string tooLong("\0\xff\xff\xff\xff", 5);
    QVERIFY(inbox.offer(encodeConnectFrame("fine") + tooLong + "rubbish"));
    for (int i = 0; i < 1000; ++i)
        QVERIFY(inbox.offer(std::string(10'000, 'x'))); // takes no memory
    QCOMPARE(takeAll(inbox), "head 200; [" + encodeConnectFrame("fine") + "]; [" + tooLong + "]; ");
}

void StreamInboxTest::anErrorPageForAWatcherIsBounded()
{
    StreamInbox inbox(SlowConsumer::SkipEnvelopes);
    inbox.setHead({.status = 502, .headers = {{"Content-Type", "text/html"}}});
    for (int i = 0; i < 100; ++i)
        QVERIFY(inbox.offer(std::string(100'000, 'x')));
    QVERIFY(takeAll(inbox).size() < StreamInbox::capacity + 200'000);
}

void StreamInboxTest::theConsumerIsWokenOnce()
{
    StreamInbox inbox(SlowConsumer::Pause);
    QVERIFY(inbox.offer("a"));
    QVERIFY(inbox.claimWakeUp());
    QVERIFY(inbox.offer("b"));
    QVERIFY(!inbox.claimWakeUp());
    QVERIFY(std::holds_alternative<StreamBytes>(inbox.take(1).portion));
    QVERIFY(inbox.claimWakeUp());
}

QTEST_GUILESS_MAIN(StreamInboxTest)
#include "tst_streaminbox.moc"
