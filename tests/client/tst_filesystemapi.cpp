// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/filesystemapi.h>
#include <tests/client/answered.h>
#include <tests/support/faketransport.h>
#include <tests/support/result.h>

#include <QJsonDocument>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

const SandboxAddress address{.sandboxId = "iabc123def456ghi789j",
                             .baseUrl = "http://127.0.0.1:4000",
                             .accessToken = "ea_0123456789abcdef",
                             .connectionId = u"c1"_s};

/// The example of the envd page, section 4.2.
constexpr auto statAnswer =
    R"({"entry":{"name":"a.txt","type":"FILE_TYPE_FILE","path":"/home/user/a.txt","size":"5","mode":420,"permissions":"-rw-r--r--","owner":"user","group":"user","modifiedTime":"2026-01-02T03:04:05.678901234Z"}})";

QJsonDocument json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text));
}

} // namespace

/// Bodies as captured on the envd page, section 4.2.
class FilesystemApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void looksSendTheCapturedBodiesAndDoNotAct();
    void actsSendTheCapturedBodiesAndAreCounted();
    void answersAreRead();
    void aListIsRead();
    void aLongListIsReadElsewhereAndMayBeCancelled();
    void aWatchOnlyLooksAndMustDrain();
    void failuresAreToldByCodeOrStatus_data();
    void failuresAreToldByCodeOrStatus();
    void anAnswerThatIsNoneIsTold();
    void aReadOnlyConnectionChangesNothing();
    void namesOfUsersAndOldServicesAreSent();
};

void FilesystemApiTest::looksSendTheCapturedBodiesAndDoNotAct()
{
    FakeTransport transport;
    const FilesystemApi api(transport, address);
    const Request stat = api.stat("a.txt", [](const auto &) {});
    const Request list = api.list({.path = "/home/user", .depth = 2}, [](const auto &) {});
    QCOMPARE(transport.line(0), "POST /filesystem.Filesystem/Stat");
    QCOMPARE(json(transport.seen.at(0).body), json(R"({"path":"a.txt"})"));
    QCOMPARE(transport.line(1), "POST /filesystem.Filesystem/ListDir");
    QCOMPARE(json(transport.seen.at(1).body), json(R"({"path":"/home/user","depth":2})"));
    for (const HttpRequest &seen : transport.seen) {
        QCOMPARE(seen.headers.value("E2b-Sandbox-Id"), "iabc123def456ghi789j");
        QCOMPARE(seen.headers.value("E2b-Sandbox-Port"), "49983");
        QCOMPARE(seen.headers.value("X-Access-Token"), "ea_0123456789abcdef");
        QCOMPARE(seen.headers.value("Connect-Protocol-Version"), "1");
        QCOMPARE(seen.headers.value("Content-Type"), "application/json");
        QVERIFY(!seen.headers.find("Authorization"));
        QVERIFY(seen.repeatable);
    }
    QCOMPARE(transport.mutations(), 0);
}

void FilesystemApiTest::actsSendTheCapturedBodiesAndAreCounted()
{
    FakeTransport transport;
    const FilesystemApi api(transport, address);
    const Request make = api.makeDirectory("d/e", [](const auto &) {});
    const Request move = api.move({.source = "a.txt", .destination = "b.txt"}, [](const auto &) {});
    const Request remove = api.remove("b.txt", [](const auto &) {});
    QCOMPARE(transport.line(0), "POST /filesystem.Filesystem/MakeDir");
    QCOMPARE(json(transport.seen.at(0).body), json(R"({"path":"d/e"})"));
    QCOMPARE(transport.line(1), "POST /filesystem.Filesystem/Move");
    QCOMPARE(json(transport.seen.at(1).body), json(R"({"source":"a.txt","destination":"b.txt"})"));
    QCOMPARE(transport.line(2), "POST /filesystem.Filesystem/Remove");
    QCOMPARE(json(transport.seen.at(2).body), json(R"({"path":"b.txt"})"));
    for (const HttpRequest &seen : transport.seen)
        QVERIFY(!seen.repeatable);
    QCOMPARE(transport.mutations(), 3);
}

