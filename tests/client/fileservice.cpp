// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/connectframe.h>
#include <protocol/percent.h>
#include <tests/client/fileservice.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr std::string_view mark = ".sandglass-";

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

QByteArray notFound()
{
    return httpAnswer(404, R"({"code":"not_found","message":"file not found"})");
}

} // namespace

QByteArray stepOf(const ReceivedRequest &request)
{
    const QList<QByteArray> parts = request.line().split(' ');
    const QByteArray path = parts.value(1).split('?').constFirst();
    if (path.contains('.'))
        return path.mid(path.lastIndexOf('/') + 1);
    return parts.constFirst() + ' ' + path;
}

std::string pathOf(const ReceivedRequest &request)
{
    const QByteArray query = request.line().split(' ').value(1).split('?').value(1);
    for (const auto &[name, value] :
         parseQuery(query.toStdString())
             .value_or(std::vector<std::pair<std::string, std::string>>())) {
        if (name == "path")
            return value;
    }
    return {};
}

FileService::FileService()
    : server(
          [this](QTcpSocket &socket, const ReceivedRequest &request) { answer(socket, request); })
{
}

SandboxAddress FileService::address() const
{
    return {.sandboxId = "i123",
            .baseUrl = server.url(""),
            .accessToken = "ea_0123456789abcdef",
            .connectionId = {}};
}

void FileService::add(const std::string &path, const QByteArray &content, std::uint32_t mode)
{
    FileEntry entry;
    entry.type = FileType::File;
    entry.mode = mode;
    entry.owner = entry.group = "user";
    files[path] = {.bytes = content, .entry = entry};
}

QByteArray FileService::bytesOf(const std::string &path) const
{
    const auto found = files.find(path);
    return found == files.end() ? QByteArray("(nothing)") : found->second.bytes;
}

QByteArrayList FileService::steps() const
{
    QByteArrayList steps;
    for (const ReceivedRequest &request : server.requests)
        steps += stepOf(request);
    return steps;
}

int FileService::leftovers() const
{
    return static_cast<int>(
        std::ranges::count_if(files, [](const auto &file) { return file.first.contains(mark); }));
}

void FileService::answer(QTcpSocket &socket, const ReceivedRequest &request)
{
    const QByteArray step = stepOf(request);
    if (!intercept || !intercept(socket, step, request))
        socket.write(answerTo(step, request));
}

QByteArray FileService::entryAnswer(const std::string &path) const
{
    const auto found = files.find(path);
    if (found == files.end())
        return notFound();
    FileEntry entry = found->second.entry;
    entry.path = path;
    entry.name = path.substr(path.rfind('/') + 1);
    entry.size = found->second.bytes.size();
    return httpAnswer(200, bytes(encodeFileEntry(entry)));
}

QByteArray FileService::answerMove(const QByteArray &body)
{
    const auto move = decodeMoveFile(body.toStdString()).value_or(MoveFile());
    auto moved = files.extract(move.source);
    if (moved.empty())
        return notFound();
    files.erase(move.destination);
    moved.key() = move.destination;
    files.insert(std::move(moved));
    return entryAnswer(move.destination);
}

QByteArray FileService::answerTo(const QByteArray &step, const ReceivedRequest &request)
{
    const std::string path = pathOf(request);
    if (step == "GET /files") {
        if (!files.contains(path))
            return httpAnswer(404, R"({"code":404,"message":"path 'x' does not exist"})");
        return httpAnswer(200, bytesOf(path),
                          "Content-Type: text/csv\r\nContent-Disposition: inline\r\n");
    }
    if (step == "POST /files") {
        add(path, request.body);
        return httpAnswer(200, bytes(encodeWrittenFiles({FileEntry{.name = "a", .path = path}})),
                          "Content-Type: text/plain; charset=utf-8\r\n");
    }
    if (step == "Move")
        return answerMove(request.body);
    const std::string named = decodeFilePath(request.body.toStdString()).value_or(std::string());
    if (step == "Remove") {
        files.erase(named);
        return httpAnswer(200, "{}");
    }
    return step == "Stat" ? entryAnswer(named) : notFound();
}

} // namespace Sandglass
