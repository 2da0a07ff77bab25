// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/bashtext.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr const char *saved = "__sandglass_saved";

bool isWordCharacter(unsigned char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isName(std::string_view name)
{
    return !name.empty() && !(name.front() >= '0' && name.front() <= '9') &&
           std::ranges::all_of(name, isWordCharacter);
}

std::string namesOf(const StringMap &variables)
{
    std::string names;
    for (const auto &[name, value] : variables) {
        if (isName(name))
            names += ' ' + name;
    }
    return names;
}

} // namespace

std::string bashQuoted(std::string_view text)
{
    std::string quoted = "$'";
    for (const unsigned char byte : text) {
        if (isWordCharacter(byte)) {
            quoted += static_cast<char>(byte);
            continue;
        }
        quoted += '\\';
        quoted += static_cast<char>('0' + (byte >> 6U));
        quoted += static_cast<char>('0' + ((byte >> 3U) & 7U));
        quoted += static_cast<char>('0' + (byte & 7U));
    }
    return quoted + '\'';
}

std::string bashSetup(std::string_view doneFifo)
{
    return "PS1= PS2= PROMPT_COMMAND=; set +o history +o histexpand; export -n PS1 PS2; unset "
           "HISTFILE MAILCHECK; "
           "printf '0\\n' >" +
           std::string(doneFifo) + "\n";
}

std::string bashRun(std::string_view codeFile, std::string_view doneFifo)
{
    return "source " + std::string(codeFile) + " </dev/null\n" + "printf '%d\\n' \"$?\" >" +
           std::string(doneFifo) + "\n";
}

std::string bashSetVariables(const StringMap &variables)
{
    const auto names = namesOf(variables);
    if (names.empty())
        return {};
    std::string line = std::string(saved) + "=$(declare -p" + names + " 2>/dev/null); export";
    for (const auto &[name, value] : variables) {
        if (isName(name))
            line += ' ' + name + '=' + bashQuoted(value);
    }
    return line + "\n";
}

std::string bashResetVariables(const StringMap &variables)
{
    const auto names = namesOf(variables);
    if (names.empty())
        return {};
    return "unset" + names + "; eval \"$" + saved + "\"; unset " + saved + "\n";
}

} // namespace Sandglass
