// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/landlock.h>
#include <vnc/helper/ownedfd.h>

#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace Sandglass::Rfb {

namespace {

/// All rights over files that this version of the kernel's interface knows: each version added the
/// next ones. A right that it does not know would be an error.
std::uint64_t fileRights(long version)
{
    if (version >= 5)
        return (LANDLOCK_ACCESS_FS_IOCTL_DEV << 1) - 1;
    if (version >= 3)
        return (LANDLOCK_ACCESS_FS_TRUNCATE << 1) - 1;
    if (version == 2)
        return (LANDLOCK_ACCESS_FS_REFER << 1) - 1;
    return (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
}

} // namespace

void denyFiles()
{
    const long version =
        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return;
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = fileRights(version);
    if (version >= 4)
        attributes.handled_access_net =
            LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
    // No rules: nothing is allowed.
    const OwnedFd rules(static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0)));
    if (rules)
        ::syscall(SYS_landlock_restrict_self, rules.get(), 0);
}

} // namespace Sandglass::Rfb
