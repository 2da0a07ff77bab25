// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders in and out of a real sandbox of the real local host.
#include <app/operations/savefileoperation.h>
#include <app/sessions/filessession.h>
#include <app/transfers/downloadoperation.h>
#include <app/transfers/uploadoperation.h>
#include <client/filetransfers.h>
#include <client/processapi.h>
#include <tests/app/localsandbox.h>

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class FileWorkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<LocalSandbox>();
        QVERIFY(m_sandbox->isRunning());
        AppContext &context = m_sandbox->context();
        m_transfers = std::make_unique<FileTransfers>(context.mutations);
        m_session = std::make_unique<FilesSession>(m_sandbox->key(), context.connections,
                                                   context.fleet, *m_transfers);
        m_session->open();
        QTRY_COMPARE(m_session->state(), FilesSession::State::Open);
    }
    void cleanup()
    {
        m_session.reset();
        m_transfers.reset();
        m_sandbox.reset();
    }

    void aFolderGoesInAndComesOutTheSame()
    {
        const QDir local(m_folder->path());
        QVERIFY(local.mkpath(u"data/empty"_s));
        QVERIFY(local.mkpath(u"data/sub"_s));
        write(u"data/sub/größe \"1\".txt"_s, "inner");
        write(u"data/none.bin"_s, {});
        write(u"data/.hidden"_s, "h");
        const TransferOutcome sent = upload(u"data"_s, "/home/user/data", Replace::Never);
        QVERIFY2(sent.isComplete(), qPrintable(wordsOf(sent)));
        QCOMPARE(sent.files, 3);
        QCOMPARE(sent.bytes, 6);

        QVERIFY(local.mkpath(u"out"_s));
        const TransferOutcome got = download("/home/user/data", local.filePath(u"out"_s));
        QVERIFY2(got.isComplete(), qPrintable(wordsOf(got)));
        QCOMPARE(got.files, 3);
        QCOMPARE(read(u"out/data/sub/größe \"1\".txt"_s), "inner");
        QCOMPARE(read(u"out/data/none.bin"_s), "");
        QVERIFY(QFileInfo(local.filePath(u"out/data/empty"_s)).isDir());
    }

    void whatComesInAgainGetsAFreeName()
    {
        write(u"a.txt"_s, "one");
        QVERIFY(upload(u"a.txt"_s, "/home/user/a.txt", Replace::Never).isComplete());
        const TransferOutcome got = download("/home/user/a.txt", m_folder->path());
        QVERIFY2(got.isComplete(), qPrintable(wordsOf(got)));
        QCOMPARE(got.localPath, m_folder->filePath(u"a (2).txt"_s));
        QCOMPARE(read(u"a (2).txt"_s), "one");
    }

    void aTakenNameIsReplacedOnlyWhenThatWasAsked()
    {
        write(u"a.txt"_s, "one");
        QVERIFY(upload(u"a.txt"_s, "/home/user/a.txt", Replace::Never).isComplete());
        write(u"a.txt"_s, "other");
        const TransferOutcome refused = upload(u"a.txt"_s, "/home/user/a.txt", Replace::Never);
        QCOMPARE(refused.failures.size(), 1);
        QCOMPARE(refused.failures.first().error.kind, Error::Kind::Conflict);
        QCOMPARE(content("/home/user/a.txt"), "one");
        QVERIFY(upload(u"a.txt"_s, "/home/user/a.txt", Replace::Yes).isComplete());
        QCOMPARE(content("/home/user/a.txt"), "other");
    }

    void whatCannotBeReadOrWrittenIsNamedAndTheRestArrives()
    {
        const QDir local(m_folder->path());
        QVERIFY(local.mkpath(u"data"_s));
        write(u"data/ok.txt"_s, "ok");
        write(u"data/also.txt"_s, "ok");
        const TransferOutcome refused = upload(u"data"_s, "/proc/data", Replace::Never);
        QVERIFY(!refused.isComplete());
        QCOMPARE(refused.files, 0);
        QVERIFY(refused.failures.size() >= 2);
        const TransferOutcome gone = download("/home/user/nothing", m_folder->path());
        QCOMPARE(gone.failures.size(), 1);
        QCOMPARE(gone.failures.first().error.kind, Error::Kind::NotFound);
        QVERIFY(!QFileInfo::exists(local.filePath(u"nothing"_s)));
    }

    void cancellingLeavesNothingBehind()
    {
        QFile big(m_folder->filePath(u"big.bin"_s));
        QVERIFY(big.open(QFile::WriteOnly));
        QVERIFY(big.resize(qint64(2) << 30));
        auto operation = std::make_unique<UploadOperation>(*m_transfers, *m_session->api());
        QSignalSpy progressed(operation.get(), &UploadOperation::progressed);
        operation->start(big.fileName(), "/home/user/big.bin", Replace::Never);
        QTRY_VERIFY_WITH_TIMEOUT(
            !progressed.isEmpty() && progressed.last().first().toLongLong() > 0, 10000);
        operation.reset();
        QTRY_COMPARE(namesIn("/home/user").filter(u"big"_s), QStringList());
    }

    void savingKeepsPermissionsAndSeesWhatOthersWrote()
    {
        QCOMPARE(save("/home/user/run.sh", "echo 1\n", std::nullopt), u"saved"_s);
        run("chmod 755 /home/user/run.sh");
        std::optional<FileStamp> known = stamp("/home/user/run.sh");
        QCOMPARE(save("/home/user/run.sh", "echo 2\n", known), u"saved"_s);
        QCOMPARE(entry("/home/user/run.sh").mode, 0755U);
        QCOMPARE(content("/home/user/run.sh"), "echo 2\n");
        known = stamp("/home/user/run.sh");
        run("echo other >> /home/user/run.sh");
        QCOMPARE(save("/home/user/run.sh", "echo 3\n", known), u"changed"_s);
        QCOMPARE(content("/home/user/run.sh"), "echo 2\nother\n");
        QCOMPARE(save("/home/user/run.sh", "new\n", std::nullopt), u"changed"_s);
    }

