// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/sandboxaddress.h>
#include <protocol/filesystem.h>
#include <tests/client/scriptedserver.h>

#include <QByteArray>

#include <functional>
#include <map>
#include <string>

namespace Sandglass {

/// The bytes that envd's file services would send for a handful of files, on a scripted server:
/// enough for transfers to run against, and to be stopped at any step.
class FileService final
{
public:
    struct File {
        QByteArray bytes;
        FileEntry entry; ///< name, path and size are filled in
    };

    FileService();

    [[nodiscard]] SandboxAddress address() const;
    void add(const std::string &path, const QByteArray &bytes, std::uint32_t mode = 0644);
    [[nodiscard]] QByteArray bytesOf(const std::string &path) const;
    /// "POST /files", "Stat", "Move", …: what was asked for so far, in order.
    [[nodiscard]] QByteArrayList steps() const;
    /// Paths that are no longer, or should never have been: with ".sandglass-" in them.
    [[nodiscard]] int leftovers() const;

    std::map<std::string, File> files;
    /// Looks at a request first; true: it answered, or never will.
    std::function<bool(QTcpSocket &socket, const QByteArray &step, const ReceivedRequest &request)>
        intercept;
    ScriptedServer server;

private:
    void answer(QTcpSocket &socket, const ReceivedRequest &request);
    [[nodiscard]] QByteArray answerTo(const QByteArray &step, const ReceivedRequest &request);
    [[nodiscard]] QByteArray answerMove(const QByteArray &body);
    [[nodiscard]] QByteArray entryAnswer(const std::string &path) const;
};

/// "Stat", or "GET /files": the last part of a Connect path, otherwise method and path.
[[nodiscard]] QByteArray stepOf(const ReceivedRequest &request);
/// The query's path, decoded.
[[nodiscard]] std::string pathOf(const ReceivedRequest &request);

} // namespace Sandglass
