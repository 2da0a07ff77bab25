// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/filetreemodel.h>
#include <models/fleettext.h>
#include <widgets/banner.h>
#include <widgets/emptypage.h>
#include <widgets/fileactions.h>
#include <widgets/filestoolbar.h>
#include <widgets/filesview.h>
#include <widgets/filetreeview.h>
#include <widgets/transferstrip.h>

#include <QtCore/QEvent>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QString iconOf(FilesMessage::Kind kind)
{
    switch (kind) {
    case FilesMessage::Kind::Paused:
        return u"pause"_s;
    case FilesMessage::Kind::Gone:
        return u"cross"_s;
    case FilesMessage::Kind::Failed:
        break;
    }
    return u"offline"_s;
}

FileNodeState stateOf(const QModelIndex &index)
{
    return FileNodeState(index.data(StateRole).toInt());
}

} // namespace

FilesView::FilesView(FileTreeModel &files, TransfersModel &transfers, QWidget *parent)
    : QWidget(parent),
      m_files(files),
      m_actions(new FileActions(this)),
      m_bar(new FilesToolBar(*m_actions, this)),
      m_banner(new Banner(Banner::Kind::Offline, this)),
      m_stack(new QStackedLayout),
      m_tree(new FileTreeView(files, this)),
      m_page(new EmptyPage(this)),
      m_rootPage(new EmptyPage(m_tree->viewport())),
      m_strip(new TransferStrip(transfers, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_banner);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_page);
    column->addLayout(m_stack, 1);
    column->addWidget(m_strip);
    m_banner->hide();
    m_rootPage->hide();
    m_rootPage->setBackgroundRole(QPalette::Window); // else its texts took the role of the rows
    setFocusProxy(m_tree);
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    connectTree();
    connectActions();
    connectStrip();
    connect(m_page, &EmptyPage::actionRequested, this, &FilesView::messageActionRequested);
    connect(m_rootPage, &EmptyPage::actionRequested, this, [this] {
        if (stateOf(m_files.index(0, 0)) == FileNodeState::Failed)
            m_files.refresh(m_files.index(0, 0));
        else
            m_actions->action(FileAct::Upload)->trigger();
    });
    updateActions();
    updatePages();
}

FilesView::~FilesView() = default;

void FilesView::connectTree()
{
    connect(m_tree, &FileTreeView::openRequested, this, &FilesView::openRequested);
    connect(m_tree, &FileTreeView::renameRequested, this, &FilesView::renameRequested);
    connect(m_tree, &FileTreeView::newFolderRequested, this, &FilesView::newFolderRequested);
    connect(m_tree, &FileTreeView::dropped, this, &FilesView::dropped);
    connect(m_tree, &FileTreeView::menuRequested, this, &FilesView::openMenu);
    connect(m_tree, &FileTreeView::currentRowChanged, this, &FilesView::updateActions);
    connect(m_tree, &FileTreeView::rootRequested, this, [this](const QByteArray &path) {
        const QByteArray before = m_tree->currentIndex().data(PathRole).toByteArray();
        QList<QByteArray> roots = m_files.roots();
        roots.replace(roots.indexOf(before), path);
        m_files.setRoots(roots);
        m_files.reveal(before);
    });
    connect(&m_files, &QAbstractItemModel::modelReset, this, &FilesView::updatePages);
    connect(&m_files, &FileTreeModel::sourceChanged, this, &FilesView::updatePages);
    connect(&m_files, &FileTreeModel::directoryChanged, this, &FilesView::updatePages);
    connect(&m_files, &QAbstractItemModel::rowsInserted, this, &FilesView::showRootPage);
    connect(&m_files, &QAbstractItemModel::rowsRemoved, this, &FilesView::showRootPage);
    connect(m_tree, &FileTreeView::dropTargetChanged, this, &FilesView::showRootPage);
    connect(m_tree, &QTreeView::collapsed, this, &FilesView::showRootPage);
    connect(m_tree, &QTreeView::expanded, this, &FilesView::showRootPage);
}

void FilesView::connectStrip()
{
    connect(m_strip, &TransferStrip::cancelRequested, this, &FilesView::cancelRequested);
    connect(m_strip, &TransferStrip::retryRequested, this, &FilesView::retryRequested);
    connect(m_strip, &TransferStrip::revealRequested, this, &FilesView::revealRequested);
}

