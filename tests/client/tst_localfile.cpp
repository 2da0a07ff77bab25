// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/localfile.h>
#include <tests/support/result.h>

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace Sandglass;
using namespace Qt::StringLiterals;

/// Giving complete files their names.
class LocalFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFreeNameIsTaken_data() { ways(); }
    void aFreeNameIsTaken();
    void aTakenNameStays_data() { ways(); }
    void aTakenNameStays();
    void aFolderThatIsGoneIsTold_data() { ways(); }
    void aFolderThatIsGoneIsTold();
    void anOldFileIsReplaced();
    void temporaryNamesStandBeside_data();
    void temporaryNamesStandBeside();
    void temporaryNamesDiffer();
    void errorsAreInPlainWords();

private:
    static void ways();
    [[nodiscard]] std::string path(const QString &name) const
    {
        return QFile::encodeName(m_folder->filePath(name)).toStdString();
    }
    void put(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray read(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LocalFileTest::ways()
{
    QTest::addColumn<PlaceWay>("way");
    QTest::newRow("rename") << PlaceWay::RenameNoReplace;
    QTest::newRow("link") << PlaceWay::Link;
    QTest::newRow("claim") << PlaceWay::ClaimAndRename;
}

void LocalFileTest::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void LocalFileTest::put(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QByteArray LocalFileTest::read(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "(nothing)";
}

void LocalFileTest::aFreeNameIsTaken()
{
    QFETCH(const PlaceWay, way);
    put(u"new"_s, "new");
    SG_VERIFY_RESULT(placeNew(path(u"new"_s), path(u"final"_s), way));
    QCOMPARE(read(u"final"_s), "new");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"final"_s});
}

void LocalFileTest::aTakenNameStays()
{
    QFETCH(const PlaceWay, way);
    put(u"new"_s, "new");
    put(u"final"_s, "mine");
    const auto placed = placeNew(path(u"new"_s), path(u"final"_s), way);
    SG_VERIFY_FAILS(placed, Error::Kind::Conflict);
    QVERIFY(placed.error().detail.ends_with("final' is there already"));
    QCOMPARE(read(u"final"_s), "mine");
    QCOMPARE(read(u"new"_s), "new");
}

void LocalFileTest::aFolderThatIsGoneIsTold()
{
    QFETCH(const PlaceWay, way);
    put(u"new"_s, "new");
    SG_VERIFY_FAILS(placeNew(path(u"new"_s), path(u"gone/final"_s), way), Error::Kind::Io);
    SG_VERIFY_FAILS(placeNew(path(u"other"_s), path(u"final"_s), way), Error::Kind::Io);
    QCOMPARE(read(u"final"_s), "(nothing)"); // not even a claim stays
}

void LocalFileTest::anOldFileIsReplaced()
{
    put(u"new"_s, "new");
    put(u"final"_s, "old");
    SG_VERIFY_RESULT(placeOver(path(u"new"_s), path(u"final"_s)));
    QCOMPARE(read(u"final"_s), "new");
    put(u"new"_s, "new");
    QVERIFY(QDir(m_folder->path()).mkdir(u"sub"_s));
    SG_VERIFY_FAILS(placeOver(path(u"new"_s), path(u"sub"_s)), Error::Kind::Conflict);
}

void LocalFileTest::temporaryNamesStandBeside_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("absolute") << QByteArray("/a/b.csv") << QByteArray("/a/.b.csv.sandglass-");
    QTest::newRow("relative") << QByteArray("b.csv") << QByteArray(".b.csv.sandglass-");
    QTest::newRow("root") << QByteArray("/b") << QByteArray("/.b.sandglass-");
    QTest::newRow("home") << QByteArray("~/b") << QByteArray("~/.b.sandglass-");
    QTest::newRow("long") << "/a/" + QByteArray(255, 'x') << "/a/." + QByteArray(237, 'x') + '.';
    QTest::newRow("long and wide") << "/" + QByteArray("\xc3\xa4").repeated(127)
                                   << "/." + QByteArray("\xc3\xa4").repeated(118) + '.';
}

void LocalFileTest::temporaryNamesStandBeside()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, beginning);
    const auto name = QByteArray::fromStdString(temporaryBeside(target.toStdString()));
    QVERIFY2(name.startsWith(beginning), name);
    QVERIFY(name.size() - name.lastIndexOf('/') - 1 <= 255);
    QVERIFY(name.isValidUtf8());
}

void LocalFileTest::temporaryNamesDiffer()
{
    QSet<QByteArray> names;
    for (int i = 0; i < 100; ++i)
        names.insert(QByteArray::fromStdString(temporaryBeside("/a")));
    QCOMPARE(names.size(), 100);
}

void LocalFileTest::errorsAreInPlainWords()
{
    QCOMPARE(localError("'x' cannot be written", ENOSPC).detail,
             "'x' cannot be written: the disk is full");
    QCOMPARE(localError("'x' cannot be written", EACCES).detail,
             "'x' cannot be written: there is no permission to");
    QVERIFY(localError("'x' cannot be written", ESTALE).detail.starts_with("'x' cannot be wr"));
    QVERIFY(localError("x", EIO).kind == Error::Kind::Io);
}

QTEST_GUILESS_MAIN(LocalFileTest)
#include "tst_localfile.moc"
