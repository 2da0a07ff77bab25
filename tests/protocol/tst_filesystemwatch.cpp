// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/connectframe.h>
#include <protocol/filesystem.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

using namespace Sandglass;

class FilesystemWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aWatchOfTheSdkIsReadAndWritten();
    void eventsLieFlatInTheMessage();
    void everyChangeHasAName_data();
    void everyChangeHasAName();
    void anEntryComesAlong();
    void unknownEventsAreEmpty();
    void pollingWatchersAreReadAndWritten();
    void aMalformedEventIsAProtocolError_data();
    void aMalformedEventIsAProtocolError();
};

void FilesystemWatchTest::aWatchOfTheSdkIsReadAndWritten()
{
    const std::string body = R"({"path":"/home/user/w","recursive":true,"includeEntry":true})";
    ConnectFrameParser parser; // as captured from the SDK
    parser.feed(std::string("\0\0\0\0\x3c", 5) + body);
    const auto frame = parser.next();
    QVERIFY(frame && *frame && parser.isAtBoundary());
    const auto watch = decodeWatchDirectory((*frame)->payload);
    SG_VERIFY_RESULT(watch);
    QVERIFY(*watch == (WatchDirectory{.path = "/home/user/w",
                                      .recursive = true,
                                      .includeEntry = true,
                                      .allowNetworkMounts = false}));
    SG_COMPARE_JSON(encodeWatchDirectory(*watch), body);
    SG_COMPARE_JSON(encodeWatchDirectory({.path = "/w"}), R"({"path":"/w"})"); // no false flags
    QVERIFY(
        *decodeWatchDirectory(
            R"({"path":"/w","include_entry":true,"allow_network_mounts":true})") ==
        (WatchDirectory{
            .path = "/w", .recursive = false, .includeEntry = true, .allowNetworkMounts = true}));
}

void FilesystemWatchTest::eventsLieFlatInTheMessage()
{
    SG_COMPARE_JSON(encodeWatchEvent(WatchStarted{}), R"({"start":{}})");
    SG_COMPARE_JSON(encodeWatchEvent(WatchKeepalive{}), R"({"keepalive":{}})");
    const FileEvent event{.name = "sub/a.txt", .change = FileChange::Create, .entry = {}};
    SG_COMPARE_JSON(encodeWatchEvent(event),
                    R"({"filesystem":{"name":"sub/a.txt","type":"EVENT_TYPE_CREATE"}})");
    QVERIFY(*decodeWatchEvent(R"({"start":{}})") == WatchEvent(WatchStarted{}));
    QVERIFY(*decodeWatchEvent(R"({"keepalive":{}})") == WatchEvent(WatchKeepalive{}));
    QVERIFY(*decodeWatchEvent(encodeWatchEvent(event)) == WatchEvent(event));
}

void FilesystemWatchTest::everyChangeHasAName_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("CREATE") << 1;
    QTest::newRow("WRITE") << 2;
    QTest::newRow("REMOVE") << 3;
    QTest::newRow("RENAME") << 4;
    QTest::newRow("CHMOD") << 5;
}

void FilesystemWatchTest::everyChangeHasAName()
{
    QFETCH(const int, number);
    const std::string name = "EVENT_TYPE_" + std::string(QTest::currentDataTag());
    const FileEvent event{.name = ".", .change = static_cast<FileChange>(number), .entry = {}};
    const std::string text = R"({"filesystem":{"name":".","type":")" + name + R"("}})";
    SG_COMPARE_JSON(encodeWatchEvent(event), text);
    QVERIFY(*decodeWatchEvent(text) == WatchEvent(event));
    QVERIFY(*decodeWatchEvent(R"({"filesystem":{"name":".","type":)" + std::to_string(number) +
                              "}}") == WatchEvent(event));
}

void FilesystemWatchTest::anEntryComesAlong()
{
    const char *text = R"({"filesystem":{"name":"a","type":"EVENT_TYPE_WRITE",
        "entry":{"name":"a","type":"FILE_TYPE_FILE","path":"/w/a","size":"9"}}})";
    const auto event = decodeWatchEvent(text);
    SG_VERIFY_RESULT(event);
    QVERIFY(std::get<FileEvent>(*event).entry ==
            (FileEntry{.name = "a", .type = FileType::File, .path = "/w/a", .size = 9}));
    SG_COMPARE_JSON(encodeWatchEvent(*event), text);
}

void FilesystemWatchTest::unknownEventsAreEmpty()
{
    for (const char *text : {"{}", R"({"overflow":{}})", R"({"start":null})"})
        QVERIFY2(*decodeWatchEvent(text) == WatchEvent(), text);
    const auto event = decodeWatchEvent(R"({"filesystem":{"name":"a","type":"EVENT_TYPE_NEW"}})");
    SG_VERIFY_RESULT(event);
    QVERIFY(std::get<FileEvent>(*event).change == FileChange::Unspecified);
}

void FilesystemWatchTest::pollingWatchersAreReadAndWritten()
{
    SG_COMPARE_JSON(encodeWatcherId("w1"), R"({"watcherId":"w1"})");
    QCOMPARE(*decodeWatcherId(R"({"watcher_id":"w1"})"), std::string("w1"));
    SG_VERIFY_FAILS(decodeWatcherId("{}"), Error::Kind::Protocol);
    const char *text = R"({"events":[{"name":"a","type":"EVENT_TYPE_CREATE"},
                                     {"name":"a","type":"EVENT_TYPE_CHMOD"}]})";
    const auto events = decodeFileEvents(text);
    SG_VERIFY_RESULT(events);
    QCOMPARE(events->size(), 2U);
    SG_COMPARE_JSON(encodeFileEvents(*events), text);
    QVERIFY(decodeFileEvents("{}")->empty());
    SG_VERIFY_FAILS(decodeFileEvents(R"({"events":[7]})"), Error::Kind::Protocol);
}

void FilesystemWatchTest::aMalformedEventIsAProtocolError_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "[]", R"({"start":7})", R"({"filesystem":[]})", R"({"filesystem":{"name":7}})",
          R"({"filesystem":{"name":"a","type":{}}})", R"({"filesystem":{"name":"a","entry":{}}})",
          R"({"filesystem":{"name":"a","entry":7}})", R"({"keepalive":true})"})
        QTest::newRow(text) << QByteArray(text);
}

void FilesystemWatchTest::aMalformedEventIsAProtocolError()
{
    QFETCH(const QByteArray, text);
    SG_VERIFY_FAILS(decodeWatchEvent(text.toStdString()), Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(FilesystemWatchTest)
#include "tst_filesystemwatch.moc"
