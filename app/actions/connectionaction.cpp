// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions/connectionaction.h>
#include <app/appcontext.h>
#include <app/errortext.h>

#include <QtCore/QUrl>
#include <QtCore/QUuid>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

ConnectionProfile profileOf(const ConnectionDraft &draft)
{
    ConnectionProfile profile;
    profile.id = draft.id;
    profile.name = draft.name;
    profile.colorRole = draft.colorRole;
    profile.apiUrl = draft.apiUrl;
    profile.domain = draft.domain;
    profile.sandboxUrl = draft.sandboxUrl;
    profile.readOnly = draft.readOnly;
    return profile;
}

QString hostOf(const ConnectionDraft &draft)
{
    const QString host = QUrl(draft.apiUrl).host();
    return host.isEmpty() ? draft.apiUrl : host;
}

} // namespace

ConnectionAction::ConnectionAction(AppContext &context, QWidget *window)
    : QObject(window),
      m_context(context),
      m_window(window)
{
}

ConnectionAction::~ConnectionAction() = default;

void ConnectionAction::add()
{
    ConnectionDraft draft;
    draft.name = u"e2b"_s;
    draft.colorRole = m_context.connections.nextColorRole();
    draft.apiUrl = u"https://api.e2b.app"_s;
    draft.domain = u"e2b.app"_s;
    open(draft, false);
}

void ConnectionAction::edit(const QString &connectionId)
{
    const auto found = m_context.connections.find(connectionId);
    if (!found || connectionId == Connections::localId)
        return;
    const auto &[profile, key] = *found;
    ConnectionDraft draft;
    draft.id = profile.id;
    draft.name = profile.name;
    draft.colorRole = profile.colorRole;
    draft.apiUrl = profile.apiUrl;
    draft.domain = profile.domain;
    draft.sandboxUrl = profile.sandboxUrl;
    draft.readOnly = profile.readOnly;
    open(draft, !key.empty());
}

void ConnectionAction::open(const ConnectionDraft &draft, bool keyIsKept)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = new ConnectionDialog(m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setDraft(draft, keyIsKept);
    connect(m_dialog, &ConnectionDialog::testRequested, this, &ConnectionAction::test);
    connect(m_dialog, &ConnectionDialog::saveRequested, this, &ConnectionAction::save);
    connect(m_dialog, &QDialog::finished, this, [this] { m_test.reset(); });
    m_dialog->open();
}

void ConnectionAction::test(const ConnectionDraft &draft)
{
    using Step = TestConnectionOperation::Step;
    m_checks = {{.name = tr("API"), .state = ConnectionCheck::State::Running},
                {.name = tr("List")},
                {.name = tr("Metrics")}};
    m_dialog->setTestResult(m_checks);
    m_test = std::make_unique<TestConnectionOperation>(m_context.transport, profileOf(draft),
                                                       keyOf(draft));
    connect(m_test.get(), &TestConnectionOperation::stepSucceeded, this,
            [this](Step step, std::chrono::milliseconds took) {
                showStep(step, ConnectionCheck::State::Works, tr("%1 ms").arg(took.count()), {});
            });
    connect(m_test.get(), &TestConnectionOperation::stepFailed, this,
            [this, where = hostOf(draft)](Step step, const Error &error) {
                const bool lacking = step == Step::Metrics && error.kind == Error::Kind::NotFound;
                showStep(step,
                         lacking ? ConnectionCheck::State::Missing : ConnectionCheck::State::Failed,
                         {},
                         lacking ? tr("Not offered; CPU and memory read \"not reported\".")
                                 : errorLine(error, where));
            });
    m_test->start();
}

void ConnectionAction::showStep(TestConnectionOperation::Step step, ConnectionCheck::State state,
                                const QString &latency, const QString &detail)
{
    const int index = int(step);
    m_checks[index].state = state;
    m_checks[index].latency = latency;
    m_checks[index].detail = detail;
    const bool goesOn = state == ConnectionCheck::State::Works && index + 1 < m_checks.size();
    if (goesOn)
        m_checks[index + 1].state = ConnectionCheck::State::Running;
    // What a failure leaves out was not tried; a line that waits for ever would say otherwise.
    if (state == ConnectionCheck::State::Failed)
        m_checks.resize(index + 1);
    if (m_dialog)
        m_dialog->setTestResult(m_checks);
}

void ConnectionAction::save(const ConnectionDraft &draft)
{
    ConnectionProfile profile = profileOf(draft);
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_context.connections.save(profile, keyOf(draft));
    m_dialog->accept();
}

std::string ConnectionAction::keyOf(const ConnectionDraft &draft) const
{
    if (!draft.key.isEmpty())
        return draft.key.toStdString();
    const auto found = m_context.connections.find(draft.id);
    return found ? found->second : std::string();
}

} // namespace Sandglass
