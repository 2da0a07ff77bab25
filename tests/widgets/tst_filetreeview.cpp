// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/filesstage.h>
#include <tests/widgets/pixels.h>
#include <widgets/theme.h>

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// The tree itself: opening, selecting, dropping, painting.
class TestFileTreeView final : public FilesStage
{
    Q_OBJECT

private Q_SLOTS:
    void topLevelFoldersOpenByThemselves();
    void enterOpensFilesAndFolders();
    void aDoubleClickOpens();
    void aFailedFolderIsTriedAgainByEnter();
    void changesKeepSelectionAndScrollPosition();
    void headersSort();
    void thousandsOfSelectedRowsAreToldInOrder();
    void revealingSelectsAndScrolls();
    void loadingIsShownOnlyAfterAWhile();
    void compactHidesAllButTheName();
    void droppedFilesGoToTheFolderUnderThePointer();
    void droppedFilesBesideTheRowsGoToTheTopLevelFolder();
    void aFolderOpensUnderADragThatWaits();
    void nothingCanBeDroppedWhereNothingMayChange();
    void onlyLocalFilesCanBeDropped();
    void theDropMarkComesAndGoes();
    void hiddenNamesAreMuted();
    void namesThatRunTheOtherWayStayInTheirRow();

private:
    bool drag(const QPoint &position, const QMimeData &data) const;
    [[nodiscard]] static std::unique_ptr<QMimeData> files(const QList<QUrl> &urls);
};

std::unique_ptr<QMimeData> TestFileTreeView::files(const QList<QUrl> &urls)
{
    auto data = std::make_unique<QMimeData>();
    data->setUrls(urls);
    return data;
}

bool TestFileTreeView::drag(const QPoint &position, const QMimeData &data) const
{
    QDragEnterEvent enter(position, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                          Qt::NoModifier);
    QApplication::sendEvent(m_tree->viewport(), &enter);
    QDragMoveEvent move(position, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                        Qt::NoModifier);
    QApplication::sendEvent(m_tree->viewport(), &move);
    return enter.isAccepted() && move.isAccepted();
}

void TestFileTreeView::topLevelFoldersOpenByThemselves()
{
    fillLikeTheMockup();
    show();
    QTRY_VERIFY(at("/home/user/shop").isValid());
    QVERIFY(m_tree->isExpanded(at("/home/user")));
    QVERIFY(!m_tree->isExpanded(at("/home/user/shop")));
    m_model->setRoots({"/home"});
    QVERIFY(m_tree->isExpanded(at("/home")));
}

void TestFileTreeView::enterOpensFilesAndFolders()
{
    fillLikeTheMockup();
    show();
    load("/home/user");
    QSignalSpy opened(m_tree, &FileTreeView::openRequested);
    select("/home/user/shop");
    press(Qt::Key_Return);
    QVERIFY(m_tree->isExpanded(at("/home/user/shop")));
    QTRY_VERIFY(at("/home/user/shop/main.py").isValid());
    select("/home/user/shop/main.py");
    press(Qt::Key_Enter);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toByteArray(), "/home/user/shop/main.py"_ba);
    select("/home/user/shop");
    press(Qt::Key_Return);
    QVERIFY(!m_tree->isExpanded(at("/home/user/shop")));
}

void TestFileTreeView::aDoubleClickOpens()
{
    m_files->file("/home/user/a.py");
    show();
    load("/home/user");
    QSignalSpy opened(m_tree, &FileTreeView::openRequested);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, rowOf("/home/user/a.py").center());
    QTest::mouseDClick(m_tree->viewport(), Qt::LeftButton, {}, rowOf("/home/user/a.py").center());
    QCOMPARE(opened.size(), 1);
}

void TestFileTreeView::aFailedFolderIsTriedAgainByEnter()
{
    m_files->listFails.emplace("/home/user", Error{.kind = Error::Kind::Server});
    show();
    QTRY_COMPARE(at("/home/user").data(StateRole).toInt(), int(FileNodeState::Failed));
    m_files->listFails.clear();
    m_files->file("/home/user/a");
    select("/home/user");
    press(Qt::Key_Return);
    QTRY_VERIFY(at("/home/user/a").isValid());
}

