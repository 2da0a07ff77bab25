// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/users.h>
#include <protocol/filesystem.h>

#include <expected>
#include <map>

namespace Sandglass {

/// Reads entries as envd fills them (protocol page envd, 4.1). For one answer: the names of owners
/// are looked up once. Borrows the users.
class EntryReader final
{
public:
    explicit EntryReader(const UserDatabase &users) : m_users(users) {}

    /// The errno of lstat() when that fails.
    [[nodiscard]] std::expected<FileEntry, int> read(const std::string &path);

private:
    const std::string &ownerOf(uid_t uid);
    const std::string &groupOf(gid_t gid);

    const UserDatabase &m_users;
    std::map<uid_t, std::string> m_owners;
    std::map<gid_t, std::string> m_groups;
};

} // namespace Sandglass
