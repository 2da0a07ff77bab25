// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/filesystemapi.h>
#include <client/filetransfers.h>
#include <client/processapi.h>
#include <tests/client/localhost.h>
#include <tests/client/transferwatch.h>

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// Files of a real sandbox on the real host.
class SandboxFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { QVERIFY(m_host.isRunning()); }
    void cleanupTestCase();
    void aFileGoesThereAndBackUnchanged();
    void anEmptyFileGoesThereAndBack();
    void foldersAreListedWatchedAndChanged();
    void oddNamesGoThereAndBack();
    void aScriptKeepsItsPermissions();
    void aLinkIsWrittenThrough();
    void aCancelledUploadLeavesNothing();
    void aCancelledDownloadLeavesNothing();
    void whatIsNotThereIsTold();

private:
    [[nodiscard]] FilesystemApi files() { return {m_host.transport(), m_host.address()}; }
    [[nodiscard]] Result<TransferReceipt> ended(std::unique_ptr<FileTransfer> transfer);
    [[nodiscard]] Result<TransferReceipt> saved(const QByteArray &bytes, const std::string &path);
    [[nodiscard]] QByteArray contentOf(const std::string &path);
    [[nodiscard]] std::vector<FileEntry> listed(const std::string &path);
    [[nodiscard]] Result<FileEntry> looked(const std::string &path);
    [[nodiscard]] bool ran(const std::string &script);

    LocalHost m_host;
    QTemporaryDir m_folder;
    std::unique_ptr<FileTransfers> m_transfers;
};

void SandboxFilesTest::initTestCase()
{
    QTest::failOnWarning();
    SG_VERIFY_RESULT(m_host.start(SANDGLASS_HOST_PROGRAM, SANDGLASS_AGENT_PROGRAM));
    m_transfers = std::make_unique<FileTransfers>(m_host.counter);
}

void SandboxFilesTest::cleanupTestCase()
{
    m_transfers.reset();
    QVERIFY(m_host.stop());
}

