// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/transfers/localscan.h>

#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>

namespace Sandglass {

LocalScan scanLocal(const QString &path)
{
    const QFileInfo root(path);
    LocalScan scan{.root = path, .isFolder = root.isDir()};
    if (!scan.isFolder) {
        // What cannot be read is told by its transfer.
        if (root.isFile() || !root.exists())
            scan.files.append({{}, root.size()});
        else
            scan.skipped.append(root.fileName());
        return scan;
    }
    QDirIterator entries(path,
                         QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    const QDir base(path);
    while (entries.hasNext()) {
        const QFileInfo entry = entries.nextFileInfo();
        const QString relative = base.relativeFilePath(entry.filePath());
        if (scan.folders.size() + scan.files.size() >= LocalScan::mostEntries) {
            scan.isCutOff = true;
            break;
        }
        if (entry.isDir() && !entry.isSymLink())
            scan.folders.append(relative);
        else if (entry.isFile())
            scan.files.append({relative, entry.size()});
        else
            scan.skipped.append(relative);
    }
    return scan;
}

} // namespace Sandglass
