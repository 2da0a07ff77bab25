// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <ctime>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// HTTP/1.x messages as plain values, for both ends of the sandbox host.
namespace Sandglass {

/// Header fields in the order of the wire. Names compare without case; a name may stand several
/// times.
class Headers final
{
public:
    struct Field {
        std::string name;
        std::string value;
        friend bool operator==(const Field &, const Field &) = default;
    };

    Headers() = default;
    Headers(std::initializer_list<Field> fields) : m_fields(fields) {}

    void add(std::string name, std::string value);
    /// Replaces every field of the name, at the place of the first one.
    void set(std::string name, std::string value);
    void remove(std::string_view name);
    [[nodiscard]] bool contains(std::string_view name) const { return find(name) != nullptr; }
    /// The first value; nullptr when absent. Valid until the next change.
    [[nodiscard]] const std::string *find(std::string_view name) const;
    /// The first value; empty when absent.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    /// Whether the comma list made of all fields of the name holds the token, without case
    /// ("Connection: Upgrade").
    [[nodiscard]] bool hasToken(std::string_view name, std::string_view token) const;
    /// The length that Content-Length announces; nothing when it is absent or no number.
    [[nodiscard]] std::optional<std::uint64_t> contentLength() const;

    [[nodiscard]] auto begin() const { return m_fields.begin(); }
    [[nodiscard]] auto end() const { return m_fields.end(); }
    [[nodiscard]] std::size_t size() const { return m_fields.size(); }
    friend bool operator==(const Headers &, const Headers &) = default;

private:
    std::vector<Field> m_fields;
};

struct RequestHead {
    std::string method;
    std::string target;   ///< as on the wire, percent escapes untouched
    int minorVersion = 1; ///< of HTTP/1.x: 0 or 1
    Headers headers;

    [[nodiscard]] std::string_view path() const;  ///< the target up to "?"
    [[nodiscard]] std::string_view query() const; ///< what follows "?"; empty when there is none
    /// "Connection: Upgrade" together with an Upgrade field (a WebSocket, for one).
    [[nodiscard]] bool isUpgrade() const;
    friend bool operator==(const RequestHead &, const RequestHead &) = default;
};

struct ResponseHead {
    int status = 200;
    Headers headers;
    friend bool operator==(const ResponseHead &, const ResponseHead &) = default;
};

/// A whole answer. Content-Length and Date are added when it is sent.
struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    friend bool operator==(const Response &, const Response &) = default;
};

/// Removes what belongs to one connection and must not be forwarded: Connection and the fields it
/// names, Keep-Alive, Proxy-Connection, Proxy-Authenticate, Proxy-Authorization, TE, Trailer,
/// Upgrade and Expect. Transfer-Encoding is kept, because sendHead() and startResponse() take the
/// framing from it.
void removeHopByHop(Headers &headers);

/// "Fri, 20 Nov 2026 05:00:05 GMT".
[[nodiscard]] std::string httpDate(std::time_t time);

/// {"code": status, "message": …} as application/json.
[[nodiscard]] Response jsonError(int status, std::string_view message);
[[nodiscard]] Response jsonResponse(int status, std::string body);

// The first lines and fields of a message, with the empty line. Line breaks inside of values are
// dropped, so that no value from outside can add a field.
[[nodiscard]] std::string formatHead(const RequestHead &head);
[[nodiscard]] std::string formatHead(const ResponseHead &head);

} // namespace Sandglass
