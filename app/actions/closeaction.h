// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>

class QMessageBox;
class QWidget;

namespace Sandglass {

class SandboxArea;
class SandboxPane;

/// Closes sandboxes' tabs and the window, and asks first where texts of an editor are not saved or
/// transfers are under way: one question for both. Borrows the area; the question belongs to the
/// window.
class CloseAction final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CloseAction)

public:
    CloseAction(SandboxArea &area, QWidget *window);
    ~CloseAction() override;

    void closeSandbox(const QString &key);
    /// Whether the window may go now. Otherwise it was asked, and quitConfirmed() may follow.
    [[nodiscard]] bool mayQuit();

Q_SIGNALS:
    void quitConfirmed();

private:
    /// What going on would lose.
    struct Losses {
        QStringList texts;
        int transfers = 0;
        [[nodiscard]] bool isNothing() const { return texts.isEmpty() && transfers == 0; }
    };
    struct Words {
        QString losesTexts;
        QString breaksTransfers;
        QString goOn;
        QString goOnUnsaved; ///< where it is all about texts
    };

    [[nodiscard]] static Losses lossesOf(const QList<SandboxPane *> &panes);
    void ask(const Losses &losses, const Words &words, std::function<void()> act);

    SandboxArea &m_area;
    QWidget *m_window;
    QPointer<QMessageBox> m_question;
    bool m_quits = false;
};

} // namespace Sandglass
