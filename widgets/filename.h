// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>
#include <QtCore/QModelIndex>
#include <QtCore/QString>

namespace Sandglass {

class FileTreeModel;

/// What can be said about the name of a file before the sandbox is asked, and how its row looks.
class FileName final
{
    Q_DECLARE_TR_FUNCTIONS(Sandglass::FileName)

public:
    /// Why the directory cannot take the name, in words; empty when it can. `before` is the name of
    /// the row that would get it.
    [[nodiscard]] static QString problem(const QString &name, const FileTreeModel &model,
                                         const QModelIndex &directory, const QByteArray &before);
    /// The part of a name that is typed anew most often: without its extension.
    [[nodiscard]] static qsizetype stemLength(const QString &name);
    /// One of resources/icons, by kind and extension.
    [[nodiscard]] static QString icon(const QModelIndex &index);
};

} // namespace Sandglass
