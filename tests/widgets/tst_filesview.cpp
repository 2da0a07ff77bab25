// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/filesstage.h>
#include <tests/widgets/shown.h>
#include <widgets/banner.h>
#include <widgets/emptypage.h>
#include <widgets/fileactions.h>
#include <widgets/fileremovepopover.h>

#include <QtGui/QAction>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QShortcut>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// What the view offers and says: keys, menu, pages, banner.
class TestFilesView final : public FilesStage
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyDoesWhatItSays();
    void itsKeysComeBeforeTheWindows();
    void upGoesToTheParentAndBeyondTheRoot();
    void removingAsksFirst();
    void enterInTheQuestionRemovesNothing();
    void severalAreRemovedTogetherAndTopLevelFoldersNever();
    void theMenuOffersWhatTheRowCanDo();
    void withoutAChoiceNothingIsOffered();
    void aReadOnlyViewLooksButDoesNotAct();
    void aPausedSandboxKeepsItsRowsUnderABanner();
    void aPausedSandboxThatWasNeverSeenFillsTheView();
    void anEmptyFolderOffersAnUpload();
    void aFailedFolderOffersToTryAgain();
    void theRootPageGoesWhenThereAreRows();
    void buttonsHaveNamesAndReasons();

private:
    [[nodiscard]] QAction *action(FileAct act) const { return m_view->actions().action(act); }
    void showShop();
    [[nodiscard]] EmptyPage *page() const;
    [[nodiscard]] FileRemovePopover *popover() const
    {
        return m_window->findChild<FileRemovePopover *>();
    }
};

void TestFilesView::showShop()
{
    fillLikeTheMockup();
    show();
    load("/home/user");
    load("/home/user/shop");
    select("/home/user/shop/main.py");
}

EmptyPage *TestFilesView::page() const
{
    for (EmptyPage *page : m_window->findChildren<EmptyPage *>()) {
        if (page->isVisible())
            return page;
    }
    return nullptr;
}

void TestFilesView::everyKeyDoesWhatItSays()
{
    showShop();
    QSignalSpy downloaded(m_view, &FilesView::downloadRequested);
    QSignalSpy copied(m_view, &FilesView::copyPathRequested);
    const QList<QByteArray> main{"/home/user/shop/main.py"};
    press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(downloaded.value(0).value(0).value<QList<QByteArray>>(), main);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.value(0).value(0).value<QList<QByteArray>>(), main);
    press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(m_model->showsHidden());
    press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(!m_model->showsHidden());
    press(Qt::Key_F5);
    QTRY_COMPARE(m_files->listings["/home/user/shop"], 2);
    press(Qt::Key_F2);
    QVERIFY(edit());
    QTest::keyClick(edit(), Qt::Key_Escape);
    QVERIFY(!edit());
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(edit());
    QTest::keyClick(edit(), Qt::Key_Escape);
    select("/home/user/shop/main.py");
    press(Qt::Key_Delete);
    QVERIFY(popover()->isVisible());
}

void TestFilesView::itsKeysComeBeforeTheWindows()
{
    showShop();
    QShortcut save(QKeySequence(QKeySequence::Save), m_window.get());
    QSignalSpy saved(&save, &QShortcut::activated);
    QSignalSpy downloaded(m_view, &FilesView::downloadRequested);
    press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(saved.size(), 0);
    QCOMPARE(downloaded.size(), 1);
    m_window->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(saved.size(), 1);
}

void TestFilesView::upGoesToTheParentAndBeyondTheRoot()
{
    showShop();
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home/user/shop"});
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home/user"});
    m_files->folder("/home/user");
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_model->roots(), QList<QByteArray>{"/home"});
    QTRY_COMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home/user"});
    select("/home");
    m_files->folder("/home");
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_model->roots(), QList<QByteArray>{"/"});
    QTRY_COMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home"});
    select("/");
    QVERIFY(!action(FileAct::Up)->isEnabled());
}

