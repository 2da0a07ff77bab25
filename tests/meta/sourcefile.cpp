// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/sourcefile.h>

#include <QtCore/QDir>
#include <QtCore/QDirIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

enum class Blank { Comments, CommentsAndLiterals };

/// Walks C++ text and blanks parts of it, keeping every line end where it is.
class Blanker final
{
public:
    Blanker(QString text, Blank what) : m_text(std::move(text)), m_what(what) {}

    QString run()
    {
        while (m_position < m_text.size())
            step();
        return std::move(m_text);
    }

private:
    [[nodiscard]] bool at(QStringView expected) const
    {
        return QStringView(m_text).sliced(m_position).startsWith(expected);
    }
    [[nodiscard]] QChar current() const { return m_text.at(m_position); }
    [[nodiscard]] static bool isWordChar(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

    void step()
    {
        if (at(u"//"))
            blankTo(lineEnd());
        else if (at(u"/*"))
            blankTo(after(u"*/", m_position + 2));
        else if (current() == u'"' || current() == u'\'')
            literal(current());
        else if (isWordChar(current()))
            word();
        else
            ++m_position;
    }

    /// A name, a number with its separators, or the prefix of a raw string.
    void word()
    {
        const qsizetype start = m_position;
        const bool isNumber = current().isDigit();
        while (m_position < m_text.size() &&
               (isWordChar(current()) || (isNumber && current() == u'\'')))
            ++m_position;
        const QStringView name = QStringView(m_text).sliced(start, m_position - start);
        const bool isRawPrefix =
            name == u"R" || name == u"uR" || name == u"u8R" || name == u"UR" || name == u"LR";
        if (isRawPrefix && m_position < m_text.size() && current() == u'"')
            rawString();
    }

    void rawString()
    {
        const qsizetype open = m_text.indexOf(u'(', m_position);
        if (open < 0) {
            m_position = m_text.size();
            return;
        }
        const QString close =
            u")"_s + m_text.sliced(m_position + 1, open - m_position - 1) + u"\""_s;
        ++m_position;
        inside(after(close, open) - 1);
        ++m_position;
    }

    void literal(QChar quote)
    {
        qsizetype end = m_position + 1;
        while (end < m_text.size() && m_text.at(end) != quote && m_text.at(end) != u'\n')
            end += m_text.at(end) == u'\\' ? 2 : 1;
        ++m_position;
        inside(std::min(end, m_text.size()));
        ++m_position;
    }

    void inside(qsizetype end)
    {
        if (m_what == Blank::CommentsAndLiterals)
            blankTo(end);
        m_position = end;
    }

    void blankTo(qsizetype end)
    {
        for (; m_position < std::min(end, m_text.size()); ++m_position) {
            if (current() != u'\n')
                m_text[m_position] = u' ';
        }
    }

    [[nodiscard]] qsizetype lineEnd() const
    {
        const qsizetype end = m_text.indexOf(u'\n', m_position);
        return end < 0 ? m_text.size() : end;
    }
    [[nodiscard]] qsizetype after(QStringView mark, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(mark, from);
        return found < 0 ? m_text.size() : found + mark.size();
    }

    QString m_text;
    Blank m_what;
    qsizetype m_position = 0;
};

QDir root()
{
    return QDir(QStringLiteral(SANDGLASS_SOURCE_DIR));
}

} // namespace

SourceFile::SourceFile(QString filePath, QString fileText)
    : path(std::move(filePath)),
      text(std::move(fileText))
{
    uncommented = isBuildFile() ? text : Blanker(text, Blank::Comments).run();
    code = isBuildFile() ? text : Blanker(text, Blank::CommentsAndLiterals).run();
}

QString SourceFile::folder() const
{
    return path.section(u'/', 0, 0);
}

bool SourceFile::isBuildFile() const
{
    return path.endsWith(u"CMakeLists.txt") || path.endsWith(u".cmake");
}

int SourceFile::lineCount() const
{
    return int(text.count(u'\n')) + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

int SourceFile::lineAt(qsizetype position) const
{
    return int(QStringView(text).first(position).count(u'\n')) + 1;
}

Finding SourceFile::finding(qsizetype position, const QString &reason) const
{
    return {path, lineAt(position), reason};
}

const QStringList &codeFolders()
{
    static const QStringList folders{u"core"_s,     u"protocol"_s, u"client"_s, u"host"_s,
                                     u"terminal"_s, u"vnc"_s,      u"models"_s, u"widgets"_s,
                                     u"app"_s,      u"bench"_s};
    return folders;
}

QStringList pathsOf(const QStringList &folders)
{
    QStringList paths;
    for (const QString &folder : folders) {
        QDirIterator files(root().filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths += root().relativeFilePath(files.next());
    }
    paths.sort();
    return paths;
}

SourceFiles filesOf(const QStringList &folders)
{
    SourceFiles files;
    for (const QString &path : pathsOf(folders)) {
        if (!path.endsWith(u".h") && !path.endsWith(u".cpp") && !path.endsWith(u".cmake") &&
            !path.endsWith(u"CMakeLists.txt"))
            continue;
        QFile file(root().filePath(path));
        if (file.open(QIODevice::ReadOnly))
            files.append(SourceFile(path, QString::fromUtf8(file.readAll())));
    }
    return files;
}

} // namespace Sandglass
