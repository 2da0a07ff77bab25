// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/operations/testconnectionoperation.h>
#include <widgets/connectiondialog.h>

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <memory>

namespace Sandglass {

struct AppContext;

/// Adds and edits connections with the form, and tests what it holds before anything is saved.
/// Borrows the context; a child of the window.
class ConnectionAction final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionAction)

public:
    ConnectionAction(AppContext &context, QWidget *window);
    ~ConnectionAction() override;

    void add();
    void edit(const QString &connectionId);

private:
    void open(const ConnectionDraft &draft, bool keyIsKept);
    void test(const ConnectionDraft &draft);
    void showStep(TestConnectionOperation::Step step, ConnectionCheck::State state,
                  const QString &latency, const QString &detail);
    void save(const ConnectionDraft &draft);
    [[nodiscard]] std::string keyOf(const ConnectionDraft &draft) const;

    AppContext &m_context;
    QWidget *m_window;
    QPointer<ConnectionDialog> m_dialog;
    QList<ConnectionCheck> m_checks;
    std::unique_ptr<TestConnectionOperation> m_test;
};

} // namespace Sandglass