void TestFilesView::removingAsksFirst()
{
    showShop();
    QSignalSpy removed(m_view, &FilesView::removeRequested);
    press(Qt::Key_Delete);
    QVERIFY(buttonOf(*popover(), u"Cancel"_s)->hasFocus());
    QCOMPARE(removed.size(), 0);
    QTest::mouseClick(buttonOf(*popover(), u"Remove"_s), Qt::LeftButton);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().value<QList<QByteArray>>(),
             QList<QByteArray>{"/home/user/shop/main.py"});
    QVERIFY(m_tree->hasFocus());
}

void TestFilesView::enterInTheQuestionRemovesNothing()
{
    showShop();
    QSignalSpy removed(m_view, &FilesView::removeRequested);
    press(Qt::Key_Delete);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(buttonOf(*popover(), u"Remove"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(removed.size(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!popover()->isVisible());
}

void TestFilesView::severalAreRemovedTogetherAndTopLevelFoldersNever()
{
    showShop();
    m_tree->selectionModel()->select(at("/home/user/shop/out"),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QSignalSpy removed(m_view, &FilesView::removeRequested);
    press(Qt::Key_Delete);
    QStringList texts;
    for (const QLabel *label : popover()->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(u"main.py"_s));
    QVERIFY(texts.contains(u"folder, with all that is in it"_s));
    QTest::mouseClick(buttonOf(*popover(), u"Remove 2"_s), Qt::LeftButton);
    QCOMPARE(removed.first().first().value<QList<QByteArray>>(),
             (QList<QByteArray>{"/home/user/shop/out", "/home/user/shop/main.py"}));
    select("/home/user");
    QVERIFY(!action(FileAct::Remove)->isEnabled());
    press(Qt::Key_Delete);
    QVERIFY(!popover()->isVisible());
}

void TestFilesView::theMenuOffersWhatTheRowCanDo()
{
    showShop();
    const auto open = [this](const QPoint &position) {
        QTest::mouseClick(m_tree->viewport(), Qt::RightButton, {}, position);
        QContextMenuEvent event(QContextMenuEvent::Mouse, position,
                                m_tree->viewport()->mapToGlobal(position));
        QApplication::sendEvent(m_tree->viewport(), &event);
    };
    open(rowOf("/home/user/shop/out").center());
    QCOMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home/user/shop/out"});
    QVERIFY(menuAction(u"Rename"_s)->isEnabled());
    QVERIFY(menuAction(u"List again"_s));
    QVERIFY(!menuAction(u"Open"_s));
    QApplication::activePopupWidget()->close();
    open(rowOf("/home/user/shop/main.py").center());
    QSignalSpy opened(m_view, &FilesView::openRequested);
    menuAction(u"Open"_s)->trigger();
    QCOMPARE(opened.size(), 1);
    QApplication::activePopupWidget()->close();
    open(m_tree->freeArea().center());
    QVERIFY(menuAction(u"New folder"_s));
    QVERIFY(!menuAction(u"Remove…"_s));
    QApplication::activePopupWidget()->close();
}

void TestFilesView::withoutAChoiceNothingIsOffered()
{
    showShop();
    m_tree->clearSelection();
    m_tree->setCurrentIndex({});
    for (const auto act : {FileAct::Open, FileAct::Download, FileAct::Rename, FileAct::Remove})
        QVERIFY(!action(act)->isEnabled());
    QSignalSpy uploaded(m_view, &FilesView::uploadRequested);
    action(FileAct::Upload)->trigger();
    QCOMPARE(uploaded.first().first().toByteArray(), "/home/user"_ba);
    select("/home/user/shop/main.py");
    action(FileAct::Upload)->trigger();
    QCOMPARE(uploaded.last().first().toByteArray(), "/home/user/shop"_ba);
}

void TestFilesView::aReadOnlyViewLooksButDoesNotAct()
{
    showShop();
    m_view->setReadOnly(u"This connection only observes."_s);
    for (const auto act : {FileAct::NewFolder, FileAct::Upload, FileAct::Rename, FileAct::Remove}) {
        QVERIFY(!action(act)->isEnabled());
        QVERIFY(action(act)->toolTip().contains(u"only observes"_s));
    }
    QVERIFY(action(FileAct::Download)->isEnabled());
    press(Qt::Key_F2);
    QVERIFY(!edit());
}

void TestFilesView::aPausedSandboxKeepsItsRowsUnderABanner()
{
    showShop();
    QSignalSpy wanted(m_view, &FilesView::messageActionRequested);
    m_model->setSource(std::nullopt);
    m_view->setMessage({.kind = FilesMessage::Kind::Paused,
                        .title = u"Paused."_s,
                        .words = u"Nothing is sent to it."_s,
                        .action = u"Resume"_s});
    auto *banner = m_window->findChild<Banner *>();
    QVERIFY(banner->isVisible());
    QVERIFY(banner->accessibleName().contains(u"Last known at"_s));
    QVERIFY(m_tree->isVisible());
    QVERIFY(!action(FileAct::Refresh)->isEnabled());
    QVERIFY(action(FileAct::CopyPath)->isEnabled());
    QTest::mouseClick(buttonOf(*banner, u"Resume"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    m_model->setSource(m_files->api());
    m_view->clearMessage();
    QVERIFY(!banner->isVisible());
    QVERIFY(action(FileAct::Refresh)->isEnabled());
}

void TestFilesView::aPausedSandboxThatWasNeverSeenFillsTheView()
{
    show();
    m_model->setSource(std::nullopt);
    m_model->setRoots({"/other"});
    m_view->setMessage({.title = u"Paused."_s, .words = u"x"_s, .action = u"Resume"_s});
    QVERIFY(!m_tree->isVisible());
    QCOMPARE(page()->accessibleName(), u"Paused."_s);
    QSignalSpy wanted(m_view, &FilesView::messageActionRequested);
    QTest::mouseClick(buttonOf(*page(), u"Resume"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void TestFilesView::anEmptyFolderOffersAnUpload()
{
    show();
    load("/home/user");
    QTRY_VERIFY(page());
    QSignalSpy uploaded(m_view, &FilesView::uploadRequested);
    QTest::mouseClick(buttonOf(*page(), u"Upload files…"_s), Qt::LeftButton);
    QCOMPARE(uploaded.first().first().toByteArray(), "/home/user"_ba);
    m_view->setReadOnly(u"This connection only observes."_s);
    QVERIFY(!buttonOf(*page(), u"Upload files…"_s));
}

void TestFilesView::aFailedFolderOffersToTryAgain()
{
    m_files->listFails.emplace("/home/user",
                               Error{.kind = Error::Kind::Server, .detail = "no such luck"});
    show();
    QTRY_VERIFY(page());
    QVERIFY(page()->findChildren<QLabel *>().at(1)->text().contains(u"no such luck"_s));
    m_files->listFails.clear();
    m_files->file("/home/user/a");
    QTest::mouseClick(buttonOf(*page(), u"Try again"_s), Qt::LeftButton);
    QTRY_VERIFY(at("/home/user/a").isValid());
    QVERIFY(!page());
}

void TestFilesView::theRootPageGoesWhenThereAreRows()
{
    show();
    QTRY_VERIFY(page());
    m_files->file("/home/user/a");
    m_files->tell(FileChange::Create, "/home/user/a");
    QTRY_VERIFY(!page());
    m_files->remove("/home/user/a");
    m_files->tell(FileChange::Remove, "/home/user/a");
    QTRY_VERIFY(page());
    m_tree->collapse(at("/home/user"));
    QVERIFY(!page());
}

void TestFilesView::buttonsHaveNamesAndReasons()
{
    showShop();
    for (const QToolButton *button : m_view->findChildren<QToolButton *>()) {
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
    }
    QVERIFY(action(FileAct::Rename)->toolTip().contains(u"F2"_s));
    select("/home/user");
    QVERIFY(action(FileAct::Rename)->toolTip().contains(u"Choose something"_s));
    QVERIFY(!m_tree->accessibleName().isEmpty());
}

QTEST_MAIN(TestFilesView)
#include "tst_filesview.moc"
