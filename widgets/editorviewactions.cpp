// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/runmodel.h>
#include <widgets/codeeditor.h>
#include <widgets/editorpage.h>
#include <widgets/editorresults.h>
#include <widgets/editorstatusrow.h>
#include <widgets/editortabs.h>
#include <widgets/editortoolbar.h>
#include <widgets/editorview.h>
#include <widgets/emptypage.h>
#include <widgets/fonts.h>
#include <widgets/icons.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <functional>

/// How EditorView is put together, and what its keys and buttons do.
namespace Sandglass {

namespace {

/// The wheel of layouts and keyboards: "." and ">" or ":" with Shift are one key.
bool isPeriod(int key)
{
    return key == Qt::Key_Period || key == Qt::Key_Greater || key == Qt::Key_Colon;
}

} // namespace

void EditorView::makeLayout()
{
    auto *add = new QToolButton;
    add->setIcon(themedIcon(u"plus"));
    add->setAutoRaise(true);
    add->setToolTip(tr("New text"));
    add->setAccessibleName(add->toolTip());
    connect(add, &QToolButton::clicked, this, &EditorView::newBufferRequested);
    auto *code = new QWidget;
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(0, 0, 8, 0);
    tabRow->setSpacing(0);
    tabRow->addStrut(scaledHeight(30, fontMetrics())); // also without a tab
    tabRow->addWidget(m_tabs);
    tabRow->addSpacing(4); // room for the focus ring
    tabRow->addWidget(add);
    tabRow->addStretch(1);
    auto *column = new QVBoxLayout(code);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tabRow);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    m_none->setIcon(QStringLiteral("code-file"));
    m_none->setText(tr("No text is open"),
                    tr("Open a file of the sandbox, or begin with a new text."));
    m_none->setAction(tr("New text"), QStringLiteral("plus"));
    connect(m_none, &EmptyPage::actionRequested, this, &EditorView::newBufferRequested);
    m_pages->addWidget(m_none);
    m_splitter->addWidget(code);
    m_splitter->addWidget(m_results);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 11);
    m_splitter->setStretchFactor(1, 9);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_toolBar);
    all->addWidget(m_splitter, 1);
}

void EditorView::connectTools()
{
    connect(m_tabs, &EditorTabs::chosen, this, &EditorView::showBuffer);
    connect(m_tabs, &EditorTabs::closeRequested, this, &EditorView::askToClose);
    connect(m_toolBar, &EditorToolBar::runRequested, this, &EditorView::run);
    connect(m_toolBar, &EditorToolBar::runCellRequested, this, &EditorView::runCell);
    connect(m_toolBar, &EditorToolBar::stopRequested, this, &EditorView::stop);
    connect(m_toolBar, &EditorToolBar::restartRequested, this, &EditorView::restart);
    connect(m_toolBar, &EditorToolBar::contextChosen, this,
            [this](const QString &id) { Q_EMIT contextChosen(currentBuffer(), id); });
    connect(m_toolBar, &EditorToolBar::newContextRequested, this, [this](const QString &language) {
        Q_EMIT newContextRequested(currentBuffer(), language);
    });
    connect(m_status, &EditorStatusRow::hiddenCharacterRequested, this, [this] {
        if (EditorPage *one = current())
            one->editor().goToHidden();
    });
}

void EditorView::connectResults()
{
    connect(m_results, &EditorResults::runRequested, this, &EditorView::run);
    connect(m_results, &EditorResults::unavailableActionRequested, this,
            &EditorView::unavailableActionRequested);
    connect(m_results, &EditorResults::frameActivated, this, &EditorView::activateFrame);
    connect(m_results, &EditorResults::linkRequested, this, &EditorView::linkRequested);
    connect(m_results, &EditorResults::saveRequested, this, &EditorView::saveResultRequested);
}

void EditorView::connectPage(EditorPage &page)
{
    const quint64 id = page.id();
    connect(&page, &EditorPage::changed, this, [this, &page] { updatePage(page); });
    connect(&page, &EditorPage::saveRequested, this, [this, id] { Q_EMIT saveRequested(id); });
    connect(&page, &EditorPage::saveAndCloseRequested, this,
            [this, id] { Q_EMIT saveAndCloseRequested(id); });
    connect(&page, &EditorPage::closeConfirmed, this, [this, id] { Q_EMIT closeRequested(id); });
    connect(&page, &EditorPage::overwriteRequested, this,
            [this, id] { Q_EMIT overwriteRequested(id); });
    connect(&page, &EditorPage::reloadRequested, this, [this, id] { Q_EMIT reloadRequested(id); });
    if (RunModel *model = page.buffer().results) {
        connect(model, &RunModel::runChanged, &page, [this, &page] {
            markError(page);
            showRunState();
        });
    }
}

