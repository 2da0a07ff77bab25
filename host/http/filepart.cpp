// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/filepart.h>

#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace Sandglass {

namespace {

constexpr std::uint64_t bytesPerTurn = 256UL << 10U;

std::unexpected<Error> fileEnded()
{
    return failure(Error::Kind::Io, "the file has become shorter");
}

} // namespace

Result<void> FilePart::sendSome(int socket)
{
    if (m_isCopied)
        return copySome(socket);
    off_t offset = m_offset;
    const auto count = ::sendfile(socket, m_file->get(), &offset, std::min(m_left, bytesPerTurn));
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return {};
    if (count < 0 && (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP)) {
        m_isCopied = true;
        return copySome(socket);
    }
    if (count < 0)
        return failure(errno == EIO ? Error::Kind::Io : Error::Kind::Network, std::strerror(errno));
    if (count == 0 && m_left > 0)
        return fileEnded();
    m_offset = offset;
    m_left -= static_cast<std::uint64_t>(count);
    return {};
}

Result<void> FilePart::copySome(int socket)
{
    std::array<char, 64UL << 10U> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init)
    const auto wanted = std::min<std::uint64_t>(m_left, buffer.size());
    const auto count = ::pread(m_file->get(), buffer.data(), wanted, m_offset);
    if (count < 0)
        return failure(Error::Kind::Io, std::strerror(errno));
    if (count == 0 && m_left > 0)
        return fileEnded();
    const auto sent =
        ::send(socket, buffer.data(), static_cast<std::size_t>(count), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno != EAGAIN && errno != EINTR)
        return failure(Error::Kind::Network, std::strerror(errno));
    const auto taken = std::max<ssize_t>(sent, 0);
    m_offset += taken;
    m_left -= static_cast<std::uint64_t>(taken);
    return {};
}

} // namespace Sandglass
