// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/models/filetreestage.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

/// What the rows of the file tree say.
class TestFileTreeText final : public FileTreeStage
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnHasItsText();
    void tooltipsHoldWhatTheCellsShorten();
    void linksShowTheirTargetAndAreFollowed();
    void hostileNamesAreShownAsPlainText();
    void namesThatNoDirectoryHoldsAreNotBelieved();
    void theTimeChangesTexts();
    void screenReadersGetASentence();
};

void TestFileTreeText::everyColumnHasItsText()
{
    m_files->file("/w/a", 12);
    m_files->file("/w/b", 38 * 1024);
    FileEntry &old = m_files->file("/w/c", 13'002'342);
    old.modified = Timestamp(1'700'000'000s);
    old.owner = "root";
    m_files->file("/w/d", 0).modified.reset();
    m_files->folder("/w/dir");
    expand("/w");
    QTRY_COMPARE(printTree(*m_model, {0, 1, 2, 3, 4}),
                 u"/w | 5 item(s) |  |  | \n"
                 "  dir |  | 4 min ago | drwxr-xr-x | user\n"
                 "  a | 12 B | 4 min ago | -rw-r--r-- | user\n"
                 "  b | 38 KiB | 4 min ago | -rw-r--r-- | user\n"
                 "  c | 12.4 MiB | 14/11/2023 | -rw-r--r-- | root\n"
                 "  d | 0 B |  | -rw-r--r-- | user\n"_s);
    QStringList headers;
    for (int column = 0; column < m_model->columnCount(); ++column)
        headers.append(m_model->headerData(column, Qt::Horizontal).toString());
    QCOMPARE(headers.join(u'|'), u"Name|Size|Changed|Permissions|Owner"_s);
    const QModelIndex size = at("/w/b").siblingAtColumn(int(FileColumn::Size));
    QVERIFY(size.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
    QCOMPARE(at("/w/b").data(EntryRole).value<FileEntry>().size, 38 * 1024);
    QCOMPARE(at("/w/b").data(PathRole).toByteArray(), "/w/b"_ba);
}

void TestFileTreeText::tooltipsHoldWhatTheCellsShorten()
{
    m_files->file("/w/a", 1'234'567);
    expand("/w");
    QTRY_VERIFY(at("/w/a").isValid());
    const auto tip = [&](FileColumn column) {
        return at("/w/a").siblingAtColumn(int(column)).data(Qt::ToolTipRole).toString();
    };
    QVERIFY(tip(FileColumn::Name).contains(u"/w/a"_s));
    QVERIFY(tip(FileColumn::Size).contains(u"1,234,567 bytes"_s));
    QVERIFY(tip(FileColumn::Modified).contains(u"04:56:00"_s));
    QVERIFY(tip(FileColumn::Permissions).contains(u"0644"_s));
    QVERIFY(tip(FileColumn::Owner).contains(u"group user"_s));
}

void TestFileTreeText::linksShowTheirTargetAndAreFollowed()
{
    m_files->link("/w/to", "/etc\n", FileType::Directory);
    m_files->link("/w/lost", "/w/lost", FileType::Unknown);
    m_files->file("/w/to/hosts");
    expand("/w");
    QTRY_COMPARE(state("/w"), FileNodeState::Loaded);
    QCOMPARE(at("/w/to").data(LinkTargetRole).toString(), u"/etc␊"_s);
    QVERIFY(at("/w/to").data(IsDirectoryRole).toBool());
    QVERIFY(at("/w/lost").data(Qt::AccessibleTextRole).toString().contains(u"link to nothing"));
    expand("/w/to");
    QTRY_VERIFY(at("/w/to/hosts").isValid());
}

void TestFileTreeText::hostileNamesAreShownAsPlainText()
{
    m_files->file("/w/<b>\u202Egnp.exe\n");
    expand("/w");
    QTRY_COMPARE(m_model->rowCount(at("/w")), 1);
    const QModelIndex row = m_model->index(0, 0, at("/w"));
    QCOMPARE(row.data().toString(), u"<b>‹U+202E›gnp.exe␊"_s);
    QCOMPARE(row.data(NameRole).toByteArray(), QByteArray("<b>\u202Egnp.exe\n"));
    QVERIFY(!row.data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
    QCOMPARE(m_model->indexOf("/w/<b>\u202Egnp.exe\n"), row);
}

void TestFileTreeText::namesThatNoDirectoryHoldsAreNotBelieved()
{
    int number = 0;
    for (const char *name : {"", ".", "..", "../../etc/passwd", "a/b"})
        m_files->file("/w/" + std::to_string(number++)).name = name;
    m_files->file("/w/5").name = std::string("a\0b", 3);
    m_files->file("/w/good").path = "/etc/passwd"; // its path is ours to say
    expand("/w");
    QTRY_COMPARE(state("/w"), FileNodeState::Loaded);
    QCOMPARE(printTree(*m_model), u"/w\n  good\n"_s);
    QCOMPARE(m_model->index(0, 0, at("/w")).data(PathRole).toByteArray(), "/w/good"_ba);
}

void TestFileTreeText::theTimeChangesTexts()
{
    m_files->file("/w/a");
    expand("/w");
    QTRY_VERIFY(at("/w/a").isValid());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_files->now += 1min;
    m_model->tick();
    QCOMPARE(changed.size(), 2); // the roots, and what is in /w: one signal each
    QCOMPARE(changed.last().first().toModelIndex().data().toString(), u"5 min ago"_s);
}

void TestFileTreeText::screenReadersGetASentence()
{
    m_files->file("/w/a", 2048);
    expand("/w");
    QTRY_VERIFY(at("/w/a").isValid());
    QCOMPARE(at("/w/a").data(Qt::AccessibleTextRole).toString(),
             u"a, file, 2 KiB, changed 4 min ago"_s);
    QCOMPARE(at("/w").data(Qt::AccessibleTextRole).toString(), u"/w, 1 item(s)"_s);
    QCOMPARE(at("/w/a").siblingAtColumn(1).data(Qt::AccessibleTextRole).toString(),
             u"Size: 2 KiB"_s);
}

QTEST_GUILESS_MAIN(TestFileTreeText)
#include "tst_filetreetext.moc"
