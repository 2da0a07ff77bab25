// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/transfersmodel.h>
#include <tests/models/fakefiles.h>
#include <widgets/filesview.h>
#include <widgets/filetreeview.h>

#include <QtCore/QObject>
#include <QtWidgets/QMainWindow>

#include <memory>

class QAction;

namespace Sandglass {

/// Base of the tests of the file views: a window with a FilesView over a sandbox written by hand,
/// with the root /home/user.
class FilesStage : public QObject
{
    Q_OBJECT

protected:
    /// The files of the visual target.
    void fillLikeTheMockup();
    /// A window of that size, active, the tree with the focus.
    void show(QSize size = {900, 560}, const QList<QByteArray> &roots = {"/home/user"});
    /// Waits until a directory is listed.
    void load(const char *path);
    void select(const char *path);
    [[nodiscard]] QModelIndex at(const char *path) const { return m_model->indexOf(path); }
    [[nodiscard]] QRect rowOf(const char *path) const; ///< in the viewport
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const;
    [[nodiscard]] FileNameEdit *edit() const;
    [[nodiscard]] QAction *menuAction(const QString &text) const;
    /// Three transfers on their way, as much as it takes to see a rate.
    void runTransfers();

    std::unique_ptr<FakeFiles> m_files;
    std::unique_ptr<FileTreeModel> m_model;
    std::unique_ptr<TransfersModel> m_transfers;
    std::chrono::milliseconds m_uptime{1'000'000};
    std::unique_ptr<QMainWindow> m_window;
    FilesView *m_view = nullptr;
    FileTreeView *m_tree = nullptr;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace Sandglass
