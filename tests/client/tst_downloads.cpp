// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/mutationcounter.h>
#include <client/filetransfers.h>
#include <tests/client/fileservice.h>
#include <tests/client/transferwatch.h>
#include <tests/support/result.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// From a sandbox into a file of this computer.
class DownloadsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDownloadStandsUnderItsName();
    void oddNamesAreAskedForByteByByte();
    void anEmptyFileIsDownloaded();
    void progressIsToldUntilAllIsThere();
    void aTakenNameIsNotReplaced();
    void aNameTakenMeanwhileIsNotReplaced();
    void replacingKeepsThePermissionsAndFollowsNoLink();
    void aFolderIsNotReplaced();
    void aBrokenBodySaysHowMuchArrived_data();
    void aBrokenBodySaysHowMuchArrived();
    void anAnswerThatCannotBeTrustedIsRefused_data();
    void anAnswerThatCannotBeTrustedIsRefused();
    void errorsOfTheSandboxAreTold_data();
    void errorsOfTheSandboxAreTold();
    void errorsOfThisComputerAreTold_data();
    void errorsOfThisComputerAreTold();
    void chunkedBodiesAreTakenToo();
    void aSmallFileIsReadIntoMemory();
    void aFileThatIsNotSmallIsRefused();

private:
    [[nodiscard]] QString local(const QString &name = u"x.csv"_s) const
    {
        return m_folder->filePath(name);
    }
    [[nodiscard]] Result<TransferReceipt> downloaded(const QString &to,
                                                     Replace replace = Replace::Never);
    [[nodiscard]] QByteArray contentOf(const QString &path) const;
    [[nodiscard]] QStringList namesInFolder() const;
    void answerWith(const QByteArray &bytes, bool thenClose = false);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileService> m_service;
    std::unique_ptr<MutationCounter> m_counter;
    std::unique_ptr<FileTransfers> m_transfers;
};

void DownloadsTest::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<FileService>();
    m_counter = std::make_unique<MutationCounter>();
    m_transfers = std::make_unique<FileTransfers>(*m_counter);
    m_service->add("/home/user/x.csv", "a,b\n1,2\n");
}

void DownloadsTest::cleanup()
{
    QCOMPARE(m_counter->count(), 0); // downloading only looks
    m_transfers.reset();
}