void TestFileTreeView::changesKeepSelectionAndScrollPosition()
{
    for (int number = 0; number < 200; ++number)
        m_files->file("/home/user/f" + std::to_string(number));
    show();
    QTRY_VERIFY(at("/home/user/f199").isValid());
    select("/home/user/f100");
    m_tree->scrollTo(at("/home/user/f100"), QAbstractItemView::PositionAtCenter);
    const int top = rowOf("/home/user/f100").top();
    m_files->remove("/home/user/f150");
    m_files->tell(FileChange::Remove, "/home/user/f150");
    m_files->file("/home/user/f100x");
    m_files->tell(FileChange::Create, "/home/user/f100x");
    QTRY_VERIFY(at("/home/user/f100x").isValid());
    QCOMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home/user/f100"});
    QCOMPARE(rowOf("/home/user/f100").top(), top);
}

void TestFileTreeView::thousandsOfSelectedRowsAreToldInOrder()
{
    m_files->folder("/home/user/a");
    m_files->file("/home/user/a/in");
    for (int number = 0; number < 5000; ++number)
        m_files->file("/home/user/f" + std::to_string(number));
    show();
    load("/home/user");
    load("/home/user/a");
    QTRY_VERIFY_WITH_TIMEOUT(at("/home/user/f4999").isValid(), 30'000);
    m_tree->selectAll();
    const QList<QByteArray> paths = m_tree->selectedPaths();
    QCOMPARE(paths.size(), 5003);
    QCOMPARE(paths.first(4),
             (QList<QByteArray>{"/home/user", "/home/user/a", "/home/user/a/in", "/home/user/f0"}));
    QCOMPARE(paths.last(), "/home/user/f4999"_ba);
}

void TestFileTreeView::headersSort()
{
    m_files->file("/home/user/a", 30);
    m_files->file("/home/user/b", 10);
    show();
    load("/home/user");
    const QHeaderView *header = m_tree->header();
    const QPoint size(header->sectionViewportPosition(int(FileColumn::Size)) + 20, 10);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, size);
    QCOMPARE(printTree(*m_model), u"/home/user\n  b\n  a\n"_s);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, size);
    QCOMPARE(printTree(*m_model), u"/home/user\n  a\n  b\n"_s);
}

void TestFileTreeView::revealingSelectsAndScrolls()
{
    fillLikeTheMockup();
    show();
    m_view->reveal("/home/user/shop/out/revenue.png");
    QTRY_COMPARE(m_tree->selectedPaths(), QList<QByteArray>{"/home/user/shop/out/revenue.png"});
    QVERIFY(m_tree->viewport()->rect().contains(rowOf("/home/user/shop/out/revenue.png")));
}

void TestFileTreeView::loadingIsShownOnlyAfterAWhile()
{
    m_files->isServing = false;
    show();
    QVERIFY(!m_tree->showsLoading());
    QTRY_VERIFY(m_tree->showsLoading());
    const Pixels painted(m_tree->viewport());
    const QColor bar = Theme::light().color(ThemeRole::Grid);
    QVERIFY(painted.count(m_tree->freeArea(), bar) > 1000);
    m_files->isServing = true;
    QTRY_VERIFY(!m_tree->showsLoading());
}

void TestFileTreeView::compactHidesAllButTheName()
{
    show();
    QVERIFY(!m_tree->isHeaderHidden());
    QVERIFY(!m_tree->isColumnHidden(int(FileColumn::Owner)));
    m_view->setCompact(true);
    QVERIFY(m_tree->isHeaderHidden());
    for (const auto column : {FileColumn::Size, FileColumn::Modified, FileColumn::Owner})
        QVERIFY(m_tree->isColumnHidden(int(column)));
    m_view->setCompact(false);
    QVERIFY(!m_tree->isColumnHidden(int(FileColumn::Size)));
}

void TestFileTreeView::droppedFilesGoToTheFolderUnderThePointer()
{
    fillLikeTheMockup();
    show();
    load("/home/user");
    load("/home/user/shop");
    QSignalSpy dropped(m_view, &FilesView::dropped);
    const auto data = files({QUrl::fromLocalFile(u"/tmp/a"_s), QUrl::fromLocalFile(u"/tmp/b"_s)});
    const auto drop = [&](const char *path) {
        const QPoint over = rowOf(path).center();
        QVERIFY(drag(over, *data));
        QDropEvent event(over, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_tree->viewport(), &event);
        QCOMPARE(event.dropAction(), Qt::CopyAction); // never moved away from this computer
    };
    drop("/home/user/shop/out");
    drop("/home/user/shop/main.py"); // beside a file
    QCOMPARE(dropped.size(), 2);
    QCOMPARE(dropped.at(0).at(0).value<QList<QUrl>>().size(), 2);
    QCOMPARE(dropped.at(0).at(1).toByteArray(), "/home/user/shop/out"_ba);
    QCOMPARE(dropped.at(1).at(1).toByteArray(), "/home/user/shop"_ba);
}

