// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/connectframe.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

using namespace Sandglass;

class ConnectErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyCodeHasItsStatusAndKind_data();
    void everyCodeHasItsStatusAndKind();
    void anErrorWithoutAMessageSaysItsCode();
    void anErrorIsWrittenWithItsCodeAndMessage();
    void aStreamEndsWellWithAnEmptyObject_data();
    void aStreamEndsWellWithAnEmptyObject();
    void theErrorOfAStreamIsRead();
    void anErrorWithoutACodeIsUnknown();
    void aMalformedEndIsAProtocolError_data();
    void aMalformedEndIsAProtocolError();
    void aFailedCallIsReadWithItsCode();
    void aFailedCallWithoutACodeFallsBackToTheStatus_data();
    void aFailedCallWithoutACodeFallsBackToTheStatus();
};

void ConnectErrorTest::everyCodeHasItsStatusAndKind_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("kind");
    const auto row = [](const char *code, int status, const char *kind) {
        QTest::newRow(code) << QByteArray(code) << status << QByteArray(kind);
    };
    row("canceled", 499, "Network");
    row("unknown", 500, "Server");
    row("invalid_argument", 400, "Protocol");
    row("deadline_exceeded", 504, "Timeout");
    row("not_found", 404, "NotFound");
    row("already_exists", 409, "Conflict");
    row("permission_denied", 403, "Forbidden");
    row("resource_exhausted", 429, "RateLimited");
    row("failed_precondition", 400, "Conflict");
    row("aborted", 409, "Conflict");
    row("out_of_range", 400, "Protocol");
    row("unimplemented", 501, "Protocol");
    row("internal", 500, "Server");
    row("unavailable", 503, "Server");
    row("data_loss", 500, "Server");
    row("unauthenticated", 401, "Unauthorized");
    row("never_heard_of", 500, "Server");
}

void ConnectErrorTest::everyCodeHasItsStatusAndKind()
{
    QFETCH(const QByteArray, code);
    QFETCH(const int, status);
    QFETCH(const QByteArray, kind);
    QCOMPARE(httpStatusOf(code.toStdString()), status);
    const Error error = errorFromConnect({.code = code.toStdString(), .message = "two\nlines"});
    QCOMPARE(QByteArray(toString(error.kind)), kind);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.detail, std::string("two lines"));
}

void ConnectErrorTest::anErrorWithoutAMessageSaysItsCode()
{
    QCOMPARE(errorFromConnect({.code = "aborted"}).detail, std::string("aborted"));
}

void ConnectErrorTest::anErrorIsWrittenWithItsCodeAndMessage()
{
    SG_COMPARE_JSON(
        encodeConnectError({.code = "not_found", .message = "process with pid 404 not found"}),
        R"({"code":"not_found","message":"process with pid 404 not found"})");
    SG_COMPARE_JSON(encodeConnectError({.code = "internal"}), R"({"code":"internal"})");
}

void ConnectErrorTest::aStreamEndsWellWithAnEmptyObject_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char *payload :
         {"{}", R"({"error":null})", R"({"metadata":{"k":["v"]}})", R"( { } )"})
        QTest::newRow(payload) << QByteArray(payload);
}

void ConnectErrorTest::aStreamEndsWellWithAnEmptyObject()
{
    QFETCH(const QByteArray, payload);
    const auto end = decodeConnectEnd(payload.toStdString());
    SG_VERIFY_RESULT(end);
    QVERIFY(!end->has_value());
}

void ConnectErrorTest::theErrorOfAStreamIsRead()
{
    const auto end = decodeConnectEnd(
        R"({"error":{"code":"deadline_exceeded","message":"context deadline exceeded","details":[{}]},"metadata":{}})");
    SG_VERIFY_RESULT(end);
    QVERIFY(*end ==
            (ConnectError{.code = "deadline_exceeded", .message = "context deadline exceeded"}));
}

void ConnectErrorTest::anErrorWithoutACodeIsUnknown()
{
    const auto end = decodeConnectEnd(R"({"error":{}})");
    SG_VERIFY_RESULT(end);
    QVERIFY(*end == ConnectError{.code = "unknown"});
}

void ConnectErrorTest::aMalformedEndIsAProtocolError_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char *payload : {"", "null", "[]", "{", R"({"error":"broken"})",
                                R"({"error":{"code":5}})", R"({"error":{"code":"a","message":7}})"})
        QTest::newRow(*payload ? payload : "empty") << QByteArray(payload);
}

void ConnectErrorTest::aMalformedEndIsAProtocolError()
{
    QFETCH(const QByteArray, payload);
    SG_VERIFY_FAILS(decodeConnectEnd(payload.toStdString()), Error::Kind::Protocol);
}

void ConnectErrorTest::aFailedCallIsReadWithItsCode()
{
    const Error error = errorFromUnaryAnswer(
        404, R"({"code":"not_found","message":"process with pid 404 not found"})");
    QCOMPARE(QByteArray(toString(error.kind)), QByteArray("NotFound"));
    QCOMPARE(error.detail, std::string("process with pid 404 not found"));
    QCOMPARE(error.httpStatus, 404);
    // The code decides, whatever status a proxy made of it.
    QCOMPARE(QByteArray(toString(errorFromUnaryAnswer(500, R"({"code":"unauthenticated"})").kind)),
             QByteArray("Unauthorized"));
    QCOMPARE(errorFromUnaryAnswer(500, R"({"code":"unauthenticated","message":{}})").detail,
             std::string("unauthenticated"));
}

void ConnectErrorTest::aFailedCallWithoutACodeFallsBackToTheStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("the token check of envd")
        << 401 << QByteArray(R"({"code":401,"message":"unauthorized access"})")
        << QByteArray("Unauthorized") << QByteArray("unauthorized access");
    QTest::newRow("the sandbox proxy")
        << 502
        << QByteArray(R"({"sandboxId":"i1","message":"The sandbox was not found","code":502})")
        << QByteArray("NotFound") << QByteArray("The sandbox was not found");
    QTest::newRow("text") << 404 << QByteArray("404 page not found\n") << QByteArray("NotFound")
                          << QByteArray("404 page not found");
    QTest::newRow("an empty code")
        << 500 << QByteArray(R"({"code":""})") << QByteArray("Server") << QByteArray("HTTP 500");
    QTest::newRow("nothing") << 503 << QByteArray() << QByteArray("Server")
                             << QByteArray("HTTP 503");
}

void ConnectErrorTest::aFailedCallWithoutACodeFallsBackToTheStatus()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, kind);
    QFETCH(const QByteArray, detail);
    const Error error = errorFromUnaryAnswer(status, body.toStdString());
    QCOMPARE(QByteArray(toString(error.kind)), kind);
    QCOMPARE(QByteArray::fromStdString(error.detail), detail);
    QCOMPARE(error.httpStatus, status);
}

QTEST_GUILESS_MAIN(ConnectErrorTest)
#include "tst_connecterror.moc"
