// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/contenttype.h>
#include <host/agent/filequery.h>
#include <host/agent/filerange.h>
#include <host/agent/multipart.h>
#include <host/agent/sha256.h>
#include <protocol/percent.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

#include <QtCore/QByteArray>
#include <QtTest/QTest>

using namespace Sandglass;

namespace {

std::string hexOf(const std::string &bytes)
{
    return QByteArray::fromStdString(bytes).toHex().toStdString();
}

/// The events of a form in one line: parts, contents joined, ends.
std::string eventsOf(MultipartParser &parser)
{
    std::string line;
    while (true) {
        const auto event = parser.next();
        if (!event)
            return line + "!" + event.error().detail;
        if (std::holds_alternative<std::monostate>(*event))
            return line;
        if (const auto *const part = std::get_if<FormPart>(&*event))
            line += "[" + part->name + "|" + part->filename.value_or("-") + "]";
        else if (const auto *const data = std::get_if<FormData>(&*event))
            line += data->bytes;
        else
            line += std::holds_alternative<FormPartEnd>(*event) ? "." : "$";
    }
}

std::string eventsOf(std::string_view form)
{
    MultipartParser parser("B");
    parser.feed(form);
    return eventsOf(parser);
}

std::string disposition(std::string_view rest)
{
    return "--B\r\nContent-Disposition: form-data; name=\"file\"; " + std::string(rest) +
           "\r\n\r\nx\r\n--B--";
}

} // namespace

/// The parts of /files that are pure functions.
class TestAgentFileParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void sha256GivesTheDigestsOfTheStandard();
    void signaturesAreThoseOfTheSdk_data();
    void signaturesAreThoseOfTheSdk();
    void aTokenOrASignatureOpensAFile();
    void aFormIsReadHoweverItIsCut();
    void formsOfAllKindsAreRead();
    void malformedFormsAreRefused();
    void rangesAreThoseOfTheRfc_data();
    void rangesAreThoseOfTheRfc();
    void conditionsComeBeforeRanges();
    void encodingsAreWeighed();
    void namesEndNothingInTheHead();
    void typesComeFromNameOrContent();
};

