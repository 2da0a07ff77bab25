// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/sandbox.h>
#include <widgets/newsandboxdialog.h>

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace Sandglass {

struct AppContext;

/// Asks for a new sandbox and creates it. The dialog stays open until the service has said yes, so
/// that an error appears where the values are; what was chosen is remembered for the next time.
/// Borrows the context and the window.
class NewSandboxAction final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewSandboxAction)

public:
    NewSandboxAction(AppContext &context, QWidget *window);

    void ask();
    /// The same, with a template that is proposed.
    void askForTemplate(const QString &name);
    /// Without asking: one on this computer, as the first-run page promises.
    void createFirstLocal();

Q_SIGNALS:
    /// The row exists (Starting) from now on.
    void rowAdded(const QString &key);
    void failed(const QString &title, const QString &detail);

private:
    void createAsked(const NewSandboxDraft &draft);
    QString create(const NewSandboxDraft &draft);
    void showError(const QString &connectionId, const Error &error, const QString &pending);
    [[nodiscard]] QList<NewSandboxTarget> targets() const;

    AppContext &m_context;
    QWidget *m_window;
    QPointer<NewSandboxDialog> m_dialog;
    NewSandboxDraft m_last;
    QString m_asked; ///< the row of what the dialog asked for; other creates are not its business
};

} // namespace Sandglass
