// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions/resumeaction.h>
#include <app/appcontext.h>
#include <app/operations/resumetext.h>
#include <models/fleetfacts.h>

#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

namespace Sandglass {

ResumeAction::ResumeAction(AppContext &context, QWidget *window)
    : QObject(window),
      m_context(context),
      m_window(window)
{
}

void ResumeAction::ask(const QStringList &keys)
{
    QStringList paused;
    QList<const FleetEntry *> entries;
    for (const QString &key : keys) {
        const FleetEntry *entry = m_context.fleet.find(key);
        if (entry == nullptr || !mayResume(*entry))
            continue;
        paused.append(key);
        entries.append(entry);
    }
    if (m_question)
        m_question->close();
    if (entries.isEmpty())
        return;
    m_question = new QMessageBox(QMessageBox::Question, tr("Resume"),
                                 entries.size() == 1
                                     ? tr("Resume %1?").arg(nameOf(*entries.first()))
                                     : tr("Resume %n sandboxes?", nullptr, int(entries.size())),
                                 QMessageBox::Cancel, m_window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(resumeCost(entries));
    QPushButton *resume = m_question->addButton(resumeLabel(), QMessageBox::AcceptRole);
    m_question->setDefaultButton(resume);
    connect(resume, &QPushButton::clicked, this,
            [this, paused] { m_context.calls.resume(paused, resumeLength); });
    m_question->open();
}

} // namespace Sandglass
