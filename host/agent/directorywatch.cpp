// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/directorywatch.h>
#include <host/agent/fileerror.h>
#include <host/agent/namelist.h>
#include <host/agent/sandboxpath.h>
#include <host/agent/slices.h>

#include <linux/magic.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace Sandglass {

namespace {

constexpr int directoriesPerSlice = 32;
constexpr std::size_t maximumMembers = 65'536;

/// In the order in which one event of the kernel becomes several of envd's.
struct Meaning {
    std::uint32_t mask;
    FileChange change;
};
constexpr std::array<Meaning, 5> meanings{
    {{.mask = IN_CREATE | IN_MOVED_TO, .change = FileChange::Create},
     {.mask = IN_MOVED_FROM | IN_MOVE_SELF, .change = FileChange::Rename},
     {.mask = IN_ATTRIB, .change = FileChange::Chmod},
     {.mask = IN_MODIFY, .change = FileChange::Write},
     {.mask = IN_DELETE | IN_DELETE_SELF, .change = FileChange::Remove}}};

bool isOnNetwork(const std::string &path)
{
    // NFS, CIFS, SMB 1 and 2, FUSE: changes made elsewhere are not told.
    constexpr std::array<unsigned long, 5> kinds{NFS_SUPER_MAGIC, CIFS_SUPER_MAGIC, SMB_SUPER_MAGIC,
                                                 SMB2_SUPER_MAGIC, FUSE_SUPER_MAGIC};
    struct statfs status{};
    return ::statfs(path.c_str(), &status) == 0 &&
           std::ranges::contains(kinds, static_cast<unsigned long>(status.f_type));
}

std::optional<ConnectError> problemOf(const WatchDirectory &request)
{
    const auto &path = request.path;
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
        const int error = errno;
        const char *const what = error == ENOENT ? " not found: " : " cannot be watched: ";
        return connectErrorOf(error, "path " + path + what + errorText(error));
    }
    if (!S_ISDIR(status.st_mode))
        return invalidArgument("path " + path + " not a directory");
    if (!request.allowNetworkMounts && isOnNetwork(path))
        return invalidArgument("cannot watch path on network filesystem: " + path);
    return std::nullopt;
}

/// "a/b" is below "a", and so is "a"; everything is below "".
bool isWithin(std::string_view name, std::string_view directory)
{
    return name.starts_with(directory) &&
           (directory.empty() || name.size() == directory.size() || name[directory.size()] == '/');
}

std::string relative(const std::string &directory, std::string_view name)
{
    return directory.empty() ? std::string(name) : joinPath(directory, name);
}

} // namespace

DirectoryWatch::DirectoryWatch(boost::asio::io_context &context, Inotify &inotify,
                               const UserDatabase &users, WatchDirectory request)
    : m_context(context),
      m_inotify(inotify),
      m_reader(users),
      m_request(std::move(request))
{
}

DirectoryWatch::~DirectoryWatch()
{
    stop();
}

std::optional<ConnectError> DirectoryWatch::start(Handlers handlers)
{
    if (auto problem = problemOf(m_request))
        return problem;
    m_handlers = std::move(handlers);
    // They run only while we are attached, which ends before we do. What they tell may be the
    // reason for our owner to let go of us.
    m_listener = m_inotify.attach({.changed =
                                       [this](const Inotify::Event &event) {
                                           const auto self = shared_from_this();
                                           changed(event);
                                       },
                                   .lost =
                                       [this] {
                                           const auto self = shared_from_this();
                                           fail("changes came too fast: some were lost");
                                       },
                                   .drained = [this] { drained(); }});
    join({.name = {}, .contents = Contents::Known});
    return std::nullopt;
}

void DirectoryWatch::stop()
{
    if (const int listener = std::exchange(m_listener, 0); listener != 0)
        m_inotify.detach(listener);
}

void DirectoryWatch::join(Joining joining)
{
    m_joining.push_back(std::move(joining));
    if (std::exchange(m_isJoining, true))
        return;
    runInSlices(m_context, [weak = weak_from_this()] {
        const auto self = weak.lock();
        return self && self->m_listener != 0 && self->joinSome();
    });
}

bool DirectoryWatch::joinSome()
{
    for (int i = 0; i < directoriesPerSlice && !m_joining.empty() && m_listener != 0; ++i) {
        const auto joining = std::move(m_joining.front());
        m_joining.pop_front();
        joinOne(joining);
    }
    if (m_listener == 0)
        return false;
    m_isJoining = !m_joining.empty();
    if (!m_isJoining && !std::exchange(m_isArmed, true))
        m_handlers.armed();
    return m_isJoining;
}

void DirectoryWatch::joinOne(const Joining &joining)
{
    const bool isRoot = joining.name.empty();
    const auto path = pathOf(joining.name);
    const auto directory = m_inotify.add(m_listener, path, isRoot ? 0 : IN_DONT_FOLLOW);
    if (!directory) {
        const int error = directory.error();
        const bool isTheirs = error == ENOENT || error == ENOTDIR || error == EACCES;
        if (isRoot || !isTheirs)
            fail("error adding " + path + " to the watch: " + errorText(error));
        return; // removed meanwhile, or closed to us: its parent still tells of it
    }
    m_members[*directory] = {.name = joining.name, .movedAway = 0};
    if (m_members.size() > maximumMembers)
        return fail("there are too many directories to watch below " + m_request.path);
    if (m_request.recursive)
        scan(joining, path);
}

