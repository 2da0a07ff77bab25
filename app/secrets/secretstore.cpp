// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/secrets/secretstore.h>

#include <QtCore/QTimer>
#include <qt6keychain/keychain.h>

namespace Sandglass {

namespace {

constexpr auto service = QLatin1StringView("org.sandglass.Sandglass");

/// Starts a keychain job and tells `done` its outcome unless the request is gone by then. The job
/// deletes itself.
template<typename Job, typename T, typename Done>
Request runJob(Job *job, const QString &account, Handler<T> handler, Done done)
{
    job->setKey(account);
    auto control = std::make_shared<RequestControl>();
    auto completion = std::make_shared<Completion<T>>(control, std::move(handler));
    QObject::connect(
        job, &QKeychain::Job::finished, job,
        [completion, job, done](QKeychain::Job *) { completion->complete(done(job)); });
    // A cancelled job goes on: QtKeychain runs one at a time and waits for its end.
    // The job may fail before it returns; the handler has to run from the event loop.
    QTimer::singleShot(0, job, [job] { job->start(); });
    return Request(control);
}

template<typename T>
Request answerLater(Handler<T> handler, Result<T> result)
{
    auto control = std::make_shared<RequestControl>();
    auto completion = std::make_shared<Completion<T>>(control, std::move(handler));
    QTimer::singleShot(0, [completion, result = std::move(result)]() mutable {
        completion->complete(std::move(result));
    });
    return Request(control);
}

std::unexpected<Error> jobFailure(const QKeychain::Job *job)
{
    const auto kind =
        job->error() == QKeychain::EntryNotFound ? Error::Kind::NotFound : Error::Kind::Io;
    return failure(kind, job->errorString().toStdString());
}

} // namespace

Request SecretStore::read(const QString &account, Handler<std::string> handler)
{
    if (const auto kept = m_untilQuit.constFind(account); kept != m_untilQuit.cend())
        return answerLater<std::string>(std::move(handler), *kept);
    return runJob<QKeychain::ReadPasswordJob, std::string>(
        new QKeychain::ReadPasswordJob(service), account, std::move(handler),
        [](const QKeychain::ReadPasswordJob *job) -> Result<std::string> {
            if (job->error() != QKeychain::NoError)
                return jobFailure(job);
            return job->textData().toStdString();
        });
}

Request SecretStore::keep(const QString &account, const std::string &secret, Handler<Kept> handler)
{
    // Until the keychain has it, and for good where there is none.
    m_untilQuit.insert(account, secret);
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(QString::fromStdString(secret));
    return runJob<QKeychain::WritePasswordJob, Kept>(
        job, account, std::move(handler),
        [](const QKeychain::WritePasswordJob *finished) -> Result<Kept> {
            return finished->error() == QKeychain::NoError ? Kept::InKeychain : Kept::UntilQuit;
        });
}

Request SecretStore::forget(const QString &account, Handler<void> handler)
{
    m_untilQuit.remove(account);
    return runJob<QKeychain::DeletePasswordJob, void>(
        new QKeychain::DeletePasswordJob(service), account, std::move(handler),
        [](const QKeychain::DeletePasswordJob *job) -> Result<void> {
            if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
                return jobFailure(job);
            return {};
        });
}

} // namespace Sandglass
