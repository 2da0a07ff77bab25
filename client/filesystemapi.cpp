// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/decoding.h>
#include <client/exchanges.h>
#include <client/filesystemapi.h>
#include <client/heavylook.h>
#include <client/sandboxrequest.h>
#include <protocol/connectframe.h>

#include <utility>

namespace Sandglass {

namespace {

const std::string servicePath = "/filesystem.Filesystem/";

} // namespace

FilesystemApi::FilesystemApi(HttpTransport &transport, SandboxAddress address)
    : m_transport(&transport),
      m_address(std::move(address))
{
}

HttpRequest FilesystemApi::request(std::string_view method, Access access, std::string body) const
{
    return unaryRequest(m_address, servicePath + std::string(method), access, std::move(body));
}

Handler<HttpResponse> FilesystemApi::decodingEntry(Handler<FileEntry> handler) const
{
    const auto decode = [](const HttpResponse &answer) { return decodeFileEntry(answer.body); };
    return decoding<FileEntry>(secretsOf(m_address), decode, errorFromUnaryAnswer,
                               std::move(handler));
}

Request FilesystemApi::stat(std::string path, Handler<FileEntry> handler) const
{
    return sendLook(*m_transport, request("Stat", Access::Observe, encodeFilePath(path)),
                    decodingEntry(std::move(handler)));
}

Request FilesystemApi::list(const ListDirectory &request,
                            Handler<std::vector<FileEntry>> handler) const
{
    const auto read = [secrets = secretsOf(m_address)](Result<HttpResponse> answer) {
        const auto decode = [](const HttpResponse &good) { return decodeFileEntries(good.body); };
        return decoded<std::vector<FileEntry>>(std::move(answer), secrets, decode,
                                               errorFromUnaryAnswer);
    };
    return sendHeavyLook<std::vector<FileEntry>>(
        *m_transport, this->request("ListDir", Access::Observe, encodeListDirectory(request)), read,
        std::move(handler));
}

Request FilesystemApi::makeDirectory(std::string path, Handler<FileEntry> handler) const
{
    return m_transport->send(request("MakeDir", Access::Act, encodeFilePath(path)),
                             decodingEntry(std::move(handler)));
}

Request FilesystemApi::move(const MoveFile &request, Handler<FileEntry> handler) const
{
    return m_transport->send(this->request("Move", Access::Act, encodeMoveFile(request)),
                             decodingEntry(std::move(handler)));
}

Request FilesystemApi::remove(std::string path, Handler<void> handler) const
{
    const auto decode = [](const HttpResponse &) { return Result<void>(); };
    return m_transport->send(
        request("Remove", Access::Act, encodeFilePath(path)),
        decoding<void>(secretsOf(m_address), decode, errorFromUnaryAnswer, std::move(handler)));
}

std::unique_ptr<WatchStream> FilesystemApi::watch(const WatchDirectory &request) const
{
    HttpRequest watch = connectRequest(m_address, servicePath + "WatchDir", Access::Observe);
    watch.slowConsumer = SlowConsumer::SkipEnvelopes;
    ConnectStream::frame(watch, encodeWatchDirectory(request));
    return std::make_unique<WatchStream>(m_transport->open(std::move(watch)), secretsOf(m_address));
}

} // namespace Sandglass