// What is in a new directory came before it was watched. Its events may come as well, or not.
void DirectoryWatch::scan(const Joining &joining, const std::string &path)
{
    const DirectoryHandle handle(::opendir(path.c_str()));
    while (const dirent *const entry = handle ? ::readdir(handle.get()) : nullptr) {
        if (isDotName(entry->d_name))
            continue;
        const auto name = relative(joining.name, entry->d_name);
        struct stat status{};
        const bool isDirectory =
            entry->d_type == DT_DIR ||
            (entry->d_type == DT_UNKNOWN && ::lstat(pathOf(name).c_str(), &status) == 0 &&
             S_ISDIR(status.st_mode));
        if (joining.contents == Contents::New && m_found.insert(name).second)
            tellOne(name, FileChange::Create);
        if (isDirectory)
            m_joining.push_back({.name = name, .contents = joining.contents});
    }
}

void DirectoryWatch::changed(const Inotify::Event &event)
{
    const auto found = m_members.find(event.directory);
    if (found == m_members.end())
        return;
    const auto member = found->second;
    if ((event.mask & (IN_IGNORED | IN_UNMOUNT)) != 0) {
        if ((event.mask & IN_IGNORED) != 0)
            m_members.erase(found);
        return;
    }
    if (member.movedAway != 0)
        return;
    if (event.name.empty()) {
        // What happens to a directory below, the one above tells by name.
        if (member.name.empty())
            tell(event.mask, ".");
        return;
    }
    const auto name = relative(member.name, event.name);
    if ((event.mask & (IN_DELETE | IN_MOVED_FROM)) != 0)
        m_found.erase(name);
    if ((event.mask & IN_CREATE) == 0 || m_found.erase(name) == 0)
        tell(event.mask, name);
    if (m_request.recursive && (event.mask & IN_ISDIR) != 0 && m_listener != 0)
        directoryChanged(event, name);
}

void DirectoryWatch::directoryChanged(const Inotify::Event &event, const std::string &name)
{
    if ((event.mask & IN_CREATE) != 0) {
        join({.name = name, .contents = Contents::New});
    } else if ((event.mask & IN_MOVED_FROM) != 0) {
        markMoved(name, event.cookie);
    } else if ((event.mask & IN_MOVED_TO) != 0) {
        moveMembers(event.cookie, name);
        join({.name = name, .contents = Contents::Known}); // if it came from outside of the tree
    }
}

void DirectoryWatch::markMoved(const std::string &name, std::uint32_t cookie)
{
    m_moves[cookie] = name;
    for (auto &[directory, member] : m_members) {
        if (isWithin(member.name, name))
            member.movedAway = cookie;
    }
}

void DirectoryWatch::moveMembers(std::uint32_t cookie, const std::string &name)
{
    const auto move = m_moves.find(cookie);
    if (move == m_moves.end())
        return;
    const auto former = std::move(move->second);
    m_moves.erase(move);
    for (auto &[directory, member] : m_members) {
        if (member.movedAway == cookie)
            member = {.name = name + member.name.substr(former.size()), .movedAway = 0};
    }
    for (auto &joining : m_joining) {
        if (isWithin(joining.name, former))
            joining.name = name + joining.name.substr(former.size());
    }
}

// Both halves of a rename are told next to each other: what has only one by now has left the tree.
void DirectoryWatch::drained()
{
    m_found.clear();
    for (const auto &[cookie, name] : std::exchange(m_moves, {})) {
        std::erase_if(m_members, [this, cookie](const auto &entry) {
            const bool isGone = entry.second.movedAway == cookie;
            if (isGone)
                m_inotify.remove(m_listener, entry.first);
            return isGone;
        });
    }
}

void DirectoryWatch::tell(std::uint32_t mask, const std::string &name)
{
    for (const auto &meaning : meanings) {
        if ((mask & meaning.mask) != 0)
            tellOne(name, meaning.change);
    }
}

void DirectoryWatch::tellOne(const std::string &name, FileChange change)
{
    if (!m_isArmed || m_listener == 0)
        return;
    FileEvent event{.name = name, .change = change, .entry = {}};
    const bool mayHaveEntry =
        change == FileChange::Create || change == FileChange::Write || change == FileChange::Chmod;
    if (m_request.includeEntry && mayHaveEntry) {
        if (auto entry = m_reader.read(name == "." ? m_request.path : pathOf(name)))
            event.entry = std::move(*entry);
    }
    m_handlers.changed(std::move(event));
}

void DirectoryWatch::fail(std::string message)
{
    if (m_listener == 0)
        return;
    stop();
    m_handlers.failed({.code = "internal", .message = std::move(message)});
}

std::string DirectoryWatch::pathOf(const std::string &name) const
{
    return name.empty() ? m_request.path : joinPath(m_request.path, name);
}

} // namespace Sandglass
