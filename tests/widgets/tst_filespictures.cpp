// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/filesstage.h>
#include <tests/widgets/gallery.h>
#include <widgets/appearance.h>
#include <widgets/fileactions.h>
#include <widgets/filenameedit.h>

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>

using namespace Qt::StringLiterals;
using namespace Sandglass;

/// Every state of the files in both themes and at two scales, for people to look at.
class TestFilesPictures final : public FilesStage
{
    Q_OBJECT

private Q_SLOTS:
    void aTreeLikeTheMockup_data() { schemes(); }
    void aTreeLikeTheMockup();
    void theDockOfTheEditor_data() { schemes(); }
    void theDockOfTheEditor();
    void loading_data() { schemes(); }
    void loading();
    void failures_data() { schemes(); }
    void failures();
    void paused_data() { schemes(); }
    void paused();
    void gone_data() { schemes(); }
    void gone();
    void empty_data() { schemes(); }
    void empty();
    void transfers_data() { schemes(); }
    void transfers();
    void aRenameThatIsRefused_data() { schemes(); }
    void aRenameThatIsRefused();
    void aDropTarget_data() { schemes(); }
    void aDropTarget();
    void theQuestionBeforeRemoving_data() { schemes(); }
    void theQuestionBeforeRemoving();
    void theQuestionBeforeRemovingSeveral_data() { schemes(); }
    void theQuestionBeforeRemovingSeveral();
    void large_data() { schemes(); }
    void large();
    void mirroredAndLarge();

private:
    static void schemes();
    void keep(const QString &name);
    void showShop(QSize size);
    void dock(int height);

    Gallery m_gallery;
};

void TestFilesPictures::schemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestFilesPictures::keep(const QString &name)
{
    QCoreApplication::sendPostedEvents(); // layouts in layouts take several rounds
    const QString whole =
        u"files-"_s + name + u'-' +
        QString::fromLatin1(QTest::currentDataTag() ? QTest::currentDataTag() : "x");
    QVERIFY(paintedPixels(m_gallery.keep(*m_window, whole)) > 500);
    m_gallery.keep(*m_window, whole + u"-2x"_s, 2);
}

void TestFilesPictures::dock(int height)
{
    m_view->setCompact(true);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    m_window->resize(244, height);
    QTRY_COMPARE(m_view->width(), 244);
}

void TestFilesPictures::showShop(QSize size)
{
    if (QTest::currentDataTag() == QByteArray("dark"))
        setColorScheme(Qt::ColorScheme::Dark);
    fillLikeTheMockup();
    show(size, {"/home/user", "/data"});
    m_files->folder("/data");
    load("/home/user");
    m_tree->collapse(at("/data"));
    load("/home/user/shop");
    load("/home/user/shop/in");
    m_tree->collapse(at("/home/user/shop/in"));
    load("/home/user/shop/out");
    load("/home/user/shop/tests");
    m_tree->collapse(at("/home/user/shop/tests"));
    m_model->setShowHidden(true);
    select("/home/user/shop/main.py");
}

void TestFilesPictures::aTreeLikeTheMockup()
{
    showShop({900, 560});
    m_view->actions().action(FileAct::ShowHidden)->setChecked(true);
    QTest::mouseMove(m_tree->viewport(), rowOf("/home/user/shop/revenue.py").center());
    QTRY_VERIFY(m_tree->viewport()->underMouse());
    keep(u"tree"_s);
}

void TestFilesPictures::theDockOfTheEditor()
{
    showShop({244, 640});
    dock(640);
    keep(u"dock"_s);
    runTransfers();
    keep(u"dock-transfers"_s);
}

void TestFilesPictures::loading()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    m_files->isServing = false;
    show({900, 400});
    QTRY_VERIFY(m_tree->showsLoading());
    keep(u"loading"_s);
    dock(400);
    keep(u"loading-dock"_s);
}

void TestFilesPictures::failures()
{
    QFETCH(bool, dark);
    m_model->setErrorText([](const Error &) {
        return u"The sandbox says: permission denied. Ask as another user."_s;
    });
    m_files->listFails.emplace("/home/user", Error{.kind = Error::Kind::Server});
    if (dark)
        setColorScheme(Qt::ColorScheme::Dark);
    show({900, 400});
    QTRY_COMPARE(at("/home/user").data(StateRole).toInt(), int(FileNodeState::Failed));
    keep(u"failed"_s);
    m_files->listFails.clear();
    m_files->folder("/home/user/secret");
    m_files->folder("/home/user/net");
    m_files->file("/home/user/notes.md");
    m_files->link("/home/user/lost", "/home/user/lost", FileType::Unknown);
    m_files->listFails.emplace("/home/user/secret", Error{.kind = Error::Kind::Server});
    m_files->watchFails.emplace("/home/user/net", Error{.kind = Error::Kind::Protocol});
    m_model->refresh();
    load("/home/user");
    load("/home/user/net");
    m_tree->expand(at("/home/user/secret"));
    QTRY_COMPARE(at("/home/user/secret").data(StateRole).toInt(), int(FileNodeState::Failed));
    keep(u"failed-row"_s);
    dock(400);
    keep(u"failed-row-dock"_s);
}