bool EditorView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        handleKey(*static_cast<QKeyEvent *>(event), false)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void EditorView::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event, true))
        QWidget::keyPressEvent(event);
}

/// Whether a key is one of ours; does it where `act`.
bool EditorView::handleKey(const QKeyEvent &event, bool act)
{
    EditorPage *one = current();
    if (!one)
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool ctrl = modifiers == Qt::ControlModifier;
    const quint64 id = one->id();
    std::function<void()> action;
    if (ctrl && isEnter)
        action = [this] { run(); };
    else if (modifiers == Qt::ShiftModifier && isEnter && one->editor().hasFocus())
        action = [this] { runCell(); };
    else if (ctrl && key == Qt::Key_Period)
        action = [this] { stop(); };
    else if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && isPeriod(key))
        action = [this] { restart(); };
    else if (ctrl && key == Qt::Key_S)
        action = [this] { save(); };
    else if (ctrl && key == Qt::Key_W)
        action = [this, id] { askToClose(id); };
    else if (ctrl && (key == Qt::Key_F || key == Qt::Key_H))
        action = [one, key] { one->openFind(key == Qt::Key_H); };
    else if (ctrl && key == Qt::Key_L)
        action = [one] { one->openGoto(); };
    if (action && act)
        action();
    return bool(action);
}

void EditorView::run()
{
    const EditorPage *one = current();
    if (!one || !m_toolBar->canRun())
        return;
    const CodePiece piece = one->editor().code();
    Q_EMIT runRequested(one->id(), piece.code, piece.firstLine, one->buffer().title);
}

void EditorView::runCell()
{
    const EditorPage *one = current();
    if (!one || !m_toolBar->canRun())
        return;
    const CodePiece piece = one->editor().currentPiece();
    const QString title = tr("%1, lines %2 to %3", "name of a text")
                              .arg(one->buffer().title)
                              .arg(piece.firstLine + 1)
                              .arg(piece.lastLine + 1);
    one->editor().moveBehind(piece);
    Q_EMIT runRequested(one->id(), piece.code, piece.firstLine, title);
}

void EditorView::stop()
{
    if (m_toolBar->canStop())
        Q_EMIT stopRequested(currentBuffer());
}

void EditorView::save()
{
    const EditorPage *one = current();
    if (one && (one->isModified() || one->buffer().path.isEmpty()))
        Q_EMIT saveRequested(one->id());
}

void EditorView::restart()
{
    if (m_toolBar->canRestart())
        Q_EMIT restartRequested(currentBuffer());
}

void EditorView::askToClose(quint64 id)
{
    EditorPage *one = page(id);
    if (!one)
        return;
    if (!one->isModified()) {
        Q_EMIT closeRequested(id);
        return;
    }
    setCurrentBuffer(id);
    one->askToClose();
}

/// After a run that failed: its innermost place in this buffer.
void EditorView::markError(EditorPage &page)
{
    const RunModel &model = *page.buffer().results;
    const RunFacts facts = model.currentRun();
    if (facts.phase == RunPhase::Running || facts.phase == RunPhase::Waiting)
        page.editor().clearErrorMark();
    if (facts.phase != RunPhase::Failed)
        return;
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        const RunEntry &entry = model.entry(row);
        if (entry.kind != RunEntryKind::Error || entry.run != facts.run)
            continue;
        const QList<TracebackFrame> &frames = entry.traceback.frames;
        for (auto frame = frames.crbegin(); frame != frames.crend(); ++frame) {
            const auto place = model.placeOf(entry, *frame);
            if (!place || place->buffer != page.id())
                continue;
            page.editor().setErrorMark(place->line,
                                       entry.errorName + QStringLiteral(": ") + entry.errorValue);
            return;
        }
    }
}

void EditorView::activateFrame(quint64 entry, const TracebackFrame &frame)
{
    const EditorPage *one = current();
    const RunModel *model = one ? one->buffer().results : nullptr;
    if (!model)
        return;
    if (!frame.isCell) {
        const QByteArray path = frame.file.toUtf8();
        const int line = std::max(0, frame.line - 1);
        if (const quint64 open = bufferOf(path))
            goTo(open, line);
        else
            Q_EMIT fileRequested(path, line);
        return;
    }
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->entry(row).id != entry)
            continue;
        if (const auto place = model->placeOf(model->entry(row), frame))
            goTo(place->buffer, place->line);
        return;
    }
}

} // namespace Sandglass
