// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/sizerules.h>

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

int limitFor(const SourceFile &file)
{
    if (file.path == u"app/mainwindow.h")
        return maximumMainWindowHeaderLines;
    if (file.path == u"app/main.cpp")
        return maximumMainLines;
    return file.isHeader() ? maximumHeaderLines : maximumSourceLines;
}

/// `code` with preprocessor lines blank: the braces of a macro need not balance.
QString withoutPreprocessor(QString code)
{
    static const QRegularExpression directive(u"^[ \\t]*#(?:[^\\n]*\\\\\\n)*[^\\n]*"_s,
                                              QRegularExpression::MultilineOption);
    for (const auto &match : directive.globalMatch(code)) {
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (code.at(i) != u'\n')
                code[i] = u' ';
        }
    }
    return code;
}

/// Whether the text before a brace says that a function's body begins, and not a namespace, a type
/// or a value.
bool beginsFunction(const QString &head)
{
    static const QRegularExpression type(
        u"^\\s*(?:template\\s*<.*>\\s*)?(?:export\\s+)?"
        "(?:inline\\s+)?(?:namespace|class|struct|enum|union|extern)\\b"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return head.contains(u')') && !type.match(head).hasMatch();
}

struct OpenBody {
    qsizetype position = 0;
    int depth = 0;
};

} // namespace

Findings tooLongFile(const SourceFile &file)
{
    const int limit = limitFor(file);
    if (file.isBuildFile() || file.lineCount() <= limit)
        return {};
    return {{file.path, file.lineCount(),
             QString::number(file.lineCount()) + u" lines, "_s + QString::number(limit) +
                 u" are allowed"_s}};
}

Findings tooLongFunctions(const SourceFile &file)
{
    Findings findings;
    if (file.isBuildFile())
        return findings;
    const QString code = withoutPreprocessor(file.code);
    std::optional<OpenBody> body;
    int depth = 0;
    qsizetype headStart = 0;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u'{') {
            if (!body && beginsFunction(code.sliced(headStart, i - headStart)))
                body = OpenBody{i, depth};
            ++depth;
        } else if (c == u'}') {
            --depth;
            const int lines = body ? file.lineAt(i) - file.lineAt(body->position) - 1 : 0;
            if (body && depth == body->depth) {
                if (lines > maximumFunctionLines) {
                    findings +=
                        file.finding(body->position, u"a function of "_s + QString::number(lines) +
                                                         u" lines, 40 are allowed"_s);
                }
                body.reset();
            }
        }
        if (c == u'{' || c == u'}' || c == u';')
            headStart = i + 1;
    }
    return findings;
}

int percentile95(const SourceFiles &files)
{
    QList<int> lengths;
    for (const SourceFile &file : files) {
        if (!file.isBuildFile())
            lengths += file.lineCount();
    }
    std::ranges::sort(lengths);
    return lengths.isEmpty() ? 0 : lengths.at((lengths.size() * 95 - 1) / 100);
}

} // namespace Sandglass
