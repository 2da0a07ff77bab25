// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace Sandglass {

/// The boundary of a multipart/form-data Content-Type; nothing when it has none that is valid.
[[nodiscard]] std::optional<std::string> multipartBoundary(std::string_view contentType);

/// Begins a part of a form. Both as the sender wrote them: of a file name only quotes and their
/// backslashes are undone.
struct FormPart {
    std::string name;
    std::optional<std::string> filename;
    friend bool operator==(const FormPart &, const FormPart &) = default;
};
/// A piece of the current part's content.
struct FormData {
    std::string bytes;
    friend bool operator==(const FormData &, const FormData &) = default;
};
struct FormPartEnd {
    friend bool operator==(const FormPartEnd &, const FormPartEnd &) = default;
};
struct FormEnd {
    friend bool operator==(const FormEnd &, const FormEnd &) = default;
};
/// monostate: more bytes are needed.
using FormEvent = std::variant<std::monostate, FormPart, FormData, FormPartEnd, FormEnd>;

/// Cuts a form (RFC 7578) out of a byte stream. Feed it whatever arrived, then take events until
/// there are none; it holds back no more than a boundary's length and one part's head. A Protocol
/// error for what is no form, and every later call repeats it.
class MultipartParser final
{
public:
    explicit MultipartParser(std::string_view boundary);

    void feed(std::string_view bytes)
    {
        if (m_state != State::Ended) // what follows means nothing
            m_buffer += bytes;
    }
    [[nodiscard]] Result<FormEvent> next();

private:
    enum class State { Preamble, Delimiter, Head, Data, Ended };

    [[nodiscard]] Result<FormEvent> skipPreamble();
    [[nodiscard]] Result<FormEvent> readDelimiter();
    [[nodiscard]] Result<FormEvent> readHead();
    [[nodiscard]] FormEvent readData();
    [[nodiscard]] Result<FormEvent> fail(std::string detail);
    [[nodiscard]] std::size_t findDelimiter() const;

    std::string m_delimiter; ///< with the line break before it
    std::string m_buffer;
    State m_state = State::Preamble;
    std::optional<Error> m_error;
};

} // namespace Sandglass
