// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/connectframe.h>
#include <protocol/process.h>
#include <tests/client/uploadfixture.h>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

QByteArray processAnswer(int exitCode, const QByteArray &errors = {})
{
    std::string body = encodeConnectFrame(encodeProcessEvent(ProcessStarted{.pid = 7}));
    body += encodeConnectFrame(encodeProcessEvent(
        ProcessData{.channel = ProcessData::Channel::Stderr, .bytes = errors.toStdString()}));
    body += encodeConnectFrame(
        encodeProcessEvent(ProcessEnded{.exitCode = exitCode,
                                        .exited = true,
                                        .status = "exit status " + std::to_string(exitCode)}));
    body += encodeConnectEnd(std::nullopt);
    return httpAnswer(200, QByteArray::fromStdString(body),
                      "Content-Type: application/connect+json\r\n");
}

StartProcess startedBy(const ReceivedRequest &request)
{
    return decodeStartProcess(request.body.mid(5).toStdString()).value_or(StartProcess());
}

} // namespace

/// What a replaced file hands on to the one that takes its place.
class KeptAttributesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void permissionsAreKept();
    void theOwnerIsKeptByRoot();
    void whatCouldNotBeKeptIsTold();

private:
    std::unique_ptr<UploadFixture> m_f;
};

void KeptAttributesTest::init()
{
    QTest::failOnWarning();
    m_f = std::make_unique<UploadFixture>();
}

void KeptAttributesTest::cleanup()
{
    QTRY_COMPARE(m_f->service.leftovers(), 0); // whatever happened
    m_f.reset();
}

void KeptAttributesTest::permissionsAreKept()
{
    m_f->service.add(UploadFixture::target, "old", 0755);
    m_f->service.intercept = [this](QTcpSocket &socket, const QByteArray &step,
                                    const ReceivedRequest &request) {
        if (step != "Start")
            return false;
        m_f->service.files[startedBy(request).process.args.back()].entry.mode = 0755;
        socket.write(processAnswer(0));
        return true;
    };
    const auto receipt = m_f->saved("new");
    SG_VERIFY_RESULT(receipt);
    QVERIFY(!receipt->notKept);
    QCOMPARE(m_f->service.steps(),
             (QByteArrayList{"Stat", "POST /files", "Stat", "Start", "Move"}));
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "new");
    QCOMPARE(m_f->service.files[UploadFixture::target].entry.mode, 0755U);
    const ReceivedRequest &start = m_f->service.server.requests.at(3);
    const ProcessConfig process = startedBy(start).process;
    QCOMPARE(process.cmd, "/bin/sh");
    QCOMPARE(process.args.at(1), R"(chmod -- "$1" "$2")");
    QCOMPARE(process.args.at(3), "755");
    QVERIFY(start.header("Authorization").isEmpty()); // the owner may do that
    // Nothing to keep: nothing runs.
    m_f->service.files[UploadFixture::target].entry.mode = 0644;
    SG_VERIFY_RESULT(m_f->saved("newer"));
    QVERIFY(!m_f->service.steps().mid(5).contains("Start"));
}

void KeptAttributesTest::theOwnerIsKeptByRoot()
{
    m_f->service.add(UploadFixture::target, "old", 0600);
    m_f->service.files[UploadFixture::target].entry.owner = "root";
    m_f->answerAt("Start", processAnswer(0));
    SG_VERIFY_RESULT(m_f->saved("new"));
    const ReceivedRequest &start = m_f->service.server.requests.at(3);
    QCOMPARE(start.header("Authorization"), "Basic cm9vdDo=");
    const ProcessConfig process = startedBy(start).process;
    QCOMPARE(process.args.at(1), R"(chown -- "$3" "$2" && chmod -- "$1" "$2")");
    QCOMPARE(process.args.at(3), "600");
    QVERIFY(QByteArray::fromStdString(process.args.at(4)).contains(".x.sh.sandglass-"));
    QCOMPARE(process.args.at(5), "root:user");
}

void KeptAttributesTest::whatCouldNotBeKeptIsTold()
{
    m_f->service.add(UploadFixture::target, "old", 0755);
    m_f->answerAt("Start", processAnswer(1, "chmod: not here\n"));
    const auto receipt = m_f->saved("new");
    SG_VERIFY_RESULT(receipt);
    QVERIFY(receipt->notKept);
    QCOMPARE(QByteArray::fromStdString(receipt->notKept->detail),
             "the permissions could not be kept (755 of user:user): chmod: not here");
    QCOMPARE(m_f->service.bytesOf(UploadFixture::target), "new");
}

QTEST_GUILESS_MAIN(KeptAttributesTest)
#include "tst_keptattributes.moc"
