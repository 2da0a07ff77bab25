// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/layeringrules.h>

#include <QtCore/QDir>
#include <QtCore/QHash>
#include <QtCore/QLibraryInfo>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

struct Allowed {
    QStringList folders; ///< besides its own
    QStringList qtModules;
};

/// The table of the architecture page. It has no row for bench/, whose programs are leaves like the
/// tests: they may use what they measure, and nothing may use them.
const QHash<QString, Allowed> &allowedByFolder()
{
    static const QStringList toWidgets{u"core"_s,   u"protocol"_s, u"client"_s,
                                       u"models"_s, u"terminal"_s, u"vnc"_s};
    static const QHash<QString, Allowed> table{
        {u"core"_s, {}},
        {u"protocol"_s, {{u"core"_s}, {}}},
        {u"client"_s, {{u"core"_s, u"protocol"_s}, {u"Core"_s}}},
        {u"host"_s, {{u"core"_s, u"protocol"_s}, {}}},
        {u"terminal"_s, {{u"core"_s}, {u"Core"_s, u"Gui"_s}}},
        // Qt WebSockets speaks in types of Qt Network, so one comes with the other.
        {u"vnc"_s, {{u"core"_s}, {u"Core"_s, u"Gui"_s, u"Network"_s, u"WebSockets"_s}}},
        {u"models"_s, {{u"core"_s, u"protocol"_s, u"client"_s}, {u"Core"_s, u"Gui"_s, u"Sql"_s}}},
        {u"widgets"_s,
         {{u"core"_s, u"protocol"_s, u"models"_s, u"terminal"_s, u"vnc"_s},
          {u"Core"_s, u"Gui"_s, u"Widgets"_s, u"Svg"_s, u"Concurrent"_s}}},
        {u"app"_s,
         {toWidgets + QStringList{u"widgets"_s},
          {u"Core"_s, u"Gui"_s, u"Widgets"_s, u"Svg"_s, u"Concurrent"_s}}},
        {u"bench"_s,
         {toWidgets + QStringList{u"widgets"_s, u"app"_s, u"host"_s},
          {u"Core"_s, u"Gui"_s, u"Widgets"_s, u"Svg"_s, u"Test"_s}}},
    };
    return table;
}

struct Include {
    QString target;
    qsizetype position = 0;
};

QList<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression pattern(uR"(^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"])"_s,
                                            QRegularExpression::MultilineOption);
    QList<Include> includes;
    for (const auto &match : pattern.globalMatch(file.uncommented))
        includes.append({match.captured(1), match.capturedStart()});
    return includes;
}

/// "Gui" for <QtGui/QColor> and for <QColor>; empty for what is not Qt's.
QString qtModuleOf(const QString &include)
{
    static const QRegularExpression qualified(u"^Qt([A-Z][A-Za-z0-9]*)(/|$)"_s);
    if (const auto match = qualified.match(include); match.hasMatch())
        return match.captured(1);
    if (include.contains(u'/') || !include.startsWith(u'Q', Qt::CaseInsensitive))
        return {};
    static QHash<QString, QString> known;
    if (const auto found = known.constFind(include); found != known.cend())
        return *found;
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const QString &module : headers.entryList({u"Qt*"_s}, QDir::Dirs)) {
        if (headers.exists(module + u"/"_s + include))
            return known[include] = module.sliced(2);
    }
    return known[include] = QString();
}

/// The folder that a library of ours is built from: the decoder's parts count as vnc, the host's
/// own parts as host.
QString folderOfLibrary(const QString &library)
{
    if (codeFolders().contains(library))
        return library;
    return library.startsWith(u"rfb") ? u"vnc"_s : u"host"_s;
}

bool mayUse(const QString &folder, const QString &other)
{
    return folder == other || allowedByFolder().value(folder).folders.contains(other);
}

} // namespace

Findings forbiddenArrows(const SourceFile &file)
{
    Findings findings;
    const QString folder = file.folder();
    for (const Include &include : includesOf(file)) {
        const QString other = include.target.section(u'/', 0, 0);
        const bool isOurs =
            include.target.contains(u'/') && (codeFolders().contains(other) || other == u"tests");
        if (isOurs && !mayUse(folder, other))
            findings += file.finding(include.position, folder + u" may not use "_s + other);
    }
    return findings;
}

Findings forbiddenQtModules(const SourceFile &file)
{
    Findings findings;
    const QString folder = file.folder();
    for (const Include &include : includesOf(file)) {
        const QString module = qtModuleOf(include.target);
        if (!module.isEmpty() && !allowedByFolder().value(folder).qtModules.contains(module))
            findings += file.finding(include.position, folder + u" may not use Qt "_s + module);
    }
    return findings;
}

Findings forbiddenLinks(const SourceFile &file)
{
    static const QRegularExpression pattern(u"\\b(Sandglass|Qt6)::(\\w+)"_s);
    static const QRegularExpression comment(u"#[^\\n]*"_s);
    Findings findings;
    const QString folder = file.folder();
    // A build file's comments are cut here: the texts of SourceFile only know those of C++.
    for (const auto &match : pattern.globalMatch(QString(file.text).replace(comment, QString()))) {
        const QString name = match.captured(2);
        const qsizetype position = file.text.indexOf(match.captured());
        const bool isQt = match.captured(1) == u"Qt6";
        if (isQt && name.endsWith(u"Private"))
            findings +=
                file.finding(position, u"private parts of Qt change with every release: "_s + name);
        else if (isQt && !name.startsWith(u"qmake") &&
                 !allowedByFolder().value(folder).qtModules.contains(name))
            findings += file.finding(position, folder + u" may not link Qt "_s + name);
        else if (!isQt && !mayUse(folder, folderOfLibrary(name.toLower())))
            findings += file.finding(position, folder + u" may not link "_s + name);
    }
    return findings;
}

Findings strayJson(const SourceFile &file)
{
    static const QRegularExpression qtJson(u"(^|/)QJson\\w+$"_s);
    Findings findings;
    const bool isPrivateToProtocol = file.path == u"protocol/jsonfields.h";
    const bool mayReadJson =
        file.folder() == u"protocol" && (file.isSource() || isPrivateToProtocol);
    for (const Include &include : includesOf(file)) {
        const bool isJson = include.target.startsWith(u"nlohmann/") ||
                            include.target == u"protocol/jsonfields.h" ||
                            qtJson.match(include.target).hasMatch();
        if (isJson && !mayReadJson)
            findings += file.finding(include.position,
                                     u"JSON belongs into protocol/, behind plain structs"_s);
    }
    return findings;
}

} // namespace Sandglass
