// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/editordesk.h>
#include <app/errortext.h>
#include <app/sessions/coderunner.h>
#include <app/sessions/codesession.h>
#include <app/sessions/filessession.h>
#include <app/transfers/fileacts.h>
#include <models/displaytext.h>
#include <widgets/editorview.h>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace Sandglass {

EditorDesk::EditorDesk(EditorView &view, FilesSession &files, CodeSession &code,
                       FileTransfers &transfers, QObject *parent)
    : QObject(parent),
      m_view(view),
      m_files(files),
      m_code(code),
      m_transfers(transfers)
{
    wireFiles();
    wireRuns();
}

EditorDesk::~EditorDesk()
{
    // The view borrows what their runs have left.
    for (const auto &[id, buffer] : m_buffers)
        m_view.removeBuffer(id);
}

void EditorDesk::wireFiles()
{
    connect(&m_view, &EditorView::newBufferRequested, this, &EditorDesk::addEmpty);
    connect(&m_view, &EditorView::saveRequested, this, &EditorDesk::save);
    connect(&m_view, &EditorView::saveAndCloseRequested, this, [this](quint64 id) {
        if (Buffer *buffer = find(id))
            buffer->closesWhenSaved = true;
        save(id);
    });
    connect(&m_view, &EditorView::overwriteRequested, this, [this](quint64 id) {
        Buffer *buffer = find(id);
        if (buffer == nullptr || buffer->file == nullptr)
            return;
        m_view.setSaving(id);
        buffer->file->overwrite(m_view.bytes(id), m_view.revision(id));
    });
    connect(&m_view, &EditorView::reloadRequested, this, [this](quint64 id) {
        if (Buffer *buffer = find(id); buffer != nullptr && buffer->file != nullptr)
            buffer->file->reload();
    });
    connect(&m_view, &EditorView::closeRequested, this, &EditorDesk::close);
    connect(&m_view, &EditorView::fileRequested, this, &EditorDesk::openFile);
    // Nothing is sent to a sandbox that is paused or gone.
    connect(&m_files, &FilesSession::stateChanged, this, [this] {
        if (m_files.state() != FilesSession::State::Closed)
            return;
        m_opening.clear();
        for (const auto &[path, read] : std::exchange(m_reads, {}))
            Q_EMIT openFailed(path, m_files.closed().words);
    });
}

void EditorDesk::wireRuns()
{
    connect(&m_view, &EditorView::runRequested, this, &EditorDesk::run);
    connect(&m_view, &EditorView::stopRequested, this, [this](quint64 id) {
        if (Buffer *buffer = find(id))
            buffer->runner->stop();
    });
    connect(&m_view, &EditorView::restartRequested, this, [this](quint64 id) {
        if (Buffer *buffer = find(id))
            buffer->runner->restart();
    });
    connect(&m_view, &EditorView::contextChosen, this, [this](quint64 id, const QString &context) {
        if (Buffer *buffer = find(id)) {
            buffer->runner->setContext(context.toStdString());
            showState(id);
        }
    });
    connect(&m_view, &EditorView::newContextRequested, this,
            [this](quint64 id, const QString &language) {
                if (Buffer *buffer = find(id)) {
                    buffer->language = language;
                    buffer->runner->setContext({});
                    showState(id);
                }
            });
}

QByteArray EditorDesk::absolute(const QByteArray &path) const
{
    if (path.startsWith('/') || m_files.home().isEmpty())
        return path;
    const QByteArray relative = path.startsWith("~/") ? path.mid(2) : path;
    const std::string whole = pathBelow(m_files.home(), relative.toStdString());
    // Where ".." leads to only the sandbox knows, for there are links.
    return QByteArray::fromStdString(
        whole.contains("..") ? whole : std::filesystem::path(whole).lexically_normal().string());
}

void EditorDesk::openFile(const QByteArray &wanted, int line)
{
    const QByteArray path = absolute(wanted);
    if (const quint64 open = m_view.bufferOf(path); open != 0) {
        m_view.setCurrentBuffer(open);
        if (line >= 0)
            m_view.goTo(open, line);
        return;
    }
    if (!m_files.api()) {
        Q_EMIT openFailed(path, m_files.closed().words);
        return;
    }
    const bool isNew = m_opening.insert_or_assign(path, line).second;
    if (!isNew)
        return;
    auto read = std::make_unique<OpenFileOperation>(m_transfers, *m_files.api());
    connect(read.get(), &OpenFileOperation::opened, this,
            [this, path](const QByteArray &content, const FileStamp &stamp) {
                m_reads.extract(path).mapped().release()->deleteLater();
                take(path, content, stamp);
            });
    connect(read.get(), &OpenFileOperation::failed, this, [this, path](const Error &error) {
        m_reads.extract(path).mapped().release()->deleteLater();
        m_opening.erase(path);
        Q_EMIT openFailed(path, error.kind == Error::Kind::Policy
                                    ? displayText(error.detail)
                                    : errorLine(error, m_files.where()));
    });
    read->start(path.toStdString());
    m_reads.emplace(path, std::move(read));
}

void EditorDesk::take(const QByteArray &path, const QByteArray &content, const FileStamp &stamp)
{
    const int line = m_opening.extract(path).mapped();
    const QString title = displayText(path.mid(path.lastIndexOf('/') + 1).toStdString());
    const quint64 id = add(title, path, content, languageOf(title));
    giveFile(id, path, stamp);
    if (line >= 0)
        m_view.goTo(id, line);
}

void EditorDesk::addSample()
{
    (void)add(tr("sample.py"), {}, pythonSample(), u"python"_s);
}

void EditorDesk::addEmpty()
{
    //: a text without a file, numbered
    (void)add(tr("untitled %1").arg(++m_untitled), {}, {}, u"python"_s);
}

