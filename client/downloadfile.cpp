// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/downloadfile.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <utility>

namespace Sandglass {

namespace {

constexpr int mostNamesTried = 8;
constexpr std::int64_t flushedAtOnce = 16 << 20;

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

} // namespace

Result<std::int64_t> promisedLength(const HttpHeaders &headers)
{
    if (!headers.find("Content-Disposition") &&
        headers.value("Content-Type").starts_with("text/html"))
        return failure(Error::Kind::Protocol,
                       "the answer is a web page, not the file: check the address");
    const std::string coding = lowered(headers.value("Content-Encoding"));
    if (!coding.empty() && coding != "identity")
        return failure(Error::Kind::Protocol, "the file came compressed, which was not asked for");
    if (lowered(headers.value("Transfer-Encoding")).ends_with("chunked"))
        return -1;
    const std::string text = headers.value("Content-Length");
    std::int64_t length = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || end != text.data() + text.size() || length < 0)
        return failure(Error::Kind::Protocol, "the answer does not say how long the file is");
    return length;
}

DownloadFile::DownloadFile(std::string target, Replace replace,
                           std::shared_ptr<TransferCount> count)
    : m_target(std::move(target)),
      m_replace(replace),
      m_count(std::move(count))
{
}

DownloadFile::~DownloadFile()
{
    if (!m_temporary.empty())
        unlink(m_temporary.c_str());
}

std::unexpected<Error> DownloadFile::cannotWrite(int number) const
{
    return std::unexpected(localError("'" + m_target + "' cannot be written", number));
}

Result<void> DownloadFile::open(const HttpHeaders &headers)
{
    const auto length = promisedLength(headers);
    if (!length)
        return std::unexpected(length.error());
    m_count->total = *length;
    if (auto free = checkTarget(); !free)
        return free;
    if (auto created = createTemporary(); !created)
        return created;
    // Better now than after the first four gigabytes. (Reserving the space would cost time instead:
    // some file systems fill it with zeroes.)
    struct statvfs disk = {};
    if (*length > 0 && fstatvfs(m_file.descriptor(), &disk) == 0 &&
        static_cast<std::uint64_t>(*length) / disk.f_frsize > disk.f_bavail)
        return cannotWrite(ENOSPC);
    return {};
}

Result<void> DownloadFile::checkTarget()
{
    struct stat target = {};
    if (lstat(m_target.c_str(), &target) != 0) {
        if (errno != ENOENT)
            return cannotWrite(errno);
        return {};
    }
    if (m_replace == Replace::Never)
        return failure(Error::Kind::Conflict, "'" + m_target + "' is there already");
    if (S_ISDIR(target.st_mode))
        return failure(Error::Kind::Conflict, "'" + m_target + "' is a folder");
    if (S_ISREG(target.st_mode))
        m_mode = target.st_mode & 0777U;
    else if (!S_ISLNK(target.st_mode))
        return failure(Error::Kind::Conflict, "'" + m_target + "' is no ordinary file");
    return {};
}

Result<void> DownloadFile::createTemporary()
{
    for (int i = 0; i < mostNamesTried; ++i) {
        std::string name = temporaryBeside(m_target);
        m_file = LocalFile(
            ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
        if (m_file.isOpen()) {
            m_temporary = std::move(name);
            return {};
        }
        if (errno != EEXIST)
            break;
    }
    return cannotWrite(errno);
}

Result<void> DownloadFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_file.descriptor(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return cannotWrite(errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
        m_written += written;
    }
    m_count->done = m_written;
    if (m_written - m_flushed >= flushedAtOnce) {
        // Begins to write to disk, without waiting: else all of it would wait for the end.
        sync_file_range(m_file.descriptor(), m_flushed, m_written - m_flushed,
                        SYNC_FILE_RANGE_WRITE);
        m_flushed = m_written;
    }
    return {};
}

Result<void> DownloadFile::finish()
{
    const qint64 total = m_count->total;
    if (total >= 0 && m_written != total)
        return failure(Error::Kind::Network, "the file broke off");
    // Some file systems report a full disk only here.
    if (fdatasync(m_file.descriptor()) != 0 && errno != EINVAL && errno != ENOSYS)
        return cannotWrite(errno);
    if (m_mode && fchmod(m_file.descriptor(), *m_mode) != 0)
        return cannotWrite(errno);
    m_file = LocalFile();
    auto placed = m_replace == Replace::Never ? placeNew(m_temporary, m_target)
                                              : placeOver(m_temporary, m_target);
    if (placed)
        m_temporary.clear();
    return placed;
}

DownloadBytes::DownloadBytes(std::int64_t limit, std::shared_ptr<TransferReceipt> receipt,
                             std::shared_ptr<TransferCount> count)
    : m_limit(limit),
      m_receipt(std::move(receipt)),
      m_count(std::move(count))
{
}

std::unexpected<Error> DownloadBytes::tooLarge() const
{
    return failure(Error::Kind::Policy,
                   "the file is larger than " + std::to_string(m_limit) + " bytes");
}

Result<void> DownloadBytes::open(const HttpHeaders &headers)
{
    const auto length = promisedLength(headers);
    if (!length)
        return std::unexpected(length.error());
    m_count->total = *length;
    if (*length > m_limit)
        return tooLarge();
    return {};
}

Result<void> DownloadBytes::write(std::string_view bytes)
{
    const auto size = static_cast<qsizetype>(bytes.size());
    if (m_receipt->content.size() + size > m_limit)
        return tooLarge();
    m_receipt->content.append(bytes.data(), size);
    m_count->done = m_receipt->content.size();
    return {};
}

Result<void> DownloadBytes::finish()
{
    return {};
}

} // namespace Sandglass
