// SPDX-License-Identifier: GPL-3.0-or-later
// Folders of a hostile sandbox, which never end: the bytes come from a scripted server.
#include <app/transfers/downloadoperation.h>
#include <client/curltransport.h>
#include <client/filetransfers.h>
#include <tests/client/fileservice.h>

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <limits>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class EndlessDownloadTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_service = std::make_unique<FileService>();
        m_held.clear();
        m_holdsFiles = false;
        m_service->intercept = [this](QTcpSocket &socket, const QByteArray &step,
                                      const ReceivedRequest &request) {
            if (step == "ListDir") {
                const auto asked = decodeListDirectory(request.body.toStdString());
                const std::string body = encodeFileEntries(m_list(asked->path));
                socket.write(httpAnswer(200, QByteArray::fromStdString(body)));
                return true;
            }
            if (step != "GET /files")
                return false;
            if (m_holdsFiles)
                m_held.append(&socket);
            else
                socket.write(file());
            return true;
        };
    }

    void aTreeWithoutEndIsCutOffAndSaidToBe()
    {
        m_list = [](const std::string &path) {
            return std::vector{entry(path, "f", FileType::File),
                               entry(path, "a", FileType::Directory),
                               entry(path, "b", FileType::Directory)};
        };
        const TransferOutcome outcome = download({.entries = 30});
        QCOMPARE(outcome.failures.size(), 1);
        QCOMPARE(outcome.failures.first().name, u"deep"_s);
        QVERIFY(outcome.failures.first().error.kind == Error::Kind::Policy);
        QCOMPARE(outcome.failures.first().error.detail,
                 "a folder is downloaded up to 30 files and folders in it; the rest was left out");
        // Ten lists have thirty entries; what was counted by then arrives.
        QCOMPARE(m_service->steps().count("ListDir"), 11);
        QCOMPARE(outcome.files, 10);
        QCOMPARE(outcome.bytes, 20);
    }

    void aCutOffIsToldBeforeFilesThatFailed()
    {
        m_list = [](const std::string &path) {
            return std::vector{entry(path, "f", FileType::File),
                               entry(path, "a", FileType::Directory)};
        };
        m_service->intercept =
            [this, lists = m_service->intercept](QTcpSocket &socket, const QByteArray &step,
                                                 const ReceivedRequest &request) {
                return step == "ListDir" && lists(socket, step, request); // files are not found
            };
        const TransferOutcome outcome = download({.entries = 5});
        QCOMPARE(outcome.failures.size(), 4);
        QVERIFY(outcome.failures.first().error.kind == Error::Kind::Policy);
        QVERIFY(outcome.failures.last().error.kind == Error::Kind::NotFound);
    }

    void longPathsCountForMore()
    {
        m_list = [](const std::string &path) {
            return std::vector<FileEntry>(5, entry(path, "f", FileType::File, 4000));
        };
        const TransferOutcome outcome = download({.entries = 30});
        QCOMPARE(outcome.files, 3);
        QCOMPARE(outcome.failures.size(), 1);
        QVERIFY(outcome.failures.first().error.kind == Error::Kind::Policy);
    }

    void foldersAreFollowedToALimitedDepth()
    {
        m_list = [](const std::string &path) {
            return std::vector{entry(path, "d", FileType::Directory)};
        };
        const TransferOutcome outcome = download({.levels = 7});
        QCOMPARE(outcome.failures.size(), 1);
        QCOMPARE(outcome.failures.first().name, u"/deep/d/d/d/d/d/d/d"_s);
        QVERIFY(outcome.failures.first().error.kind == Error::Kind::Policy);
        QCOMPARE(m_service->steps().count("ListDir"), 7);
        QVERIFY(QFileInfo(m_folder->filePath(u"deep/d/d/d/d/d/d"_s)).isDir());
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"deep/d/d/d/d/d/d/d"_s)));
    }

    void theNextFolderIsListedWhenFewFilesWait()
    {
        m_list = [](const std::string &path) {
            std::vector<FileEntry> entries(9, entry(path, "f", FileType::File));
            if (path == "/deep")
                entries.push_back(entry(path, "next", FileType::Directory));
            return entries;
        };
        m_holdsFiles = true;
        DownloadOperation operation(m_transfers, api(), {.waitingFiles = 3});
        QSignalSpy finished(&operation, &DownloadOperation::finished);
        operation.startInto(m_folder->path(), entry("", "deep", FileType::Directory));
        // Four are on their way and five wait. A look goes the way that a list would have gone.
        QTRY_COMPARE(m_held.size(), 4);
        QVERIFY(looked());
        QCOMPARE(m_service->steps().count("ListDir"), 1);
        m_held.takeFirst()->write(file());
        QTRY_COMPARE(m_held.size(), 4);
        QVERIFY(looked());
        QCOMPARE(m_service->steps().count("ListDir"), 1);
        m_held.takeFirst()->write(file());
        QTRY_COMPARE(m_service->steps().count("ListDir"), 2);
        m_holdsFiles = false;
        for (QTcpSocket *socket : std::exchange(m_held, {}))
            socket->write(file());
        QTRY_COMPARE(finished.size(), 1);
        const auto outcome = finished.first().first().value<TransferOutcome>();
        QVERIFY(outcome.isComplete());
        QCOMPARE(outcome.files, 18);
    }

    void sizesThatCannotBeAreBelievedOnlySoFar()
    {
        m_list = [](const std::string &path) {
            FileEntry huge = entry(path, "f", FileType::File);
            huge.size = std::numeric_limits<std::int64_t>::max();
            return std::vector<FileEntry>(3, huge);
        };
        const TransferOutcome outcome = download({});
        QVERIFY(outcome.isComplete());
        QCOMPARE(outcome.bytes, 6);
    }

private:
    static QByteArray file() { return httpAnswer(200, "ok", "Content-Type: text/plain\r\n"); }
    static FileEntry entry(const std::string &folder, const std::string &name, FileType type,
                           std::size_t padding = 0)
    {
        FileEntry entry{.name = name, .type = type, .path = folder + "/" + name};
        entry.path.append(padding, 'x');
        return entry;
    }
    FilesystemApi api() { return {m_transport, m_service->address()}; }
    TransferOutcome download(const DownloadLimits &limits)
    {
        DownloadOperation operation(m_transfers, api(), limits);
        QSignalSpy finished(&operation, &DownloadOperation::finished);
        operation.startInto(m_folder->path(), entry("", "deep", FileType::Directory));
        (void)finished.wait(10000);
        return finished.isEmpty() ? TransferOutcome{.failures = {{u"silence"_s, {}}}}
                                  : finished.first().first().value<TransferOutcome>();
    }
    /// The server has read whatever was sent to it before.
    bool looked()
    {
        bool answered = false;
        const Request look = api().stat("/", [&answered](const auto &) { answered = true; });
        return QTest::qWaitFor([&answered] { return answered; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileService> m_service;
    std::function<std::vector<FileEntry>(const std::string &path)> m_list;
    QList<QTcpSocket *> m_held; ///< files that were asked for
    bool m_holdsFiles = false;
    MutationCounter m_mutations;
    CurlTransport m_transport{m_mutations};
    FileTransfers m_transfers{m_mutations};
};

QTEST_GUILESS_MAIN(EndlessDownloadTest)
#include "tst_endlessdownload.moc"
