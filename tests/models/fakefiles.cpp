// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/connectframe.h>
#include <tests/models/fakefiles.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

std::string lastPart(const std::string &path)
{
    return path.substr(path.find_last_of('/') + 1);
}

std::string directoryPart(const std::string &path)
{
    const std::size_t slash = path.find_last_of('/');
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string watchedPath(const HttpRequest &request)
{
    ConnectFrameParser parser;
    parser.feed(request.body);
    const auto frame = parser.next();
    if (!frame || !*frame)
        return {};
    const auto watch = decodeWatchDirectory((*frame)->payload);
    return watch ? watch->path : std::string();
}

} // namespace

FakeFiles::FakeFiles()
{
    m_serving.callOnTimeout([this] { serve(); });
    m_serving.start(0);
}

FileEntry &FakeFiles::file(const std::string &path, std::int64_t size)
{
    return entries[path] = FileEntry{.name = lastPart(path),
                                     .type = FileType::File,
                                     .path = path,
                                     .size = size,
                                     .mode = 0644,
                                     .permissions = "-rw-r--r--",
                                     .owner = "user",
                                     .group = "user",
                                     .modified = now - std::chrono::minutes(4)};
}

FileEntry &FakeFiles::folder(const std::string &path)
{
    FileEntry &entry = file(path, 4096);
    entry.type = FileType::Directory;
    entry.mode = 0755;
    entry.permissions = "drwxr-xr-x";
    return entry;
}

FileEntry &FakeFiles::link(const std::string &path, const std::string &target, FileType type)
{
    FileEntry &entry = file(path, 20);
    entry.type = type;
    entry.permissions = "Lrwxrwxrwx";
    entry.symlinkTarget = target;
    return entry;
}

void FakeFiles::remove(const std::string &path)
{
    std::erase_if(entries, [&](const auto &entry) {
        return entry.first == path || entry.first.starts_with(path + '/');
    });
}

FilesystemApi FakeFiles::api()
{
    return {transport, {.sandboxId = "s1", .baseUrl = "http://sandbox"}};
}

void FakeFiles::supply(FileTreeModel &model, const QList<QByteArray> &roots)
{
    model.setClock(
        {.now = [this] { return now; }, .uptime = [] { return Clock::system().uptime(); }});
    model.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    model.setRoots(roots);
    model.setSource(api());
}

FakeStream *FakeFiles::watchOf(const std::string &path)
{
    for (const auto &stream : transport.streams) {
        if (stream && !stream->closed && watchedPath(stream->request) == path)
            return stream;
    }
    return nullptr;
}

int FakeFiles::watchCount() const
{
    return int(std::ranges::count_if(transport.streams,
                                     [](const auto &stream) { return stream && !stream->closed; }));
}

void FakeFiles::tell(FileChange change, const std::string &path)
{
    FakeStream *stream = watchOf(directoryPart(path));
    if (stream == nullptr)
        return;
    FileEvent event{.name = lastPart(path), .change = change, .entry = {}};
    const auto entry = entries.find(path);
    if (change != FileChange::Remove && change != FileChange::Rename && entry != entries.end())
        event.entry = entry->second;
    stream->sendMessage(encodeWatchEvent(event));
}

void FakeFiles::tellName(const std::string &directory, FileChange change, const std::string &name)
{
    if (FakeStream *stream = watchOf(directory))
        stream->sendMessage(
            encodeWatchEvent(FileEvent{.name = name, .change = change, .entry = {}}));
}

void FakeFiles::serve()
{
    if (!isServing)
        return;
    for (const std::size_t index : transport.waiting()) {
        if (m_answeredCalls.insert(index).second)
            answerListing(index);
    }
    while (m_answeredStreams < transport.streams.size()) {
        if (FakeStream *stream = transport.streams[m_answeredStreams++]; stream && !stream->closed)
            answerWatch(*stream);
    }
}

void FakeFiles::answerListing(std::size_t index)
{
    const auto request = decodeListDirectory(transport.seen.at(index).body);
    if (!request || transport.line(index) != "POST /filesystem.Filesystem/ListDir")
        return;
    ++listings[request->path];
    if (const auto fails = listFails.find(request->path); fails != listFails.end()) {
        transport.answer(index, fails->second);
        return;
    }
    std::vector<FileEntry> found;
    for (const auto &[path, entry] : entries) {
        if (directoryPart(path) == request->path)
            found.push_back(entry);
    }
    transport.answer(index, HttpResponse{.status = 200,
                                         .headers = {{"Content-Type", "application/json"}},
                                         .body = encodeFileEntries(found)});
}

void FakeFiles::answerWatch(FakeStream &stream)
{
    const std::string path = watchedPath(stream.request);
    if (const auto fails = watchFails.find(path); fails != watchFails.end()) {
        if (const auto *error = std::get_if<Error>(&fails->second)) {
            stream.end(std::unexpected(*error));
            return;
        }
        const auto &answer = std::get<HttpResponse>(fails->second);
        stream.head(answer.status, answer.headers);
        stream.send(answer.body);
        stream.end();
        return;
    }
    if (silentWatches.contains(path))
        return;
    stream.connectHead();
    stream.sendMessage(encodeWatchEvent(WatchStarted()));
}

QString printTree(const QAbstractItemModel &model, const QList<int> &columns,
                  const QModelIndex &parent, int depth)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells.append(model.index(row, column, parent).data().toString());
        text += QString(2 * depth, u' ') + cells.join(u" | "_s) + u'\n';
        text += printTree(model, columns, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

} // namespace Sandglass
