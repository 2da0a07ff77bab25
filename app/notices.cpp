// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/appcontext.h>
#include <app/errortext.h>
#include <app/notices.h>
#include <models/fleetfacts.h>
#include <models/fleettext.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

Notices::Notices(AppContext &context, QStackedWidget *content)
    : m_context(context),
      m_area(new ToastArea(content))
{
    SandboxCalls &calls = context.calls;
    connect(&calls, &SandboxCalls::created, this,
            [this](const QString &key, std::chrono::milliseconds took) {
                tell(u"new"_s, tr("Created %1").arg(nameOfKey(key)),
                     tr("in %1 ms").arg(took.count()));
            });
    connect(&calls, &SandboxCalls::extended, this, [this](const QString &key) {
        const FleetEntry *entry = m_context.fleet.find(key);
        const FleetText texts(QLocale(), m_context.fleet.now());
        tell(u"extend"_s, tr("Extended %1").arg(nameOfKey(key)),
             entry == nullptr ? QString() : tr("%1 left").arg(texts.timeLeft(*entry)));
    });
    connect(&calls, &SandboxCalls::killed, this,
            [this](const QString &key) { tell(u"kill"_s, tr("Killed %1").arg(nameOfKey(key))); });
    connect(&calls, &SandboxCalls::resumed, this,
            [this](const QString &key, std::chrono::seconds timeout) {
                tell(u"resume"_s, tr("Resumed %1").arg(nameOfKey(key)),
                     tr("It runs for %1").arg(FleetText::duration(timeout)));
            });
    tellFailures();
    // A page comes to the front above everything.
    connect(content, &QStackedWidget::currentChanged, m_area, &QWidget::raise);
    connect(m_area, &ToastArea::actionRequested, this, [this](int id) {
        if (const auto folder = m_folders.extract(id))
            QDesktopServices::openUrl(QUrl::fromLocalFile(folder.mapped()));
    });
    connect(&context.connections, &Connections::keyMissing, this,
            [this](const ConnectionProfile &profile, const Error &error) {
                tell(u"key"_s, tr("There is no key for %1").arg(profile.name),
                     errorLine(error, tr("The keychain")));
            });
    connect(&context.connections, &Connections::keyKeptUntilQuit, this,
            [this](const QString &name) {
                tell(u"key"_s, tr("The key of %1 is kept until Sandglass quits").arg(name),
                     tr("The keychain did not take it, and keys are never written in plain text."));
            });
}

void Notices::tellFailures()
{
    SandboxCalls &calls = m_context.calls;
    connect(&calls, &SandboxCalls::resumeFailed, this,
            [this](const QString &key, const Error &error) {
                tellFailure(tr("%1 was not resumed").arg(nameOfKey(key)), key, error);
            });
    connect(&calls, &SandboxCalls::trafficTokenFailed, this,
            [this](const QString &key, const Error &error) {
                tellFailure(tr("There is no traffic token for %1").arg(nameOfKey(key)), key, error);
            });
    connect(&calls, &SandboxCalls::extendFailed, this,
            [this](const QString &key, const Error &error) {
                tellFailure(tr("%1 was not extended").arg(nameOfKey(key)), key, error);
            });
    connect(&calls, &SandboxCalls::killFailed, this,
            [this](const QString &key, const Error &error) {
                tellFailure(tr("%1 was not killed").arg(nameOfKey(key)), key, error);
            });
}

void Notices::tell(const QString &icon, const QString &title, const QString &detail)
{
    m_area->post(
        {.icon = icon, .title = title, .detail = detail, .actionText = {}, .actionKey = {}});
}

void Notices::tellScreenshot(const QString &path)
{
    const QFileInfo file(path);
    const int id = m_area->post(
        {.icon = u"screenshot"_s,
         .title = tr("Screenshot %1").arg(file.fileName()),
         .detail =
             tr("On the clipboard and in %1").arg(QDir::toNativeSeparators(file.absolutePath())),
         .actionText = tr("Open folder"),
         .actionKey = {}});
    m_folders[id] = file.absolutePath();
}

void Notices::tellFailure(const QString &what, const QString &key, const Error &error)
{
    const FleetEntry *entry = m_context.fleet.find(key);
    tell(u"risk"_s, what,
         errorLine(error, entry == nullptr ? nameOfKey(key) : entry->connection->name));
}

QString Notices::nameOfKey(const QString &key) const
{
    const FleetEntry *entry = m_context.fleet.find(key);
    return entry == nullptr ? key.section(u'/', 1) : nameOf(*entry);
}

} // namespace Sandglass
