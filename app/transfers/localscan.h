// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Sandglass {

/// What is to be sent of one file or folder of this computer. Paths are relative to it, with "/";
/// the file itself has none.
struct LocalScan {
    struct File {
        QString path;
        qint64 size = 0;
    };
    QString root;
    bool isFolder = false;
    QStringList folders; ///< parents first
    QList<File> files;
    QStringList skipped;   ///< links to folders, which may lead back; devices, sockets, pipes
    bool isCutOff = false; ///< more than `mostEntries`

    static constexpr int mostEntries = 1'000'000;
};

/// Reads directories, not files. For another thread: a slow disk takes its time.
[[nodiscard]] LocalScan scanLocal(const QString &path);

} // namespace Sandglass
