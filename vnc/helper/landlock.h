// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandglass::Rfb {

/// Where the kernel has Landlock (since 5.13, when switched on): no file may be opened, made or
/// changed by this process any more, nor a TCP port bound or connected to. Needs no_new_privs.
void denyFiles();

} // namespace Sandglass::Rfb