Result<TransferReceipt> DownloadsTest::downloaded(const QString &to, Replace replace)
{
    TransferWatch watch(
        m_transfers->download(m_service->address(), "/home/user/x.csv", to, replace));
    if (!QTest::qWaitFor([&watch] { return watch.result.has_value(); }, 10'000))
        return failure(Error::Kind::Timeout, "the test waited in vain");
    return *watch.result;
}

QByteArray DownloadsTest::contentOf(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "(nothing)";
}

QStringList DownloadsTest::namesInFolder() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void DownloadsTest::answerWith(const QByteArray &bytes, bool thenClose)
{
    m_service->intercept = [bytes, thenClose](QTcpSocket &socket, const auto &, const auto &) {
        socket.write(bytes);
        if (thenClose)
            socket.disconnectFromHost();
        return true;
    };
}

void DownloadsTest::aDownloadStandsUnderItsName()
{
    const auto receipt = downloaded(local());
    SG_VERIFY_RESULT(receipt);
    QCOMPARE(receipt->bytes, 8);
    QCOMPARE(receipt->path, local().toStdString());
    QVERIFY(receipt->content.isEmpty());
    QCOMPARE(contentOf(local()), "a,b\n1,2\n");
    QCOMPARE(namesInFolder(), QStringList{u"x.csv"_s});
    const ReceivedRequest &request = m_service->server.requests.at(0);
    QCOMPARE(request.line(), "GET /files?path=%2Fhome%2Fuser%2Fx.csv HTTP/1.1");
    QCOMPARE(request.header("E2b-Sandbox-Id"), "i123");
    QCOMPARE(request.header("E2b-Sandbox-Port"), "49983");
    QCOMPARE(request.header("X-Access-Token"), "ea_0123456789abcdef");
    QVERIFY(!request.head.toLower().contains("accept-encoding")); // there would be no length
}

void DownloadsTest::oddNamesAreAskedForByteByByte()
{
    const std::string path = "/a b/\xff\n\"+&?#%\xc3\xa4";
    m_service->add(path, "odd");
    TransferWatch watch(m_transfers->download(m_service->address(), path, local(), Replace::Never));
    QTRY_VERIFY(watch.result);
    SG_VERIFY_RESULT(*watch.result);
    QCOMPARE(contentOf(local()), "odd");
}

void DownloadsTest::anEmptyFileIsDownloaded()
{
    m_service->add("/home/user/x.csv", {});
    const auto receipt = downloaded(local());
    SG_VERIFY_RESULT(receipt);
    QCOMPARE(receipt->bytes, 0);
    QCOMPARE(contentOf(local()), "");
}

void DownloadsTest::progressIsToldUntilAllIsThere()
{
    m_service->add("/home/user/x.csv", QByteArray(8 << 20, 'x'));
    TransferWatch watch(
        m_transfers->download(m_service->address(), "/home/user/x.csv", local(), Replace::Never));
    QVERIFY(watch.transfer->isWaiting() && watch.transfer->isActive());
    QTRY_VERIFY(watch.result);
    SG_VERIFY_RESULT(*watch.result);
    QVERIFY(watch.hasStarted && watch.progressCount > 0 && watch.isMonotonous);
    QCOMPARE(watch.done, 8 << 20);
    QCOMPARE(watch.total, 8 << 20);
    QVERIFY(!watch.transfer->isActive());
}

void DownloadsTest::aTakenNameIsNotReplaced()
{
    QFile file(local());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    SG_VERIFY_FAILS(downloaded(local()), Error::Kind::Conflict);
    QCOMPARE(contentOf(local()), "mine");
    QCOMPARE(namesInFolder(), QStringList{u"x.csv"_s});
    // A link that leads nowhere takes its name, too.
    QVERIFY(QFile::link(u"/nowhere/at/all"_s, local(u"link"_s)));
    SG_VERIFY_FAILS(downloaded(local(u"link"_s)), Error::Kind::Conflict);
}

void DownloadsTest::aNameTakenMeanwhileIsNotReplaced()
{
    QTcpSocket *held = nullptr;
    m_service->intercept = [&held](QTcpSocket &socket, const auto &, const auto &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabc");
        held = &socket;
        return true;
    };
    TransferWatch watch(
        m_transfers->download(m_service->address(), "/home/user/x.csv", local(), Replace::Never));
    QTRY_COMPARE(watch.done, 3);
    QCOMPARE(namesInFolder().size(), 1);
    QVERIFY(namesInFolder().constFirst().startsWith(u".x.csv.sandglass-"_s));
    QFile file(local());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    held->write("def");
    QTRY_VERIFY(watch.result);
    SG_VERIFY_FAILS(*watch.result, Error::Kind::Conflict);
    QCOMPARE(contentOf(local()), "mine");
    QCOMPARE(namesInFolder(), QStringList{u"x.csv"_s});
}

void DownloadsTest::replacingKeepsThePermissionsAndFollowsNoLink()
{
    QFile file(local(u"old"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old, and longer than the new") > 0);
    file.close();
    const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QVERIFY(file.setPermissions(permissions));
    QVERIFY(QFile::link(local(u"old"_s), local(u"link"_s)));

    SG_VERIFY_RESULT(downloaded(local(u"link"_s), Replace::Yes));
    QVERIFY(!QFileInfo(local(u"link"_s)).isSymLink());
    QVERIFY(contentOf(local(u"old"_s)).startsWith("old"));
    SG_VERIFY_RESULT(downloaded(local(u"old"_s), Replace::Yes));
    QCOMPARE(contentOf(local(u"old"_s)), "a,b\n1,2\n");
    QCOMPARE(QFile::permissions(local(u"old"_s)) &
                 ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
             permissions);
    QCOMPARE(namesInFolder().size(), 2);
}

void DownloadsTest::aFolderIsNotReplaced()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"sub"_s));
    SG_VERIFY_FAILS(downloaded(local(u"sub"_s), Replace::Yes), Error::Kind::Conflict);
    SG_VERIFY_FAILS(downloaded(local(u"sub"_s), Replace::Never), Error::Kind::Conflict);
    QCOMPARE(namesInFolder(), QStringList{u"sub"_s});
}

void DownloadsTest::aBrokenBodySaysHowMuchArrived_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("said");
    const QByteArray length = "HTTP/1.1 200 OK\r\nContent-Length: 5368709120\r\n\r\n";
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("nothing") << length << QByteArray("broke off");
    QTest::newRow("a part") << length + QByteArray(70'000, 'x')
                            << QByteArray("; 70000 of 5368709120 bytes had arrived");
    QTest::newRow("all but one") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc")
                                 << QByteArray("; 3 of 4 bytes had arrived");
    QTest::newRow("no last chunk") << chunked + "3\r\nabc\r\n"
                                   << QByteArray("; 3 bytes had arrived");
    QTest::newRow("inside a chunk") << chunked + "10\r\nabc" << QByteArray("; 3 bytes had arrived");
    QTest::newRow("inside the head")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Len") << QByteArray();
}

void DownloadsTest::aBrokenBodySaysHowMuchArrived()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QByteArray, said);
    answerWith(answer, true);
    const auto receipt = downloaded(local());
    SG_VERIFY_FAILS(receipt, Error::Kind::Network);
    const QByteArray detail = QByteArray::fromStdString(receipt.error().detail);
    QVERIFY2(detail.contains(said), detail);
    QCOMPARE(namesInFolder(), QStringList());
}

