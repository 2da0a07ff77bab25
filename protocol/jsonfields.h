// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <core/time.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Private to protocol/: reads JSON of strangers without ever throwing. Members with null count as
/// missing, unknown ones are ignored, and of a repeated one the last counts. The first thing that
/// is wrong is remembered and named.
namespace Sandglass::Json {

using Value = nlohmann::json;

inline constexpr std::size_t maximumBytes = 16UL << 20U;
inline constexpr int maximumDepth = 64;

enum class Presence { Optional, Required };
/// Proto: the JSON form of protocol buffers, where numbers may be quoted and names may be in
/// snake_case.
enum class Dialect { Plain, Proto };

/// Whether what the text holds is nested more than maximumDepth times.
[[nodiscard]] bool isTooDeep(std::string_view text);
/// A Protocol error if the text is too long, too deep, not JSON or not UTF-8.
[[nodiscard]] Result<Value> parse(std::string_view text, std::size_t limit = maximumBytes);
/// Invalid UTF-8 becomes U+FFFD: an encoder never fails.
[[nodiscard]] std::string dump(const Value &value);
/// The same with everything but ASCII escaped.
[[nodiscard]] std::string dumpAscii(const Value &value);

/// The first problem of a document. Empty means that all went well.
struct Problem {
    std::string text;
    void add(const std::string &path, std::string_view what);
};

/// One JSON object being read. Borrows the value and the problem.
class Object final
{
public:
    Object(const Value &value, Problem &problem, std::string path,
           Dialect dialect = Dialect::Plain);

    /// The member, or null if it is missing or null.
    [[nodiscard]] const Value *member(std::string_view name) const;
    /// The member as an object to read on; nothing if it is missing.
    [[nodiscard]] std::optional<Object> object(std::string_view name) const;
    /// The member's elements; none if it is missing.
    [[nodiscard]] const std::vector<Value> &array(std::string_view name) const;

    void read(std::string_view name, std::string &target,
              Presence presence = Presence::Optional) const;
    void read(std::string_view name, std::optional<std::string> &target) const;
    void read(std::string_view name, std::optional<bool> &target) const;
    void read(std::string_view name, bool &target) const;
    void read(std::string_view name, double &target, Presence presence = Presence::Optional) const;
    void read(std::string_view name, Timestamp &target, Presence presence) const;
    void read(std::string_view name, std::map<std::string, std::string> &target) const;
    void read(std::string_view name, std::vector<std::string> &target) const;

    /// An integer within the bounds.
    template<typename Integer>
    void readInteger(std::string_view name, Integer &target, Presence presence,
                     std::int64_t minimum = std::numeric_limits<Integer>::min(),
                     std::int64_t maximum = std::numeric_limits<Integer>::max()) const
    {
        if (const auto value = integer(name, presence, minimum, maximum))
            target = static_cast<Integer>(*value);
    }
    /// A map of environment variables: names without "=", and no NUL anywhere.
    void readEnvironment(std::string_view name, std::map<std::string, std::string> &target) const;
    /// Base64 in any of its forms.
    void readBytes(std::string_view name, std::string &target) const;

    /// Remembers that the member is wrong: "<path><name> <what>".
    void reject(std::string_view name, std::string_view what) const;
    [[nodiscard]] std::string pathOf(std::string_view name) const;
    [[nodiscard]] Problem &problem() const { return m_problem; }
    [[nodiscard]] Dialect dialect() const { return m_dialect; }

private:
    [[nodiscard]] const Value *required(std::string_view name, Presence presence) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view name, Presence presence,
                                                      std::int64_t minimum,
                                                      std::int64_t maximum) const;

    const Value &m_value;
    Problem &m_problem;
    std::string m_path;
    Dialect m_dialect;
};

/// Reads one document, an object. `prefix` begins the error text: "sandbox: ".
template<typename T>
[[nodiscard]] Result<T> decode(std::string_view text, std::string_view prefix, Dialect dialect,
                               void (*readInto)(const Object &, T &),
                               std::size_t limit = maximumBytes)
{
    const auto value = parse(text, limit);
    Problem problem{value ? std::string() : value.error().detail};
    T target{};
    if (value)
        readInto(Object(*value, problem, {}, dialect), target);
    if (!problem.text.empty())
        return failure(Error::Kind::Protocol, std::string(prefix) + problem.text);
    return target;
}

/// Reads one document, an array of objects.
template<typename T>
[[nodiscard]] Result<std::vector<T>> decodeList(std::string_view text, std::string_view prefix,
                                                void (*readInto)(const Object &, T &))
{
    const auto value = parse(text);
    Problem problem{value ? std::string() : value.error().detail};
    std::vector<T> list;
    if (value && !value->is_array() && !value->is_null())
        problem.add({}, "the body must be a list");
    for (std::size_t i = 0; value && value->is_array() && i < value->size(); ++i) {
        const Object object((*value)[i], problem, "[" + std::to_string(i) + "].");
        readInto(object, list.emplace_back());
    }
    if (!problem.text.empty())
        return failure(Error::Kind::Protocol, std::string(prefix) + problem.text);
    return list;
}

} // namespace Sandglass::Json
