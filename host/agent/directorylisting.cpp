// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/connectcall.h>
#include <host/agent/directorylisting.h>
#include <host/agent/entryreader.h>
#include <host/agent/fileerror.h>
#include <host/agent/namelist.h>
#include <host/agent/sandboxpath.h>
#include <host/agent/slices.h>

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::size_t entriesPerSlice = 128;
constexpr std::size_t pieceBytes = 256UL << 10U;
constexpr std::size_t maximumNameBytes = 32UL << 20U;

/// Kept alive by the slice or the write in flight.
class Listing final : public std::enable_shared_from_this<Listing>
{
public:
    Listing(boost::asio::io_context &context, std::shared_ptr<Exchange> exchange,
            std::uint32_t depth, const UserDatabase &users)
        : m_context(context),
          m_exchange(std::move(exchange)),
          m_reader(users),
          m_text(fileEntriesBegin),
          m_depth(depth)
    {
    }

    void start(std::string path, NameList names)
    {
        m_levels.push_back({.path = std::move(path), .names = std::move(names)});
        m_exchange->onDisconnected([weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->m_isOver = true;
        });
        proceed();
    }

private:
    struct Level {
        std::string path;
        NameList names;
    };

    void proceed()
    {
        runInSlices(m_context, [self = shared_from_this()] { return self->step(); });
    }

    /// Whether to go on with the next slice.
    bool step()
    {
        std::vector<FileEntry> entries;
        for (std::size_t work = 0; work < entriesPerSlice && !m_levels.empty();)
            work += advance(entries);
        append(entries);
        if (m_isOver)
            return false;
        if (m_levels.empty())
            finish();
        else if (m_text.size() >= pieceBytes)
            flush();
        else
            return true;
        return false;
    }

    /// How much work it was, in entries.
    std::size_t advance(std::vector<FileEntry> &entries)
    {
        auto &level = m_levels.back();
        if (!level.names.isRead()) {
            m_nameBytes += level.names.readSome();
            if (m_nameBytes > maximumNameBytes)
                refuse();
            return entriesPerSlice;
        }
        const auto name = level.names.next();
        if (!name) {
            m_nameBytes -= level.names.bytes();
            m_levels.pop_back();
            return 1;
        }
        take(joinPath(level.path, *name), entries);
        return 1;
    }

    void take(const std::string &path, std::vector<FileEntry> &entries)
    {
        auto entry = m_reader.read(path);
        if (!entry && (entry.error() == ENOENT || entry.error() == ENOTDIR))
            return; // removed meanwhile
        // The name is known even where nothing else may be.
        if (!entry)
            entry = FileEntry{.name = std::string(baseName(path)), .path = path};
        const bool isEntered = entry->type == FileType::Directory && !entry->symlinkTarget &&
                               m_levels.size() < m_depth;
        entries.push_back(std::move(*entry));
        if (!isEntered)
            return;
        if (auto names = NameList::open(path))
            m_levels.push_back({.path = path, .names = std::move(*names)});
    }

    void append(const std::vector<FileEntry> &entries)
    {
        if (entries.empty() || m_isOver)
            return;
        if (std::exchange(m_hasEntries, true))
            m_text += ',';
        m_text += encodeFileEntriesPart(entries);
    }

    void flush()
    {
        begin();
        m_exchange->write(std::exchange(m_text, {}),
                          [self = shared_from_this()](const Result<void> &written) {
                              if (written)
                                  self->proceed();
                          });
    }

    void begin()
    {
        if (!m_exchange->isResponseStarted())
            m_exchange->startResponse(200, {{"Content-Type", "application/json"}});
    }

    void finish()
    {
        m_text += fileEntriesEnd;
        if (!m_exchange->isResponseStarted())
            return answerUnary(m_exchange, std::move(m_text));
        m_exchange->write(std::move(m_text));
        m_exchange->finish();
    }

    void refuse()
    {
        m_isOver = true;
        m_levels.clear();
        if (m_exchange->isResponseStarted())
            m_exchange->abort();
        else
            refuseUnary(m_exchange, {.code = "resource_exhausted",
                                     .message = "the directory holds too many entries to list"});
    }

    boost::asio::io_context &m_context;
    std::shared_ptr<Exchange> m_exchange;
    EntryReader m_reader;
    std::vector<Level> m_levels; ///< from the listed directory to the one that is being read
    std::string m_text;          ///< made and not yet sent
    std::size_t m_nameBytes = 0;
    std::uint32_t m_depth;
    bool m_hasEntries = false;
    bool m_isOver = false;
};

/// What is wrong with the directory itself, in the order in which envd looks.
std::optional<ConnectError> problemOf(const std::string &path)
{
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
        const int error = errno;
        const std::string text = path + ": " + errorText(error);
        if (error == ENOENT)
            return ConnectError{.code = "not_found", .message = "path not found: " + text};
        if (error == ELOOP)
            return ConnectError{.code = "failed_precondition",
                                .message = "cyclic symlink or chain too long: " + text};
        return connectErrorOf(error, "error reading path: " + text);
    }
    if (!S_ISDIR(status.st_mode))
        return invalidArgument("path is not a directory: " + path);
    return std::nullopt;
}

} // namespace

void listDirectory(boost::asio::io_context &context, const std::shared_ptr<Exchange> &exchange,
                   std::string path, std::uint32_t depth, const UserDatabase &users)
{
    if (const auto problem = problemOf(path))
        return refuseUnary(exchange, *problem);
    auto names = NameList::open(path);
    if (!names)
        return refuseUnary(exchange,
                           connectErrorOf(names.error(), "error reading directory: open " + path +
                                                             ": " + errorText(names.error())));
    std::make_shared<Listing>(context, exchange, depth, users)
        ->start(std::move(path), std::move(*names));
}

} // namespace Sandglass