private:
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : "cannot be read: " + name.toUtf8();
    }
    static QString wordsOf(const TransferOutcome &outcome)
    {
        QString words;
        for (const auto &failure : outcome.failures)
            words += failure.name + u": "_s + QString::fromStdString(failure.error.detail) + u'\n';
        return words;
    }

    TransferOutcome upload(const QString &name, const std::string &path, Replace replace)
    {
        UploadOperation operation(*m_transfers, *m_session->api());
        QSignalSpy finished(&operation, &UploadOperation::finished);
        operation.start(m_folder->filePath(name), path, replace);
        (void)finished.wait(20000);
        return finished.isEmpty() ? TransferOutcome{.failures = {{u"silence"_s, {}}}}
                                  : finished.first().first().value<TransferOutcome>();
    }
    TransferOutcome download(const std::string &path, const QString &folder)
    {
        DownloadOperation operation(*m_transfers, *m_session->api());
        QSignalSpy finished(&operation, &DownloadOperation::finished);
        FileEntry entry = this->entry(path);
        entry.path = path;
        entry.name = path.substr(path.rfind('/') + 1);
        operation.startInto(folder, entry);
        (void)finished.wait(20000);
        return finished.isEmpty() ? TransferOutcome{.failures = {{u"silence"_s, {}}}}
                                  : finished.first().first().value<TransferOutcome>();
    }
    FileEntry entry(const std::string &path)
    {
        FileEntry found{.type = FileType::File};
        bool answered = false;
        const Request request = m_session->api()->stat(path, [&](const Result<FileEntry> &entry) {
            found = entry.value_or(found);
            answered = true;
        });
        (void)QTest::qWaitFor([&answered] { return answered; });
        return found;
    }
    FileStamp stamp(const std::string &path) { return stampOf(entry(path)); }
    QByteArray content(const std::string &path)
    {
        const auto transfer = m_transfers->read(m_session->api()->address(), path, 1 << 20);
        QSignalSpy finished(transfer.get(), &FileTransfer::finished);
        (void)finished.wait(10000);
        const auto receipt = finished.value(0).value(0).value<Result<TransferReceipt>>();
        return receipt ? receipt->content : QByteArray::fromStdString(receipt.error().detail);
    }
    QStringList namesIn(const std::string &path)
    {
        QStringList names;
        bool answered = false;
        const Request request = m_session->api()->list(
            {.path = path}, [&](const Result<std::vector<FileEntry>> &entries) {
                for (const FileEntry &entry : entries.value_or(std::vector<FileEntry>()))
                    names.append(QString::fromStdString(entry.name));
                answered = true;
            });
        (void)QTest::qWaitFor([&answered] { return answered; });
        return names;
    }
    QString save(const std::string &path, const QByteArray &content, std::optional<FileStamp> known)
    {
        SaveFileOperation operation(*m_transfers, *m_session->api());
        QString outcome;
        connect(&operation, &SaveFileOperation::saved, this, [&outcome] { outcome = u"saved"_s; });
        connect(&operation, &SaveFileOperation::changedMeanwhile, this,
                [&outcome] { outcome = u"changed"_s; });
        connect(&operation, &SaveFileOperation::failed, this,
                [&outcome](const Error &error) { outcome = QString::fromStdString(error.detail); });
        operation.start(path, content, known);
        (void)QTest::qWaitFor([&outcome] { return !outcome.isEmpty(); }, 10000);
        return outcome;
    }
    void run(const std::string &command)
    {
        const ProcessApi processes(m_sandbox->context().transport, m_session->api()->address());
        const auto stream =
            processes.start({.process = {.cmd = "/bin/sh", .args = {"-c", command}}});
        QSignalSpy finished(stream.get(), &ProcessStream::finished);
        QVERIFY(finished.wait(10000));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalSandbox> m_sandbox;
    std::unique_ptr<FilesSession> m_session;
    std::unique_ptr<FileTransfers> m_transfers;
};

QTEST_MAIN(FileWorkTest)
#include "tst_filework.moc"
