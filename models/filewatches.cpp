// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/filewatches.h>

#include <algorithm>
#include <utility>

namespace Sandglass {

namespace {

bool isBelow(const std::string &path, const std::string &directory)
{
    if (!path.starts_with(directory))
        return false;
    return path.size() == directory.size() || directory.ends_with('/') ||
           path[directory.size()] == '/';
}

} // namespace

bool isOfTheSandbox(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Tls:
    case Error::Kind::Timeout:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::RateLimited:
        return true;
    default:
        return error.httpStatus == 502; // the proxy reaches no sandbox
    }
}

FileWatches::FileWatches(QObject *parent) : QObject(parent) {}

FileWatches::~FileWatches() = default;

void FileWatches::setSource(std::optional<FilesystemApi> source)
{
    m_watches.clear();
    m_source = std::move(source);
}

bool FileWatches::watch(const std::string &path)
{
    if (!m_source)
        return false;
    const auto known = std::ranges::find(m_watches, path, [](const auto &w) { return w->path; });
    if (known != m_watches.end()) {
        std::rotate(known, known + 1, m_watches.end());
        return false;
    }
    m_watches.push_back(start(path));
    if (m_watches.size() <= mostWatches)
        return true;
    const std::string oldest = m_watches.front()->path;
    // From the event loop: whoever asks for a watch need not expect to hear of another one.
    QTimer::singleShot(0, this, [this, oldest] {
        if (m_watches.size() > mostWatches && m_watches.front()->path == oldest)
            end(oldest, std::nullopt);
    });
    return true;
}

std::unique_ptr<FileWatches::Watch> FileWatches::start(const std::string &path)
{
    auto watch = std::make_unique<Watch>();
    watch->path = path;
    watch->stream = m_source->watch({.path = path, .includeEntry = true});
    watch->patience.setSingleShot(true);
    watch->patience.callOnTimeout(this, [this, path] { Q_EMIT late(path); });
    watch->patience.start(patience);
    WatchStream *stream = watch->stream.get();
    QTimer *timer = &watch->patience;
    connect(stream, &WatchStream::started, this, [this, path, timer] {
        timer->stop();
        Q_EMIT armed(path);
    });
    connect(stream, &WatchStream::changed, this,
            [this, path](const FileEvent &event) { Q_EMIT changed(path, event); });
    connect(stream, &WatchStream::skipped, this, [this, path] { Q_EMIT skipped(path); });
    connect(stream, &WatchStream::finished, this, [this, path](const Result<void> &result) {
        end(path, result ? Error{.kind = Error::Kind::Network, .detail = "the watch was ended"}
                         : result.error());
    });
    return watch;
}

void FileWatches::end(const std::string &path, const std::optional<Error> &error)
{
    const auto known = std::ranges::find(m_watches, path, [](const auto &w) { return w->path; });
    if (known == m_watches.end())
        return;
    // Kept until the signal is through: it may come from the stream itself.
    const std::unique_ptr<Watch> ended = std::move(*known);
    m_watches.erase(known);
    Q_EMIT this->ended(path, error);
}

void FileWatches::forget(const std::string &path)
{
    std::erase_if(m_watches, [&](const auto &watch) { return isBelow(watch->path, path); });
}

} // namespace Sandglass
