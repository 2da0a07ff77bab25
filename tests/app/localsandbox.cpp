// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/startlocalhostoperation.h>
#include <tests/app/localsandbox.h>

#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

LocalSandbox::LocalSandbox(const std::string &templateName)
    : m_context(std::make_unique<AppContext>())
{
    m_context->localHost.open();
    const bool isOpen = QTest::qWaitFor(
        [this] { return m_context->connections.api(Connections::localId) != nullptr; }, 20s);
    if (!isOpen)
        return;
    NewSandbox wish;
    wish.templateId = templateName;
    wish.timeout = 5min;
    (void)m_context->calls.create(Connections::localId, wish);
    if (QTest::qWaitFor([this] { return !findRunning().isEmpty(); }, 20s))
        m_key = findRunning();
}

LocalSandbox::~LocalSandbox()
{
    m_context.reset();
    // Tests fail on warnings.
    if (QProcess::execute(StartLocalHostOperation::findProgram(),
                          {u"stop"_s, u"--kill-sandboxes"_s}) != 0)
        qWarning("the local host was not stopped in order");
}

QString LocalSandbox::findRunning() const
{
    for (const QString &key : m_context->fleet.keys()) {
        const FleetEntry *entry = m_context->fleet.find(key);
        if (entry->state == FleetState::Running && entry->info.endAt != Timestamp{})
            return key;
    }
    return {};
}

} // namespace Sandglass
