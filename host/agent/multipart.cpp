// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/multipart.h>
#include <protocol/percent.h>

#include <algorithm>
#include <cctype>

namespace Sandglass {

namespace {

constexpr std::size_t maximumHead = 64UL << 10U;
constexpr std::size_t maximumBoundary = 70; // RFC 2046

bool sameText(std::string_view a, std::string_view b)
{
    return std::ranges::equal(
        a, b, {}, [](unsigned char c) { return std::tolower(c); },
        [](unsigned char c) { return std::tolower(c); });
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Takes a quoted or plain value from the front. A backslash counts only before a quote or another
/// one: some browsers send whole Windows paths.
std::string takeValue(std::string_view &text)
{
    std::string value;
    if (!text.starts_with('"')) {
        const auto end = std::min(text.find(';'), text.size());
        value = trimmed(text.substr(0, end));
        text.remove_prefix(end);
        return value;
    }
    text.remove_prefix(1);
    while (!text.empty() && text.front() != '"') {
        if (text.starts_with("\\\"") || text.starts_with("\\\\"))
            text.remove_prefix(1);
        value += text.front();
        text.remove_prefix(1);
    }
    text.remove_prefix(std::min<std::size_t>(text.size(), 1));
    return value;
}

/// The parameter of a header's value ("form-data; name=…"); nothing when it is absent.
std::optional<std::string> parameterOf(std::string_view value, std::string_view name)
{
    auto semicolon = value.find(';');
    while (semicolon != std::string_view::npos) {
        value = trimmed(value.substr(semicolon + 1));
        const auto equals = value.find('=');
        if (equals == std::string_view::npos)
            return std::nullopt;
        const auto found = trimmed(value.substr(0, equals));
        value = trimmed(value.substr(equals + 1));
        auto text = takeValue(value);
        if (sameText(found, name))
            return text;
        semicolon = value.find(';');
    }
    return std::nullopt;
}

/// RFC 5987: filename*=UTF-8''na%C3%AFve.
std::optional<std::string> extendedFilename(std::string_view disposition)
{
    const auto value = parameterOf(disposition, "filename*");
    const auto quotes = value ? value->find("''") : std::string::npos;
    if (quotes == std::string::npos || !sameText(value->substr(0, quotes), "utf-8"))
        return std::nullopt;
    auto decoded = percentDecode(value->substr(quotes + 2));
    return decoded ? std::optional(std::move(*decoded)) : std::nullopt;
}

FormPart partOf(std::string_view head)
{
    FormPart part;
    while (!head.empty()) {
        const auto end = std::min(head.find("\r\n"), head.size());
        const auto line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos ||
            !sameText(trimmed(line.substr(0, colon)), "content-disposition"))
            continue;
        const auto disposition = trimmed(line.substr(colon + 1));
        part.name = parameterOf(disposition, "name").value_or("");
        part.filename = extendedFilename(disposition);
        if (!part.filename)
            part.filename = parameterOf(disposition, "filename");
    }
    return part;
}

} // namespace

std::optional<std::string> multipartBoundary(std::string_view contentType)
{
    auto boundary = parameterOf(contentType, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > maximumBoundary)
        return std::nullopt;
    return boundary;
}

// The first delimiter has no line break before it, unless there is a preamble.
MultipartParser::MultipartParser(std::string_view boundary)
    : m_delimiter("\r\n--" + std::string(boundary)),
      m_buffer("\r\n")
{
}

Result<FormEvent> MultipartParser::next()
{
    if (m_error)
        return std::unexpected(*m_error);
    while (true) {
        const auto before = m_state;
        auto event = m_state == State::Preamble    ? skipPreamble()
                     : m_state == State::Delimiter ? readDelimiter()
                     : m_state == State::Head      ? readHead()
                     : m_state == State::Data      ? readData()
                                                   : FormEvent();
        if (!event || !std::holds_alternative<std::monostate>(*event) || m_state == before)
            return event;
    }
}

// What follows it must be able to: content may hold the same characters with others behind them.
std::size_t MultipartParser::findDelimiter() const
{
    auto at = m_buffer.find(m_delimiter);
    while (at != std::string::npos) {
        const auto end = at + m_delimiter.size();
        if (end == m_buffer.size() || std::string_view(" \t\r-").contains(m_buffer[end]))
            return at;
        at = m_buffer.find(m_delimiter, at + 1);
    }
    return at;
}

Result<FormEvent> MultipartParser::skipPreamble()
{
    const auto at = findDelimiter();
    if (at != std::string::npos && at + m_delimiter.size() < m_buffer.size()) {
        m_buffer.erase(0, at + m_delimiter.size());
        m_state = State::Delimiter;
    } else if (m_buffer.size() > maximumHead) {
        return fail("the form does not begin with its boundary");
    }
    return FormEvent();
}

Result<FormEvent> MultipartParser::readDelimiter()
{
    if (m_buffer.starts_with("--")) {
        m_state = State::Ended;
        m_buffer.clear();
        return FormEnd{};
    }
    const auto end = m_buffer.find("\r\n");
    if (end == std::string::npos) {
        if (m_buffer.size() > maximumHead)
            return fail("a boundary of the form does not end");
        return FormEvent();
    }
    if (!trimmed(std::string_view(m_buffer).substr(0, end)).empty())
        return fail("a boundary of the form is followed by something else");
    m_buffer.erase(0, end); // keeps the line break: a head may be empty
    m_state = State::Head;
    return FormEvent();
}

Result<FormEvent> MultipartParser::readHead()
{
    const auto end = m_buffer.find("\r\n\r\n");
    if (std::min(end, m_buffer.size()) > maximumHead)
        return fail("the head of a part is too large");
    if (end == std::string::npos)
        return FormEvent();
    auto part = partOf(std::string_view(m_buffer).substr(2, std::max<std::size_t>(end, 2) - 2));
    m_buffer.erase(0, end + 4);
    m_state = State::Data;
    return part;
}

FormEvent MultipartParser::readData()
{
    const auto at = findDelimiter();
    const bool isComplete = at != std::string::npos && at + m_delimiter.size() < m_buffer.size();
    const auto kept = m_delimiter.size();
    const auto safe = at != std::string::npos  ? at
                      : m_buffer.size() > kept ? m_buffer.size() - kept
                                               : 0;
    if (safe > 0) {
        FormData data{.bytes = m_buffer.substr(0, safe)};
        m_buffer.erase(0, safe);
        return data;
    }
    if (!isComplete)
        return FormEvent();
    m_buffer.erase(0, m_delimiter.size());
    m_state = State::Delimiter;
    return FormPartEnd{};
}

Result<FormEvent> MultipartParser::fail(std::string detail)
{
    m_error = Error{.kind = Error::Kind::Protocol, .detail = std::move(detail), .operationId = {}};
    return std::unexpected(*m_error);
}

} // namespace Sandglass
