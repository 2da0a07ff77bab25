// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions/newsandboxaction.h>
#include <app/appcontext.h>
#include <app/errortext.h>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

NewSandbox wishOf(const NewSandboxDraft &draft)
{
    NewSandbox wish;
    wish.templateId = draft.templateId.toStdString();
    wish.timeout = draft.timeout;
    for (const auto &[key, value] : draft.metadata.asKeyValueRange())
        wish.metadata[key.toStdString()] = value.toStdString();
    // Programs of a desktop find their screen by it (protocol page "desktop", section 1).
    if (draft.templateId == "desktop"_L1)
        wish.envVars["DISPLAY"] = ":0";
    return wish;
}

} // namespace

NewSandboxAction::NewSandboxAction(AppContext &context, QWidget *window)
    : QObject(window),
      m_context(context),
      m_window(window)
{
    m_last.templateId = u"base"_s;
    m_last.timeout = 30min;
    connect(&context.calls, &SandboxCalls::created, this,
            [this](const QString &, std::chrono::milliseconds, const QString &pending) {
                if (m_dialog && pending == m_asked)
                    m_dialog->accept();
            });
    connect(&context.calls, &SandboxCalls::createFailed, this,
            [this](const QString &connectionId, const NewSandbox &, const Error &error,
                   const QString &pending) { showError(connectionId, error, pending); });
}

void NewSandboxAction::ask()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_asked.clear();
    m_dialog = new NewSandboxDialog(m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setTargets(targets());
    m_dialog->setDraft(m_last);
    connect(m_dialog, &NewSandboxDialog::createRequested, this, &NewSandboxAction::createAsked);
    m_dialog->open();
}

void NewSandboxAction::askForTemplate(const QString &name)
{
    m_last.templateId = name;
    ask();
}

void NewSandboxAction::createFirstLocal()
{
    NewSandboxDraft draft;
    draft.connectionId = Connections::localId;
    // One that code can be run in, where there is one.
    const QStringList &templates = m_context.localHost.templates();
    draft.templateId = templates.contains(u"code-interpreter-v1"_s) ? u"code-interpreter-v1"_s
                                                                    : templates.value(0, u"base"_s);
    draft.timeout = 1h;
    draft.metadata = {{u"name"_s, u"local-1"_s}};
    (void)create(draft);
}

void NewSandboxAction::createAsked(const NewSandboxDraft &draft)
{
    m_last = draft;
    m_dialog->setBusy(tr("Creating…"));
    m_asked = create(draft);
    if (m_asked.isEmpty())
        m_dialog->setError(tr("This connection is not open any more"));
}

QString NewSandboxAction::create(const NewSandboxDraft &draft)
{
    const QString key = m_context.calls.create(draft.connectionId, wishOf(draft));
    if (!key.isEmpty())
        Q_EMIT rowAdded(key);
    return key;
}

void NewSandboxAction::showError(const QString &connectionId, const Error &error,
                                 const QString &pending)
{
    const ConnectionStatus *status = m_context.fleet.connection(connectionId);
    ErrorText text = errorText(error, status == nullptr ? connectionId : status->name);
    if (error.kind == Error::Kind::NotFound)
        text.title = tr("There is no template with this name");
    if (m_dialog && pending == m_asked)
        m_dialog->setError(text.title, text.advice);
    else
        Q_EMIT failed(text.title, text.advice);
}

QList<NewSandboxTarget> NewSandboxAction::targets() const
{
    QList<NewSandboxTarget> targets;
    for (const QString &id : m_context.fleet.connectionIds()) {
        const ConnectionStatus *status = m_context.fleet.connection(id);
        if (status->readOnly)
            continue;
        NewSandboxTarget target{
            .connectionId = id, .name = status->name, .colorRole = status->colorRole};
        // What is seen running there, and what every service has.
        std::set<QString> templates{u"base"_s, u"code-interpreter-v1"_s, u"desktop"_s};
        if (const QStringList &here = m_context.localHost.templates();
            id == Connections::localId && !here.isEmpty())
            templates = std::set(here.begin(), here.end());
        for (const QString &key : m_context.fleet.keys()) {
            const FleetEntry *entry = m_context.fleet.find(key);
            if (entry->connection == status && !entry->info.alias.empty())
                templates.insert(QString::fromStdString(entry->info.alias));
        }
        target.templates = QStringList(templates.begin(), templates.end());
        if (id == Connections::localId) {
            target.longest = 24h;
            target.longestReason = tr("the local host");
        }
        targets.append(target);
    }
    return targets;
}

} // namespace Sandglass
