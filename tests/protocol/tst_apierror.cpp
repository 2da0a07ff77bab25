// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/apierror.h>
#include <tests/protocol/json.h>

using namespace Sandglass;

class ApiErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theBodyHasAnIntegerCodeAndAMessage();
    void theBodyOfTheProxyNamesSandboxAndPort();
    void everyStatusHasItsKind_data();
    void everyStatusHasItsKind();
    void anAnswerOfAnyShapeBecomesAnError_data();
    void anAnswerOfAnyShapeBecomesAnError();
    void atMost500CharactersAreTaken();
    void aLongRunOfWhiteSpaceDoesNotHideTheText();
    void invalidUtf8InAnAnswerIsReplaced();
    void aBodyWithoutEndIsNotReadAsJson();
};

void ApiErrorTest::theBodyHasAnIntegerCodeAndAMessage()
{
    SG_COMPARE_JSON(
        encodeApiError(
            {.code = 404,
             .message = "Sandbox \"i7k2m9\" doesn't exist or you don't have access to it"}),
        R"({"code":404,"message":"Sandbox \"i7k2m9\" doesn't exist or you don't have access to it"})");
}

void ApiErrorTest::theBodyOfTheProxyNamesSandboxAndPort()
{
    SG_COMPARE_JSON(encodeApiError({.code = 502, .message = "m", .sandboxId = "i1", .port = 3000}),
                    R"({"code":502,"message":"m","sandboxId":"i1","port":3000})");
}

void ApiErrorTest::everyStatusHasItsKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("kind");
    const auto row = [](int status, const char *kind) {
        QTest::addRow("%d", status) << status << QByteArray(kind);
    };
    row(400, "Protocol");
    row(401, "Unauthorized");
    row(403, "Forbidden");
    row(404, "NotFound");
    row(405, "Protocol");
    row(408, "Timeout");
    row(409, "Conflict");
    row(410, "Protocol");
    row(429, "RateLimited");
    row(500, "Server");
    row(502, "Server");
    row(503, "Server");
    row(599, "Server");
    row(600, "Protocol");
    row(302, "Protocol");
    row(200, "Protocol");
    row(0, "Protocol");
}

void ApiErrorTest::everyStatusHasItsKind()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, kind);
    QCOMPARE(QByteArray(toString(kindOfStatus(status))), kind);
}

void ApiErrorTest::anAnswerOfAnyShapeBecomesAnError_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("detail");
    const auto row = [](const char *name, int status, const char *body, const char *kind,
                        const char *detail) {
        QTest::newRow(name) << status << QByteArray(body) << QByteArray(kind) << QByteArray(detail);
    };
    row("numeric code", 409, R"({"code":409,"message":"Sandbox \"i1\" is being paused"})",
        "Conflict", "Sandbox \"i1\" is being paused");
    row("two lines", 401, R"({"code":401,"message":"look here\nInvalid API key format"})",
        "Unauthorized", "look here Invalid API key format");
    row("string code", 404, R"({"code":"not_found","message":"gone"})", "NotFound", "gone");
    row("no message", 500, R"({"code":500})", "Server", "HTTP 500");
    row("message of another type", 500, R"({"code":500,"message":{"a":1}})", "Server", "HTTP 500");
    row("proxy, sandbox gone", 502,
        R"({"sandboxId":"i1","message":"The sandbox was not found","code":502})", "NotFound",
        "The sandbox was not found");
    row("proxy, port closed", 502,
        R"({"sandboxId":"i1","message":"The sandbox is running but port is not open","port":3000,"code":502})",
        "Network", "The sandbox is running but port is not open");
    row("proxy, port null", 502, R"({"sandboxId":"i1","message":"m","port":null,"code":502})",
        "NotFound", "m");
    row("proxy, forbidden", 403, R"({"sandboxId":"i1","message":"no token","code":403})",
        "Forbidden", "no token");
    row("another gateway", 502, R"({"message":"upstream"})", "Server", "upstream");
    row("text", 404, "id not found\n", "NotFound", "id not found");
    row("text with controls", 400, "bad\x1b[31m\tid\r\n\r\n", "Protocol", "bad [31m id");
    row("page", 504, "<!DOCTYPE html><html><body>Gateway</body></html>", "Server",
        "HTTP 504 with an HTML page");
    row("nothing", 503, "", "Server", "HTTP 503");
    row("white space", 503, " \r\n\t ", "Server", "HTTP 503");
    row("a list", 500, "[1,2]", "Server", "[1,2]");
    row("cut off", 500, R"({"code":500,"mess)", "Server", R"({"code":500,"mess)");
}

void ApiErrorTest::anAnswerOfAnyShapeBecomesAnError()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, kind);
    QFETCH(const QByteArray, detail);
    const Error error = errorFromAnswer(status, body.toStdString());
    QCOMPARE(QByteArray(toString(error.kind)), kind);
    QCOMPARE(QByteArray::fromStdString(error.detail), detail);
    QCOMPARE(error.httpStatus, status);
}

void ApiErrorTest::atMost500CharactersAreTaken()
{
    const QString snails = QStringLiteral("\U0001F40C").repeated(600);
    const QByteArray text = snails.toUtf8();
    const QByteArray message =
        QJsonDocument(QJsonObject{{QStringLiteral("message"), snails}}).toJson();
    for (const QByteArray &body : {text, message}) {
        const Error error = errorFromAnswer(500, body.toStdString());
        QCOMPARE(QString::fromStdString(error.detail), QStringLiteral("\U0001F40C").repeated(500));
    }
}

void ApiErrorTest::aLongRunOfWhiteSpaceDoesNotHideTheText()
{
    const std::string body = "\n" + std::string(5000, ' ') + "the reason";
    QCOMPARE(errorFromAnswer(500, body).detail, std::string("the reason"));
}

void ApiErrorTest::invalidUtf8InAnAnswerIsReplaced()
{
    QCOMPARE(errorFromAnswer(500, "a\xFF\xFEz \xC3").detail,
             std::string("a\xEF\xBF\xBD\xEF\xBF\xBDz \xEF\xBF\xBD"));
    QCOMPARE(errorFromAnswer(500, std::string(600, '\x80')).detail.size() % 3, std::size_t(0));
}

void ApiErrorTest::aBodyWithoutEndIsNotReadAsJson()
{
    std::string body = R"({"message":")" + std::string(17UL << 20U, 'x') + R"("})";
    const Error error = errorFromAnswer(500, body);
    QCOMPARE(error.detail.size(), std::size_t(500));
    QVERIFY(error.detail.starts_with("{\"message\":\"xxx"));
}

QTEST_GUILESS_MAIN(ApiErrorTest)
#include "tst_apierror.moc"
