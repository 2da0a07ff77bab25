// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/jsonfields.h>
#include <protocol/jsonslices.h>

#include <algorithm>

namespace Sandglass::Json {

namespace {

constexpr std::string_view whiteSpace = " \t\r\n";

/// Walks over text that is known to be valid; on any other it stops at the end.
class Cursor final
{
public:
    explicit Cursor(std::string_view text) : m_text(text) { skipSpace(); }

    [[nodiscard]] bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    void skip()
    {
        ++m_at;
        skipSpace();
    }

    std::string_view takeValue()
    {
        const auto start = std::min(m_at, m_text.size());
        if (isAt('"'))
            skipString();
        else if (isAt('{') || isAt('['))
            skipContainer();
        else
            m_at = std::min(m_text.find_first_of(",]} \t\r\n", m_at), m_text.size());
        const auto value = m_text.substr(start, std::min(m_at, m_text.size()) - start);
        skipSpace();
        return value;
    }

private:
    void skipSpace() { m_at = std::min(m_text.find_first_not_of(whiteSpace, m_at), m_text.size()); }

    void skipString()
    {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
        }
        ++m_at;
    }

    void skipContainer()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                skipString();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++m_at;
            if (depth == 0)
                return;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

void appendEscaped(std::string &target, std::string_view character)
{
    // The writer of the JSON library knows surrogates already.
    const auto text = Value(character).dump(-1, ' ', true, Value::error_handler_t::replace);
    target.append(text, 1, text.size() - 2);
}

} // namespace

std::vector<Slice> membersOf(std::string_view object)
{
    std::vector<Slice> members;
    Cursor cursor(object);
    if (!cursor.isAt('{'))
        return members;
    cursor.skip();
    while (!cursor.isAtEnd() && !cursor.isAt('}')) {
        std::string key = stringOf(cursor.takeValue());
        if (!cursor.isAt(':'))
            break;
        cursor.skip();
        const auto value = cursor.takeValue();
        const auto known = std::ranges::find(members, key, &Slice::key);
        if (known != members.end())
            known->value = value;
        else
            members.push_back({.key = std::move(key), .value = value});
        if (cursor.isAt(','))
            cursor.skip();
    }
    return members;
}

std::string_view memberOf(std::string_view object, std::string_view key)
{
    for (const auto &[name, value] : membersOf(object)) {
        if (name == key && value != "null")
            return value;
    }
    return {};
}

std::string stringOf(std::string_view value)
{
    if (value.size() < 2 || value.front() != '"')
        return {};
    const auto inner = value.substr(1, value.size() - 2);
    if (!inner.contains('\\'))
        return std::string(inner);
    const Value parsed = Value::parse(value, nullptr, false);
    const auto *text = parsed.get_ptr<const std::string *>();
    return text ? *text : std::string();
}

std::string oneAsciiLine(std::string_view json)
{
    std::string line;
    line.reserve(json.size());
    for (std::size_t i = 0; i < json.size();) {
        const auto byte = static_cast<unsigned char>(json[i]);
        if (byte < 0x80) {
            // A line break in valid JSON is white space: inside of strings it is escaped.
            line += byte == '\n' || byte == '\r' ? ' ' : json[i];
            ++i;
            continue;
        }
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        appendEscaped(line, json.substr(i, length));
        i += length;
    }
    return line;
}

bool isValid(std::string_view json)
{
    return !isTooDeep(json) && !json.contains('\0') && Value::accept(json);
}

} // namespace Sandglass::Json
