// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/filesstage.h>
#include <widgets/appearance.h>

#include <QtGui/QAction>
#include <QtGui/QCursor>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

void FilesStage::initTestCase()
{
    installAppearance(*qApp);
}

void FilesStage::init()
{
    QTest::failOnWarning();
    m_files = std::make_unique<FakeFiles>();
    m_model = std::make_unique<FileTreeModel>();
    m_transfers = std::make_unique<TransfersModel>();
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    m_transfers->setLocale(english);
    m_transfers->setClock(
        {.now = [] { return Timestamp(); }, .uptime = [this] { return m_uptime; }});
}

void FilesStage::cleanup()
{
    m_window.reset();
    m_transfers.reset();
    m_model.reset();
    m_files.reset();
    setColorScheme(Qt::ColorScheme::Light);
    // The pointer of one test must not hover in the next.
    QCursor::setPos(1590, 990);
}

void FilesStage::fillLikeTheMockup()
{
    constexpr std::int64_t kib = 1024;
    for (const char *path : {"/home/user/shop", "/home/user/shop/in", "/home/user/shop/out",
                             "/home/user/shop/tests", "/home/user/.cache"})
        m_files->folder(path);
    const std::pair<const char *, std::int64_t> files[] = {
        {"/home/user/shop/in/orders.csv", 12'400 * kib},
        {"/home/user/shop/in/paid.csv", 800 * kib},
        {"/home/user/shop/out/revenue.png", 38 * kib},
        {"/home/user/shop/out/by_country.json", 2 * kib},
        {"/home/user/shop/tests/test_load.py", kib},
        {"/home/user/shop/main.py", kib},
        {"/home/user/shop/revenue.py", 3 * kib},
        {"/home/user/shop/pyproject.toml", kib},
        {"/home/user/.bashrc", 4 * kib}};
    for (const auto &[path, size] : files)
        m_files->file(path, size);
    m_files->link("/home/user/shop/latest.csv", "/home/user/shop/in/orders.csv", FileType::File);
    m_files->entries["/home/user/shop/revenue.py"].modified = m_files->now - 26h;
    m_files->entries["/home/user/.bashrc"].modified = m_files->now - 24h * 90;
}

void FilesStage::show(QSize size, const QList<QByteArray> &roots)
{
    m_files->supply(*m_model, roots);
    m_window = std::make_unique<QMainWindow>();
    m_view = new FilesView(*m_model, *m_transfers);
    m_tree = m_view->tree();
    m_window->setCentralWidget(m_view);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow(); // there is no window manager that would
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_tree->setFocus();
    QTRY_VERIFY(m_tree->hasFocus());
}

void FilesStage::load(const char *path)
{
    m_tree->expand(at(path));
    QTRY_COMPARE(at(path).data(StateRole).toInt(), int(FileNodeState::Loaded));
}

void FilesStage::select(const char *path)
{
    m_tree->choose(at(path));
    QCOMPARE(m_tree->selectedPaths(), QList<QByteArray>{path});
}

QRect FilesStage::rowOf(const char *path) const
{
    return m_tree->visualRect(at(path));
}

void FilesStage::press(int key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(m_tree, Qt::Key(key), modifiers);
}

FileNameEdit *FilesStage::edit() const
{
    for (FileNameEdit *edit : m_tree->viewport()->findChildren<FileNameEdit *>()) {
        if (edit->isVisible())
            return edit;
    }
    return nullptr;
}

QAction *FilesStage::menuAction(const QString &text) const
{
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (menu == nullptr)
        return nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void FilesStage::runTransfers()
{
    constexpr qint64 mib = 1024L * 1024L;
    m_transfers->add({.id = 1,
                      .name = u"model.safetensors"_s,
                      .direction = TransferDirection::Upload,
                      .total = 50 * mib});
    m_transfers->add({.id = 2, .name = u"revenue.png"_s, .total = 38'000});
    m_transfers->add({.id = 3,
                      .name = u"orders.csv"_s,
                      .direction = TransferDirection::Upload,
                      .total = 12 * mib});
    for (int step = 0; step <= 10; ++step) {
        m_uptime += 33ms;
        m_transfers->progress(1, 12'400'000L * step / 10, 50 * mib);
    }
    m_uptime += 250ms;
    m_transfers->progress(1, 13'002'342, 50 * mib);
    m_transfers->finish(2, 38'000, u"Downloads"_s);
    m_transfers->fail(3, u"The sandbox has no space left. 4.2 of 12 MiB arrived, and nothing was "
                         "kept."_s);
}

} // namespace Sandglass
