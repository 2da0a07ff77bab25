// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/confirmpopover.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace Sandglass {

/// One file or folder that is about to be removed. Texts are fit to be shown.
struct FileRemoval {
    QByteArray path;
    QString name;
    QString shownPath;
    QString size; ///< "12.4 MiB"; empty for folders
    bool isFolder = false;
};

/// The last question before files are removed, at the row itself. The focus is on Cancel; Enter
/// never removes, wherever the focus is; Remove takes a click or the space bar.
class FileRemovePopover final : public ConfirmPopover
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileRemovePopover)

public:
    explicit FileRemovePopover(QWidget *window);

    /// Asks about these; `anchor` is the row, in global coordinates.
    void ask(const QList<FileRemoval> &files, const QRect &anchor);

Q_SIGNALS:
    void confirmed(const QList<QByteArray> &paths);

private:
    void showOne(const FileRemoval &file);
    void showSeveral(const QList<FileRemoval> &files);

    QList<QByteArray> m_paths;
};

} // namespace Sandglass
