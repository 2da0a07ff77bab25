// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/filesystem.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

using namespace Sandglass;

namespace {

constexpr const char *entryBody =
    R"({"entry":{"name":"a.txt","type":"FILE_TYPE_FILE","path":"/home/user/a.txt","size":"5",
        "mode":420,"permissions":"-rw-r--r--","owner":"user","group":"user",
        "modifiedTime":"2026-01-02T03:04:05.678901234Z"}})";

using Decode = std::optional<Error> (*)(std::string_view);

template<auto decoder>
std::optional<Error> errorOf(std::string_view text)
{
    const auto result = decoder(text);
    return result ? std::nullopt : std::optional(result.error());
}

FileEntry fullEntry()
{
    return {.name = "a.txt",
            .type = FileType::File,
            .path = "/home/user/a.txt",
            .size = 5,
            .mode = 0644,
            .permissions = "-rw-r--r--",
            .owner = "user",
            .group = "user",
            .modified = parseTimestamp("2026-01-02T03:04:05.678901234Z").value_or(Timestamp{}),
            .symlinkTarget = {},
            .metadata = {}};
}

void addRow(Decode decode, const char *text, const char *message)
{
    QTest::newRow(text) << decode << QByteArray(text) << QByteArray(message);
}

} // namespace
Q_DECLARE_METATYPE(Decode)

class FilesystemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theRequestsOfTheSdkAreReadAndWritten();
    void anAbsentDepthIsTheDirectoryAlone();
    void anEntryOfTheServiceIsReadAndWritten();
    void defaultsAreLeftOut();
    void numbersAndNamesOfOtherWritersAreRead();
    void aTypeOfTomorrowIsUnknown();
    void nullIsTheSameAsNothing();
    void anOldServiceGivesNameTypeAndPathOnly();
    void listsAreReadAndWritten();
    void anEmptyListIsRead();
    void writtenFilesAreReadAndWritten();
    void aMalformedMessageNamesTheField_data();
    void aMalformedMessageNamesTheField();
};

void FilesystemTest::theRequestsOfTheSdkAreReadAndWritten()
{
    const char *list = R"({"path":"/home/user","depth":2})";
    QVERIFY(*decodeListDirectory(list) == (ListDirectory{.path = "/home/user", .depth = 2}));
    SG_COMPARE_JSON(encodeListDirectory(*decodeListDirectory(list)), list);

    const char *stat = R"({"path":"a.txt"})";
    QCOMPARE(*decodeFilePath(stat), std::string("a.txt"));
    SG_COMPARE_JSON(encodeFilePath("a.txt"), stat);
    QCOMPARE(*decodeFilePath("{}"), std::string());

    const char *move = R"({"source":"a.txt","destination":"b.txt"})";
    QVERIFY(*decodeMoveFile(move) == (MoveFile{.source = "a.txt", .destination = "b.txt"}));
    SG_COMPARE_JSON(encodeMoveFile(*decodeMoveFile(move)), move);
}

void FilesystemTest::anAbsentDepthIsTheDirectoryAlone()
{
    for (const char *text :
         {R"({"path":"/"})", R"({"path":"/","depth":0})", R"({"path":"/","depth":"1"})"})
        QCOMPARE(decodeListDirectory(text)->depth, 1U);
}

void FilesystemTest::anEntryOfTheServiceIsReadAndWritten()
{
    const auto entry = decodeFileEntry(entryBody);
    SG_VERIFY_RESULT(entry);
    QVERIFY(*entry == fullEntry());
    SG_COMPARE_JSON(encodeFileEntry(*entry), entryBody);
}

void FilesystemTest::defaultsAreLeftOut()
{
    SG_COMPARE_JSON(encodeFileEntry({.name = "l",
                                     .type = FileType::Unknown,
                                     .path = "/l",
                                     .size = 0,
                                     .mode = 0,
                                     .permissions = {},
                                     .owner = {},
                                     .group = {},
                                     .modified = {},
                                     .symlinkTarget = "/l",
                                     .metadata = {}}),
                    R"({"entry":{"name":"l","path":"/l","symlinkTarget":"/l"}})");
}

void FilesystemTest::numbersAndNamesOfOtherWritersAreRead()
{
    const auto entry = decodeFileEntry(
        R"({"entry":{"name":"d","type":2,"path":"/d","size":5368709120,"mode":"493",
            "modified_time":"2026-01-02T03:04:05Z","symlink_target":"/e",
            "metadata":{"owner":"Ann B"},"unknown":[{}]}})");
    SG_VERIFY_RESULT(entry);
    QVERIFY(entry->type == FileType::Directory);
    QCOMPARE(entry->size, 5'368'709'120);
    QCOMPARE(entry->mode, 0755U);
    QVERIFY(entry->modified == *parseTimestamp("2026-01-02T03:04:05Z"));
    QVERIFY(entry->symlinkTarget == "/e");
    QVERIFY(entry->metadata == (StringMap{{"owner", "Ann B"}}));
}

void FilesystemTest::aTypeOfTomorrowIsUnknown()
{
    for (const char *type : {"9", R"("FILE_TYPE_SOCKET")", R"("FILE_TYPE_UNSPECIFIED")", "0"}) {
        const auto entry = decodeFileEntry(R"({"entry":{"name":"a","path":"/a","type":)" +
                                           std::string(type) + "}}");
        SG_VERIFY_RESULT(entry);
        QVERIFY2(entry->type == FileType::Unknown, type);
    }
    const auto link = decodeFileEntry(R"({"entry":{"name":"a","path":"/a","type":3}})");
    QVERIFY(link && link->type == FileType::Symlink);
}

