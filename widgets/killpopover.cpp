// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/killpopover.h>

#include <algorithm>

namespace Sandglass {

namespace {
constexpr int cardWidth = 400;
constexpr int mostNames = 9;
} // namespace

KillPopover::KillPopover(QWidget *window) : ConfirmPopover(cardWidth, window)
{
    setAccessibleName(tr("Confirm the kill"));
    connect(this, &ConfirmPopover::accepted, this, [this] {
        const QStringList keys = m_keys; // who is told may ask anew
        Q_EMIT confirmed(keys);
    });
}

void KillPopover::ask(const QList<KillSubject> &subjects, const QRect &anchor)
{
    if (subjects.isEmpty())
        return;
    m_keys.clear();
    for (const KillSubject &subject : subjects)
        m_keys.append(subject.key);
    if (subjects.size() == 1)
        showOne(subjects.first());
    else
        showSeveral(subjects);
    askAt(anchor);
}

void KillPopover::showOne(const KillSubject &subject)
{
    setQuestion(tr("Kill %1?").arg(subject.name), tr("Kill"));
    addKnownFact(tr("Age"), subject.age);
    addKnownFact(tr("Template"), subject.templateName);
    addKnownFact(tr("Connection"), subject.connection);
    addFact(tr("After this"), tr("Gone for good, with all files in it."));
}

void KillPopover::showSeveral(const QList<KillSubject> &subjects)
{
    const int count = int(subjects.size());
    setQuestion(tr("Kill %n sandboxes?", nullptr, count),
                tr("Kill %n", "button: kill that many sandboxes", count));
    for (const KillSubject &subject : subjects.first(std::min(count, mostNames)))
        addFact(subject.name, tr("%1, %2", "age, connection").arg(subject.age, subject.connection));
    addRest(count - mostNames);
    addFact(tr("After this"), tr("All of them are gone for good, with their files."));
}

} // namespace Sandglass
