// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/callrules.h>

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

enum class In { Code, Uncommented };

struct ForbiddenPattern {
    QStringList folders;
    QRegularExpression pattern;
    QString reason;
    In where = In::Code;
    QStringList exceptPaths;
};

const QStringList &eventLoopFolders()
{
    static const QStringList folders{u"client"_s, u"terminal"_s, u"vnc"_s,
                                     u"models"_s, u"widgets"_s,  u"app"_s};
    return folders;
}

QList<ForbiddenPattern> waitingPatterns()
{
    const QStringList ui{u"client"_s, u"terminal"_s, u"vnc"_s, u"widgets"_s, u"app"_s};
    return {
        {eventLoopFolders(), QRegularExpression(u"\\bwaitFor[A-Z]\\w*\\s*\\("_s),
         u"blocks the event loop"_s},
        {eventLoopFolders(), QRegularExpression(u"\\bprocessEvents\\b"_s),
         u"re-enters the event loop"_s},
        {eventLoopFolders(), QRegularExpression(u"\\bQEventLoop\\b"_s), u"nests an event loop"_s},
        // main.cpp runs the one loop there is.
        {ui,
         QRegularExpression(u"(\\.|->|::)exec\\s*\\("_s),
         u"nests an event loop: open() and finished()"_s,
         In::Code,
         {u"app/main.cpp"_s}},
        {{u"tests"_s},
         QRegularExpression(
             u"\\b(qSleep|qWait(?!\\s*\\(\\s*0\\s*\\))|msleep|usleep|nanosleep|sleep_for|sleep_until)\\s*\\("_s),
         u"a test waits for what it wants to see (QTRY_…), never for a time"_s},
    };
}

QList<ForbiddenPattern> sharingPatterns()
{
    return {
        {eventLoopFolders(), QRegularExpression(u"::instance\\s*\\(\\s*\\)"_s),
         u"no singletons: parts of AppContext are passed down"_s},
        {codeFolders(), QRegularExpression(u"\\bQNetworkAccessManager\\b"_s),
         u"libcurl is the only transport"_s},
        {{u"models"_s, u"widgets"_s, u"app"_s},
         QRegularExpression(
             u"\\b(QMutex|QMutexLocker|QReadWriteLock|QRecursiveMutex|"
             "(std::)?(recursive_|shared_|timed_)?mutex|lock_guard|unique_lock|scoped_lock)\\b"_s),
         u"threads exchange values by queued signals, not locks"_s},
    };
}

QList<ForbiddenPattern> failingPatterns()
{
    return {
        {codeFolders(), QRegularExpression(u"\\bthrow\\b"_s),
         u"nothing of ours throws: return a Result"_s},
        {codeFolders(), QRegularExpression(u"\\b(assert|Q_ASSERT|Q_ASSERT_X)\\s*\\("_s),
         u"bytes from outside never assert"_s},
        {codeFolders() + QStringList{u"tests"_s},
         QRegularExpression(u"#\\s*include\\s*[<\"]([^>\"\\n]*/)?private/"_s),
         u"private headers of Qt change with every release"_s, In::Uncommented},
    };
}

const QList<ForbiddenPattern> &patterns()
{
    static const QList<ForbiddenPattern> all =
        waitingPatterns() + sharingPatterns() + failingPatterns();
    return all;
}

Findings findingsOf(const ForbiddenPattern &forbidden, const SourceFile &file)
{
    Findings findings;
    const QString &text = forbidden.where == In::Code ? file.code : file.uncommented;
    for (const auto &match : forbidden.pattern.globalMatch(text))
        findings += file.finding(match.capturedStart(),
                                 match.captured().trimmed() + u": "_s + forbidden.reason);
    return findings;
}

} // namespace

Findings forbiddenCalls(const SourceFile &file)
{
    Findings findings;
    if (file.isBuildFile())
        return findings;
    for (const ForbiddenPattern &forbidden : patterns()) {
        if (forbidden.folders.contains(file.folder()) && !forbidden.exceptPaths.contains(file.path))
            findings += findingsOf(forbidden, file);
    }
    return findings;
}

Findings strayColours(const SourceFile &file)
{
    // QColor with a number, a text or a global colour; Qt's sixteen colours; #RRGGBB inside a
    // literal.
    static const QString inCode =
        u"\\bQColor(\\s+\\w+)?\\s*[({]\\s*(\\d|u?\"|Qt::\\w)|\\bqRgba?\\s*\\(\\s*\\d|"
        "\\bQColor(Constants::\\w+|::from\\w+\\s*\\(\\s*[\\du\"])|"
        "\\bQt::(red|green|blue|cyan|magenta|yellow|gray)\\b|\\bQt::(lightGray|dark[A-Z]\\w+|black|white|color0|color1)\\b"_s;
    static const QString inLiterals = u"#([0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\\b"_s;
    static const QRegularExpression themeFile(u"^widgets/theme\\w*\\.(h|cpp)$"_s);
    const bool isLooking =
        (file.folder() == u"widgets" || file.folder() == u"app") && !file.isBuildFile();
    if (!isLooking || themeFile.match(file.path).hasMatch())
        return {};
    const QString reason = u"colours come from the theme"_s;
    Findings findings = findingsOf({{}, QRegularExpression(inCode), reason}, file);
    const ForbiddenPattern literals{{}, QRegularExpression(inLiterals), reason, In::Uncommented};
    return findings + findingsOf(literals, file);
}

} // namespace Sandglass
