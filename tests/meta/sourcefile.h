// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/meta/finding.h>

#include <QtCore/QStringList>

namespace Sandglass {

/// One file of the source tree, as the rules see it. The two other texts have the same length and
/// the same lines as `text`, so that a position in one is a position in all.
class SourceFile final
{
public:
    SourceFile(QString filePath, QString fileText);

    QString path;        ///< from the repository's root, with "/"
    QString text;        ///< as it is
    QString uncommented; ///< comments are blank
    QString code;        ///< comments and the insides of literals are blank

    /// The first part of the path.
    [[nodiscard]] QString folder() const;
    [[nodiscard]] bool isHeader() const { return path.endsWith(u".h"); }
    [[nodiscard]] bool isSource() const { return path.endsWith(u".cpp"); }
    [[nodiscard]] bool isBuildFile() const;
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] int lineAt(qsizetype position) const;
    [[nodiscard]] Finding finding(qsizetype position, const QString &reason) const;
};

using SourceFiles = QList<SourceFile>;

/// The folders that hold code of ours, tests apart.
[[nodiscard]] const QStringList &codeFolders();
/// C++ and build files of the folders that exist, sorted. Reads the tree that the test was built
/// from.
[[nodiscard]] SourceFiles filesOf(const QStringList &folders);
/// Paths of all files of the folders, whatever they are.
[[nodiscard]] QStringList pathsOf(const QStringList &folders);

/// Runs a rule over many files.
template<typename Rule>
[[nodiscard]] Findings findingsIn(const SourceFiles &files, Rule rule)
{
    Findings findings;
    for (const SourceFile &file : files)
        findings += rule(file);
    return findings;
}

} // namespace Sandglass
