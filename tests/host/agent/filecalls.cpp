// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/percent.h>
#include <tests/host/agent/filecalls.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QJsonObject objectOf(const std::string &body)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
}

const char *nameOf(FileChange change)
{
    switch (change) {
    case FileChange::Create:
        return "CREATE ";
    case FileChange::Write:
        return "WRITE ";
    case FileChange::Remove:
        return "REMOVE ";
    case FileChange::Rename:
        return "RENAME ";
    case FileChange::Chmod:
        return "CHMOD ";
    case FileChange::Unspecified:
        break;
    }
    return "UNSPECIFIED ";
}

} // namespace

std::string FileReply::code() const
{
    return objectOf(body).value("code"_L1).toVariant().toString().toStdString();
}

std::string FileReply::message() const
{
    return objectOf(body).value("message"_L1).toString().toStdString();
}

FileEntry FileReply::entry() const
{
    return decodeFileEntry(body).value_or(FileEntry{});
}

std::vector<std::string> FileReply::paths() const
{
    std::vector<std::string> paths;
    for (const auto &entry : decodeFileEntries(body).value_or(std::vector<FileEntry>()))
        paths.push_back(entry.path);
    return paths;
}

FileReply FileCalls::send(std::string_view request) const
{
    AgentCall call(m_socket, request);
    FileReply reply;
    const auto head = call.head();
    reply.status = head.status;
    reply.headers = head.headers;
    reply.body = call.body();
    reply.isWhole = call.isComplete();
    return reply;
}

FileReply FileCalls::call(std::string_view method, std::string_view json,
                          std::string_view fields) const
{
    return send(AgentProcess::request("/filesystem.Filesystem/" + std::string(method),
                                      "application/json", json, fields));
}

FileReply FileCalls::stat(std::string_view path) const
{
    return call("Stat", encodeFilePath(path));
}

FileReply FileCalls::list(std::string_view path, std::uint32_t depth) const
{
    return call("ListDir", encodeListDirectory({.path = std::string(path), .depth = depth}));
}

FileReply FileCalls::make(std::string_view path) const
{
    return call("MakeDir", encodeFilePath(path));
}

FileReply FileCalls::remove(std::string_view path) const
{
    return call("Remove", encodeFilePath(path));
}

FileReply FileCalls::move(std::string_view from, std::string_view to) const
{
    return call("Move",
                encodeMoveFile({.source = std::string(from), .destination = std::string(to)}));
}

FileReply FileCalls::get(std::string_view query, std::string_view fields) const
{
    std::string request = "GET /files?";
    request.append(query).append(" HTTP/1.1\r\nhost: x\r\n").append(fields).append("\r\n");
    return send(request);
}

FileReply FileCalls::post(std::string_view query, std::string_view contentType,
                          std::string_view body, std::string_view fields) const
{
    return send(AgentProcess::request("/files?" + std::string(query), contentType, body, fields));
}

AgentCall FileCalls::watch(const WatchDirectory &request, std::string_view fields) const
{
    return {m_socket,
            AgentProcess::request("/filesystem.Filesystem/WatchDir", "application/connect+json",
                                  encodeConnectFrame(encodeWatchDirectory(request)), fields)};
}

std::string textOf(const FileEvent &event)
{
    return nameOf(event.change) + event.name;
}

std::string pathQuery(std::string_view path)
{
    return "path=" + percentEncode(path);
}

} // namespace Sandglass
