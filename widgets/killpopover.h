// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/confirmpopover.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Sandglass {

/// One sandbox that is about to be killed. Texts are fit to be shown.
struct KillSubject {
    QString key;
    QString name;
    QString id;
    QString age;          ///< "1h 04m"
    QString templateName; ///< alias or id
    QString connection;   ///< the connection's name
};

/// The last question before a kill, at the row itself. The focus is on Cancel; Enter never kills,
/// wherever the focus is; Kill takes a click or the space bar. Several rows are listed by name.
class KillPopover final : public ConfirmPopover
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KillPopover)

public:
    explicit KillPopover(QWidget *window);

    /// Asks about these; `anchor` is the row, in global coordinates.
    void ask(const QList<KillSubject> &subjects, const QRect &anchor);

Q_SIGNALS:
    void confirmed(const QStringList &keys);

private:
    void showOne(const KillSubject &subject);
    void showSeveral(const QList<KillSubject> &subjects);

    QStringList m_keys;
};

} // namespace Sandglass
