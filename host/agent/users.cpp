// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/users.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <ranges>

namespace Sandglass {

namespace {

std::vector<std::string> fieldsOf(std::string_view line, char separator)
{
    std::vector<std::string> fields;
    for (const auto field : std::views::split(line, separator))
        fields.emplace_back(field.begin(), field.end());
    return fields;
}

std::optional<unsigned> numberOf(std::string_view text)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// name:password:uid:gid:comment:home:shell. Lines that are none are nobody.
std::optional<User> parseUser(std::string_view line)
{
    const auto fields = fieldsOf(line, ':');
    if (fields.size() < 6 || fields[0].empty())
        return std::nullopt;
    const auto uid = numberOf(fields[2]);
    const auto gid = numberOf(fields[3]);
    if (!uid || !gid)
        return std::nullopt;
    return User{.name = fields[0], .uid = *uid, .gid = *gid, .home = fields[5], .groups = {}};
}

} // namespace

template<typename Matches>
std::optional<User> UserDatabase::firstUser(Matches matches) const
{
    std::ifstream file(m_directory + "/passwd");
    for (std::string line; std::getline(file, line);) {
        auto user = parseUser(line);
        if (!user || !matches(*user))
            continue;
        user->groups = groupsOf(*user);
        return user;
    }
    return std::nullopt;
}

std::optional<User> UserDatabase::find(std::string_view name) const
{
    return firstUser([name](const User &user) { return user.name == name; });
}

std::optional<User> UserDatabase::find(uid_t uid) const
{
    return firstUser([uid](const User &user) { return user.uid == uid; });
}

std::optional<std::string> UserDatabase::groupName(gid_t gid) const
{
    std::ifstream file(m_directory + "/group");
    for (std::string line; std::getline(file, line);) {
        const auto fields = fieldsOf(line, ':');
        if (fields.size() >= 3 && !fields[0].empty() && numberOf(fields[2]) == gid)
            return fields[0];
    }
    return std::nullopt;
}

std::vector<gid_t> UserDatabase::groupsOf(const User &user) const
{
    std::vector<gid_t> groups{user.gid};
    std::ifstream file(m_directory + "/group");
    for (std::string line; std::getline(file, line);) {
        const auto fields = fieldsOf(line, ':'); // name:password:gid:member,member
        if (fields.size() < 4 || !std::ranges::contains(fieldsOf(fields[3], ','), user.name))
            continue;
        const auto gid = numberOf(fields[2]);
        if (gid && !std::ranges::contains(groups, *gid))
            groups.push_back(*gid);
    }
    return groups;
}

} // namespace Sandglass
