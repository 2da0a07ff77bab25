// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/client/uploadfixture.h>

#include <QDir>
#include <QPointer>
#include <QTimer>

#include <vector>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// Transfers that end early, at every step; and many at once.
class TransferEndsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anUploadMayBeDestroyedAtEveryStep_data() { steps(); }
    void anUploadMayBeDestroyedAtEveryStep();
    void theTransfersMayGoFirstAtEveryStep_data() { steps(); }
    void theTransfersMayGoFirstAtEveryStep();
    void anUploadCancelledInTheMiddleLeavesNothing();
    void whatAnUploadLeavesInAPausedSandboxWaitsUntilThatRuns();
    void aDownloadCancelledInTheMiddleLeavesNothing();
    void transfersGoingFirstLeaveNothingHere();
    void aSlotMayDestroyTheTransferAtEverySignal();
    void aCancelledTransferSaysNothingMore();
    void fourGoAtOnceAndTheRestWait();
    void aWaitingOneMayLeaveTheQueue();

private:
    static void steps();
    [[nodiscard]] std::unique_ptr<TransferWatch> uploadInTheMiddle();
    void stopAt(const QByteArray &step, const std::function<void()> &stop);
    /// Nothing more is on its way: what was queued before has been handled.
    void settle();
    [[nodiscard]] QStringList namesInFolder() const;

    std::unique_ptr<UploadFixture> m_f;
    std::unique_ptr<FileTransfers> m_transfers; ///< those that go early
};

void TransferEndsTest::init()
{
    QTest::failOnWarning();
    m_f = std::make_unique<UploadFixture>();
    m_transfers = std::make_unique<FileTransfers>(m_f->counter);
}

void TransferEndsTest::cleanup()
{
    m_transfers.reset();
    m_f.reset();
}

void TransferEndsTest::steps()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<bool>("answered");
    for (const char *step : {"Stat", "POST /files", "Start", "Move"}) {
        QTest::addRow("%s asked", step) << QByteArray(step) << false;
        QTest::addRow("%s answered", step) << QByteArray(step) << true;
    }
}

void TransferEndsTest::stopAt(const QByteArray &step, const std::function<void()> &stop)
{
    QFETCH(const bool, answered);
    m_f->service.intercept = [step, stop, answered](QTcpSocket &, const QByteArray &at,
                                                    const auto &) {
        if (at == step)
            stop();
        return at == step && !answered;
    };
}

void TransferEndsTest::settle()
{
    bool done = false;
    QTimer::singleShot(50, this, [&done] { done = true; });
    QTRY_VERIFY(done);
}

QStringList TransferEndsTest::namesInFolder() const
{
    return QDir(m_f->folder.path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void TransferEndsTest::anUploadMayBeDestroyedAtEveryStep()
{
    QFETCH(const QByteArray, step);
    m_f->service.add(UploadFixture::target, "old", 0755); // so that permissions have to be kept
    auto watch = std::make_unique<TransferWatch>(
        m_transfers->uploadBytes(m_f->address, "new", UploadFixture::target));
    stopAt(step, [&watch] { watch->transfer.reset(); });
    QTRY_VERIFY(!watch->transfer);
    const bool sent = step != "Stat";
    QTRY_COMPARE(m_f->service.steps().contains("Remove"), sent);
    settle();
    QCOMPARE(m_f->service.leftovers(), 0);
    QVERIFY(!watch->result);
    // Only the last step may have happened already.
    if (step != "Move")
        QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "old");
}

void TransferEndsTest::theTransfersMayGoFirstAtEveryStep()
{
    QFETCH(const QByteArray, step);
    m_f->service.add(UploadFixture::target, "old", 0755);
    TransferWatch watch(m_transfers->uploadBytes(m_f->address, "new", UploadFixture::target));
    stopAt(step, [this] { m_transfers.reset(); });
    QTRY_VERIFY(!m_transfers);
    settle();
    QVERIFY(!watch.result);
    watch.transfer->cancel();
    settle();
    QVERIFY(!watch.result && !watch.transfer->isActive());
}

std::unique_ptr<TransferWatch> TransferEndsTest::uploadInTheMiddle()
{
    const QString path = m_f->local(QByteArray(64 << 20, 'x'));
    m_f->service.server.headReceived = [this](QTcpSocket &socket, const ReceivedRequest &request) {
        if (stepOf(request) != "POST /files")
            return;
        socket.setReadBufferSize(1 << 16); // and the test reads no further
        m_f->service.add(Sandglass::pathOf(request), "half");
    };
    m_f->service.server.pausesBodies = true;
    auto watch = std::make_unique<TransferWatch>(
        m_transfers->upload(m_f->address, path, UploadFixture::target));
    (void)QTest::qWaitFor([&] { return m_f->service.leftovers() == 1 && watch->done > 0; });
    return watch;
}

void TransferEndsTest::anUploadCancelledInTheMiddleLeavesNothing()
{
    const auto watch = uploadInTheMiddle();
    QVERIFY(watch->done > 0 && watch->done < watch->total);
    QCOMPARE(m_f->service.leftovers(), 1);
    watch->transfer->cancel();
    m_f->service.server.pausesBodies = false;
    QTRY_COMPARE(m_f->service.leftovers(), 0);
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "(nothing)");
    QVERIFY(!watch->result);
}