void DownloadsTest::anAnswerThatCannotBeTrustedIsRefused_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no length") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc");
    QTest::newRow("compressed") << httpAnswer(200, "abc", "Content-Encoding: gzip\r\n");
    QTest::newRow("web page") << httpAnswer(200, "<html>", "Content-Type: text/html\r\n");
    QTest::newRow("part") << httpAnswer(206, "abc", "Content-Range: bytes 0-2/9\r\n");
    QTest::newRow("nothing new") << httpAnswer(204, {}, {});
    QTest::newRow("redirect") << httpAnswer(302, {}, "Location: https://elsewhere.example/\r\n");
}

void DownloadsTest::anAnswerThatCannotBeTrustedIsRefused()
{
    QFETCH(const QByteArray, answer);
    answerWith(answer, true);
    SG_VERIFY_FAILS(downloaded(local()), Error::Kind::Protocol);
    QCOMPARE(namesInFolder(), QStringList());
}

void DownloadsTest::errorsOfTheSandboxAreTold_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("missing") << httpAnswer(404,
                                           R"({"code":404,"message":"path '/x' does not exist"})")
                             << Error::Kind::NotFound << QByteArray("path '/x' does not exist");
    QTest::newRow("token") << httpAnswer(401, R"({"code":401,"message":"ea_0123456789abcdef no"})")
                           << Error::Kind::Unauthorized << QByteArray("(secret removed) no");
    QTest::newRow("gone")
        << httpAnswer(502, R"({"sandboxId":"i1","message":"The sandbox was not found","code":502})")
        << Error::Kind::NotFound << QByteArray("The sandbox was not found");
    QTest::newRow("folder") << httpAnswer(400,
                                          R"({"code":400,"message":"path is a directory: /x"})")
                            << Error::Kind::Protocol << QByteArray("path is a directory: /x");
}

void DownloadsTest::errorsOfTheSandboxAreTold()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const Error::Kind, kind);
    QFETCH(const QByteArray, said);
    answerWith(answer);
    const auto receipt = downloaded(local());
    SG_VERIFY_FAILS(receipt, kind);
    QCOMPARE(QByteArray::fromStdString(receipt.error().detail), said);
    QCOMPARE(namesInFolder(), QStringList());
}

void DownloadsTest::errorsOfThisComputerAreTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no folder") << u"missing/x"_s << QByteArray("there is no such file or folder");
    QTest::newRow("below a file") << u"file/x"_s << QByteArray("a part of its path is no folder");
    QTest::newRow("long name") << QString(300, u'x') << QByteArray("the name is too long");
}

void DownloadsTest::errorsOfThisComputerAreTold()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, said);
    QFile file(local(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto receipt = downloaded(local(path));
    SG_VERIFY_FAILS(receipt, Error::Kind::Io);
    const QByteArray detail = QByteArray::fromStdString(receipt.error().detail);
    QVERIFY2(detail.contains(said) && detail.contains("cannot be written"), detail);
    QCOMPARE(namesInFolder(), QStringList{u"file"_s});
}

void DownloadsTest::chunkedBodiesAreTakenToo()
{
    answerWith("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
               "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    const auto receipt = downloaded(local());
    SG_VERIFY_RESULT(receipt);
    QCOMPARE(receipt->bytes, 5);
    QCOMPARE(contentOf(local()), "abcde");
}

void DownloadsTest::aSmallFileIsReadIntoMemory()
{
    TransferWatch watch(m_transfers->read(m_service->address(), "/home/user/x.csv", 8));
    QTRY_VERIFY(watch.result);
    SG_VERIFY_RESULT(*watch.result);
    QCOMPARE((*watch.result)->content, "a,b\n1,2\n");
    QCOMPARE((*watch.result)->bytes, 8);
    QCOMPARE((*watch.result)->path, "/home/user/x.csv");
}

void DownloadsTest::aFileThatIsNotSmallIsRefused()
{
    TransferWatch told(m_transfers->read(m_service->address(), "/home/user/x.csv", 7));
    QTRY_VERIFY(told.result);
    SG_VERIFY_FAILS(*told.result, Error::Kind::Policy);
    answerWith("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\na,b\n1,2\n\r\n");
    TransferWatch untold(m_transfers->read(m_service->address(), "/home/user/x.csv", 7));
    QTRY_VERIFY(untold.result);
    SG_VERIFY_FAILS(*untold.result, Error::Kind::Policy);
}

QTEST_GUILESS_MAIN(DownloadsTest)
#include "tst_downloads.moc"
