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

void CloseAction::closeSandbox(const QString &key)
{
    const SandboxPane *pane = m_area.paneOf(key);
    const QStringList titles = pane == nullptr ? QStringList() : pane->unsaved();
    if (titles.isEmpty()) {
        m_area.close(key);
        return;
    }
    ask(titles, tr("Closing the sandbox's tab loses what was changed in them."),
        tr("Close without saving"), [this, key] { m_area.close(key); });
}

bool CloseAction::mayQuit()
{
    if (m_quits)
        return true;
    QStringList titles;
    for (const SandboxPane *pane : m_area.panes())
        titles += pane->unsaved();
    if (titles.isEmpty())
        return true;
    ask(titles, tr("Quitting loses what was changed in them."), tr("Quit without saving"), [this] {
        m_quits = true;
        Q_EMIT quitConfirmed();
    });
    return false;
}

void CloseAction::ask(const QStringList &titles, const QString &consequence, const QString &button,
                      std::function<void()> act)
{
    if (m_question)
        m_question->close();
    m_question = new QMessageBox(QMessageBox::Warning, tr("Not saved"),
                                 tr("%n text(s) are not saved", nullptr, int(titles.size())),
                                 QMessageBox::Cancel, m_window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(titles.join(u'\n') + u"\n\n"_s + consequence);
    const QPushButton *lose = m_question->addButton(button, QMessageBox::DestructiveRole);
    m_question->setDefaultButton(QMessageBox::Cancel);
    connect(lose, &QPushButton::clicked, this, std::move(act));
    m_question->open();
}

} // namespace Sandglass