void FilesystemApiTest::answersAreRead()
{
    FakeTransport transport;
    const FilesystemApi api(transport, address);
    for (int i = 0; i < 3; ++i)
        transport.reply(statAnswer);
    transport.reply("{}");
    std::array<Answered<FileEntry>, 3> entries;
    Answered<void> removed;
    const Request stat = api.stat("a.txt", into(entries[0]));
    const Request make = api.makeDirectory("a.txt", into(entries[1]));
    const Request move = api.move({.source = "b", .destination = "a.txt"}, into(entries[2]));
    const Request remove = api.remove("a.txt", into(removed));
    QTRY_VERIFY(removed);
    SG_VERIFY_RESULT(*removed);
    for (const auto &answer : entries) {
        QVERIFY(answer);
        SG_VERIFY_RESULT(*answer);
        QCOMPARE((*answer)->name, "a.txt");
        QCOMPARE((*answer)->size, 5);
        QCOMPARE((*answer)->mode, 0644U);
        QCOMPARE((*answer)->type, FileType::File);
    }
}

void FilesystemApiTest::aListIsRead()
{
    FakeTransport transport;
    transport.reply(
        R"({"entries":[{"name":"a","type":"FILE_TYPE_DIRECTORY","path":"/a"},{"name":"b","path":"/a/b"}]})");
    Answered<std::vector<FileEntry>> answer;
    const Request list = FilesystemApi(transport, address).list({.path = "/"}, into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_RESULT(*answer);
    QCOMPARE((*answer)->size(), 2U);
    QCOMPARE((*answer)->at(0).type, FileType::Directory);
    QCOMPARE((*answer)->at(1).path, "/a/b");
}

void FilesystemApiTest::aLongListIsReadElsewhereAndMayBeCancelled()
{
    const std::vector<FileEntry> entries(10'000, FileEntry{.name = "a.txt", .path = "/a.txt"});
    const std::string json = encodeFileEntries(entries);
    auto transport = std::make_unique<FakeTransport>();
    std::array<Answered<std::vector<FileEntry>>, 3> answers;
    std::array<Request, 3> lists;
    const auto ask = [&](std::size_t which) {
        transport->reply(json);
        lists.at(which) =
            FilesystemApi(*transport, address).list({.path = "/"}, into(answers.at(which)));
        QTRY_VERIFY(transport->waiting().empty()); // answered, and now being read
    };
    ask(0);
    QVERIFY(lists[0].isActive() && !answers[0]);
    QTRY_VERIFY_WITH_TIMEOUT(answers[0], 20'000);
    SG_VERIFY_RESULT(*answers[0]);
    QCOMPARE((*answers[0])->size(), 10'000U);

    ask(1);
    lists[1].cancel();
    ask(2);
    transport.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    bool later = false;
    QTimer::singleShot(0, this, [&later] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!answers[1] && !answers[2]);
}

void FilesystemApiTest::aWatchOnlyLooksAndMustDrain()
{
    FakeTransport transport;
    const auto watch =
        FilesystemApi(transport, address)
            .watch({.path = "/home/user/w", .recursive = true, .includeEntry = true});
    const HttpRequest &seen = transport.seen.at(0);
    QCOMPARE(transport.line(0), "POST /filesystem.Filesystem/WatchDir");
    QCOMPARE(seen.headers.value("Content-Type"), "application/connect+json");
    QCOMPARE(seen.headers.value("Keepalive-Ping-Interval"), "50");
    QVERIFY(!seen.headers.find("Connect-Timeout-Ms"));
    QCOMPARE(seen.body.substr(0, 5), std::string("\0\0\0\0\x3c", 5));
    QCOMPARE(json(seen.body.substr(5)),
             json(R"({"path":"/home/user/w","recursive":true,"includeEntry":true})"));
    QVERIFY(seen.slowConsumer == SlowConsumer::SkipEnvelopes);
    QCOMPARE(transport.mutations(), 0);
}

void FilesystemApiTest::failuresAreToldByCodeOrStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << kind;
    };
    using enum Error::Kind;
    row("missing", 404, R"({"code":"not_found","message":"file not found: lstat /x"})", NotFound);
    row("no folder", 400, R"({"code":"invalid_argument","message":"path is not a directory: /x"})",
        Protocol);
    row("there already", 409, R"({"code":"already_exists","message":"directory already exists"})",
        Conflict);
    row("below a file", 500, R"({"code":"internal","message":"not a directory"})", Server);
    row("loop", 400, R"({"code":"failed_precondition","message":"loop"})", Conflict);
    row("token", 401, R"({"code":401,"message":"unauthorized access"})", Unauthorized);
    row("gone", 502, R"({"sandboxId":"i1","message":"The sandbox was not found","code":502})",
        NotFound);
    row("unknown method", 404, "404 page not found", NotFound);
}

void FilesystemApiTest::failuresAreToldByCodeOrStatus()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Error::Kind, kind);
    FakeTransport transport;
    transport.reply(body.toStdString(), status);
    Answered<FileEntry> answer;
    const Request stat = FilesystemApi(transport, address).stat("/x", into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_FAILS(*answer, kind);
    QCOMPARE(answer->error().httpStatus, status);
}

void FilesystemApiTest::anAnswerThatIsNoneIsTold()
{
    FakeTransport transport;
    transport.replies.emplace(HttpResponse{
        .status = 200, .headers = {{"Content-Type", "text/html"}}, .body = "<html>log in</html>"});
    Answered<FileEntry> answer;
    const Request stat = FilesystemApi(transport, address).stat("/x", into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_FAILS(*answer, Error::Kind::Protocol);
    QVERIFY(answer->error().detail.contains("web page"));
}

void FilesystemApiTest::aReadOnlyConnectionChangesNothing()
{
    FakeTransport transport;
    SandboxAddress readOnly = address;
    readOnly.permitted = Access::Observe;
    const FilesystemApi api(transport, readOnly);
    Answered<FileEntry> made;
    Answered<FileEntry> moved;
    Answered<void> removed;
    const Request make = api.makeDirectory("d", into(made));
    const Request move = api.move({.source = "a", .destination = "b"}, into(moved));
    const Request remove = api.remove("b", into(removed));
    const Request stat = api.stat("a", [](const auto &) {});
    QTRY_VERIFY(made && moved && removed);
    SG_VERIFY_FAILS(*made, Error::Kind::Policy);
    SG_VERIFY_FAILS(*moved, Error::Kind::Policy);
    SG_VERIFY_FAILS(*removed, Error::Kind::Policy);
    QCOMPARE(transport.seen.size(), 1U);
    QCOMPARE(transport.mutations(), 0);
}

void FilesystemApiTest::namesOfUsersAndOldServicesAreSent()
{
    const auto authorization = [](const std::string &version, const std::string &user) {
        FakeTransport transport;
        SandboxAddress to = address;
        to.envdVersion = version;
        to.user = user;
        const Request stat = FilesystemApi(transport, to).stat("a", [](const auto &) {});
        return transport.seen.at(0).headers.value("Authorization");
    };
    QCOMPARE(authorization("", ""), "");
    QCOMPARE(authorization("0.6.13", ""), "");
    QCOMPARE(authorization("0.4.0", ""), "");
    QCOMPARE(authorization("0.3.11", ""), "Basic dXNlcjo=");
    QCOMPARE(authorization("0.10.0-rc1", ""), "");
    QCOMPARE(authorization("99.99.99", ""), "");
    QCOMPARE(authorization("0.6.13", "root"), "Basic cm9vdDo=");
}

QTEST_GUILESS_MAIN(FilesystemApiTest)
#include "tst_filesystemapi.moc"