void TestFilesPictures::paused()
{
    showShop({900, 460});
    m_model->setSource(std::nullopt);
    const FilesMessage message{.kind = FilesMessage::Kind::Paused,
                               .title = u"Paused."_s,
                               .words = u"Nothing is sent to it."_s,
                               .action = u"Resume"_s};
    m_view->setMessage(message);
    keep(u"paused"_s);
    dock(460);
    keep(u"paused-dock"_s);
    m_model->setRoots({"/home/user"});
    m_window->resize(900, 460);
    m_view->setCompact(false);
    keep(u"paused-unknown"_s);
}

void TestFilesPictures::gone()
{
    showShop({900, 460});
    m_model->setSource(std::nullopt);
    m_view->setMessage({.kind = FilesMessage::Kind::Gone,
                        .title = u"This sandbox is gone"_s,
                        .words = u"It ended at 14:02 after its hour."_s});
    keep(u"gone"_s);
    dock(460);
    keep(u"gone-dock"_s);
    m_view->setMessage({.kind = FilesMessage::Kind::Failed,
                        .title = u"The files cannot be looked at"_s,
                        .words = u"The sandbox does not answer."_s,
                        .action = u"Try again"_s});
    keep(u"unreachable-dock"_s);
    m_window->resize(900, 460);
    m_view->setCompact(false);
    keep(u"unreachable"_s);
}

void TestFilesPictures::empty()
{
    QFETCH(bool, dark);
    setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    show({900, 400});
    load("/home/user");
    keep(u"empty"_s);
    dock(400);
    keep(u"empty-dock"_s);
}

void TestFilesPictures::transfers()
{
    showShop({900, 560});
    m_transfers->add({.id = 9, .name = u"report-2026.pdf"_s, .total = 4'000'000});
    keep(u"transfer-one"_s);
    m_transfers->remove(9);
    runTransfers();
    keep(u"transfers"_s);
    for (quint64 id = 10; id < 20; ++id)
        m_transfers->add({.id = id, .name = u"photo-%1.jpg"_s.arg(id), .total = 3'000'000});
    keep(u"transfers-folded"_s);
}

void TestFilesPictures::aRenameThatIsRefused()
{
    showShop({900, 460});
    press(Qt::Key_F2);
    QVERIFY(edit());
    keep(u"rename"_s);
    edit()->setText(u"orders.py"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    m_view->refuseEdit(
        u"The sandbox did not rename it: the disk is full. The file is still main.py."_s);
    keep(u"rename-refused"_s);
    dock(460);
    keep(u"rename-refused-dock"_s);
}

void TestFilesPictures::aDropTarget()
{
    showShop({900, 460});
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/a"_s), QUrl::fromLocalFile(u"/b"_s)});
    const QPoint over = rowOf("/home/user/shop/out").center();
    QDragEnterEvent enter(over, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_tree->viewport(), &enter);
    QDragMoveEvent move(over, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_tree->viewport(), &move);
    QVERIFY(move.isAccepted());
    keep(u"drop"_s);
    dock(460);
    keep(u"drop-dock"_s);
}

void TestFilesPictures::theQuestionBeforeRemoving()
{
    showShop({900, 560});
    press(Qt::Key_Delete);
    keep(u"remove"_s);
}

void TestFilesPictures::theQuestionBeforeRemovingSeveral()
{
    showShop({900, 560});
    m_tree->selectionModel()->select(at("/home/user/shop/out"),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    press(Qt::Key_Delete);
    keep(u"remove-several"_s);
}

void TestFilesPictures::large()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    showShop({1200, 800});
    runTransfers();
    keep(u"large"_s);
    QApplication::setFont(before);
}

void TestFilesPictures::mirroredAndLarge()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    showShop({1200, 800});
    runTransfers();
    keep(u"mirrored-large"_s);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setFont(before);
}

QTEST_MAIN(TestFilesPictures)
#include "tst_filespictures.moc"
