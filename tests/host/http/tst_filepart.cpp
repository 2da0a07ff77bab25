// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/filepart.h>
#include <tests/support/result.h>

#include <QtCore/QTemporaryFile>
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>

using namespace Sandglass;

/// Files on their way into a socket, by the kernel and by hand.
class FilePartTest : public QObject
{
    Q_OBJECT

    QTemporaryFile m_file;
    QByteArray m_content;
    UniqueFd m_ours;
    UniqueFd m_theirs;

    [[nodiscard]] FilePart part(std::int64_t offset, std::uint64_t count) const
    {
        return {std::make_shared<const UniqueFd>(::dup(m_file.handle())), offset, count};
    }
    /// The kernel does not move files into what is to be appended to.
    void refuseToMove() const
    {
        QCOMPARE(::fcntl(m_ours.get(), F_SETFL, O_APPEND | O_NONBLOCK), 0);
    }
    [[nodiscard]] QByteArray receive() const
    {
        QByteArray bytes(1 << 20, '\0');
        const auto count = ::recv(m_theirs.get(), bytes.data(), size_t(bytes.size()), MSG_DONTWAIT);
        bytes.resize(qsizetype(std::max<ssize_t>(count, 0)));
        return bytes;
    }
    [[nodiscard]] QByteArray sendAll(FilePart &sent) const
    {
        QByteArray received;
        while (!sent.isDone() && sent.sendSome(m_ours.get()))
            received += receive();
        return received + receive();
    }

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void init();
    void allOfItArrives_data();
    void allOfItArrives();
    void aFullSocketIsWaitedFor_data() { allOfItArrives_data(); }
    void aFullSocketIsWaitedFor();
    void aFileThatEndsEarlyIsSaid_data() { allOfItArrives_data(); }
    void aFileThatEndsEarlyIsSaid();
    void aReaderThatLeftIsSaid_data() { allOfItArrives_data(); }
    void aReaderThatLeftIsSaid();
};

void FilePartTest::init()
{
    QTest::failOnWarning();
    m_content.clear();
    for (int i = 0; m_content.size() < 1'500'000; ++i)
        m_content += QByteArray::number(i) + ' ';
    QVERIFY(m_file.isOpen() || m_file.open());
    QVERIFY(m_file.resize(0) && m_file.seek(0));
    QCOMPARE(m_file.write(m_content), m_content.size());
    QVERIFY(m_file.flush());
    std::array<int, 2> ends{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()), 0);
    m_ours.reset(ends[0]);
    m_theirs.reset(ends[1]);
}

void FilePartTest::allOfItArrives_data()
{
    QTest::addColumn<bool>("isMoved");
    QTest::newRow("moved") << true;
    QTest::newRow("copied") << false;
}

void FilePartTest::allOfItArrives()
{
    QFETCH(const bool, isMoved);
    if (!isMoved)
        refuseToMove();
    auto whole = part(0, quint64(m_content.size()));
    QCOMPARE(sendAll(whole), m_content);
    QVERIFY(whole.isDone());
    auto middle = part(1'000, 100'000);
    QCOMPARE(sendAll(middle), m_content.mid(1'000, 100'000));
    auto nothing = part(5, 0);
    QVERIFY(nothing.isDone());
    SG_VERIFY_RESULT(nothing.sendSome(m_ours.get()));
}

void FilePartTest::aFullSocketIsWaitedFor()
{
    QFETCH(const bool, isMoved);
    if (!isMoved)
        refuseToMove();
    auto whole = part(0, quint64(m_content.size()));
    for (int i = 0; i < 100; ++i) // far more often than the socket has room for
        SG_VERIFY_RESULT(whole.sendSome(m_ours.get()));
    QVERIFY(!whole.isDone());
    QCOMPARE(receive() + sendAll(whole), m_content);
}

void FilePartTest::aFileThatEndsEarlyIsSaid()
{
    QFETCH(const bool, isMoved);
    if (!isMoved)
        refuseToMove();
    auto beyond = part(m_content.size() - 10, 11);
    SG_VERIFY_RESULT(beyond.sendSome(m_ours.get()));
    SG_VERIFY_FAILS(beyond.sendSome(m_ours.get()), Error::Kind::Io);
}

void FilePartTest::aReaderThatLeftIsSaid()
{
    QFETCH(const bool, isMoved);
    if (!isMoved)
        refuseToMove();
    m_theirs.reset();
    auto whole = part(0, quint64(m_content.size()));
    SG_VERIFY_FAILS(whole.sendSome(m_ours.get()), Error::Kind::Network);
}

QTEST_GUILESS_MAIN(FilePartTest)
#include "tst_filepart.moc"