void TestFileTreeView::droppedFilesBesideTheRowsGoToTheTopLevelFolder()
{
    show();
    load("/home/user");
    const auto data = files({QUrl::fromLocalFile(u"/tmp/a"_s)});
    QVERIFY(drag(m_tree->freeArea().center(), *data));
    m_model->setRoots({"/home/user", "/data"});
    QVERIFY(!drag(m_tree->freeArea().center(), *data)); // which one?
}

void TestFileTreeView::aFolderOpensUnderADragThatWaits()
{
    fillLikeTheMockup();
    show();
    load("/home/user");
    const auto data = files({QUrl::fromLocalFile(u"/tmp/a"_s)});
    QVERIFY(drag(rowOf("/home/user/shop").center(), *data));
    QVERIFY(!m_tree->isExpanded(at("/home/user/shop")));
    QTRY_VERIFY(m_tree->isExpanded(at("/home/user/shop")));
}

void TestFileTreeView::nothingCanBeDroppedWhereNothingMayChange()
{
    show();
    load("/home/user");
    const auto data = files({QUrl::fromLocalFile(u"/tmp/a"_s)});
    const QPoint over = rowOf("/home/user").center();
    QVERIFY(drag(over, *data));
    m_view->setReadOnly(u"This connection only observes."_s);
    QVERIFY(!drag(over, *data));
    m_view->setReadOnly({});
    m_model->setSource(std::nullopt);
    QVERIFY(!drag(over, *data));
    QSignalSpy dropped(m_view, &FilesView::dropped);
    QDropEvent event(over, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_tree->viewport(), &event);
    QCOMPARE(dropped.size(), 0);
}

void TestFileTreeView::onlyLocalFilesCanBeDropped()
{
    show();
    load("/home/user");
    const auto remote = files({QUrl(u"https://example.com/x"_s)});
    QVERIFY(!drag(rowOf("/home/user").center(), *remote));
}

void TestFileTreeView::theDropMarkComesAndGoes()
{
    show();
    load("/home/user");
    const auto data = files({QUrl::fromLocalFile(u"/tmp/a"_s)});
    const QRect row = rowOf("/home/user");
    const QColor accent = Theme::light().color(ThemeRole::Accent);
    const QRect corner(0, m_tree->viewport()->height() - 2, 100, 2);
    QCOMPARE(Pixels(m_tree->viewport()).count(corner, accent), 0);
    QVERIFY(drag(row.center(), *data));
    QVERIFY(Pixels(m_tree->viewport()).count(corner, accent) > 90);
    QDragLeaveEvent leave;
    QApplication::sendEvent(m_tree->viewport(), &leave);
    QCOMPARE(Pixels(m_tree->viewport()).count(corner, accent), 0);
}

void TestFileTreeView::hiddenNamesAreMuted()
{
    m_files->file("/home/user/.rc");
    m_files->file("/home/user/rc");
    show();
    load("/home/user");
    m_model->setShowHidden(true);
    const Pixels painted(m_tree->viewport());
    const QColor text = Theme::light().color(ThemeRole::Text);
    const auto name = [this](const char *path) { return rowOf(path).adjusted(30, 0, 0, 0); };
    QVERIFY(painted.count(name("/home/user/rc"), text) > 5);
    QCOMPARE(painted.count(name("/home/user/.rc"), text), 0);
}

void TestFileTreeView::namesThatRunTheOtherWayStayInTheirRow()
{
    m_files->file("/home/user/\u05d0\u05d1\u05d2.txt"); // Hebrew
    QApplication::setLayoutDirection(Qt::RightToLeft);
    show();
    load("/home/user");
    QVERIFY(Pixels(m_tree->viewport())
                .count(rowOf("/home/user/\u05d0\u05d1\u05d2.txt"),
                       Theme::light().color(ThemeRole::Text)) > 5);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestFileTreeView)
#include "tst_filetreeview.moc"