quint64 EditorDesk::add(const QString &title, const QByteArray &path, const QByteArray &text,
                        const QString &language)
{
    const quint64 id = ++m_latestId;
    Buffer &buffer = m_buffers[id];
    buffer.title = title;
    buffer.language = language;
    buffer.runner = std::make_unique<CodeRunner>(m_code);
    connect(buffer.runner.get(), &CodeRunner::stateChanged, this, [this, id] { showState(id); });
    connect(&buffer.runner->runs(), &RunModel::runChanged, this, [this, id] { showState(id); });
    m_view.addBuffer({.id = id,
                      .title = title,
                      .path = path,
                      .text = text,
                      .language = language,
                      .results = &buffer.runner->runs()});
    showState(id);
    return id;
}

void EditorDesk::giveFile(quint64 id, const QByteArray &path, std::optional<FileStamp> stamp)
{
    auto file = std::make_unique<EditorFile>(path, stamp, m_files, m_transfers);
    connect(file.get(), &EditorFile::saved, this, [this, id](int revision, bool notKept) {
        m_view.setSaved(id, revision);
        if (notKept)
            Q_EMIT noticed(tr("%1 was saved, but its former permissions could not be kept.")
                               .arg(find(id)->title));
        if (find(id)->closesWhenSaved && !m_view.isModified(id))
            close(id);
    });
    connect(file.get(), &EditorFile::saveFailed, this, [this, id](const QString &words) {
        find(id)->closesWhenSaved = false;
        m_view.setSaveFailed(id, words);
    });
    connect(file.get(), &EditorFile::conflicted, this, [this, id] {
        find(id)->closesWhenSaved = false;
        m_view.setSaveConflict(id);
    });
    connect(file.get(), &EditorFile::reloaded, this,
            [this, id](const QByteArray &content) { m_view.setBufferText(id, content); });
    connect(file.get(), &EditorFile::reloadFailed, this,
            [this, id](const QString &words) { m_view.setSaveFailed(id, words); });
    find(id)->file = std::move(file);
}

void EditorDesk::save(quint64 id)
{
    Buffer *buffer = find(id);
    if (buffer == nullptr)
        return;
    if (buffer->file == nullptr) {
        Q_EMIT pathRequested(id, buffer->title);
        return;
    }
    m_view.setSaving(id);
    buffer->file->save(m_view.bytes(id), m_view.revision(id));
}

void EditorDesk::saveAs(quint64 id, const QByteArray &wanted)
{
    const QByteArray path = absolute(wanted);
    Buffer *buffer = find(id);
    if (buffer == nullptr)
        return;
    buffer->title = displayText(path.mid(path.lastIndexOf('/') + 1).toStdString());
    buffer->language = languageOf(buffer->title);
    giveFile(id, path, std::nullopt);
    m_view.setBufferFile(id, buffer->title, path);
    Q_EMIT titleChanged(id);
    save(id);
}

void EditorDesk::close(quint64 id)
{
    m_view.removeBuffer(id);
    // One of its own signals may have led here.
    auto closed = m_buffers.extract(id);
    if (closed.empty())
        return;
    for (QObject *part : {static_cast<QObject *>(closed.mapped().runner.release()),
                          static_cast<QObject *>(closed.mapped().file.release())}) {
        if (part != nullptr) {
            part->disconnect(this);
            part->deleteLater();
        }
    }
}

void EditorDesk::run(quint64 id, const QString &code, int firstLine, const QString &title)
{
    if (Buffer *buffer = find(id))
        buffer->runner->run({.buffer = id, .title = title, .firstLine = firstLine}, code,
                            buffer->language);
}

void EditorDesk::showState(quint64 id)
{
    const Buffer *buffer = find(id);
    if (buffer == nullptr)
        return;
    RunState state = RunState::Idle;
    switch (buffer->runner->state()) {
    case CodeRunner::State::Idle:
        break;
    case CodeRunner::State::Starting:
        state = RunState::Starting;
        break;
    case CodeRunner::State::Running:
        state = buffer->runner->runs().currentRun().phase == RunPhase::Waiting ? RunState::Waiting
                                                                               : RunState::Running;
        break;
    case CodeRunner::State::Restarting:
        state = RunState::Restarting;
        break;
    }
    m_view.setBufferState(id, state);
    m_view.setBufferContext(id, QString::fromStdString(buffer->runner->contextId()));
}

QStringList EditorDesk::unsaved() const
{
    QStringList titles;
    for (const auto &[id, buffer] : m_buffers) {
        if (m_view.isModified(id))
            titles.append(buffer.title);
    }
    return titles;
}

QString EditorDesk::contextTitle(const CodeContext &context) const
{
    QString language = displayText(context.language);
    if (!language.isEmpty())
        language[0] = language.at(0).toUpper();
    for (const auto &[id, buffer] : m_buffers) {
        if (buffer.runner->contextId() == context.id)
            return u"%1, %2"_s.arg(language, buffer.title);
    }
    return u"%1, %2"_s.arg(language, displayText(context.id.substr(0, 8)));
}

EditorDesk::Buffer *EditorDesk::find(quint64 id)
{
    const auto found = m_buffers.find(id);
    return found == m_buffers.end() ? nullptr : &found->second;
}

QString EditorDesk::languageOf(const QString &title)
{
    static const QHash<QString, QString> languages{
        {u"sh"_s, u"bash"_s},        {u"bash"_s, u"bash"_s},     {u"js"_s, u"javascript"_s},
        {u"mjs"_s, u"javascript"_s}, {u"ts"_s, u"typescript"_s}, {u"r"_s, u"r"_s},
        {u"java"_s, u"java"_s}};
    return languages.value(title.section(u'.', -1).toLower(), u"python"_s);
}

} // namespace Sandglass
