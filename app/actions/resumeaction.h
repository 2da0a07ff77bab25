// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QStringList>

class QMessageBox;
class QWidget;

namespace Sandglass {

struct AppContext;

/// Says what resuming would cost and for how long, then resumes. For commands that do not say so
/// themselves. Borrows the context; a child of the window.
class ResumeAction final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResumeAction)

public:
    ResumeAction(AppContext &context, QWidget *window);

    /// Rows that are not paused are left out.
    void ask(const QStringList &keys);

private:
    AppContext &m_context;
    QWidget *m_window;
    QPointer<QMessageBox> m_question;
};

} // namespace Sandglass
