// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/namelist.h>
#include <host/agent/sandboxpath.h>
#include <host/agent/slices.h>
#include <host/agent/treeremoval.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Sandglass {

namespace {

constexpr int removalsPerSlice = 128;

class TreeRemoval final
{
public:
    TreeRemoval(std::string path,
                std::move_only_function<void(std::expected<void, FileFailure>)> done)
        : m_path(std::move(path)),
          m_done(std::move(done))
    {
    }

    /// Whether there is more to do.
    bool step()
    {
        if (m_levels.empty() && !std::exchange(m_isStarted, true))
            remove(AT_FDCWD, m_path);
        for (int i = 0; i < removalsPerSlice && !m_levels.empty(); ++i)
            advance();
        if (!m_levels.empty())
            return true;
        if (m_failure)
            m_done(std::unexpected(std::move(*m_failure)));
        else
            m_done({});
        return false;
    }

private:
    struct Level {
        DirectoryHandle directory;
        std::string name;        ///< in the level above
        bool hasRemoved = false; ///< since the last look at all of it
    };

    [[nodiscard]] int parentOf(std::size_t level) const
    {
        return level == 0 ? AT_FDCWD : ::dirfd(m_levels[level - 1].directory.get());
    }

    void advance()
    {
        auto &level = m_levels.back();
        const dirent *const entry = ::readdir(level.directory.get());
        if (!entry)
            return leave();
        const std::string name = entry->d_name;
        if (!isDotName(name) && remove(::dirfd(level.directory.get()), name))
            m_levels.back().hasRemoved = true;
    }

    /// True when it is gone, false when it is to be entered first or cannot be removed.
    bool remove(int parent, const std::string &name)
    {
        if (::unlinkat(parent, name.c_str(), 0) == 0 || errno == ENOENT)
            return true;
        if (errno != EISDIR && errno != EPERM) // both are said of directories
            return fail(errno, pathOf(name));
        const int reason = errno;
        if (::unlinkat(parent, name.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT)
            return true;
        if (errno == ENOTDIR) // a file after all, of somebody else
            return fail(reason, pathOf(name));
        if (errno == ENOTEMPTY || errno == EEXIST)
            return enter(parent, name);
        return fail(errno, pathOf(name));
    }

    bool enter(int parent, const std::string &name)
    {
        const int fd =
            ::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd < 0)
            return fail(errno, pathOf(name));
        DirectoryHandle directory(::fdopendir(fd));
        if (!directory) {
            const int error = errno;
            ::close(fd);
            return fail(error, pathOf(name));
        }
        m_levels.push_back({.directory = std::move(directory), .name = name});
        return false;
    }

    // Entries that were added meanwhile, or that a file system skips while others are removed, take
    // another look.
    void leave()
    {
        auto &level = m_levels.back();
        if (::unlinkat(parentOf(m_levels.size() - 1), level.name.c_str(), AT_REMOVEDIR) == 0 ||
            errno == ENOENT) {
            m_levels.pop_back();
            if (!m_levels.empty())
                m_levels.back().hasRemoved = true;
            return;
        }
        if ((errno == ENOTEMPTY || errno == EEXIST) && std::exchange(level.hasRemoved, false))
            return ::rewinddir(level.directory.get());
        fail(errno, currentPath());
        m_levels.pop_back();
    }

    /// Of what is being emptied; the removed one itself when nothing is.
    [[nodiscard]] std::string currentPath() const
    {
        std::string path = m_path;
        for (std::size_t i = 1; i < m_levels.size(); ++i)
            path = joinPath(path, m_levels[i].name);
        return path;
    }

    [[nodiscard]] std::string pathOf(const std::string &name) const
    {
        return m_levels.empty() ? m_path : joinPath(currentPath(), name);
    }

    bool fail(int error, const std::string &path)
    {
        if (!m_failure)
            m_failure = fileFailure(error, "unlinkat", path);
        return false;
    }

    std::string m_path;
    std::move_only_function<void(std::expected<void, FileFailure>)> m_done;
    std::vector<Level> m_levels; ///< from the removed directory to the one that is being emptied
    std::optional<FileFailure> m_failure;
    bool m_isStarted = false;
};

} // namespace

void removeTree(boost::asio::io_context &context, std::string path,
                std::move_only_function<void(std::expected<void, FileFailure>)> done)
{
    auto removal =
        std::make_unique<TreeRemoval>(std::string(withoutSlashes(path)), std::move(done));
    runInSlices(context, [removal = std::move(removal)] { return removal->step(); });
}

} // namespace Sandglass
