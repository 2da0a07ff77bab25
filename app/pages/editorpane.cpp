// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/editordesk.h>
#include <app/operations/resumetext.h>
#include <app/pages/editorpane.h>
#include <app/pages/filesfeed.h>
#include <app/sessions/codesession.h>
#include <app/sessions/filessession.h>
#include <app/transfers/filedesk.h>
#include <app/transfers/freename.h>
#include <models/displaytext.h>
#include <widgets/editorview.h>
#include <widgets/filesview.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr int dockWidth = 244;
constexpr auto interpreterTemplate = "code-interpreter-v1"_L1;

/// What the interpreters of the public template run; this computer's run the first two.
QList<EditorLanguage> languages()
{
    return {{u"python"_s, u"Python"_s},
            {u"bash"_s, u"Bash"_s},
            {u"javascript"_s, u"JavaScript"_s},
            {u"typescript"_s, u"TypeScript"_s},
            {u"r"_s, u"R"_s},
            {u"java"_s, u"Java"_s}};
}

} // namespace

EditorPane::EditorPane(FilesSession &files, CodeSession &code, FileActs &acts, FileDesk &desk,
                       FileTransfers &transfers, QWidget *parent)
    : QWidget(parent),
      m_files(files),
      m_code(code),
      m_splitter(new QSplitter),
      m_view(new EditorView),
      m_dock(std::make_unique<FilesFeed>(files, acts, desk, FilesFeed::Form::Dock, this)),
      m_desk(std::make_unique<EditorDesk>(*m_view, files, code, transfers))
{
    m_splitter->addWidget(m_dock->view());
    m_splitter->addWidget(m_view);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({dockWidth, 4 * dockWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_splitter);
    setFocusProxy(m_view);
    m_view->setLanguages(languages());
    wire();
}

EditorPane::~EditorPane()
{
    m_desk.reset(); // before the view, which is a child
}

void EditorPane::wire()
{
    connect(m_dock.get(), &FilesFeed::openRequested, this, &EditorPane::openFile);
    connect(m_dock.get(), &FilesFeed::resumeRequested, this, &EditorPane::resumeRequested);
    connect(m_dock.get(), &FilesFeed::told, this, &EditorPane::told);
    connect(&m_code, &CodeSession::stateChanged, this, &EditorPane::showCodeState);
    connect(&m_code, &CodeSession::contextsChanged, this, &EditorPane::showContexts);
    connect(m_view, &EditorView::unavailableActionRequested, this, &EditorPane::retry);
    connect(m_view, &EditorView::linkRequested, this,
            [](const QUrl &address) { QDesktopServices::openUrl(address); });
    connect(m_view, &EditorView::saveResultRequested, this, &EditorPane::askWhereToSave);
    connect(m_desk.get(), &EditorDesk::pathRequested, this, &EditorPane::askForPath);
    connect(m_desk.get(), &EditorDesk::openFailed, this,
            [this](const QByteArray &path, const QString &words) {
                Q_EMIT told(tr("%1 was not opened").arg(displayText(path.toStdString())), words);
            });
    connect(m_desk.get(), &EditorDesk::titleChanged, this, &EditorPane::showContexts);
    connect(m_desk.get(), &EditorDesk::noticed, this,
            [this](const QString &words) { Q_EMIT told(tr("Saved"), words); });
}

void EditorPane::activate()
{
    m_files.open();
    m_code.open();
    if (!std::exchange(m_isUsed, true))
        m_desk->addSample();
    m_view->setFocus();
}

void EditorPane::openFile(const QByteArray &path)
{
    m_isUsed = true;
    m_desk->openFile(path);
}

QStringList EditorPane::unsaved() const
{
    return m_desk->unsaved();
}

bool EditorPane::closeBuffer()
{
    const quint64 current = m_view->currentBuffer();
    if (current != 0)
        m_view->requestClose(current);
    return current != 0;
}

void EditorPane::showCodeState()
{
    using State = CodeSession::State;
    switch (m_code.state()) {
    case State::Idle:
        if (isVisible())
            m_code.open();
        return;
    case State::Opening:
        return;
    case State::Open:
        m_view->setUnavailable(std::nullopt);
        return;
    case State::NoInterpreter:
        m_view->setUnavailable(EditorUnavailable{
            .icon = u"editor"_s,
            .title = tr("No code interpreter answers"),
            .words = tr("Code runs in sandboxes of a template that has one, such as %1. Files of "
                        "this sandbox can be edited and saved all the same.")
                         .arg(interpreterTemplate),
            .action = tr("New sandbox from %1").arg(interpreterTemplate)});
        return;
    case State::Closed:
        showClosed();
        return;
    }
}

void EditorPane::showClosed()
{
    using Why = SandboxLookUp::Closed::Why;
    const SandboxLookUp::Closed &closed = m_code.closed();
    EditorUnavailable why{.icon = u"editor"_s,
                          .title = tr("Code cannot be run here"),
                          .words = closed.words,
                          .action = closed.why == Why::Failed ? tr("Try again") : QString()};
    if (closed.why == Why::Paused) {
        why.title = tr("This sandbox is paused");
        why.action = closed.mayResume ? resumeLabel() : QString();
    } else if (closed.why == Why::Resuming) {
        why.title = tr("This sandbox is being resumed");
    }
    m_view->setUnavailable(why);
}

void EditorPane::retry()
{
    if (m_code.state() == CodeSession::State::NoInterpreter)
        Q_EMIT newSandboxRequested(interpreterTemplate);
    else if (m_code.closed().mayResume)
        Q_EMIT resumeRequested();
    else
        m_code.open();
}

void EditorPane::showContexts()
{
    QList<EditorContext> contexts;
    for (const CodeContext &context : m_code.contexts())
        contexts.append(
            {.id = QString::fromStdString(context.id), .title = m_desk->contextTitle(context)});
    m_view->setContexts(contexts);
}

void EditorPane::askForPath(quint64 buffer, const QString &name)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save in the sandbox"));
    dialog->setLabelText(tr("Path in the sandbox:"));
    dialog->setOkButtonText(tr("Save"));
    const QByteArray folder = m_files.home().isEmpty() ? QByteArray("/tmp") : m_files.home();
    dialog->setTextValue(QString::fromUtf8(folder) + u'/' + name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, buffer](const QString &path) {
        const QByteArray wanted = path.trimmed().toUtf8();
        if (!wanted.isEmpty() && !wanted.endsWith('/'))
            m_desk->saveAs(buffer, wanted);
    });
    dialog->open();
}

void EditorPane::askWhereToSave(const QByteArray &bytes, const QString &name)
{
    auto *dialog = new QFileDialog(this, tr("Save the result"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // its question would be a nested loop
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &path) {
        const QFileInfo wanted(path);
        QSaveFile file(
            wanted.dir().filePath(freeName(wanted.fileName(), [&wanted](const QString &tried) {
                return wanted.dir().exists(tried);
            })));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            Q_EMIT told(tr("The result was not saved"), file.errorString());
    });
    dialog->open();
}

} // namespace Sandglass
