// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/bytetext.h>
#include <protocol/filesystem.h>
#include <tests/protocol/maker.h>
#include <tests/support/result.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QStringDecoder>

using namespace Sandglass;

namespace {

constexpr int rounds = 400;

FileEntry makeEntry(Maker &maker, std::string name)
{
    return {.name = name,
            .type = static_cast<FileType>(maker.number(0, 3)),
            .path = "/" + name,
            .size = maker.number(0, std::numeric_limits<std::int64_t>::max()),
            .mode = static_cast<std::uint32_t>(maker.number(0, 4294967295)),
            .permissions = maker.text(),
            .owner = maker.text(),
            .group = maker.text(),
            .modified = maker.maybe([&maker] { return maker.time(); }),
            .symlinkTarget = maker.maybe([&maker] { return maker.text(); }),
            .metadata = maker.map()};
}

bool isUtf8(const std::string &text)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString decoded = decoder(QByteArray::fromStdString(text));
    return !decoded.isEmpty() && !decoder.hasError();
}

} // namespace

class FilesystemNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void bytesThatAreNoUtf8AreShownAsEscapes_data();
    void bytesThatAreNoUtf8AreShownAsEscapes();
    void anyBytesBecomeUtf8AndComeBack();
    void entriesSurvive();
    void aListingWithABrokenNameIsWhole();
    void eventsWithAnyNameAreJson();
    void requestsSurvive();
};

void FilesystemNamesTest::bytesThatAreNoUtf8AreShownAsEscapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    const auto same = [](const char *name) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(name);
    };
    for (const char *name :
         {"", "plain.txt", "line\nfeed", "caf\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x90\x9A",
          "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF", "back\\slash", "\\x41", "\\xG0", "\x7F"})
        same(name);
    const auto row = [](const char *bytes, const char *text) {
        QTest::newRow(text) << QByteArray(bytes) << QByteArray(text);
    };
    row("caf\xE9.txt", "caf\\xE9.txt");
    row("\xFF\xFE", "\\xFF\\xFE");
    row("\x80", "\\x80");
    row("a\xC3", "a\\xC3");                               // cut
    row("\xE2\x82", "\\xE2\\x82");                        // cut
    row("\xC0\xAF", "\\xC0\\xAF");                        // overlong
    row("\xE0\x80\x80", "\\xE0\\x80\\x80");               // overlong
    row("\xED\xA0\x80", "\\xED\\xA0\\x80");               // a surrogate
    row("\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80");      // above the last character
    row("\xC3\xA9\xC3\xC3\xA9", "\xC3\xA9\\xC3\xC3\xA9"); // good ones around stay
}

void FilesystemNamesTest::bytesThatAreNoUtf8AreShownAsEscapes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(textOfBytes(bytes.toStdString())), text);
    QCOMPARE(QByteArray::fromStdString(bytesOfText(text.toStdString())), bytes);
}

void FilesystemNamesTest::anyBytesBecomeUtf8AndComeBack()
{
    Maker maker;
    for (int i = 0; i < rounds; ++i) {
        const std::string bytes = maker.bytes() + "x";
        const std::string text = textOfBytes(bytes);
        QVERIFY2(isUtf8(text), text.c_str());
        QCOMPARE(bytesOfText(text), bytes);
        QCOMPARE(textOfBytes(text), text);
    }
}

void FilesystemNamesTest::entriesSurvive()
{
    Maker maker;
    for (int i = 0; i < rounds; ++i) {
        const FileEntry entry = makeEntry(maker, maker.nonEmpty());
        const std::string text = encodeFileEntry(entry);
        const auto read = decodeFileEntry(text);
        QVERIFY2(read && *read == entry, text.c_str());
        const auto list = decodeFileEntries(encodeFileEntries({entry, entry}));
        QVERIFY2(list && *list == (std::vector{entry, entry}), text.c_str());
        const FileEvent event{.name = entry.name,
                              .change = static_cast<FileChange>(maker.number(0, 5)),
                              .entry = maker.maybe([&entry] { return entry; })};
        QVERIFY(*decodeWatchEvent(encodeWatchEvent(event)) == WatchEvent(event));
    }
}

void FilesystemNamesTest::aListingWithABrokenNameIsWhole()
{
    Maker maker;
    const std::vector entries{makeEntry(maker, "a"), makeEntry(maker, "caf\xE9"),
                              makeEntry(maker, "z\xFF\n")};
    const auto read = decodeFileEntries(encodeFileEntries(entries));
    SG_VERIFY_RESULT(read);
    QCOMPARE(read->size(), 3U);
    QCOMPARE((*read)[1].name, std::string("caf\\xE9"));
    QCOMPARE((*read)[2].path, std::string("/z\\xFF\n"));
    QCOMPARE(bytesOfText((*read)[1].path), entries[1].path);
    const auto written = decodeWrittenFiles(encodeWrittenFiles(entries));
    SG_VERIFY_RESULT(written);
    QCOMPARE((*written)[1].path, std::string("/caf\\xE9"));
}

void FilesystemNamesTest::eventsWithAnyNameAreJson()
{
    Maker maker;
    for (int i = 0; i < rounds; ++i) {
        const FileEvent event{.name = maker.bytes(),
                              .change = FileChange::Create,
                              .entry = makeEntry(maker, maker.bytes() + "x")};
        const std::string text = encodeWatchEvent(event);
        QVERIFY2(!QJsonDocument::fromJson(QByteArray::fromStdString(text)).isNull(), text.c_str());
        const auto read = decodeWatchEvent(text);
        SG_VERIFY_RESULT(read);
        QCOMPARE(bytesOfText(std::get<FileEvent>(*read).name), event.name);
    }
}

void FilesystemNamesTest::requestsSurvive()
{
    Maker maker;
    for (int i = 0; i < rounds; ++i) {
        const std::string path = maker.text(false);
        QCOMPARE(*decodeFilePath(encodeFilePath(path)), path);
        const MoveFile move{.source = path, .destination = maker.text(false)};
        QVERIFY(*decodeMoveFile(encodeMoveFile(move)) == move);
        const ListDirectory list{.path = path,
                                 .depth = static_cast<std::uint32_t>(maker.number(1, 4294967295))};
        QVERIFY(*decodeListDirectory(encodeListDirectory(list)) == list);
        const WatchDirectory watch{.path = path,
                                   .recursive = maker.flag(),
                                   .includeEntry = maker.flag(),
                                   .allowNetworkMounts = maker.flag()};
        QVERIFY(*decodeWatchDirectory(encodeWatchDirectory(watch)) == watch);
    }
    QCOMPARE(*decodeFilePath(encodeFilePath("/a\xE9")), std::string("/a\\xE9"));
}

QTEST_GUILESS_MAIN(FilesystemNamesTest)
#include "tst_filesystemnames.moc"
