// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/filetreemodel.h>
#include <widgets/filename.h>

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr qsizetype longestName = 255; ///< bytes, of every Linux file system

/// What people open in an editor; anything else is a plain sheet.
bool isText(const QString &name)
{
    static const QSet<QString> extensions{
        u"bash"_s, u"c"_s,   u"cc"_s,   u"cfg"_s, u"conf"_s, u"cpp"_s,  u"css"_s,
        u"csv"_s,  u"go"_s,  u"h"_s,    u"hpp"_s, u"html"_s, u"ini"_s,  u"ipynb"_s,
        u"java"_s, u"js"_s,  u"json"_s, u"log"_s, u"lua"_s,  u"md"_s,   u"mjs"_s,
        u"py"_s,   u"rb"_s,  u"rs"_s,   u"rst"_s, u"sh"_s,   u"sql"_s,  u"toml"_s,
        u"ts"_s,   u"tsv"_s, u"tsx"_s,  u"txt"_s, u"xml"_s,  u"yaml"_s, u"yml"_s};
    static const QSet<QString> names{u"makefile"_s, u"dockerfile"_s, u"license"_s, u"readme"_s};
    const QString folded = name.toCaseFolded();
    const qsizetype dot = folded.lastIndexOf(u'.');
    return dot == 0 || names.contains(folded) || extensions.contains(folded.sliced(dot + 1));
}

} // namespace

QString FileName::problem(const QString &name, const FileTreeModel &model,
                          const QModelIndex &directory, const QByteArray &before)
{
    const QByteArray bytes = name.toUtf8();
    if (bytes == before && !bytes.isEmpty())
        return {};
    if (name.trimmed().isEmpty())
        return tr("Type a name.");
    if (name.contains(u'/') || name.contains(QChar(u'\0')))
        return tr("A name cannot contain “/”.");
    if (name == u"."_s || name == u".."_s)
        return tr("“%1” has a meaning of its own and cannot be a name.").arg(name);
    if (bytes.size() > longestName)
        return tr("This name is too long: %1 of 255 bytes.").arg(bytes.size());
    if (model.hasChild(directory, bytes))
        return tr("This name is taken. Nothing was changed.");
    return {};
}

qsizetype FileName::stemLength(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? dot : name.size();
}

QString FileName::icon(const QModelIndex &index)
{
    const bool isLink = !index.data(LinkTargetRole).toString().isEmpty();
    if (index.data(IsDraftRole).toBool())
        return u"folder-new"_s;
    if (index.data(IsDirectoryRole).toBool())
        return isLink ? u"folder-link"_s : u"files"_s;
    if (isLink)
        return u"file-link"_s;
    return isText(index.data().toString()) ? u"file-text"_s : u"file"_s;
}

} // namespace Sandglass