void TransferEndsTest::whatAnUploadLeavesInAPausedSandboxWaitsUntilThatRuns()
{
    const auto watch = uploadInTheMiddle();
    QCOMPARE(m_f->service.leftovers(), 1);
    m_transfers->hold(m_f->address.sandboxId);
    watch->transfer->cancel();
    m_f->service.server.pausesBodies = false;
    m_f->service.server.headReceived = {};
    settle();
    QCOMPARE(m_f->service.leftovers(), 1);
    m_transfers->release(m_f->address);
    QTRY_COMPARE(m_f->service.leftovers(), 0);
}

void TransferEndsTest::aDownloadCancelledInTheMiddleLeavesNothing()
{
    m_f->service.intercept = [](QTcpSocket &socket, const auto &, const auto &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        return true;
    };
    TransferWatch watch(m_transfers->download(m_f->address, UploadFixture::target,
                                              m_f->folder.filePath(u"x"_s), Replace::Yes));
    QTRY_COMPARE(watch.done, 4);
    QCOMPARE(namesInFolder().size(), 1);
    watch.transfer.reset();
    QTRY_COMPARE(namesInFolder(), QStringList());
    QTRY_VERIFY(m_f->service.server.open.empty()); // the connection is gone, too
    QVERIFY(!watch.result);
}

void TransferEndsTest::transfersGoingFirstLeaveNothingHere()
{
    m_f->service.intercept = [](QTcpSocket &socket, const auto &, const auto &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        return true;
    };
    TransferWatch watch(m_transfers->download(m_f->address, UploadFixture::target,
                                              m_f->folder.filePath(u"x"_s), Replace::Yes));
    QTRY_COMPARE(watch.done, 4);
    QCOMPARE(namesInFolder().size(), 1);
    m_transfers.reset();
    QCOMPARE(namesInFolder(), QStringList());
    settle();
    QVERIFY(!watch.result);
}

void TransferEndsTest::aSlotMayDestroyTheTransferAtEverySignal()
{
    const auto check = [this](auto signal) {
        auto transfer = m_transfers->uploadBytes(m_f->address, "new", UploadFixture::target);
        QPointer<FileTransfer> alive(transfer.get());
        connect(transfer.get(), signal, transfer.get(), [&transfer] { transfer.reset(); });
        QTRY_VERIFY(!alive);
        QTRY_COMPARE(m_f->service.leftovers(), 0);
    };
    check(&FileTransfer::started);
    check(&FileTransfer::progressed);
    check(&FileTransfer::finished);
    // And all of them from within one.
    auto last = m_transfers->uploadBytes(m_f->address, "new", UploadFixture::target);
    connect(last.get(), &FileTransfer::started, this, [this] { m_transfers.reset(); });
    QTRY_VERIFY(!m_transfers);
}

void TransferEndsTest::aCancelledTransferSaysNothingMore()
{
    m_f->service.add(UploadFixture::target, "old");
    TransferWatch watch(m_transfers->read(m_f->address, UploadFixture::target, 100));
    watch.transfer->cancel();
    watch.transfer->cancel();
    QVERIFY(!watch.transfer->isActive() && !watch.transfer->isWaiting());
    settle();
    QVERIFY(!watch.hasStarted && !watch.result && watch.progressCount == 0);
    QVERIFY(m_f->service.steps().isEmpty());
}

void TransferEndsTest::fourGoAtOnceAndTheRestWait()
{
    std::vector<QTcpSocket *> held;
    m_f->service.intercept = [&held](QTcpSocket &socket, const auto &, const auto &) {
        held.push_back(&socket);
        return true;
    };
    std::vector<std::unique_ptr<TransferWatch>> watches;
    for (int i = 0; i < 7; ++i)
        watches.push_back(std::make_unique<TransferWatch>(
            m_transfers->read(m_f->address, "/" + std::to_string(i), 100)));
    QTRY_COMPARE(held.size(), 4U);
    settle();
    QCOMPARE(held.size(), 4U);
    QVERIFY(!watches[3]->transfer->isWaiting() && watches[4]->transfer->isWaiting());
    for (std::size_t i = 0; i < 7; ++i) {
        QTRY_VERIFY(held.size() > i);
        held[i]->write(httpAnswer(200, "x", "Content-Disposition: inline\r\n"));
    }
    for (const auto &watch : watches) {
        QTRY_VERIFY(watch->result);
        SG_VERIFY_RESULT(*watch->result);
        QVERIFY(watch->hasStarted);
    }
}

void TransferEndsTest::aWaitingOneMayLeaveTheQueue()
{
    int asked = 0;
    m_f->service.intercept = [&asked](auto &, const auto &, const auto &) {
        ++asked;
        return true;
    };
    std::vector<std::unique_ptr<FileTransfer>> running;
    for (int i = 0; i < 4; ++i)
        running.push_back(m_transfers->read(m_f->address, "/a", 100));
    auto leaving = m_transfers->read(m_f->address, "/b", 100);
    const auto staying = m_transfers->read(m_f->address, "/c", 100);
    QTRY_COMPARE(asked, 4);
    leaving.reset();
    running.pop_back();
    QTRY_COMPARE(asked, 5);
    QVERIFY(m_f->service.server.requests.back().line().contains("path=%2Fc"));
}

QTEST_GUILESS_MAIN(TransferEndsTest)
#include "tst_transferends.moc"
