// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httptransport.h>
#include <client/sandboxaddress.h>
#include <client/watchstream.h>
#include <protocol/filesystem.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// envd's filesystem.Filesystem service of one sandbox (protocol page "envd", section 4). Cheap to
/// copy; the transport is borrowed. Paths are the sandbox's: absolute, or relative to the user's
/// home. Looking at entries and watching only observe; making, moving and removing are acts.
class FilesystemApi final
{
public:
    FilesystemApi(HttpTransport &transport, SandboxAddress address);

    [[nodiscard]] const SandboxAddress &address() const { return m_address; }

    /// NotFound when there is nothing.
    [[nodiscard]] Request stat(std::string path, Handler<FileEntry> handler) const;
    /// Directories that are symbolic links are listed, not entered. NotFound, or Protocol when it
    /// is no directory. Long lists are read on another thread.
    [[nodiscard]] Request list(const ListDirectory &request,
                               Handler<std::vector<FileEntry>> handler) const;
    /// Parents too. Conflict when it is there already.
    [[nodiscard]] Request makeDirectory(std::string path, Handler<FileEntry> handler) const;
    /// Replaces an existing file at the destination: ask first.
    [[nodiscard]] Request move(const MoveFile &request, Handler<FileEntry> handler) const;
    /// With all that is below. Succeeds when there is nothing.
    [[nodiscard]] Request remove(std::string path, Handler<void> handler) const;

    /// Of a directory, without a time limit.
    [[nodiscard]] std::unique_ptr<WatchStream> watch(const WatchDirectory &request) const;

private:
    [[nodiscard]] HttpRequest request(std::string_view method, Access access,
                                      std::string body) const;
    [[nodiscard]] Handler<HttpResponse> decodingEntry(Handler<FileEntry> handler) const;

    HttpTransport *m_transport;
    SandboxAddress m_address;
};

} // namespace Sandglass