void FilesystemTest::nullIsTheSameAsNothing()
{
    const auto entry = decodeFileEntry(
        R"({"entry":{"name":"a","path":"/a","type":null,"size":null,"mode":null,"owner":null,
            "modifiedTime":null,"symlinkTarget":null,"metadata":null}})");
    SG_VERIFY_RESULT(entry);
    QVERIFY(*entry == (FileEntry{.name = "a", .path = "/a"}));
}

void FilesystemTest::anOldServiceGivesNameTypeAndPathOnly()
{
    const auto entry =
        decodeFileEntry(R"({"entry":{"name":"a","type":"FILE_TYPE_FILE","path":"/a"}})");
    SG_VERIFY_RESULT(entry);
    QVERIFY(*entry == (FileEntry{.name = "a", .type = FileType::File, .path = "/a"}));
}

void FilesystemTest::listsAreReadAndWritten()
{
    const char *text = R"({"entries":[{"name":"d","type":"FILE_TYPE_DIRECTORY","path":"/d"},
                                      {"name":"a","type":"FILE_TYPE_FILE","path":"/d/a"}]})";
    const auto entries = decodeFileEntries(text);
    SG_VERIFY_RESULT(entries);
    QCOMPARE(entries->size(), 2U);
    QCOMPARE((*entries)[1].path, std::string("/d/a"));
    SG_COMPARE_JSON(encodeFileEntries(*entries), text);
}

void FilesystemTest::anEmptyListIsRead()
{
    for (const char *text : {"{}", R"({"entries":[]})", R"({"entries":null})"}) {
        const auto entries = decodeFileEntries(text);
        SG_VERIFY_RESULT(entries);
        QVERIFY(entries->empty());
    }
    QVERIFY(decodeFileEntries(encodeFileEntries({}))->empty());
}

void FilesystemTest::writtenFilesAreReadAndWritten()
{
    const char *text =
        R"([{"metadata":{"owner":"Ann B"},"name":"a.txt","path":"/home/user/dir/a.txt",
             "type":"file"}])";
    const auto files = decodeWrittenFiles(text);
    SG_VERIFY_RESULT(files);
    QVERIFY(*files == (std::vector<FileEntry>{{.name = "a.txt",
                                               .type = FileType::File,
                                               .path = "/home/user/dir/a.txt",
                                               .metadata = {{"owner", "Ann B"}}}}));
    SG_COMPARE_JSON(encodeWrittenFiles(*files), text);
    QCOMPARE(encodeWrittenFiles({}), std::string("[]"));
    QVERIFY(decodeWrittenFiles("[]")->empty());
}

void FilesystemTest::aMalformedMessageNamesTheField_data()
{
    QTest::addColumn<Decode>("decode");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const Decode path = errorOf<decodeFilePath>;
    addRow(path, R"({"path":7})", "path must be a string");
    addRow(path, R"({"path":"a\u0000b"})", "path must not hold a zero byte");
    const Decode list = errorOf<decodeListDirectory>;
    addRow(list, R"({"path":[]})", "path must be a string");
    addRow(list, R"({"depth":-1})", "depth must be from");
    addRow(list, R"({"depth":4294967296})", "depth must be from");
    addRow(list, R"({"depth":"all"})", "depth must be an integer");
    const Decode move = errorOf<decodeMoveFile>;
    addRow(move, R"({"source":{}})", "source must be a string");
    addRow(move, R"({"destination":"\u0000"})", "destination must not hold a zero byte");
    const Decode entry = errorOf<decodeFileEntry>;
    addRow(entry, "{}", "entry is missing");
    addRow(entry, R"({"entry":[]})", "entry must be an object");
    addRow(entry, R"({"entry":{"path":"/a"}})", "entry.name is missing");
    addRow(entry, R"({"entry":{"name":"a"}})", "entry.path is missing");
    addRow(entry, R"({"entry":{"name":"a","path":"/a","type":[]}})",
           "entry.type must be an integer");
    addRow(entry, R"({"entry":{"name":"a","path":"/a","size":"-1"}})", "entry.size must be from");
    addRow(entry, R"({"entry":{"name":"a","path":"/a","size":"5 "}})",
           "entry.size must be an integer");
    addRow(entry, R"({"entry":{"name":"a","path":"/a","mode":4294967296}})",
           "entry.mode must be from");
    addRow(entry, R"({"entry":{"name":"a","path":"/a","modifiedTime":"now"}})",
           "entry.modifiedTime must be a time");
    addRow(entry, R"({"entry":{"name":"a","path":"/a","metadata":{"k":1}}})",
           "entry.metadata must hold strings only");
    addRow(errorOf<decodeFileEntries>, R"({"entries":{}})", "entries must be a list");
    addRow(errorOf<decodeFileEntries>, R"({"entries":[{"name":"a","path":"/a"},{"name":"b"}]})",
           "entries[1].path is missing");
    const Decode written = errorOf<decodeWrittenFiles>;
    addRow(written, "{}", "the body must be a list");
    addRow(written, R"([{"name":"a"}])", "[0].path is missing");
    addRow(written, R"([null])", "[0]. must be an object");
}

void FilesystemTest::aMalformedMessageNamesTheField()
{
    QFETCH(const Decode, decode);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const auto error = decode(text.toStdString());
    QVERIFY(error);
    QVERIFY(error->kind == Error::Kind::Protocol);
    const QByteArray detail = QByteArray::fromStdString(error->detail);
    QVERIFY2(detail.contains(": " + message), detail.constData());
}

QTEST_GUILESS_MAIN(FilesystemTest)
#include "tst_filesystem.moc"
