// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/runresult.h>

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

const std::string *partOf(const ExecutionResult &result, std::string_view key)
{
    const auto found = result.parts.find(key);
    return found == result.parts.end() ? nullptr : &found->second;
}

QString decoded(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// At most `limit` bytes, cut before a character.
std::string_view cutAt(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit)
        return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U)
        --limit;
    return text.substr(0, limit);
}

QString sizeText(std::size_t bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeIecFormat);
}

QByteArray fromBase64(const std::string &text)
{
    return QByteArray::fromBase64(
        QByteArray::fromRawData(text.data(), qsizetype(text.size()))); // skips line breaks
}

/// "<Figure size 640x480 with 1 Axes>" names a picture, other texts do not.
QString nameOf(const ExecutionResult &result, const QString &otherwise)
{
    const std::string *text = partOf(result, "text");
    const QString shown = text ? displayText(cutAt(*text, 512)) : QString();
    if (!shown.startsWith(u'<') || !shown.endsWith(u'>'))
        return otherwise;
    const QString name = shown.sliced(1, shown.size() - 2).section(u' ', 0, 0);
    return name.section(u'.', -1);
}

} // namespace

RunEntry RunResult::entryOf(const ExecutionResult &result)
{
    Form form = picture(result);
    if (!form)
        form = drawing(result);
    if (!form)
        form = formatted(result, "html", RunEntryKind::Html);
    if (!form)
        form = formatted(result, "markdown", RunEntryKind::Markdown);
    if (!form)
        form = json(result);
    for (const char *key : {"text", "latex", "javascript"}) {
        if (!form)
            form = text(result, key);
    }
    RunEntry entry = form ? std::move(*form) : other(result);
    entry.isMainResult = result.isMainResult;
    return entry;
}

RunEntry RunResult::entryOf(const ExecutionError &error)
{
    constexpr std::size_t maximumName = 400;
    RunEntry entry;
    entry.kind = RunEntryKind::Error;
    entry.errorName = displayText(cutAt(error.name, maximumName));
    // An error's own words may have lines; the first ones say what it is.
    RunText value;
    value.append(cutAt(error.value, 16 * maximumName));
    entry.errorValue = value.text();
    entry.traceback = parseTraceback(error.traceback);
    return entry;
}

RunResult::Form RunResult::picture(const ExecutionResult &result)
{
    for (const auto &[key, type] : {std::pair("png", u"image/png"), {"jpeg", u"image/jpeg"}}) {
        const std::string *part = partOf(result, key);
        if (!part || part->empty())
            continue;
        RunEntry entry;
        entry.kind = RunEntryKind::Image;
        entry.bytes = fromBase64(*part);
        entry.mimeType = QString::fromUtf16(type);
        entry.title = nameOf(result, tr("Picture"));
        return entry;
    }
    return {};
}

RunResult::Form RunResult::drawing(const ExecutionResult &result)
{
    const std::string *part = partOf(result, "svg");
    if (!part || part->empty())
        return {};
    RunEntry entry;
    entry.kind = RunEntryKind::Svg;
    entry.bytes = QByteArray::fromStdString(*part);
    entry.mimeType = u"image/svg+xml"_s;
    entry.title = nameOf(result, tr("Drawing"));
    return entry;
}

RunResult::Form RunResult::formatted(const ExecutionResult &result, std::string_view key,
                                     RunEntryKind kind)
{
    const std::string *part = partOf(result, key);
    if (!part || part->empty())
        return {};
    if (part->size() > maximumHtml) {
        Form plain = text(result, "text");
        if (!plain)
            plain = text(result, key);
        if (plain)
            plain->detail = tr("as plain text: its formatted form has %1, up to %2 are drawn")
                                .arg(sizeText(part->size()), sizeText(maximumHtml));
        return plain;
    }
    RunEntry entry;
    entry.kind = kind;
    entry.source = decoded(*part);
    return entry;
}

RunResult::Form RunResult::json(const ExecutionResult &result)
{
    const std::string *part = partOf(result, "json");
    if (!part || part->empty())
        return {};
    Form entry = text(result, "json");
    if (entry && part->size() <= maximumText) {
        entry->lines = {};
        entry->lines.appendPlain(indentedJson(decoded(*part)));
    }
    if (entry)
        entry->kind = RunEntryKind::Json;
    return entry;
}

RunResult::Form RunResult::text(const ExecutionResult &result, std::string_view key)
{
    const std::string *part = partOf(result, key);
    if (!part)
        return {};
    RunEntry entry;
    entry.kind = RunEntryKind::Text;
    const std::string_view kept = cutAt(*part, maximumText);
    entry.lines.append(kept);
    if (part->empty())
        entry.detail = tr("an empty text");
    else if (kept.size() < part->size())
        entry.detail = tr("the first %1 of %2").arg(sizeText(kept.size()), sizeText(part->size()));
    return entry;
}

RunEntry RunResult::other(const ExecutionResult &result)
{
    RunEntry entry;
    entry.kind = RunEntryKind::Notice;
    if (const std::string *pdf = partOf(result, "pdf"); pdf && !pdf->empty()) {
        entry.bytes = fromBase64(*pdf);
        entry.mimeType = u"application/pdf"_s;
        entry.title = tr("PDF document, %1").arg(sizeText(std::size_t(entry.bytes.size())));
        entry.detail = tr("It is not drawn here: save it to look at it.");
        return entry;
    }
    QStringList forms;
    for (const auto &[type, value] : result.extra)
        forms.append(displayText(type, 80));
    entry.title = tr("A result that cannot be shown");
    entry.detail = forms.isEmpty() ? tr("It came without a text.")
                                   : tr("It came as %1 only.").arg(forms.mid(0, 4).join(u", "_s));
    return entry;
}

} // namespace Sandglass
