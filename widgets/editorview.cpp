// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/runmodel.h>
#include <widgets/codeeditor.h>
#include <widgets/editorpage.h>
#include <widgets/editorresults.h>
#include <widgets/editorstatusrow.h>
#include <widgets/editortabs.h>
#include <widgets/editortoolbar.h>
#include <widgets/editorview.h>
#include <widgets/emptypage.h>

#include <QtGui/QResizeEvent>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace Sandglass {

using namespace std::chrono_literals;

EditorView::EditorView(QWidget *parent)
    : QWidget(parent),
      m_toolBar(new EditorToolBar),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_tabs(new EditorTabs),
      m_pages(new QStackedWidget),
      m_none(new EmptyPage),
      m_status(new EditorStatusRow),
      m_results(new EditorResults)
{
    makeLayout();
    connectTools();
    connectResults();
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &EditorView::showRunState);
    showBuffer();
}

EditorView::~EditorView() = default;

int EditorView::addBuffer(const EditorBuffer &buffer)
{
    auto *page = new EditorPage(buffer, m_languages);
    m_pageOf.insert(buffer.id, page);
    m_pages->addWidget(page);
    m_tabs->add(buffer.id);
    connectPage(*page);
    updatePage(*page);
    setCurrentBuffer(buffer.id);
    return m_tabs->indexOfId(buffer.id);
}

void EditorView::removeBuffer(quint64 id)
{
    EditorPage *page = m_pageOf.take(id);
    if (!page)
        return;
    if (RunModel *model = page->buffer().results) {
        disconnect(model, nullptr, page, nullptr);
        m_results->removeModel(model);
    }
    m_status->setPage(nullptr);
    m_tabs->remove(id);
    m_pages->removeWidget(page);
    page->hide();
    page->deleteLater(); // its own button may have asked for this
    showBuffer();
}

void EditorView::setCurrentBuffer(quint64 id)
{
    if (!m_pageOf.contains(id))
        return;
    m_tabs->setCurrent(id);
    showBuffer();
}

quint64 EditorView::currentBuffer() const
{
    return m_tabs->currentIndex() < 0 ? 0 : m_tabs->idAt(m_tabs->currentIndex());
}

QList<quint64> EditorView::buffers() const
{
    QList<quint64> ids;
    for (int index = 0; index < m_tabs->count(); ++index)
        ids.append(m_tabs->idAt(index));
    return ids;
}

quint64 EditorView::bufferOf(const QByteArray &path) const
{
    for (const EditorPage *page : m_pageOf) {
        if (!path.isEmpty() && page->buffer().path == path)
            return page->id();
    }
    return 0;
}

EditorPage *EditorView::page(quint64 id) const
{
    return m_pageOf.value(id);
}

QByteArray EditorView::bytes(quint64 id) const
{
    const EditorPage *one = page(id);
    return one ? one->editor().bytes() : QByteArray();
}

int EditorView::revision(quint64 id) const
{
    const EditorPage *one = page(id);
    return one ? one->revision() : -1;
}

bool EditorView::isModified(quint64 id) const
{
    const EditorPage *one = page(id);
    return one && one->isModified();
}

void EditorView::setBufferFile(quint64 id, const QString &title, const QByteArray &path)
{
    if (EditorPage *one = page(id))
        one->setFile(title, path);
}

void EditorView::setBufferText(quint64 id, const QByteArray &bytes)
{
    if (EditorPage *one = page(id))
        one->setText(bytes);
}

void EditorView::setSaving(quint64 id)
{
    EditorPage *one = page(id);
    if (!one)
        return;
    one->isSaving = true;
    updatePage(*one);
}

void EditorView::setSaved(quint64 id, int revision)
{
    if (EditorPage *one = page(id))
        one->setSaved(revision);
}

void EditorView::setSaveFailed(quint64 id, const QString &words)
{
    if (EditorPage *one = page(id))
        one->setSaveFailed(words);
}

void EditorView::setSaveConflict(quint64 id)
{
    if (EditorPage *one = page(id))
        one->setConflict(true);
}

void EditorView::setBufferState(quint64 id, RunState state)
{
    EditorPage *one = page(id);
    if (!one)
        return;
    one->runState = state;
    showRunState();
}

void EditorView::setBufferContext(quint64 id, const QString &contextId)
{
    EditorPage *one = page(id);
    if (!one)
        return;
    one->context = contextId;
    if (id == currentBuffer())
        m_toolBar->setContext(contextId);
}

void EditorView::setContexts(const QList<EditorContext> &contexts)
{
    m_toolBar->setContexts(contexts);
}

void EditorView::setLanguages(const QList<EditorLanguage> &languages)
{
    m_toolBar->setLanguages(languages);
}

void EditorView::setUnavailable(const std::optional<EditorUnavailable> &why)
{
    m_unavailable = why;
    m_results->setUnavailable(why);
    showRunState();
}

void EditorView::goTo(quint64 id, int line, int column)
{
    EditorPage *one = page(id);
    if (!one)
        return;
    setCurrentBuffer(id);
    one->editor().goToLine(line, column);
    one->editor().setFocus();
}

void EditorView::showBuffer()
{
    EditorPage *one = current();
    m_pages->setCurrentWidget(one ? static_cast<QWidget *>(one) : m_none);
    m_tabs->setVisible(one != nullptr); // without a tab it would hold the room of one
    m_status->setPage(one);
    m_results->setModel(one ? one->buffer().results : nullptr);
    m_toolBar->setContext(one ? one->context : QString());
    showRunState();
    Q_EMIT currentBufferChanged(currentBuffer());
}

void EditorView::showRunState()
{
    const EditorPage *one = current();
    const RunModel *model = one ? one->buffer().results : nullptr;
    RunState state = one ? one->runState : RunState::Unavailable;
    if (m_unavailable)
        state = RunState::Unavailable;
    const RunFacts facts = model ? model->currentRun() : RunFacts();
    m_toolBar->setState(state, m_unavailable ? m_unavailable->title : tr("No text is open."));
    m_results->setCanRun(m_toolBar->canRun());
    m_toolBar->setFacts(facts, model ? model->uptime() : 0ms);
    if (facts.phase == RunPhase::None)
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

void EditorView::updatePage(EditorPage &page)
{
    const QByteArray &path = page.buffer().path;
    const QString tip = path.isEmpty() ? tr("Not a file of the sandbox yet")
                                       : displayText(path.toStdString(), 1000);
    m_tabs->setBuffer(page.id(), page.buffer().title, toolTipText(tip), page.isModified());
    if (page.id() == currentBuffer())
        m_status->refresh();
}

void EditorView::fitOrientation()
{
    const Qt::Orientation wanted = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_isFitted && m_splitter->orientation() == wanted)
        return; // else the user's own sizes would go
    m_isFitted = true;
    m_splitter->setOrientation(wanted);
    const int all = wanted == Qt::Vertical ? m_splitter->height() : width();
    m_splitter->setSizes({all * 11 / 20, all * 9 / 20});
}

void EditorView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitOrientation();
}

} // namespace Sandglass
