// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/uploadbody.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace Sandglass {

namespace {

std::size_t copyFrom(std::string_view text, std::int64_t offset, std::span<char> room)
{
    const auto part = text.substr(static_cast<std::size_t>(offset), room.size());
    std::ranges::copy(part, room.begin());
    return part.size();
}

std::int64_t sizeOf(const std::string &text)
{
    return static_cast<std::int64_t>(text.size());
}

} // namespace

UploadBody::UploadBody(UploadContent content, Enclosure enclosure,
                       std::shared_ptr<TransferCount> count)
    : m_content(std::move(content)),
      m_enclosure(std::move(enclosure)),
      m_count(std::move(count))
{
}

Result<std::int64_t> UploadBody::open()
{
    if (const auto *path = std::get_if<std::string>(&m_content)) {
        const auto size = openFile(*path);
        if (!size)
            return size;
        m_size = *size;
    } else {
        m_size = std::get<QByteArray>(m_content).size();
    }
    m_count->total = m_size;
    return sizeOf(m_enclosure.before) + m_size + sizeOf(m_enclosure.after);
}

Result<std::int64_t> UploadBody::openFile(const std::string &path)
{
    const std::string what = "'" + path + "' cannot be read";
    // Without waiting: it might be a pipe that nobody writes to.
    m_file = LocalFile(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat status = {};
    if (!m_file.isOpen() || fstat(m_file.descriptor(), &status) != 0)
        return std::unexpected(localError(what, errno));
    if (S_ISDIR(status.st_mode))
        return std::unexpected(localError(what, EISDIR));
    if (!S_ISREG(status.st_mode))
        return failure(Error::Kind::Io, what + ": it is no ordinary file");
    posix_fadvise(m_file.descriptor(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return status.st_size;
}

Result<std::size_t> UploadBody::read(std::span<char> room)
{
    const std::int64_t before = sizeOf(m_enclosure.before);
    std::size_t taken = 0;
    if (m_position < before) {
        taken = copyFrom(m_enclosure.before, m_position, room);
    } else if (m_position < before + m_size) {
        const std::int64_t offset = m_position - before;
        const auto most = static_cast<std::size_t>(
            std::min(static_cast<std::int64_t>(room.size()), m_size - offset));
        const auto read = readContent(room.first(most), offset);
        if (!read)
            return read;
        taken = *read;
        m_count->done = offset + static_cast<std::int64_t>(taken);
    } else {
        taken = copyFrom(m_enclosure.after, m_position - before - m_size, room);
    }
    m_position += static_cast<std::int64_t>(taken);
    return taken;
}

Result<std::size_t> UploadBody::readContent(std::span<char> room, std::int64_t offset)
{
    if (const auto *bytes = std::get_if<QByteArray>(&m_content))
        return copyFrom(std::string_view(bytes->constData(), static_cast<std::size_t>(m_size)),
                        offset, room);
    const std::string &path = std::get<std::string>(m_content);
    ssize_t read = -1;
    do
        read = pread(m_file.descriptor(), room.data(), room.size(), offset);
    while (read < 0 && errno == EINTR);
    if (read < 0)
        return std::unexpected(localError("'" + path + "' cannot be read", errno));
    if (read == 0)
        return failure(Error::Kind::Io, "'" + path + "' became shorter while it was being read");
    return static_cast<std::size_t>(read);
}

void UploadBody::rewind()
{
    m_position = 0;
    m_count->done = 0;
}

} // namespace Sandglass
