// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/client/uploadfixture.h>

using namespace Sandglass;

/// From this computer into a sandbox.
class UploadsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFileGoesUnderATemporaryNameFirst();
    void bytesGoTheSameWay();
    void emptyOnesToo();
    void oldServicesGetAForm();
    void veryOldServicesAreToldTheUser();
    void aLinkLeadsToItsTarget();
    void whatIsNoFileIsNotReplaced_data();
    void whatIsNoFileIsNotReplaced();
    void aTakenNameIsNotReplaced();
    void aNameTakenMeanwhileIsNotReplaced();

private:
    std::unique_ptr<UploadFixture> m_f;
};

void UploadsTest::init()
{
    QTest::failOnWarning();
    m_f = std::make_unique<UploadFixture>();
}

void UploadsTest::cleanup()
{
    QTRY_COMPARE(m_f->service.leftovers(), 0); // whatever happened
    m_f.reset();
}

void UploadsTest::aFileGoesUnderATemporaryNameFirst()
{
    const QByteArray content(3 << 20, 'x');
    TransferWatch watch(
        m_f->transfers.upload(m_f->address, m_f->local(content), UploadFixture::target));
    QTRY_VERIFY(watch.result);
    SG_VERIFY_RESULT(*watch.result);
    QCOMPARE((*watch.result)->bytes, content.size());
    QCOMPARE((*watch.result)->path, UploadFixture::target);
    QVERIFY(!(*watch.result)->notKept);
    QCOMPARE(watch.done, content.size());
    QCOMPARE(watch.total, content.size());
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), content);
    QCOMPARE(m_f->service.steps(), (QByteArrayList{"Stat", "POST /files", "Move"}));
    QCOMPARE(m_f->counter.count(), 2);

    const ReceivedRequest &post = m_f->service.server.requests.at(1);
    QVERIFY2(post.line().startsWith("POST /files?path=%2Fhome%2Fuser%2F.x.sh.sandglass-"),
             post.line());
    QCOMPARE(post.header("Content-Type"), "application/octet-stream");
    QCOMPARE(post.header("Content-Length"), QByteArray::number(content.size()));
    QCOMPARE(post.header("E2b-Sandbox-Id"), "i123");
    QCOMPARE(post.header("X-Access-Token"), "ea_0123456789abcdef");
    QVERIFY(post.header("Expect").isEmpty());
    QVERIFY(!post.head.contains("username"));
}

void UploadsTest::bytesGoTheSameWay()
{
    const auto receipt = m_f->saved("#!/bin/sh\n");
    SG_VERIFY_RESULT(receipt);
    QCOMPARE(receipt->bytes, 10);
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "#!/bin/sh\n");
}

void UploadsTest::emptyOnesToo()
{
    SG_VERIFY_RESULT(m_f->uploaded(m_f->local({})));
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "");
    QCOMPARE(m_f->service.server.requests.at(1).header("Content-Length"), "0");
    SG_VERIFY_RESULT(m_f->saved({}));
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "");
}

void UploadsTest::oldServicesGetAForm()
{
    m_f->address.envdVersion = "0.5.6";
    SG_VERIFY_RESULT(m_f->uploaded(m_f->local("hello")));
    const ReceivedRequest &post = m_f->service.server.requests.at(1);
    const QByteArray type = post.header("Content-Type");
    QVERIFY2(type.startsWith("multipart/form-data; boundary="), type);
    const QByteArray boundary = type.mid(type.indexOf('=') + 1);
    QCOMPARE(post.body, "--" + boundary +
                            "\r\nContent-Disposition: form-data; name=\"file\"; "
                            "filename=\"file\"\r\n"
                            "Content-Type: application/octet-stream\r\n\r\nhello\r\n--" +
                            boundary + "--\r\n");
    QVERIFY(pathOf(post).starts_with("/home/user/.x.sh.sandglass-"));
}

void UploadsTest::veryOldServicesAreToldTheUser()
{
    m_f->address.envdVersion = "0.3.9";
    SG_VERIFY_RESULT(m_f->uploaded(m_f->local("hello")));
    QCOMPARE(m_f->service.server.requests.at(0).header("Authorization"), "Basic dXNlcjo=");
    QVERIFY(m_f->service.server.requests.at(1).line().contains("&username=user HTTP"));
    QCOMPARE(m_f->service.server.requests.at(2).header("Authorization"), "Basic dXNlcjo=");
}

void UploadsTest::aLinkLeadsToItsTarget()
{
    m_f->service.add("/srv/real.sh", "old");
    m_f->service.files[UploadFixture::target] = m_f->service.files["/srv/real.sh"];
    m_f->service.files[UploadFixture::target].entry.symlinkTarget = "/srv/real.sh";
    const auto receipt = m_f->saved("new");
    SG_VERIFY_RESULT(receipt);
    QCOMPARE(receipt->path, "/srv/real.sh");
    QCOMPARE(m_f->service.bytesOf("/srv/real.sh"), "new");
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "old"); // the link itself was left alone
}

void UploadsTest::whatIsNoFileIsNotReplaced_data()
{
    QTest::addColumn<FileType>("type");
    QTest::addColumn<bool>("link");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("folder") << FileType::Directory << false << QByteArray("is a folder");
    QTest::newRow("device") << FileType::Unknown << false << QByteArray("is no ordinary file");
    QTest::newRow("dangling") << FileType::Unknown << true
                              << QByteArray("is a link that leads nowhere");
}

void UploadsTest::whatIsNoFileIsNotReplaced()
{
    QFETCH(const FileType, type);
    QFETCH(const bool, link);
    QFETCH(const QByteArray, said);
    m_f->service.add(UploadFixture::target, {});
    m_f->service.files[UploadFixture::target].entry.type = type;
    if (link)
        m_f->service.files[UploadFixture::target].entry.symlinkTarget = UploadFixture::target;
    const auto receipt = m_f->saved("new");
    SG_VERIFY_FAILS(receipt, Error::Kind::Conflict);
    QCOMPARE(QByteArray::fromStdString(receipt.error().detail),
             "'" + QByteArray(UploadFixture::target) + "' " + said);
    QCOMPARE(m_f->service.steps(), QByteArrayList{"Stat"});
    QCOMPARE(m_f->counter.count(), 0);
}

void UploadsTest::aTakenNameIsNotReplaced()
{
    m_f->service.add(UploadFixture::target, "theirs");
    SG_VERIFY_FAILS(m_f->saved("mine", Replace::Never), Error::Kind::Conflict);
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "theirs");
    QCOMPARE(m_f->counter.count(), 0);
}

void UploadsTest::aNameTakenMeanwhileIsNotReplaced()
{
    m_f->service.intercept = [this](QTcpSocket &, const QByteArray &step, const auto &) {
        if (step == "POST /files")
            m_f->service.add(UploadFixture::target, "theirs");
        return false;
    };
    SG_VERIFY_FAILS(m_f->saved("mine", Replace::Never), Error::Kind::Conflict);
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "theirs");
}

QTEST_GUILESS_MAIN(UploadsTest)
#include "tst_uploads.moc"
