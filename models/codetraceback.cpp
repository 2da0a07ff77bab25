// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/codetraceback.h>

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr std::size_t keptHead = 64 * 1024;
constexpr std::size_t keptTail = 192 * 1024;
constexpr qsizetype firstFrames = 8;
constexpr qsizetype lastFrames = 24;
constexpr qsizetype maximumText = 200;

std::optional<TracebackFrame> cellFrame(const QString &line)
{
    // "Cell In[3], line 2, in f(x)", "Input In [3], in <cell line: 2>()"
    static const QRegularExpression form(
        u"^\\s*(?:Cell|Input) In ?\\[(\\d+)\\](?:, line (\\d+))?(?:, in (.+))?$"_s);
    static const QRegularExpression cellLine(u"<cell line: (\\d+)>"_s);
    const auto match = form.match(line);
    if (!match.hasMatch())
        return {};
    TracebackFrame frame{.line = match.captured(2).toInt(),
                         .function = match.captured(3).left(maximumText),
                         .cell = match.captured(1).toInt(),
                         .isCell = true};
    if (const auto inner = cellLine.match(frame.function); inner.hasMatch()) {
        frame.line = inner.captured(1).toInt();
        frame.function.clear();
    }
    return frame;
}

/// Code from the keyboard of older kernels, and of exec and compile: no file that could be opened.
std::optional<int> cellOfFile(const QString &file)
{
    static const QRegularExpression form(u"^<ipython-input-(\\d+)-\\w+>$"_s);
    const auto match = form.match(file);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

std::optional<TracebackFrame> fileFrame(const QString &line)
{
    static const QRegularExpression plain(u"^\\s*File \"([^\"]+)\", line (\\d+)(?:, in (.+))?$"_s);
    static const QRegularExpression jupyter(u"^\\s*File (\\S.*?):(\\d+)(?:, in (.+))?$"_s);
    auto match = plain.match(line);
    if (!match.hasMatch())
        match = jupyter.match(line);
    if (!match.hasMatch())
        return {};
    TracebackFrame frame{.file = match.captured(1),
                         .line = match.captured(2).toInt(),
                         .function = match.captured(3).left(maximumText)};
    if (const auto cell = cellOfFile(frame.file)) {
        frame.file.clear();
        frame.cell = *cell;
        frame.isCell = true;
    }
    return frame;
}

std::optional<TracebackFrame> shellFrame(const QString &line)
{
    // "bash: line 3: foo: command not found", "line 3: …", "script.sh: line 3: …"
    static const QRegularExpression form(u"^(?:([^\\s:]+): )?line (\\d+): (.+)$"_s);
    static const QRegularExpression shell(u"^(?:.*/)?-?(?:ba|da|z)?sh$|^environment$|^main$"_s);
    const auto match = form.match(line);
    if (!match.hasMatch())
        return {};
    const QString where = match.captured(1);
    const bool ran = where.isEmpty() || shell.match(where).hasMatch();
    return TracebackFrame{.file = ran ? QString() : where,
                          .line = match.captured(2).toInt(),
                          .text = match.captured(3).left(maximumText),
                          .isCell = ran};
}

/// The line of code: marked by an arrow, or right below a frame of plain Python.
void addCode(TracebackFrame &frame, const QString &line, bool isNext)
{
    static const QRegularExpression arrow(u"^-+> ?(\\d+) ?(.*)$"_s);
    if (const auto match = arrow.match(line); match.hasMatch()) {
        frame.text = match.captured(2).trimmed().left(maximumText);
        if (frame.line == 0)
            frame.line = match.captured(1).toInt();
    } else if (isNext && line.startsWith(u"    "_s) && frame.text.isEmpty()) {
        frame.text = line.trimmed().left(maximumText);
    }
}

QList<TracebackFrame> framesOf(const RunText &text)
{
    QList<TracebackFrame> frames;
    bool isNext = false;
    for (qint64 number = text.firstLine(); number < text.endLine(); ++number) {
        const QString &line = text.line(number).text;
        if (line.size() > 2000) // no frame is that long, and the expressions stay quick
            continue;
        auto frame = cellFrame(line);
        if (!frame)
            frame = fileFrame(line);
        if (!frame)
            frame = shellFrame(line);
        if (frame)
            frames.append(*frame);
        else if (!frames.isEmpty())
            addCode(frames.last(), line, isNext);
        isNext = frame.has_value();
    }
    return frames;
}

/// Both ends, cut between lines.
std::string shortened(std::string_view text)
{
    const std::size_t headEnd = text.rfind('\n', keptHead);
    const std::size_t tailStart = text.find('\n', text.size() - keptTail);
    std::string kept(text.substr(0, headEnd == std::string_view::npos ? keptHead : headEnd));
    kept += "\x1b[0m\n…\n";
    kept +=
        text.substr(tailStart == std::string_view::npos ? text.size() - keptTail : tailStart + 1);
    return kept;
}

} // namespace

CodeTraceback parseTraceback(std::string_view ansi)
{
    CodeTraceback traceback;
    traceback.isCut = ansi.size() > keptHead + keptTail;
    traceback.text.append(traceback.isCut ? shortened(ansi) : std::string(ansi));
    traceback.frames = framesOf(traceback.text);
    const qsizetype tooMany = traceback.frames.size() - firstFrames - lastFrames;
    if (tooMany > 0) {
        traceback.frames.remove(firstFrames, tooMany);
        traceback.framesLeftOut = int(tooMany);
    }
    return traceback;
}

} // namespace Sandglass
