// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/filesystemapi.h>
#include <core/error.h>

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

/// The sandbox could not be asked at all, whatever the question was.
[[nodiscard]] bool isOfTheSandbox(const Error &error);

/// The watches of one file tree, one per directory. When there would be too many, the one that was
/// wanted longest ago ends. A watch that ended is not started again by itself: that could wake a
/// sandbox that was paused meanwhile. Signals come from the event loop.
class FileWatches final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileWatches)

public:
    static constexpr std::size_t mostWatches = 64;
    /// After this long a listing no longer waits for its watch.
    static constexpr std::chrono::milliseconds patience{1000};

    explicit FileWatches(QObject *parent = nullptr);
    ~FileWatches() override;

    /// Ends all watches without a signal.
    void setSource(std::optional<FilesystemApi> source);
    /// Watches a directory, or makes it the one that was wanted last. True for a new watch: one of
    /// armed(), late() and ended() follows.
    bool watch(const std::string &path);
    /// Ends the watches of a directory and of all below it, without a signal.
    void forget(const std::string &path);
    [[nodiscard]] std::size_t count() const { return m_watches.size(); }

Q_SIGNALS:
    /// Changes from here on are told.
    void armed(const std::string &path);
    /// Not armed yet after some time; armed() may follow.
    void late(const std::string &path);
    void changed(const std::string &path, const Sandglass::FileEvent &event);
    /// Some changes were not told.
    void skipped(const std::string &path);
    /// Without an error when another directory took its place.
    void ended(const std::string &path, const std::optional<Sandglass::Error> &error);

private:
    struct Watch {
        std::string path;
        std::unique_ptr<WatchStream> stream;
        QTimer patience;
    };

    [[nodiscard]] std::unique_ptr<Watch> start(const std::string &path);
    void end(const std::string &path, const std::optional<Error> &error);

    std::optional<FilesystemApi> m_source;
    std::vector<std::unique_ptr<Watch>> m_watches; ///< wanted last at the end
};

} // namespace Sandglass