Result<TransferReceipt> SandboxFilesTest::ended(std::unique_ptr<FileTransfer> transfer)
{
    TransferWatch watch(std::move(transfer));
    if (!QTest::qWaitFor([&watch] { return watch.result.has_value(); }, 30'000))
        return failure(Error::Kind::Timeout, "the test waited in vain");
    return *watch.result;
}

Result<TransferReceipt> SandboxFilesTest::saved(const QByteArray &bytes, const std::string &path)
{
    return ended(m_transfers->uploadBytes(m_host.address(), bytes, path));
}

QByteArray SandboxFilesTest::contentOf(const std::string &path)
{
    const auto receipt = ended(m_transfers->read(m_host.address(), path, 1 << 20));
    return receipt ? receipt->content : QByteArray::fromStdString(receipt.error().detail);
}

std::vector<FileEntry> SandboxFilesTest::listed(const std::string &path)
{
    Answered<std::vector<FileEntry>> answer;
    const Request request = files().list({.path = path}, into(answer));
    return waited(answer).value_or(std::vector<FileEntry>());
}

Result<FileEntry> SandboxFilesTest::looked(const std::string &path)
{
    Answered<FileEntry> answer;
    const Request request = files().stat(path, into(answer));
    return waited(answer);
}

bool SandboxFilesTest::ran(const std::string &script)
{
    StartProcess start;
    start.process.cmd = "/bin/sh";
    start.process.args = {"-c", script};
    const auto stream = ProcessApi(m_host.transport(), m_host.address()).start(start);
    std::optional<Result<ProcessEnded>> end;
    connect(stream.get(), &ProcessStream::finished, this,
            [&end](const auto &result) { end = result; });
    return QTest::qWaitFor([&end] { return end.has_value(); }, 20'000) && *end &&
           (*end)->exitCode == 0;
}

void SandboxFilesTest::aFileGoesThereAndBackUnchanged()
{
    QByteArray content(20 << 20, Qt::Uninitialized);
    QRandomGenerator(42).fillRange(reinterpret_cast<quint32 *>(content.data()),
                                   content.size() / qsizetype(sizeof(quint32)));
    QFile file(m_folder.filePath(u"big"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const auto sent =
        ended(m_transfers->upload(m_host.address(), m_folder.filePath(u"big"_s), "/home/user/big"));
    SG_VERIFY_RESULT(sent);
    QCOMPARE(sent->bytes, content.size());
    QVERIFY(ran("test $(stat -c %s /home/user/big) = 20971520 && test $(ls -A /home/user | grep -c "
                "sandglass) = 0"));
    SG_VERIFY_RESULT(ended(m_transfers->download(m_host.address(), "/home/user/big",
                                                 m_folder.filePath(u"back"_s), Replace::Never)));
    QFile back(m_folder.filePath(u"back"_s));
    QVERIFY(back.open(QIODevice::ReadOnly));
    QVERIFY(back.readAll() == content);
    SG_VERIFY_FAILS(ended(m_transfers->download(m_host.address(), "/home/user/big",
                                                m_folder.filePath(u"back"_s), Replace::Never)),
                    Error::Kind::Conflict);
}

void SandboxFilesTest::anEmptyFileGoesThereAndBack()
{
    SG_VERIFY_RESULT(saved({}, "/home/user/empty"));
    QCOMPARE(looked("/home/user/empty").value_or(FileEntry{.size = -1}).size, 0);
    SG_VERIFY_RESULT(ended(m_transfers->download(m_host.address(), "/home/user/empty",
                                                 m_folder.filePath(u"empty"_s), Replace::Never)));
    QCOMPARE(QFileInfo(m_folder.filePath(u"empty"_s)).size(), 0);
}

void SandboxFilesTest::foldersAreListedWatchedAndChanged()
{
    Answered<FileEntry> made;
    const Request make = files().makeDirectory("/home/user/w/deep", into(made));
    SG_VERIFY_RESULT(waited(made));
    const auto watch = files().watch({.path = "/home/user/w", .includeEntry = true});
    bool armed = false;
    std::vector<FileEvent> events;
    connect(watch.get(), &WatchStream::started, this, [&armed] { armed = true; });
    connect(watch.get(), &WatchStream::changed, this,
            [&events](const FileEvent &event) { events.push_back(event); });
    QTRY_VERIFY_WITH_TIMEOUT(armed, 20'000);
    const auto happened = [&events](FileChange change, const std::string &name) {
        return std::ranges::any_of(events, [&](const FileEvent &event) {
            return event.change == change && event.name == name;
        });
    };
    SG_VERIFY_RESULT(saved("a", "/home/user/w/a.txt"));
    QTRY_VERIFY(happened(FileChange::Create, "a.txt"));
    Answered<FileEntry> moved;
    const Request move = files().move(
        {.source = "/home/user/w/a.txt", .destination = "/home/user/w/b.txt"}, into(moved));
    SG_VERIFY_RESULT(waited(moved));
    QTRY_VERIFY(happened(FileChange::Rename, "a.txt") && happened(FileChange::Create, "b.txt"));
    const auto entries = listed("/home/user/w");
    QCOMPARE(entries.size(), 2U);
    QCOMPARE(entries.at(0).name, "b.txt");
    QCOMPARE(entries.at(1).name, "deep");
    QVERIFY(entries.at(1).type == FileType::Directory);
    Answered<void> removed;
    const Request remove = files().remove("/home/user/w/deep", into(removed));
    SG_VERIFY_RESULT(waited(removed));
    QTRY_VERIFY(happened(FileChange::Remove, "deep"));
}

void SandboxFilesTest::oddNamesGoThereAndBack()
{
    for (const std::string name : {"a b.txt", "100%.txt", "q?x=1&y#z",
                                   "Pr\xc3\xbc"
                                   "fung.txt",
                                   "-rf", "quote\"'.txt", "line\nbreak", "back\\slash"}) {
        const std::string path = "/home/user/odd/" + name;
        SG_VERIFY_RESULT(saved("odd", path));
        QCOMPARE(contentOf(path), "odd");
    }
    QCOMPARE(listed("/home/user/odd").size(), 8U);
}

void SandboxFilesTest::aScriptKeepsItsPermissions()
{
    SG_VERIFY_RESULT(saved("old", "/home/user/run.sh"));
    QVERIFY(ran("chmod 750 /home/user/run.sh"));
    const auto receipt = saved("new", "/home/user/run.sh");
    SG_VERIFY_RESULT(receipt);
    QVERIFY2(!receipt->notKept, receipt->notKept ? receipt->notKept->detail.c_str() : "");
    const auto entry = looked("/home/user/run.sh");
    SG_VERIFY_RESULT(entry);
    QCOMPARE(entry->mode, 0750U);
    QCOMPARE(contentOf("/home/user/run.sh"), "new");
}

void SandboxFilesTest::aLinkIsWrittenThrough()
{
    SG_VERIFY_RESULT(saved("old", "/home/user/real.txt"));
    QVERIFY(ran("ln -s /home/user/real.txt /home/user/link.txt; ln -s gone /home/user/dangling"));
    const auto receipt = saved("new", "/home/user/link.txt");
    SG_VERIFY_RESULT(receipt);
    QCOMPARE(receipt->path, "/home/user/real.txt");
    QVERIFY(ran("test -L /home/user/link.txt && test $(cat /home/user/real.txt) = new"));
    SG_VERIFY_FAILS(saved("new", "/home/user/dangling"), Error::Kind::Conflict);
    SG_VERIFY_FAILS(saved("new", "/home/user"), Error::Kind::Conflict);
}

void SandboxFilesTest::aCancelledUploadLeavesNothing()
{
    QFile file(m_folder.filePath(u"sparse"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(256) << 20));
    TransferWatch watch(
        m_transfers->upload(m_host.address(), file.fileName(), "/home/user/c/sparse"));
    QTRY_VERIFY_WITH_TIMEOUT(watch.done > 1 << 20, 20'000);
    watch.transfer.reset();
    QTRY_VERIFY_WITH_TIMEOUT(listed("/home/user/c").empty(), 20'000);
    QVERIFY(!watch.result);
}

void SandboxFilesTest::aCancelledDownloadLeavesNothing()
{
    QVERIFY(ran("truncate -s 256M /home/user/sparse"));
    const QString target = m_folder.filePath(u"here/sparse"_s);
    QVERIFY(QDir(m_folder.path()).mkdir(u"here"_s));
    TransferWatch watch(
        m_transfers->download(m_host.address(), "/home/user/sparse", target, Replace::Never));
    QTRY_VERIFY_WITH_TIMEOUT(watch.done > 1 << 20, 20'000);
    watch.transfer.reset();
    const QDir here(m_folder.filePath(u"here"_s));
    QTRY_VERIFY(here.entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void SandboxFilesTest::whatIsNotThereIsTold()
{
    SG_VERIFY_FAILS(looked("/home/user/missing"), Error::Kind::NotFound);
    SG_VERIFY_FAILS(ended(m_transfers->read(m_host.address(), "/home/user/missing", 10)),
                    Error::Kind::NotFound);
    SG_VERIFY_FAILS(ended(m_transfers->read(m_host.address(), "/home/user", 10)),
                    Error::Kind::Protocol);
    SG_VERIFY_FAILS(saved("x", "/etc/hostname/below"), Error::Kind::Server);
    SandboxAddress gone = m_host.address();
    gone.sandboxId = "i00000000000000000000";
    SG_VERIFY_FAILS(ended(m_transfers->uploadBytes(gone, "x", "/home/user/x")),
                    Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(SandboxFilesTest)
#include "tst_sandboxfiles.moc"
