// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/runwords.h>

#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Sandglass {

QString RunWords::duration(std::chrono::milliseconds length)
{
    const qint64 seconds = std::max<qint64>(0, length.count() / 1000);
    if (length < 10s)
        return tr("%1 s").arg(QLocale().toString(double(length.count()) / 1000, 'f', 1));
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1m %2s").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    return tr("%1h %2m").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
}

QString RunWords::wholeSeconds(std::chrono::milliseconds length)
{
    return length < 10s ? tr("%1 s").arg(length.count() / 1000) : duration(length);
}

QString RunWords::ago(std::chrono::milliseconds age)
{
    const qint64 seconds = age.count() / 1000;
    if (seconds < 1)
        return tr("just now");
    if (seconds < 60)
        return tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min ago").arg(seconds / 60);
    return tr("%1 h ago").arg(seconds / 3600);
}

QString RunWords::state(const RunFacts &facts, std::chrono::milliseconds uptime)
{
    switch (facts.phase) {
    case RunPhase::None:
        return {};
    case RunPhase::Waiting:
        return tr("Waiting");
    case RunPhase::Running: // whole seconds: tenths would flicker
        return tr("Running %1").arg(wholeSeconds(uptime - facts.started));
    case RunPhase::Finished:
        return tr("Ran in %1").arg(duration(facts.duration));
    case RunPhase::Failed:
        return facts.error;
    case RunPhase::Stopped:
        return tr("Stopped");
    case RunPhase::Lost:
        return tr("Connection lost");
    case RunPhase::NotStarted:
        break;
    }
    return tr("Not started");
}

QString RunWords::age(const RunFacts &facts, std::chrono::milliseconds uptime)
{
    return facts.phase >= RunPhase::Finished ? ago(uptime - facts.ended) : QString();
}

QString RunWords::noticeTitle(const RunFacts &facts)
{
    switch (facts.phase) {
    case RunPhase::None:
        return {};
    case RunPhase::Waiting:
        return tr("Waiting");
    case RunPhase::Running:
        return tr("Running");
    case RunPhase::Finished:
        return tr("Ran in %1").arg(duration(facts.duration));
    case RunPhase::Failed:
        return tr("Ended with %1 after %2").arg(facts.error, duration(facts.duration));
    case RunPhase::Stopped:
        return tr("Stopped by you after %1").arg(duration(facts.duration));
    case RunPhase::Lost:
        return tr("The connection was lost after %1").arg(duration(facts.duration));
    case RunPhase::NotStarted:
        break;
    }
    return tr("Not started");
}

QString RunWords::noticeDetail(const RunFacts &facts)
{
    switch (facts.phase) {
    case RunPhase::Waiting:
        return facts.ahead > 0 ? tr("%n run(s) before this one", nullptr, facts.ahead)
                               : tr("for the context to be free");
    case RunPhase::Finished:
        return facts.lines == 0 && facts.results == 0 ? tr("nothing was printed") : QString();
    case RunPhase::Stopped:
        return tr("What came until then is above. Variables of the context are kept.");
    case RunPhase::Lost: {
        QStringList sentences{facts.words, arrived(facts),
                              tr("The code may still be running: its state is not known.")};
        sentences.removeAll(QString());
        return sentences.join(u' ');
    }
    case RunPhase::NotStarted:
        return facts.words;
    case RunPhase::None:
    case RunPhase::Running:
    case RunPhase::Failed:
        break;
    }
    return {};
}

QString RunWords::arrived(const RunFacts &facts)
{
    if (facts.lines == 0 && facts.results == 0)
        return tr("Nothing had arrived.");
    const QString lines = tr("%n line(s)", nullptr, int(std::min<qint64>(facts.lines, 2000000000)));
    const QString results = tr("%n result(s)", nullptr, facts.results);
    if (facts.results == 0)
        return tr("%1 had arrived.").arg(lines);
    if (facts.lines == 0)
        return tr("%1 had arrived.").arg(results);
    return tr("%1 and %2 had arrived.").arg(lines, results);
}

QString RunWords::dropped(qint64 bytes, int pictures)
{
    const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
    if (pictures == 0)
        return tr("%1 of older output are no longer kept").arg(size);
    const QString count = tr("%n picture(s)", nullptr, pictures);
    if (bytes == 0)
        return tr("Of older output, %1 are no longer kept").arg(count);
    return tr("Of older output, %1 and %2 are no longer kept").arg(size, count);
}

QString RunWords::kind(RunEntryKind kind)
{
    switch (kind) {
    case RunEntryKind::Stdout:
        return u"stdout"_s;
    case RunEntryKind::Stderr:
        return u"stderr"_s;
    case RunEntryKind::Text:
        return tr("text");
    case RunEntryKind::Html:
        return u"HTML"_s;
    case RunEntryKind::Markdown:
        return u"Markdown"_s;
    case RunEntryKind::Svg:
        return u"SVG"_s;
    case RunEntryKind::Image:
        return tr("picture");
    case RunEntryKind::Json:
        return u"JSON"_s;
    case RunEntryKind::Error:
        return tr("error");
    case RunEntryKind::Notice:
        break;
    }
    return {};
}

QString RunWords::copy(const RunEntry &entry)
{
    switch (entry.kind) {
    case RunEntryKind::Html:
    case RunEntryKind::Markdown:
        return entry.source;
    case RunEntryKind::Error: {
        const QString traceback = entry.traceback.text.text();
        const QString head = entry.errorName + u": "_s + entry.errorValue;
        return traceback.isEmpty() ? head : traceback;
    }
    case RunEntryKind::Notice:
        return entry.detail.isEmpty() ? entry.title : entry.title + u". "_s + entry.detail;
    case RunEntryKind::Svg:
        return QString::fromUtf8(entry.bytes);
    case RunEntryKind::Image:
        return entry.title;
    case RunEntryKind::Stdout:
    case RunEntryKind::Stderr:
    case RunEntryKind::Text:
    case RunEntryKind::Json:
        break;
    }
    return entry.lines.text();
}

} // namespace Sandglass
