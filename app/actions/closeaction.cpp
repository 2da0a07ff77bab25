// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions/closeaction.h>
#include <app/pages/sandboxarea.h>
#include <app/pages/sandboxpane.h>

#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Sandglass {

CloseAction::CloseAction(SandboxArea &area, QWidget *window)
    : QObject(window),
      m_area(area),
      m_window(window)
{
}

CloseAction::~CloseAction() = default;

CloseAction::Losses CloseAction::lossesOf(const QList<SandboxPane *> &panes)
{
    Losses losses;
    for (const SandboxPane *pane : panes) {
        losses.texts += pane->unsaved();
        losses.transfers += pane->transfersUnderWay();
    }
    return losses;
}

void CloseAction::closeSandbox(const QString &key)
{
    SandboxPane *pane = m_area.paneOf(key);
    if (pane == nullptr)
        return;
    const Losses losses = lossesOf({pane});
    if (losses.isNothing()) {
        m_area.close(key);
        return;
    }
    ask(losses,
        {.losesTexts = tr("Closing the sandbox's tab loses what was changed in them."),
         .breaksTransfers = tr("Closing the sandbox's tab breaks the transfers off: only files "
                               "that have arrived by then stay."),
         .goOn = tr("Close anyway"),
         .goOnUnsaved = tr("Close without saving")},
        [this, key] { m_area.close(key); });
}

bool CloseAction::mayQuit()
{
    if (m_quits)
        return true;
    const Losses losses = lossesOf(m_area.panes());
    if (losses.isNothing())
        return true;
    ask(losses,
        {.losesTexts = tr("Quitting loses what was changed in them."),
         .breaksTransfers =
             tr("Quitting breaks the transfers off: only files that have arrived by then stay."),
         .goOn = tr("Quit anyway"),
         .goOnUnsaved = tr("Quit without saving")},
        [this] {
            m_quits = true;
            Q_EMIT quitConfirmed();
        });
    return false;
}

void CloseAction::ask(const Losses &losses, const Words &words, std::function<void()> act)
{
    QStringList facts;
    QStringList details;
    if (!losses.texts.isEmpty()) {
        facts += tr("%n text(s) are not saved", nullptr, int(losses.texts.size()));
        details += losses.texts.join(u'\n');
        details += words.losesTexts;
    }
    if (losses.transfers > 0) {
        facts += tr("%n transfer(s) are under way", nullptr, losses.transfers);
        details += words.breaksTransfers;
    }
    if (m_question)
        m_question->close();
    m_question = new QMessageBox(QMessageBox::Warning,
                                 losses.transfers > 0 ? tr("Not finished") : tr("Not saved"),
                                 facts.join(u'\n'), QMessageBox::Cancel, m_window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(details.join(u"\n\n"_s));
    const QPushButton *goOn = m_question->addButton(
        losses.transfers > 0 ? words.goOn : words.goOnUnsaved, QMessageBox::DestructiveRole);
    m_question->setDefaultButton(QMessageBox::Cancel);
    connect(goOn, &QPushButton::clicked, this, std::move(act));
    m_question->open();
}

} // namespace Sandglass
