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
    return "PS1= PS2= PROMPT_COMMAND=; export -n PS1 PS2; set +o history +o histexpand; "
           "unset HISTFILE MAILCHECK; __sandglass_status=0; "
           "__sandglass_again() { return \"$__sandglass_status\"; }; "
           "__sandglass_done() { __sandglass_status=$1; builtin printf '%d %d\\n' \"$2\" \"$1\" >" +
           std::string(doneFifo) + "; return \"$1\"; }\n";
}

std::string bashRun(std::string_view codeFile)
{
    return "builtin source " + std::string(codeFile) + " </dev/null\n";
}

std::string bashDone(int number)
{
    return "__sandglass_done $? " + std::to_string(number) + "\n";
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
    return line + "; __sandglass_again\n";
}

std::string bashResetVariables(const StringMap &variables)
{
    const auto names = namesOf(variables);
    if (names.empty())
        return {};
    return "unset" + names + "; eval \"$" + saved + "\"; unset " + saved + "; __sandglass_again\n";
}

} // namespace Sandglass
