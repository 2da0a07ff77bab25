// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/client/drainserver.h>
#include <tests/client/uploadfixture.h>

#include <QStorageInfo>

#include <algorithm>
#include <functional>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1 << 20;
constexpr qint64 gibibyte = 1 << 30;

/// The most memory that this process ever took, and what it takes now; in MiB.
qint64 memory(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').constFirst().toLongLong() /
                   1024;
    }
    return -1;
}

/// The sanitizer's own memory would drown ours.
void verifyLittleMemory(qint64 before)
{
#ifndef __SANITIZE_ADDRESS__
    const qint64 more = memory("VmHWM") - before;
    QVERIFY2(more < 60, QByteArray::number(more)); // the test's server is in it, too
#else
    Q_UNUSED(before)
#endif
}

} // namespace

/// More than 32 bits can count, and more than memory may take.
class LargeTransfersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fiveGibibytesAreSentInLittleMemory();
    void fiveGibibytesAreFetchedInLittleMemory();

private:
    std::unique_ptr<UploadFixture> m_f;
    qint64 m_before = 0;
};

void LargeTransfersTest::init()
{
    QTest::failOnWarning();
    m_f = std::make_unique<UploadFixture>();
    m_before = memory("VmRSS");
}

void LargeTransfersTest::fiveGibibytesAreSentInLittleMemory()
{
    QFile file(m_f->folder.filePath(u"sparse"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(5 * gibibyte));
    const DrainServer server;
    m_f->address.baseUrl = server.url();
    TransferWatch watch(
        m_f->transfers.upload(m_f->address, file.fileName(), UploadFixture::target));
    QTRY_VERIFY_WITH_TIMEOUT(watch.result, 240'000);
    SG_VERIFY_RESULT(*watch.result);
    QCOMPARE((*watch.result)->bytes, 5 * gibibyte);
    QCOMPARE(server.drained(), 5 * gibibyte);
    QCOMPARE(watch.total, 5 * gibibyte);
    QVERIFY(watch.isMonotonous && watch.progressCount > 2);
    verifyLittleMemory(m_before);
}

void LargeTransfersTest::fiveGibibytesAreFetchedInLittleMemory()
{
    const qint64 total = 5 * gibibyte;
    if (QStorageInfo(m_f->folder.path()).bytesAvailable() < total + gibibyte)
        QSKIP("there is no room for 5 GiB on this disk");
    qint64 missing = total;
    const QByteArray block(4 * mebibyte, 'x');
    m_f->service.intercept = [&](QTcpSocket &socket, const auto &, const auto &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(total) +
                     "\r\n\r\n");
        const auto send = [&missing, &block, &socket] {
            if (socket.bytesToWrite() > block.size())
                return;
            const qint64 part = std::min<qint64>(missing, block.size());
            missing -= socket.write(block.constData(), part);
        };
        connect(&socket, &QTcpSocket::bytesWritten, this, send);
        send();
        return true;
    };
    const QString target = m_f->folder.filePath(u"large"_s);
    TransferWatch watch(m_f->transfers.download(m_f->address, "/large", target, Replace::Never));
    QTRY_VERIFY_WITH_TIMEOUT(watch.result, 240'000);
    SG_VERIFY_RESULT(*watch.result);
    QCOMPARE(QFileInfo(target).size(), total);
    verifyLittleMemory(m_before);
}

QTEST_GUILESS_MAIN(LargeTransfersTest)
#include "tst_largetransfers.moc"