void FilesView::setCompact(bool compact)
{
    m_isCompact = compact;
    m_bar->setCompact(compact);
    m_tree->setCompact(compact);
    m_strip->setCompact(compact);
    updatePages();
}

void FilesView::addTitleButton(QToolButton *button)
{
    m_bar->addButton(button);
}

void FilesView::setReadOnly(const QString &reason)
{
    m_readOnly = reason;
    m_tree->setActsAllowed(reason.isEmpty());
    updatePages();
}

void FilesView::reveal(const QByteArray &path)
{
    m_tree->reveal(path);
}

void FilesView::finishEdit(const QByteArray &path)
{
    m_tree->finishEdit();
    m_tree->reveal(path);
}

void FilesView::refuseEdit(const QString &words)
{
    m_tree->refuseEdit(words);
}

void FilesView::setMessage(const FilesMessage &message)
{
    if (m_hasMessage && message == m_message)
        return;
    m_message = message;
    m_hasMessage = true;
    updatePages();
}

void FilesView::clearMessage()
{
    m_hasMessage = false;
    updatePages();
}

bool FilesView::knowsAnything() const
{
    for (int row = 0; row < m_files.rowCount(); ++row) {
        if (m_files.rowCount(m_files.index(row, 0)) > 0)
            return true;
    }
    return false;
}

void FilesView::updatePages()
{
    const bool isPage = m_hasMessage && !knowsAnything();
    m_stack->setCurrentWidget(isPage ? static_cast<QWidget *>(m_page) : m_tree);
    m_banner->setVisible(m_hasMessage && !isPage);
    if (isPage) {
        m_page->setIcon(iconOf(m_message.kind));
        m_page->setText(m_message.title, m_message.words);
        m_page->setAction(m_message.action);
    } else if (m_hasMessage) {
        fillBanner();
    }
    if (!m_hasMessage || isPage)
        m_bar->setDate({});
    updateActions();
    showRootPage();
}

void FilesView::fillBanner()
{
    const auto answered = m_files.lastAnswer();
    const QString time =
        answered ? FleetText(QLocale(), *answered).clockTime(*answered) : QString();
    const QString words = time.isEmpty()
                              ? m_message.words
                              : tr("Last known at %1. %2").arg(time, m_message.words).trimmed();
    m_bar->setDate(time);
    m_banner->setIcon(iconOf(m_message.kind));
    // A dock has room for the title alone.
    m_banner->setText(m_message.title, m_isCompact ? QString() : words);
    m_banner->setToolTip(m_isCompact ? toolTipText(words) : QString());
    m_banner->setStacked(m_isCompact && !m_message.action.isEmpty());
    m_banner->clearButtons();
    if (m_message.action.isEmpty())
        return;
    QPushButton *button = m_banner->addButton(m_message.action);
    connect(button, &QPushButton::clicked, this, &FilesView::messageActionRequested);
    button->show(); // at once: nothing jumps
}

/// A single top-level folder that holds nothing, or could not be listed, says so where its rows
/// would be.
void FilesView::showRootPage()
{
    const QModelIndex root = m_files.index(0, 0);
    const FileNodeState state = stateOf(root);
    const bool isBare = m_files.rowCount() == 1 && m_files.rowCount(root) == 0 &&
                        m_tree->isExpanded(root) && !m_hasMessage && !m_tree->isDropTarget();
    const bool isEmpty = isBare && state == FileNodeState::Loaded;
    const bool hasFailed = isBare && state == FileNodeState::Failed;
    m_rootPage->setVisible(isEmpty || hasFailed);
    if (isEmpty) {
        m_rootPage->setIcon(u"files"_s);
        m_rootPage->setText(tr("This folder is empty"), m_readOnly.isEmpty()
                                                            ? tr("Drop files here, or choose some.")
                                                            : m_readOnly);
        m_rootPage->setAction(m_readOnly.isEmpty() ? tr("Upload files…") : QString(), u"upload"_s);
    } else if (hasFailed) {
        m_rootPage->setIcon(u"risk"_s);
        m_rootPage->setText(tr("This folder could not be listed"), root.data(ErrorRole).toString());
        m_rootPage->setAction(tr("Try again"), u"refresh"_s);
    }
    if (isEmpty || hasFailed) // with rows, asking where they end would lay all of them out
        m_rootPage->setGeometry(m_tree->freeArea());
}

} // namespace Sandglass
