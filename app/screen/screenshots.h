// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtGui/QImage>

#include <deque>
#include <expected>

namespace Sandglass {

/// A picture of a remote desktop, and what is kept inside its file.
struct Screenshot {
    QImage picture; ///< the desktop's own pixels, not those of a view
    QString source; ///< the sandbox or server; may be empty
    QString title;  ///< the desktop's own name, untrusted
    QDateTime time;
};

/// Puts screenshots on the clipboard and into files, "sbx_2026-11-20_14-02-31.png", one after the
/// other and off the GUI thread. Nothing is overwritten, nothing half-written has the final name.
/// GUI thread.
class Screenshots final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Screenshots)

public:
    /// `folder` is made when it is first needed; empty: "Sandglass" among the person's pictures.
    explicit Screenshots(QString folder = {}, QObject *parent = nullptr);
    /// Waits for nothing: what is being written is finished by its thread.
    ~Screenshots() override;

    void take(Screenshot screenshot);

    [[nodiscard]] const QString &folder() const { return m_folder; }

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const QString &words);

private:
    void saveNext();

    QString m_folder;
    std::deque<Screenshot> m_waiting;
    QFutureWatcher<std::expected<QString, QString>> m_saving;
};

} // namespace Sandglass