void TestAgentFileParts::sha256GivesTheDigestsOfTheStandard()
{
    QCOMPARE(hexOf(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QCOMPARE(hexOf(sha256("abc")),
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QCOMPARE(hexOf(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
             "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QCOMPARE(hexOf(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                          "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")),
             "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    QCOMPARE(hexOf(sha256(std::string(1'000'000, 'a'))),
             "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    // Around the ends of a block the padding changes its form.
    QCOMPARE(hexOf(sha256(std::string(55, 'a'))),
             "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    QCOMPARE(hexOf(sha256(std::string(56, 'a'))),
             "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    QCOMPARE(hexOf(sha256(std::string(64, 'a'))),
             "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

void TestAgentFileParts::signaturesAreThoseOfTheSdk_data()
{
    QTest::addColumn<std::string>("query");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<std::string>("signature");
    const auto row = [](const char *query, bool isRead, const char *signature) {
        QTest::newRow(signature) << std::string(query) << isRead << std::string(signature);
    };
    row("username=user&path=%2Fhome%2Fuser%2Freport.csv&signature_expiration=1800003600", true,
        "v1_9wp8rjtCngo9vL661m5EbvMHGxliIMvxTkROsC2u8pI");
    row("path=%2Fhome%2Fuser%2Freport.csv", true, "v1_seAvLmq6lRrjUxi/6EwO8hjKordhg+lXgc4hesgIy/s");
    row("path=/home/user/report.csv&signature_expiration=1800000060", false,
        "v1_QsRFIj+MVtan5nm0kowI/nLPS5PHRA7PvM/a+JRhue0");
    row("", false, "v1_ZLsslBoqHBVQsrFkmOYpVkR8wGY9XisFk4jAVnGbsvc");
    row("path=a.txt&username=root", true, "v1_OFjhNX/lrTkK+l1c/hi8fNZ82jsjhphEbXpayBc0W24");
}

void TestAgentFileParts::signaturesAreThoseOfTheSdk()
{
    QFETCH(const std::string, query);
    QFETCH(const bool, isRead);
    QFETCH(const std::string, signature);
    const auto parsed = FileQuery::parse(query);
    SG_VERIFY_RESULT(parsed);
    const auto access = isRead ? FileAccess::Read : FileAccess::Write;
    QCOMPARE(fileSignature(*parsed, access, "ea_0123456789abcdef"), signature);
    const auto asked = FileQuery::parse(query + "&signature=" + percentEncode(signature));
    SG_VERIFY_RESULT(asked);
    const auto problem = [&asked, access](std::int64_t now) {
        return fileAccessProblem(*asked, access, "", "ea_0123456789abcdef", now).value_or("");
    };
    QCOMPARE(problem(1'800'000'060), "");
    QCOMPARE(problem(1'800'003'601), asked->expiration ? "signature is already expired" : "");
    QCOMPARE(fileAccessProblem(*asked, isRead ? FileAccess::Write : FileAccess::Read, "",
                               "ea_0123456789abcdef", 0)
                 .value_or(""),
             "invalid signature");
}

void TestAgentFileParts::aTokenOrASignatureOpensAFile()
{
    const auto problem = [](const char *query, const char *given) {
        return fileAccessProblem(FileQuery::parse(query).value_or(FileQuery{}), FileAccess::Read,
                                 given, "token", 0)
            .value_or("");
    };
    QCOMPARE(problem("path=a", "token"), "");
    QCOMPARE(problem("path=a", ""), "missing signature query parameter");
    QCOMPARE(problem("path=a&signature=v1_x", ""), "invalid signature");
    QCOMPARE(problem("path=a&signature=", ""), "invalid signature");
    // A wrong token is wrong even beside a good signature.
    QCOMPARE(problem("path=a", "tokem"), "access token present in header but does not match");
    for (const char *const query : {"path=%2", "path=a%00b", "signature_expiration=soon",
                                    "signature_expiration=", "signature_expiration=1e9"})
        SG_VERIFY_FAILS(FileQuery::parse(query), Error::Kind::Protocol);
}

void TestAgentFileParts::aFormIsReadHoweverItIsCut()
{
    const std::string form = "preamble\r\n--B\r\n"
                             "Content-Disposition: form-data; name=\"file\"; filename=\"a b\"\r\n"
                             "Content-Type: text/plain\r\n\r\n"
                             "one\r\n--Bogus\r\n-\r\n--\r\n--B \t\r\n"
                             "content-disposition:form-data;name=other\r\n\r\n"
                             "\r\n--B--\r\nepilogue\r\n--B\r\n";
    const std::string expected = "[file|a b]one\r\n--Bogus\r\n-\r\n--.[other|-].$";
    QCOMPARE(eventsOf(form), expected);
    forEachSplit(form, [&expected](std::string_view first, std::string_view second) {
        MultipartParser parser("B");
        parser.feed(first);
        std::string line = eventsOf(parser);
        parser.feed(second);
        line += eventsOf(parser);
        QCOMPARE(line, expected);
    });
    MultipartParser parser("B");
    std::string line;
    for (const char byte : form) {
        parser.feed(std::string_view(&byte, 1));
        line += eventsOf(parser);
    }
    QCOMPARE(line, expected);
}

void TestAgentFileParts::formsOfAllKindsAreRead()
{
    QCOMPARE(eventsOf("--B--"), "$");
    QCOMPARE(eventsOf("--B\r\n\r\nx\r\n--B--"), "[|-]x.$"); // no head
    QCOMPARE(eventsOf(disposition("filename=\"dir/a.txt\"")), "[file|dir/a.txt]x.$");
    QCOMPARE(eventsOf(disposition("filename=\"a%22b\\\"c\\\\d\\e\"")), "[file|a%22b\"c\\d\\e]x.$");
    QCOMPARE(eventsOf(disposition("filename=\"a;b=c\"; x=y")), "[file|a;b=c]x.$");
    QCOMPARE(eventsOf(disposition("filename=plain.txt ; x=y")), "[file|plain.txt]x.$");
    QCOMPARE(eventsOf(disposition("filename=\"na\xC3\xAFve\"")), "[file|na\xC3\xAFve]x.$");
    QCOMPARE(eventsOf(disposition("filename=\"x\"; filename*=UTF-8''na%C3%AFve")),
             "[file|na\xC3\xAFve]x.$");
    QCOMPARE(eventsOf(disposition("filename=\"\"")), "[file|]x.$");
    QCOMPARE(multipartBoundary("multipart/form-data; boundary=----x1").value_or(""), "----x1");
    QCOMPARE(multipartBoundary("multipart/form-data; charset=utf-8; Boundary=\"a b\"").value_or(""),
             "a b");
    QVERIFY(!multipartBoundary("multipart/form-data"));
    QVERIFY(!multipartBoundary("multipart/form-data; boundary="));
    QVERIFY(!multipartBoundary("multipart/form-data; boundary=" + std::string(71, 'x')));
}

void TestAgentFileParts::malformedFormsAreRefused()
{
    QVERIFY(eventsOf(std::string(100'000, 'x')).contains('!'));
    QVERIFY(eventsOf("--B\r\n" + std::string(100'000, 'x')).contains('!'));
    QVERIFY(eventsOf("--B\r\nA: " + std::string(100'000, 'x') + "\r\n\r\n").starts_with('!'));
    QVERIFY(eventsOf("--B \t x\r\n").contains('!'));
    MultipartParser parser("B");
    parser.feed("--B \t x\r\n");
    SG_VERIFY_FAILS(parser.next(), Error::Kind::Protocol);
    parser.feed("--B\r\n\r\n");
    SG_VERIFY_FAILS(parser.next(), Error::Kind::Protocol);
}

void TestAgentFileParts::rangesAreThoseOfTheRfc_data()
{
    QTest::addColumn<std::string>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<quint64>("count");
    const auto row = [](const char *range, int status, quint64 offset, quint64 count) {
        QTest::newRow(range) << std::string(range) << status << offset << count;
    };
    row("bytes=0-0", 206, 0, 1);
    row("bytes=2-5", 206, 2, 4);
    row("bytes= 2 - 5 ", 206, 2, 4);
    row("bytes=5-", 206, 5, 5);
    row("bytes=5-99", 206, 5, 5);
    row("bytes=-3", 206, 7, 3);
    row("bytes=-99", 206, 0, 10);
    row("bytes=5-18446744073709551615", 206, 5, 5);
    row("bytes=0-1,3-4", 200, 0, 10);
    row("bytes=10-", 416, 0, 0);
    row("bytes=10-11", 416, 0, 0);
    row("bytes=5-4", 416, 0, 0);
    row("bytes=-0", 416, 0, 0);
    row("bytes=", 416, 0, 0);
    row("bytes=-", 416, 0, 0);
    row("bytes=a-b", 416, 0, 0);
    row("bytes=+1-2", 416, 0, 0);
    row("bytes=5", 416, 0, 0);
    row("lines=0-1", 416, 0, 0);
    row("bytes=99999999999999999999-", 416, 0, 0);
}

void TestAgentFileParts::rangesAreThoseOfTheRfc()
{
    QFETCH(const std::string, range);
    QFETCH(const int, status);
    QFETCH(const quint64, offset);
    QFETCH(const quint64, count);
    const FilePlan expected{.status = status, .offset = offset, .count = count};
    QVERIFY(planFile({{"Range", range}}, 10, 0) == expected);
    QVERIFY(planFile({{"Range", range}}, 0, 0) ==
            (FilePlan{.status = 200, .offset = 0, .count = 0}));
}

void TestAgentFileParts::conditionsComeBeforeRanges()
{
    const std::time_t modified = 1'795'150'805; // Fri, 20 Nov 2026 05:00:05 GMT
    const std::string then = "Fri, 20 Nov 2026 05:00:05 GMT";
    const std::string before = "Fri, 20 Nov 2026 05:00:04 GMT";
    const auto status = [modified](const Headers &headers) {
        return planFile(headers, 10, modified).status;
    };
    QCOMPARE(status({}), 200);
    QCOMPARE(status({{"If-Modified-Since", then}}), 304);
    QCOMPARE(status({{"If-Modified-Since", before}}), 200);
    QCOMPARE(status({{"If-Modified-Since", "yesterday"}}), 200);
    QCOMPARE(status({{"If-None-Match", "\"x\""}, {"If-Modified-Since", then}}), 200);
    QCOMPARE(status({{"If-None-Match", "*"}}), 304);
    QCOMPARE(status({{"If-Match", "\"x\""}}), 412);
    QCOMPARE(status({{"If-Match", "*"}}), 200);
    QCOMPARE(status({{"If-Unmodified-Since", before}}), 412);
    QCOMPARE(status({{"If-Unmodified-Since", then}}), 200);
    QCOMPARE(status({{"Range", "bytes=1-"}, {"If-Modified-Since", then}}), 304);
    QCOMPARE(status({{"Range", "bytes=1-"}, {"If-Range", then}}), 206);
    QCOMPARE(status({{"Range", "bytes=1-"}, {"If-Range", before}}), 200); // it has changed
    QCOMPARE(status({{"Range", "bytes=1-"}, {"If-Range", "\"tag\""}}), 200);
    QCOMPARE(status({{"Range", "bytes=99-"}, {"If-Range", before}}), 200);
}

void TestAgentFileParts::encodingsAreWeighed()
{
    const auto accepted = [](const char *value) {
        const auto encodings = acceptedEncodings({{"Accept-Encoding", value}});
        return std::string(encodings.identity ? "i" : "") + (encodings.gzip ? "g" : "");
    };
    QVERIFY(acceptedEncodings({}).identity && !acceptedEncodings({}).gzip);
    QCOMPARE(accepted("gzip, deflate"), "ig");
    QCOMPARE(accepted("identity"), "i");
    QCOMPARE(accepted("gzip;q=0"), "i");
    QCOMPARE(accepted("gzip;q=0.0, identity;q=0.5"), "i");
    QCOMPARE(accepted("*"), "ig");
    QCOMPARE(accepted("*;q=0"), "");
    QCOMPARE(accepted("gzip;q=1.0, *;q=0"), "g");
    QCOMPARE(accepted("identity;q=0"), "");
    QCOMPARE(accepted("identity ; q=0.001"), "i");
}

void TestAgentFileParts::namesEndNothingInTheHead()
{
    QCOMPARE(inlineDisposition("report.csv"), "inline; filename=report.csv");
    QCOMPARE(inlineDisposition("a b.txt"), "inline; filename=\"a b.txt\"");
    QCOMPARE(inlineDisposition("a\"\\b"), "inline; filename=\"a\\\"\\\\b\"");
    QCOMPARE(inlineDisposition("na\xC3\xAFve"), "inline; filename*=utf-8''na%C3%AFve");
    QCOMPARE(inlineDisposition("a\r\nX: y"), "inline; filename*=utf-8''a%0D%0AX%3A%20y");
    QCOMPARE(inlineDisposition("\xE9"), "inline; filename*=utf-8''%E9");
}

void TestAgentFileParts::typesComeFromNameOrContent()
{
    QCOMPARE(typeByName("plot.PNG"), "image/png");
    QCOMPARE(typeByName("a.tar.gz"), "application/gzip");
    QCOMPARE(typeByName("Makefile"), "");
    QCOMPARE(typeByName("a.unheard-of"), "");
    QCOMPARE(typeByContent(""), "text/plain; charset=utf-8");
    QCOMPARE(typeByContent("hello \xC3\xA9\n"), "text/plain; charset=utf-8");
    QCOMPARE(typeByContent("\x89PNG\r\n\x1a\n...."), "image/png");
    QCOMPARE(typeByContent(std::string_view("a\0b", 3)), "application/octet-stream");
}

QTEST_GUILESS_MAIN(TestAgentFileParts)
#include "tst_agentfileparts.moc"
