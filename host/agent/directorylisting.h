// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/users.h>
#include <host/http/httpserver.h>
#include <protocol/filesystem.h>

#include <memory>

namespace Sandglass {

/// Answers ListDir (protocol page envd, 4.2): before each directory's entries the directory itself,
/// in the order of their bytes. A long answer is sent while it is made, and no faster than the
/// client takes it, so that its size costs no memory; only the names of the directories on the way
/// are held. Directories below that cannot be read are listed and not entered.
/// `path` is absolute. Keeps itself alive; `users` must outlive the event loop.
void listDirectory(boost::asio::io_context &context, const std::shared_ptr<Exchange> &exchange,
                   std::string path, std::uint32_t depth, const UserDatabase &users);

} // namespace Sandglass
