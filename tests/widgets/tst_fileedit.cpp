// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/filesstage.h>
#include <widgets/filename.h>
#include <widgets/filenameedit.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// Renaming and new folders, typed in the row.
class TestFileEdit final : public FilesStage
{
    Q_OBJECT

private Q_SLOTS:
    void renamingBeginsWithTheStemSelected();
    void enterAsksForTheNewName();
    void anUnchangedNameAsksForNothing();
    void escapeGivesUp();
    void whatCannotBeANameIsSaidAtOnce_data();
    void whatCannotBeANameIsSaidAtOnce();
    void aRefusalStandsAtTheRowAndTheNameStays();
    void typingOnTakesTheWordsAway();
    void leavingTheFieldKeepsWhatWasTyped();
    void leavingAnUntouchedFieldEndsIt();
    void theFieldFollowsItsRow();
    void aRowThatGoesTakesTheFieldWithIt();
    void aConfirmedRenameEndsWithTheRowSelected();
    void aNewFolderIsTypedWhereItWillBe();
    void aConfirmedFolderIsSelected();
    void aFolderThatIsGivenUpLeavesNoRow();
    void topLevelFoldersKeepTheirNames();
    void theWordsStayInsideTheView();

private:
    void begin();
    void type(const QString &name) const;

    QByteArray m_before = "/home/user/a.tar.gz";
};

void TestFileEdit::begin()
{
    m_files->file(m_before.toStdString());
    m_files->file("/home/user/b");
    m_files->file("/home/user/.hidden");
    show();
    load("/home/user");
    select(m_before.constData());
    press(Qt::Key_F2);
    QVERIFY(edit());
    QVERIFY(edit()->hasFocus());
}

void TestFileEdit::type(const QString &name) const
{
    edit()->selectAll();
    edit()->insert(name);
    QTest::keyClick(edit(), Qt::Key_Return);
}

void TestFileEdit::renamingBeginsWithTheStemSelected()
{
    begin();
    QCOMPARE(edit()->text(), u"a.tar.gz"_s);
    QCOMPARE(edit()->selectedText(), u"a.tar"_s);
    QCOMPARE(FileName::stemLength(u".bashrc"_s), 7);
    QCOMPARE(FileName::stemLength(u"Makefile"_s), 8);
}

void TestFileEdit::enterAsksForTheNewName()
{
    begin();
    QSignalSpy renamed(m_view, &FilesView::renameRequested);
    type(u"ä.txt"_s);
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed.first().at(0).toByteArray(), m_before);
    QCOMPARE(renamed.first().at(1).toByteArray(), "ä.txt"_ba);
    QVERIFY(edit()); // until the sandbox has answered
    QTest::keyClicks(edit(), u"more"_s);
    QCOMPARE(edit()->text(), u"ä.txt"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(renamed.size(), 1);
}

void TestFileEdit::anUnchangedNameAsksForNothing()
{
    begin();
    QSignalSpy renamed(m_view, &FilesView::renameRequested);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(renamed.size(), 0);
    QVERIFY(!edit());
    QVERIFY(m_tree->hasFocus());
}

void TestFileEdit::escapeGivesUp()
{
    begin();
    QTest::keyClicks(edit(), u"other"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QVERIFY(!edit());
    QVERIFY(m_tree->hasFocus());
    QVERIFY(at(m_before.constData()).isValid());
}

void TestFileEdit::whatCannotBeANameIsSaidAtOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << u" "_s << u"Type a name"_s;
    QTest::newRow("a path") << u"../etc/passwd"_s << u"cannot contain"_s;
    QTest::newRow("the parent") << u".."_s << u"meaning of its own"_s;
    QTest::newRow("too long") << QString(256, u'x') << u"too long"_s;
    QTest::newRow("another's") << u"b"_s << u"taken"_s;
    QTest::newRow("a hidden one's") << u".hidden"_s << u"taken"_s;
}

void TestFileEdit::whatCannotBeANameIsSaidAtOnce()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    begin();
    QSignalSpy renamed(m_view, &FilesView::renameRequested);
    type(name);
    QCOMPARE(renamed.size(), 0);
    QVERIFY2(edit()->problem().contains(words), qPrintable(edit()->problem()));
    QCOMPARE(edit()->accessibleDescription(), edit()->problem());
}

void TestFileEdit::aRefusalStandsAtTheRowAndTheNameStays()
{
    begin();
    QSignalSpy renamed(m_view, &FilesView::renameRequested);
    type(u"new"_s);
    m_view->refuseEdit(u"The disk is full."_s);
    QCOMPARE(edit()->text(), u"new"_s);
    QCOMPARE(edit()->problem(), u"The disk is full."_s);
    QVERIFY(edit()->hasFocus());
    QTest::keyClick(edit(), Qt::Key_Return); // once more
    QCOMPARE(renamed.size(), 2);
}

