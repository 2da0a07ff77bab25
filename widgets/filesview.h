// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/fileremovepopover.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QModelIndex>
#include <QtCore/QPointer>
#include <QtCore/QString>
#include <QtCore/QUrl>
#include <QtWidgets/QWidget>

class QStackedLayout;
class QToolButton;

namespace Sandglass {

class Banner;
class EmptyPage;
class FileActions;
class FilesToolBar;
class FileTreeModel;
class FileTreeView;
class TransfersModel;
class TransferStrip;

/// Why the files cannot be looked at now. Known rows stay below it; without any it fills the view.
struct FilesMessage {
    enum class Kind { Paused, Gone, Failed };
    Kind kind = Kind::Failed;
    QString title;
    QString words;
    QString action; ///< text of the one button that helps; empty for none
    friend bool operator==(const FilesMessage &, const FilesMessage &) = default;
};

/// The files of one sandbox: a tool row, the tree, and below it the transfers. As a tab of its own
/// or, compact, as a dock. Changes nothing in the sandbox: it says by signals what the user wants.
/// GUI thread.
class FilesView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesView)

public:
    /// The models are borrowed and outlive the view.
    FilesView(FileTreeModel &files, TransfersModel &transfers, QWidget *parent = nullptr);
    ~FilesView() override;

    void setCompact(bool compact);
    void setMessage(const FilesMessage &message);
    void clearMessage();
    /// Nothing may be changed, and why; empty: everything may.
    void setReadOnly(const QString &reason);
    /// A button of the dock (detach, close) at the end of the title row; the view owns it.
    void addTitleButton(QToolButton *button);

    /// Opens the way to a path, and selects it as soon as it is known.
    void reveal(const QByteArray &path);
    /// What came of renameRequested() and newFolderRequested(). Tell the model first
    /// (FileTreeModel::takeMoved, takeEntry). Refused: the words appear at the row, and the typed
    /// name stays.
    void finishEdit(const QByteArray &path);
    void refuseEdit(const QString &words);

    [[nodiscard]] FileTreeView *tree() const { return m_tree; }
    [[nodiscard]] const FileActions &actions() const { return *m_actions; }

Q_SIGNALS:
    void openRequested(const QByteArray &path);
    void downloadRequested(const QList<QByteArray> &paths);
    void uploadRequested(const QByteArray &directory);
    void dropped(const QList<QUrl> &files, const QByteArray &directory);
    void renameRequested(const QByteArray &path, const QByteArray &newName);
    void newFolderRequested(const QByteArray &directory, const QByteArray &name);
    void removeRequested(const QList<QByteArray> &paths); ///< the user has been asked
    void copyPathRequested(const QList<QByteArray> &paths);
    void cancelRequested(quint64 transfer);
    void retryRequested(quint64 transfer);
    void revealRequested(quint64 transfer); ///< show where it is
    void messageActionRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectTree();
    void connectActions();
    void connectStrip();
    void updateActions();
    void updatePlace();
    void updatePages();
    void showRootPage();
    void fillBanner();
    void askRemoval();
    void openMenu(const QModelIndex &index, const QPoint &position);
    [[nodiscard]] bool knowsAnything() const;
    [[nodiscard]] QString whyNot() const;

    FileTreeModel &m_files;
    FileActions *m_actions; // before what shows them
    FilesToolBar *m_bar;
    Banner *m_banner;
    QStackedLayout *m_stack;
    FileTreeView *m_tree;
    EmptyPage *m_page;     ///< instead of the tree
    EmptyPage *m_rootPage; ///< over the part of the tree that no row covers
    TransferStrip *m_strip;
    QPointer<FileRemovePopover> m_popover; ///< made when it is needed; the window owns it
    FilesMessage m_message;
    bool m_hasMessage = false;
    bool m_isCompact = false;
    QString m_readOnly;
};

} // namespace Sandglass
