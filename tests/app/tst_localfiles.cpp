// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at on this computer before files go out, and how names are found for those that
// come in.
#include <app/transfers/freename.h>
#include <app/transfers/localscan.h>

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/stat.h>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class LocalFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aFreeNameKeepsTheExtension_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("second");
        QTest::newRow("plain") << u"notes"_s << u"notes (2)"_s;
        QTest::newRow("extension") << u"plot.png"_s << u"plot (2).png"_s;
        QTest::newRow("two extensions") << u"all.tar.gz"_s << u"all (2).tar.gz"_s;
        QTest::newRow("hidden") << u".bashrc"_s << u".bashrc (2)"_s;
        QTest::newRow("long tail") << u"a.not-an-extension"_s << u"a.not-an-extension (2)"_s;
        QTest::newRow("dot at the end") << u"a."_s << u"a (2)."_s;
    }
    void aFreeNameKeepsTheExtension()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, second);
        QCOMPARE(freeName(name, [](const QString &) { return false; }), name);
        QCOMPARE(freeName(name, [&name](const QString &tried) { return tried == name; }), second);
    }

    void namesGivenOutInOneFolderAllDiffer()
    {
        GivenNames names;
        QCOMPARE(names.give(u"a (2).txt"_s), u"a (2).txt"_s);
        QCOMPARE(names.give(u"a.txt"_s), u"a.txt"_s);
        QCOMPARE(names.give(u"a.txt"_s), u"a (3).txt"_s);
        QCOMPARE(names.give(u"a (2).txt"_s), u"a (2) (2).txt"_s);
        QCOMPARE(names.give(u"a.txt"_s), u"a (4).txt"_s);
        // As freeName() would, but not by trying all of those before: this ends in time.
        for (int number = 5; number < 200'000; ++number)
            QCOMPARE(names.give(u"a.txt"_s), u"a (%1).txt"_s.arg(number));
    }

    void aFolderIsScannedWithParentsFirstAndLinksToFoldersLeftOut()
    {
        const QDir root(m_folder->filePath(u"data"_s));
        QVERIFY(root.mkpath(u"a/b"_s));
        write(root.filePath(u"a/b/deep.txt"_s), "deep");
        write(root.filePath(u".hidden"_s), "h");
        QVERIFY(QFile::link(root.path(), root.filePath(u"loop"_s)));
        QVERIFY(QFile::link(root.filePath(u".hidden"_s), root.filePath(u"alias"_s)));
        QCOMPARE(::mkfifo(qPrintable(root.filePath(u"pipe"_s)), 0600), 0);
        LocalScan scan = scanLocal(root.path());
        QVERIFY(scan.isFolder);
        QVERIFY(scan.folders.indexOf(u"a"_s) < scan.folders.indexOf(u"a/b"_s));
        QCOMPARE(scan.folders.size(), 2);
        scan.skipped.sort();
        QCOMPARE(scan.skipped, (QStringList{u"loop"_s, u"pipe"_s}));
        std::ranges::sort(scan.files, {}, &LocalScan::File::path);
        QCOMPARE(scan.files.size(), 3);
        QCOMPARE(scan.files.at(0).path, u".hidden"_s);
        QCOMPARE(scan.files.at(1).path, u"a/b/deep.txt"_s);
        QCOMPARE(scan.files.at(1).size, 4);
        QCOMPARE(scan.files.at(2).path, u"alias"_s);
    }

    void aFileIsScannedAsItself()
    {
        const QString path = m_folder->filePath(u"one.txt"_s);
        write(path, "one");
        const LocalScan scan = scanLocal(path);
        QVERIFY(!scan.isFolder);
        QCOMPARE(scan.files.size(), 1);
        QVERIFY(scan.files.first().path.isEmpty());
        QCOMPARE(scan.files.first().size, 3);
    }

private:
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(LocalFilesTest)
#include "tst_localfiles.moc"
