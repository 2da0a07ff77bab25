// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <protocol/hostinfo.h>

#include <QtCore/QObject>
#include <QtCore/QProcess>
#include <QtCore/QStringList>

#include <functional>
#include <memory>

namespace Sandglass {

/// Why the local host did not start, and the one command that helps (may be empty).
struct LocalHostFailure {
    QString message;
    QString cure;
};

/// Starts the local host, or finds the one that runs: asks it whether this machine can hold
/// sandboxes, then has it started. The host is a program of its own and outlives the app.
/// Destroying the operation ends neither.
class StartLocalHostOperation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartLocalHostOperation)

public:
    /// `program`: sandglass-host. GUI thread.
    explicit StartLocalHostOperation(QString program, QObject *parent = nullptr);
    ~StartLocalHostOperation() override;

    void start();

    /// Beside the app, in the build tree, or in the search path; empty when it is nowhere.
    [[nodiscard]] static QString findProgram();

Q_SIGNALS:
    void progressed(const QString &words);
    void succeeded(const Sandglass::HostInfo &host, const QStringList &templates);
    void failed(const Sandglass::LocalHostFailure &failure);

private:
    void check();
    void launch(const QByteArray &checkOutput);
    void takeHost(const QByteArray &startOutput);
    void run(const QString &verb, void (StartLocalHostOperation::*next)(const QByteArray &));
    void letGo();
    void fail(const QString &message, const QString &cure = {});

    QString m_program;
    QStringList m_templates; ///< that sandboxes can be made of
    std::unique_ptr<QProcess> m_process;
};

} // namespace Sandglass