void TestFileEdit::typingOnTakesTheWordsAway()
{
    begin();
    type(u"b"_s);
    QVERIFY(!edit()->problem().isEmpty());
    QTest::keyClicks(edit(), u"c"_s);
    QVERIFY(edit()->problem().isEmpty());
}

void TestFileEdit::leavingTheFieldKeepsWhatWasTyped()
{
    begin();
    QTest::keyClicks(edit(), u"typed"_s);
    m_tree->setFocus();
    QVERIFY(edit());
    QCOMPARE(edit()->text(), u"typed.gz"_s);
}

void TestFileEdit::leavingAnUntouchedFieldEndsIt()
{
    begin();
    m_tree->setFocus();
    QVERIFY(!edit());
}

void TestFileEdit::theFieldFollowsItsRow()
{
    begin();
    QTest::keyClicks(edit(), u"typed"_s);
    const int before = edit()->y();
    m_files->folder("/home/user/above");
    m_files->tell(FileChange::Create, "/home/user/above");
    QTRY_VERIFY(at("/home/user/above").isValid());
    QTRY_VERIFY(edit()->y() > before);
    QCOMPARE(edit()->y(), rowOf(m_before.constData()).y());
    QCOMPARE(edit()->text(), u"typed.gz"_s);
}

void TestFileEdit::aRowThatGoesTakesTheFieldWithIt()
{
    begin();
    QTest::keyClicks(edit(), u"typed"_s);
    m_files->remove(m_before.toStdString());
    m_files->tell(FileChange::Remove, m_before.toStdString());
    QTRY_VERIFY(!edit());
    QVERIFY(!m_tree->isEditing());
    m_view->refuseEdit(u"late"_s);
    m_view->finishEdit("/home/user/late");
}

void TestFileEdit::aConfirmedRenameEndsWithTheRowSelected()
{
    begin();
    type(u"z"_s);
    m_files->remove(m_before.toStdString());
    m_model->takeMoved(m_before, m_files->file("/home/user/z"));
    m_view->finishEdit("/home/user/z");
    QVERIFY(!edit());
    QVERIFY(m_tree->hasFocus());
    QCOMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home/user/z"});
}

void TestFileEdit::aNewFolderIsTypedWhereItWillBe()
{
    fillLikeTheMockup();
    show();
    load("/home/user");
    select("/home/user/shop"); // closed
    QSignalSpy wanted(m_view, &FilesView::newFolderRequested);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(edit());
    QVERIFY(m_tree->isExpanded(at("/home/user/shop")));
    QTRY_VERIFY(at("/home/user/shop/main.py").isValid()); // listed meanwhile, the field stays
    QVERIFY(edit());
    QVERIFY(edit()->y() > rowOf("/home/user/shop").y());
    type(u"out"_s);
    QVERIFY(edit()->problem().contains(u"taken"_s));
    type(u"made"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).toByteArray(), "/home/user/shop"_ba);
    QCOMPARE(wanted.first().at(1).toByteArray(), "made"_ba);
}

void TestFileEdit::aConfirmedFolderIsSelected()
{
    show();
    load("/home/user");
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"made"_s);
    m_model->takeEntry(m_files->folder("/home/user/made"));
    m_view->finishEdit("/home/user/made");
    QVERIFY(!edit());
    QCOMPARE(printTree(*m_model), u"/home/user\n  made\n"_s);
    QCOMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home/user/made"});
}

void TestFileEdit::aFolderThatIsGivenUpLeavesNoRow()
{
    m_files->file("/home/user/a");
    show();
    load("/home/user");
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_model->rowCount(at("/home/user")), 2);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(printTree(*m_model), u"/home/user\n  a\n"_s);
    QCOMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home/user"});
}

void TestFileEdit::topLevelFoldersKeepTheirNames()
{
    show();
    load("/home/user");
    select("/home/user");
    press(Qt::Key_F2);
    QVERIFY(!edit());
}

void TestFileEdit::theWordsStayInsideTheView()
{
    for (int number = 0; number < 40; ++number)
        m_files->file("/home/user/f" + std::to_string(number));
    show();
    load("/home/user");
    QTRY_VERIFY(at("/home/user/f39").isValid());
    select("/home/user/f39");
    m_tree->scrollTo(at("/home/user/f39"));
    press(Qt::Key_F2);
    QTest::keyClicks(edit(), u"x"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    m_view->refuseEdit(u"The disk is full. Nothing was changed, and the old name stands."_s);
    const QList<QLabel *> labels = m_tree->viewport()->findChildren<QLabel *>();
    const auto words = std::ranges::find_if(
        labels, [](const QLabel *label) { return label->text().startsWith(u"The disk"_s); });
    QVERIFY(words != labels.end());
    const QWidget *callout = (*words)->parentWidget();
    QVERIFY(m_tree->viewport()->rect().contains(callout->geometry()));
    QVERIFY(callout->geometry().bottom() < edit()->y());
}

QTEST_MAIN(TestFileEdit)
#include "tst_fileedit.moc"
