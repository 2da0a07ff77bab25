// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/time.h>
#include <models/fileroles.h>
#include <protocol/filesystem.h>

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace Sandglass {

struct FileNode;

/// What is written about files: cells, tooltips, and sentences for screen readers. All results are
/// plain text fit to be shown.
class FileText final
{
    Q_DECLARE_TR_FUNCTIONS(Sandglass::FileText)

public:
    /// `now` is our clock.
    FileText(const QLocale &locale, Timestamp now) : m_locale(locale), m_now(now) {}

    [[nodiscard]] static QString column(FileColumn column);
    [[nodiscard]] static QString kind(const FileEntry &entry); ///< "folder", "link to a file"
    [[nodiscard]] QString size(qint64 bytes) const;            ///< "512 B", "38 KiB", "12.4 MiB"
    [[nodiscard]] QString bytes(qint64 bytes) const;           ///< "12,582,912 bytes"
    [[nodiscard]] QString modified(Timestamp time) const; ///< "4 min ago", a date when long ago
    [[nodiscard]] QString exactTime(Timestamp time) const;

    [[nodiscard]] QString cell(const FileNode &node, FileColumn column) const;
    [[nodiscard]] QString toolTip(const FileNode &node, FileColumn column) const;
    [[nodiscard]] QString accessible(const FileNode &node, FileColumn column) const;

private:
    [[nodiscard]] QString sizeCell(const FileNode &node) const;
    [[nodiscard]] static QString nameToolTip(const FileNode &node);

    QLocale m_locale;
    Timestamp m_now;
};

} // namespace Sandglass
