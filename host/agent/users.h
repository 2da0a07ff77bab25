// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

struct User {
    std::string name;
    uid_t uid = 0;
    gid_t gid = 0;
    std::string home;
    std::vector<gid_t> groups; ///< supplementary ones and the user's own
};

/// The users of the sandbox's passwd and group files, read by hand: a static glibc has no name
/// service. Read anew for each question, because programs in the sandbox may add users.
class UserDatabase final
{
public:
    explicit UserDatabase(std::string directory = "/etc") : m_directory(std::move(directory)) {}

    [[nodiscard]] std::optional<User> find(std::string_view name) const;
    [[nodiscard]] std::optional<User> find(uid_t uid) const;
    [[nodiscard]] std::optional<std::string> groupName(gid_t gid) const;

private:
    template<typename Matches>
    [[nodiscard]] std::optional<User> firstUser(Matches matches) const;
    [[nodiscard]] std::vector<gid_t> groupsOf(const User &user) const;

    std::string m_directory;
};

} // namespace Sandglass
