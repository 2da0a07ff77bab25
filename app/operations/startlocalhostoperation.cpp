// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/startlocalhostoperation.h>
#include <models/displaytext.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

StartLocalHostOperation::StartLocalHostOperation(QString program, QObject *parent)
    : QObject(parent),
      m_program(std::move(program))
{
}

StartLocalHostOperation::~StartLocalHostOperation()
{
    letGo();
}

void StartLocalHostOperation::letGo()
{
    QProcess *process = m_process.release();
    if (process == nullptr)
        return;
    process->disconnect(this);
    // It may be the one that is emitting, and one that still runs must not be ended.
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    else
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
}

QString StartLocalHostOperation::findProgram()
{
    const QString beside = QCoreApplication::applicationDirPath();
    for (const QString &candidate :
         {beside + "/sandglass-host"_L1, beside + "/../host/sandglass-host"_L1,
          beside + "/../../host/sandglass-host"_L1}) {
        if (QFileInfo(candidate).isExecutable())
            return QFileInfo(candidate).canonicalFilePath();
    }
    return QStandardPaths::findExecutable(u"sandglass-host"_s);
}

void StartLocalHostOperation::start()
{
    if (m_program.isEmpty()) {
        // Not inside the call that starts it: whoever listens may not be ready.
        QMetaObject::invokeMethod(
            this, [this] { fail(tr("The program sandglass-host is missing beside Sandglass.")); },
            Qt::QueuedConnection);
        return;
    }
    check();
}

void StartLocalHostOperation::check()
{
    Q_EMIT progressed(tr("Checking what this computer can do"));
    run(u"check"_s, &StartLocalHostOperation::launch);
}

void StartLocalHostOperation::launch(const QByteArray &checkOutput)
{
    const auto check = decodeHostCheck(checkOutput.toStdString());
    if (!check) {
        fail(tr("The local host gave an unexpected answer: %1")
                 .arg(displayText(check.error().detail)));
        return;
    }
    if (!check->problems.empty()) {
        const HostProblem &problem = check->problems.front();
        fail(displayText(problem.message), displayText(problem.cure));
        return;
    }
    for (const std::string &name : check->templates)
        m_templates.append(QString::fromStdString(name));
    Q_EMIT progressed(tr("Starting the local host"));
    run(u"start"_s, &StartLocalHostOperation::takeHost);
}

void StartLocalHostOperation::takeHost(const QByteArray &startOutput)
{
    const auto host = decodeHostInfo(startOutput.toStdString());
    if (!host) {
        fail(tr("The local host gave an unexpected answer: %1")
                 .arg(displayText(host.error().detail)));
        return;
    }
    Q_EMIT succeeded(*host, m_templates);
}

void StartLocalHostOperation::run(const QString &verb,
                                  void (StartLocalHostOperation::*next)(const QByteArray &))
{
    letGo();
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(tr("The local host cannot be run: %1").arg(m_process->errorString()));
    });
    connect(m_process.get(), &QProcess::finished, this, [this, next](int code) {
        const QByteArray output = m_process->readAllStandardOutput();
        if (code == 0) {
            (this->*next)(output);
            return;
        }
        const QString words =
            displayText(m_process->readAllStandardError().trimmed().toStdString(), 400);
        fail(words.isEmpty() ? tr("The local host ended with code %1.").arg(code) : words);
    });
    QTimer::singleShot(60s, m_process.get(), [this, process = m_process.get()] {
        if (process == m_process.get())
            fail(tr("The local host does not answer."));
    });
    m_process->start(m_program, {verb, u"--json"_s});
    m_process->closeWriteChannel();
}

void StartLocalHostOperation::fail(const QString &message, const QString &cure)
{
    Q_EMIT failed({.message = message, .cure = cure});
}

} // namespace Sandglass
