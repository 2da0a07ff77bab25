// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/error.h>
#include <core/time.h>
#include <models/clock.h>
#include <models/filenode.h>

#include <QAbstractItemModel>
#include <QLocale>
#include <QTimer>

#include <functional>

namespace Sandglass {

class FilesystemApi;
class FileWatches;

/// The files of one sandbox as a tree: columns FileColumn, roles of fileroles.h. Directories are
/// listed when they are opened and watched from then on; changes come row by row, so that selection
/// and scroll position stay. Sorted: folders first, then by any column. Only looks, never acts.
class FileTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileTreeModel)

public:
    /// So many rows at most come, go or change before the event loop has its turn.
    static constexpr std::size_t portion = 256;

    explicit FileTreeModel(QObject *parent = nullptr);
    ~FileTreeModel() override;

    /// Where the files are. With none, rows stay as last known, and nothing is sent. With one,
    /// expanded directories are brought up to date.
    void setSource(std::optional<FilesystemApi> source);
    [[nodiscard]] bool hasSource() const { return m_source != nullptr; }
    /// When the sandbox said something last; never if it did not.
    [[nodiscard]] std::optional<Timestamp> lastAnswer() const { return m_lastAnswer; }
    /// How to put an error in words; without it they are the error's own.
    void setErrorText(std::function<QString(const Error &)> text);
    void setClock(Clock clock);
    void setLocale(const QLocale &locale);

    /// Absolute paths, the top-level rows in this order. Resets the model when they differ.
    void setRoots(const QList<QByteArray> &paths);
    [[nodiscard]] QList<QByteArray> roots() const;
    void setShowHidden(bool show);
    [[nodiscard]] bool showsHidden() const { return m_showHidden; }

    /// Lists a directory anew (of a file, its directory); every expanded one without an index.
    void refresh(const QModelIndex &index = {});
    /// Views tell what they show: an expanded directory is kept up to date.
    void setExpanded(const QModelIndex &index, bool expanded);
    [[nodiscard]] QModelIndex indexOf(const QByteArray &path) const; ///< invalid if not shown
    /// Opens the directories on the way to a path; revealed() follows once its row is there.
    void reveal(const QByteArray &path);
    /// Whether the directory holds the name, shown or hidden, as far as it is known.
    [[nodiscard]] bool hasChild(const QModelIndex &directory, const QByteArray &name) const;

    /// A row without a name for a folder that is about to be made; the first of the directory.
    QModelIndex addDraft(const QModelIndex &directory);
    void removeDraft();
    /// Acts of ours that the sandbox confirmed; the watch says so again, or for the first time.
    void takeEntry(const FileEntry &entry);                         ///< made or written
    void takeMoved(const QByteArray &from, const FileEntry &entry); ///< keeps its row
    void takeRemoved(const QByteArray &path);

    void tick(); ///< announces texts that the time changes; the model's own timer calls it

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder direction = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// The sandbox could not be asked at all; more than one refused directory.
    void sourceFailed(const Sandglass::Error &error);
    void sourceChanged();
    /// State, words or liveness of a directory are others now.
    void directoryChanged(const QModelIndex &directory);
    void revealed(const QModelIndex &index);

private:
    using Nodes = std::vector<std::unique_ptr<FileNode>>;
    [[nodiscard]] FileNode *nodeOf(const QModelIndex &index) const; ///< the top without an index
    [[nodiscard]] QModelIndex indexOf(const FileNode &node,
                                      FileColumn column = FileColumn::Name) const;
    [[nodiscard]] FileNode *find(const std::string &path) const;
    [[nodiscard]] QString words(const Error &error) const;
    void followWatches();
    void takeArmed(FileNode &node);
    void takeWatchEnd(FileNode &node, const std::optional<Error> &error);
    void open(FileNode &node);
    void list(FileNode &node);
    void listIfAwaited(FileNode &node);
    void listLater(FileNode &node);
    void takeListing(FileNode &node, Result<std::vector<FileEntry>> result);
    void setState(FileNode &node, FileNodeState state, const QString &errorText);
    void setLive(FileNode &node, bool live, const QString &why);
    void rest(FileNode &node);
    void schedule(FileNode &node, std::chrono::milliseconds delay);
    void work(FileNode &node);
    bool bringIn(FileNode &node, FileListing &listing);
    void applyChanges(FileNode &node);
    void continueReveal();

    [[nodiscard]] bool isWanted(const FileNode &node) const;
    void upsert(FileNode &parent, FileEntry entry, Nodes &added);
    void insertSorted(FileNode &parent, Nodes nodes);
    void showRows(FileNode &parent, const std::vector<FileNode *> &sorted);
    void hideRows(FileNode &parent, const std::function<bool(const FileNode &)> &which);
    void hideRange(FileNode &parent, std::size_t first, std::size_t end);
    void hideHidden(FileNode &parent);
    void remove(FileNode &node);
    bool removeUnseen(FileNode &parent, std::uint32_t generation);
    void forget(FileNode &node);
    void change(FileNode &node, FileEntry entry);
    void settle(FileNode &node);
    void announce(const FileNode &node);
    void announceCount(const FileNode &node);
    void announceAll(FileColumn first, FileColumn last);

    std::unique_ptr<FilesystemApi> m_source;
    std::unique_ptr<FileNode> m_top;        ///< no row itself; the roots are its rows
    std::unique_ptr<FileWatches> m_watches; // after the rows: it speaks of them
    std::function<QString(const Error &)> m_errorText;
    std::optional<Timestamp> m_lastAnswer;
    FileOrder m_order;
    bool m_showHidden = false;
    std::string m_reveal; ///< still on the way to it
    FileNode *m_draft = nullptr;
    Clock m_clock;
    QLocale m_locale;
    QTimer m_timer;
};

} // namespace Sandglass
