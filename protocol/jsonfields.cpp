// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/jsonfields.h>
#include <protocol/percent.h>

#include <charconv>
#include <cmath>

namespace Sandglass::Json {

namespace {

std::string snakeCase(std::string_view name)
{
    std::string snake;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            snake += '_';
            snake += static_cast<char>(c - 'A' + 'a');
        } else {
            snake += c;
        }
    }
    return snake;
}

std::optional<std::int64_t> integerInText(const std::string &text)
{
    std::int64_t number = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> integerIn(const Value &value, Dialect dialect)
{
    if (const auto *number = value.get_ptr<const Value::number_unsigned_t *>()) {
        if (*number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return std::nullopt;
        return static_cast<std::int64_t>(*number);
    }
    if (const auto *number = value.get_ptr<const Value::number_integer_t *>())
        return *number;
    if (const auto *number = value.get_ptr<const Value::number_float_t *>()) {
        // Some writers print 1e9 or 5.0. Above 2^53 a double no longer says which integer was
        // meant.
        if (std::abs(*number) <= 9007199254740992.0 && *number == std::trunc(*number))
            return static_cast<std::int64_t>(*number);
        return std::nullopt;
    }
    const auto *text = value.get_ptr<const std::string *>();
    return text && dialect == Dialect::Proto ? integerInText(*text) : std::nullopt;
}

bool hasNul(std::string_view text)
{
    return text.find('\0') != std::string_view::npos;
}

} // namespace

// The parser itself needs no stack for nesting, but whoever walks or prints the result would.
bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maximumDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

Result<Value> parse(std::string_view text, std::size_t limit)
{
    if (text.size() > limit)
        return failure(Error::Kind::Protocol,
                       "the body is larger than " + std::to_string(limit >> 20U) + " MiB");
    if (isTooDeep(text))
        return failure(Error::Kind::Protocol, "the body is nested too deeply");
    // The library takes a zero byte for the end of the text and would not see what follows it.
    if (hasNul(text))
        return failure(Error::Kind::Protocol, "the body is not JSON");
    Value value = Value::parse(text, nullptr, false);
    if (value.is_discarded())
        return failure(Error::Kind::Protocol, "the body is not JSON");
    return value;
}

std::string dump(const Value &value)
{
    return value.dump(-1, ' ', false, Value::error_handler_t::replace);
}

std::string dumpAscii(const Value &value)
{
    return value.dump(-1, ' ', true, Value::error_handler_t::replace);
}

void Problem::add(const std::string &path, std::string_view what)
{
    if (!text.empty())
        return;
    text = path;
    text += what;
}

Object::Object(const Value &value, Problem &problem, std::string path, Dialect dialect)
    : m_value(value),
      m_problem(problem),
      m_path(std::move(path)),
      m_dialect(dialect)
{
    if (!value.is_object())
        m_problem.add(m_path, m_path.empty() ? "the body must be an object" : " must be an object");
}

const Value *Object::member(std::string_view name) const
{
    auto found = m_value.find(name);
    if (found == m_value.end() && m_dialect == Dialect::Proto)
        found = m_value.find(snakeCase(name));
    return found == m_value.end() || found->is_null() ? nullptr : &*found;
}

std::optional<Object> Object::object(std::string_view name) const
{
    const Value *value = member(name);
    if (!value)
        return std::nullopt;
    if (!value->is_object()) {
        reject(name, "must be an object");
        return std::nullopt;
    }
    return Object(*value, m_problem, pathOf(name) + ".", m_dialect);
}

const std::vector<Value> &Object::array(std::string_view name) const
{
    static const std::vector<Value> none;
    const Value *value = member(name);
    if (!value)
        return none;
    if (const auto *elements = value->get_ptr<const Value::array_t *>())
        return *elements;
    reject(name, "must be a list");
    return none;
}

const Value *Object::required(std::string_view name, Presence presence) const
{
    const Value *value = member(name);
    if (!value && presence == Presence::Required)
        reject(name, "is missing");
    return value;
}

void Object::read(std::string_view name, std::string &target, Presence presence) const
{
    const Value *value = required(name, presence);
    if (!value)
        return;
    if (const auto *text = value->get_ptr<const std::string *>())
        target = *text;
    else
        reject(name, "must be a string");
}

void Object::read(std::string_view name, std::optional<std::string> &target) const
{
    if (member(name))
        read(name, target.emplace());
}

void Object::read(std::string_view name, std::optional<bool> &target) const
{
    if (member(name))
        read(name, target.emplace());
}

void Object::read(std::string_view name, bool &target) const
{
    const Value *value = member(name);
    if (!value)
        return;
    if (const auto *boolean = value->get_ptr<const bool *>())
        target = *boolean;
    else
        reject(name, "must be true or false");
}

void Object::read(std::string_view name, double &target, Presence presence) const
{
    const Value *value = required(name, presence);
    if (!value)
        return;
    if (value->is_number())
        target = value->get<double>();
    else
        reject(name, "must be a number");
}

void Object::read(std::string_view name, Timestamp &target, Presence presence) const
{
    std::string text;
    read(name, text, presence);
    if (!member(name))
        return;
    if (const auto time = parseTimestamp(text))
        target = *time;
    else
        reject(name, "must be a time as in RFC 3339");
}

void Object::read(std::string_view name, std::map<std::string, std::string> &target) const
{
    const auto members = object(name);
    if (!members)
        return;
    for (const auto &[key, value] : members->m_value.items()) {
        // The key is the sender's, so it stays out of the message.
        if (const auto *text = value.get_ptr<const std::string *>())
            target[key] = *text;
        else
            reject(name, "must hold strings only");
    }
}

void Object::read(std::string_view name, std::vector<std::string> &target) const
{
    for (const Value &value : array(name)) {
        if (const auto *text = value.get_ptr<const std::string *>())
            target.push_back(*text);
        else
            reject(name, "must hold strings only");
    }
}

void Object::readEnvironment(std::string_view name,
                             std::map<std::string, std::string> &target) const
{
    read(name, target);
    for (const auto &[variable, value] : target) {
        if (variable.empty() || variable.contains('=') || hasNul(variable) || hasNul(value))
            reject(name, "must hold names without \"=\" and nothing with a zero byte");
    }
}

void Object::readBytes(std::string_view name, std::string &target) const
{
    std::string text;
    read(name, text);
    if (auto bytes = base64Decode(text))
        target = std::move(*bytes);
    else
        reject(name, "must be base64");
}

std::optional<std::int64_t> Object::integer(std::string_view name, Presence presence,
                                            std::int64_t minimum, std::int64_t maximum) const
{
    const Value *value = required(name, presence);
    if (!value)
        return std::nullopt;
    const auto number = integerIn(*value, m_dialect);
    if (!number)
        reject(name, "must be an integer");
    else if (*number < minimum || *number > maximum)
        reject(name, "must be from " + std::to_string(minimum) + " to " + std::to_string(maximum));
    else
        return number;
    return std::nullopt;
}

void Object::reject(std::string_view name, std::string_view what) const
{
    m_problem.add(pathOf(name), " " + std::string(what));
}

std::string Object::pathOf(std::string_view name) const
{
    return m_path + std::string(name);
}

} // namespace Sandglass::Json
