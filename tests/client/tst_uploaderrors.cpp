// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/client/uploadfixture.h>

#include <sys/stat.h>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// What either side can refuse, and what is left behind then: nothing.
class UploadErrorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void badNamesAreRefused();
    void errorsOfTheSandboxAreTold_data();
    void errorsOfTheSandboxAreTold();
    void errorsOfThisComputerAreTold_data();
    void errorsOfThisComputerAreTold();
    void aFileThatShrinksMeanwhileIsNotMoved();
    void aReadOnlyConnectionSendsNothing();

private:
    std::unique_ptr<UploadFixture> m_f;
};

void UploadErrorsTest::init()
{
    QTest::failOnWarning();
    m_f = std::make_unique<UploadFixture>();
}

void UploadErrorsTest::cleanup()
{
    QTRY_COMPARE(m_f->service.leftovers(), 0); // whatever happened
    m_f.reset();
}

void UploadErrorsTest::badNamesAreRefused()
{
    const auto receipt =
        m_f->ended(m_f->transfers.uploadBytes(m_f->address, "x", "/home/user/\xff.txt"));
    SG_VERIFY_FAILS(receipt, Error::Kind::Policy);
    QCOMPARE(m_f->counter.count(), 0);
}

void UploadErrorsTest::errorsOfTheSandboxAreTold_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const char *step, int status, const char *body,
                        Error::Kind kind, const char *said) {
        QTest::newRow(name) << QByteArray(step) << httpAnswer(status, body) << kind
                            << QByteArray(said);
    };
    using enum Error::Kind;
    row("gone", "Stat", 502,
        R"({"sandboxId":"i1","message":"The sandbox was not found","code":502})", NotFound,
        "The sandbox was not found");
    row("token", "Stat", 401, R"({"code":401,"message":"ea_0123456789abcdef"})", Unauthorized,
        "(secret removed)");
    row("disk", "POST /files", 507,
        R"({"code":507,"message":"attempted to write 5 bytes: not enough disk space available"})",
        Server, "attempted to write 5 bytes: not enough disk space available");
    row("parent", "POST /files", 500, R"({"code":500,"message":"path is a file: /a"})", Server,
        "path is a file: /a");
    row("nothing written", "POST /files", 200, "[]", Protocol, "the sandbox did not take the file");
    row("no answer", "POST /files", 200, "<html>", Protocol, "");
    row("not moved", "Move", 500, R"({"code":"internal","message":"error renaming"})", Server,
        "error renaming");
}

void UploadErrorsTest::errorsOfTheSandboxAreTold()
{
    QFETCH(const QByteArray, step);
    QFETCH(const QByteArray, answer);
    QFETCH(const Error::Kind, kind);
    QFETCH(const QByteArray, said);
    m_f->answerAt(step, answer);
    const auto receipt = m_f->uploaded(m_f->local("hello"));
    SG_VERIFY_FAILS(receipt, kind);
    const QByteArray detail = QByteArray::fromStdString(receipt.error().detail);
    QVERIFY2(said.isEmpty() || detail == said, detail);
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "(nothing)");
    if (step != "Stat")
        QTRY_COMPARE(m_f->service.steps().constLast(), "Remove");
}

void UploadErrorsTest::errorsOfThisComputerAreTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("missing") << u"/missing"_s << QByteArray("there is no such file or folder");
    QTest::newRow("folder") << u"/."_s << QByteArray("it is a folder");
    QTest::newRow("pipe") << u"/pipe"_s << QByteArray("it is no ordinary file");
}

void UploadErrorsTest::errorsOfThisComputerAreTold()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, said);
    QCOMPARE(mkfifo(QFile::encodeName(m_f->folder.filePath(u"pipe"_s)).constData(), 0600), 0);
    const auto receipt = m_f->uploaded(m_f->folder.path() + path);
    SG_VERIFY_FAILS(receipt, Error::Kind::Io);
    const QByteArray detail = QByteArray::fromStdString(receipt.error().detail);
    QVERIFY2(detail.endsWith("cannot be read: " + said), detail);
    QCOMPARE(m_f->service.steps(), QByteArrayList{"Stat"});
}

void UploadErrorsTest::aFileThatShrinksMeanwhileIsNotMoved()
{
    const QString path = m_f->local(QByteArray(32 << 20, 'x'));
    m_f->service.server.headReceived = [&path](QTcpSocket &, const ReceivedRequest &request) {
        if (stepOf(request) == "POST /files")
            QVERIFY(QFile::resize(path, 1 << 20));
    };
    const auto receipt = m_f->uploaded(path);
    SG_VERIFY_FAILS(receipt, Error::Kind::Io);
    const QByteArray detail = QByteArray::fromStdString(receipt.error().detail);
    QVERIFY2(detail.contains("became shorter") &&
                 detail.contains("of 33554432 bytes had been sent"),
             detail);
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "(nothing)");
}

void UploadErrorsTest::aReadOnlyConnectionSendsNothing()
{
    m_f->address.permitted = Access::Observe;
    SG_VERIFY_FAILS(m_f->saved("new"), Error::Kind::Policy);
    QCOMPARE(m_f->service.steps(), QByteArrayList{"Stat"});
    QCOMPARE(m_f->counter.count(), 0);
}

QTEST_GUILESS_MAIN(UploadErrorsTest)
#include "tst_uploaderrors.moc"
