// SPDX-License-Identifier: GPL-3.0-or-later
// `transfer get URL FILE` and `transfer put FILE URL`: one file over the transport that the app
// uses for files, from or to any server. `-H "Name: value"` adds a header. Prints the bytes, and
// how many KiB of memory it took above those of the idle program.
#include <client/access/mutationcounter.h>
#include <client/curltransport.h>
#include <client/downloadfile.h>
#include <client/uploadbody.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <cstdio>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

/// KiB, by its name in /proc/self/status.
long memory(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').constFirst().toLong();
    }
    return 0;
}

void addHeader(HttpRequest &request, const QByteArray &line)
{
    const auto colon = line.indexOf(':');
    request.headers.add(line.left(colon).toStdString(),
                        line.mid(colon + 1).trimmed().toStdString());
}

HttpRequest requestOf(const QByteArrayList &arguments, std::shared_ptr<TransferCount> count)
{
    HttpRequest request;
    const bool isGet = arguments.at(0) == "get";
    request.url = arguments.at(isGet ? 1 : 2).toStdString();
    const std::string file = arguments.at(isGet ? 2 : 1).toStdString();
    if (isGet) {
        request.sink = std::make_shared<DownloadFile>(file, Replace::Yes, std::move(count));
    } else {
        request.method = "POST";
        request.access = Access::Act;
        request.headers.add("Content-Type", "application/octet-stream");
        request.source =
            std::make_shared<UploadBody>(file, UploadBody::Enclosure(), std::move(count));
    }
    for (const QByteArray &line : arguments.mid(3)) {
        if (line != "-H")
            addHeader(request, line);
    }
    return request;
}

int tell(const Result<HttpResponse> &answer, long idle, const TransferCount &count)
{
    if (!answer) {
        std::fprintf(stderr, "transfer: %s\n", answer.error().detail.c_str());
        return 1;
    }
    if (answer->status != 200) {
        std::fprintf(stderr, "transfer: status %d: %s\n", answer->status, answer->body.c_str());
        return 1;
    }
    std::printf("%lld %ld\n", static_cast<long long>(count.done), memory("VmHWM") - idle);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QByteArrayList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QByteArray(argv[i]);
    if (arguments.size() < 3 || (arguments.at(0) != "get" && arguments.at(0) != "put")) {
        std::fprintf(stderr, "transfer: get URL FILE | put FILE URL [-H \"Name: value\"]...\n");
        return 2;
    }
    const long idle = memory("VmRSS");
    MutationCounter mutations;
    CurlTransport transport(mutations);
    const auto count = std::make_shared<TransferCount>();
    const Request request =
        transport.send(requestOf(arguments, count), [&](const Result<HttpResponse> &answer) {
            QCoreApplication::exit(tell(answer, idle, *count));
        });
    return QCoreApplication::exec();
}
