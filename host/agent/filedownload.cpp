// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/contenttype.h>
#include <host/agent/fileanswer.h>
#include <host/agent/filedownload.h>
#include <host/agent/fileerror.h>
#include <host/agent/filerange.h>
#include <host/agent/sandboxpath.h>
#include <host/uniquefd.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::size_t pieceBytes = 64UL << 10U;

struct OpenFile {
    std::shared_ptr<const UniqueFd> fd;
    struct stat status{};
};

std::expected<OpenFile, Response> openFile(const std::string &path)
{
    OpenFile file;
    const auto failed = [&path](int error) {
        if (error == ENOENT)
            return fileError(404, "path '" + path + "' does not exist");
        return fileError(500, fileFailure(error, "error opening file: open", path).message);
    };
    if (::stat(path.c_str(), &file.status) != 0)
        return std::unexpected(failed(errno));
    if (S_ISDIR(file.status.st_mode))
        return std::unexpected(fileError(400, "path '" + path + "' is a directory"));
    // Not even opened: a pipe or a device may do anything then.
    if (!S_ISREG(file.status.st_mode))
        return std::unexpected(fileError(400, "path '" + path + "' is not a regular file"));
    const int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return std::unexpected(failed(errno));
    file.fd = std::make_shared<const UniqueFd>(fd);
    if (::fstat(fd, &file.status) != 0 || !S_ISREG(file.status.st_mode))
        return std::unexpected(fileError(400, "path '" + path + "' is not a regular file"));
    return file;
}

std::string contentTypeOf(const OpenFile &file, const std::string &path)
{
    if (auto type = typeByName(baseName(path)); !type.empty())
        return type;
    std::array<char, 512> beginning{};
    const auto count = ::pread(file.fd->get(), beginning.data(), beginning.size(), 0);
    return typeByContent({beginning.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))});
}

Headers headersFor(const OpenFile &file, const std::string &path)
{
    return {{"Content-Disposition", inlineDisposition(baseName(path))},
            {"Vary", "Accept-Encoding"},
            {"Last-Modified", httpDate(file.status.st_mtim.tv_sec)},
            {"Accept-Ranges", "bytes"}};
}

/// Sends a file whose size says nothing (those of /proc) to its end. Kept alive by the write in
/// flight.
class Copy final : public std::enable_shared_from_this<Copy>
{
public:
    Copy(std::shared_ptr<Exchange> exchange, std::shared_ptr<const UniqueFd> file)
        : m_exchange(std::move(exchange)),
          m_file(std::move(file))
    {
    }

    void next()
    {
        std::string piece(pieceBytes, '\0');
        const auto count = ::read(m_file->get(), piece.data(), piece.size());
        if (count < 0)
            return m_exchange->abort();
        if (count == 0)
            return m_exchange->finish();
        piece.resize(static_cast<std::size_t>(count));
        m_exchange->write(std::move(piece),
                          [self = shared_from_this()](const Result<void> &written) {
                              if (written)
                                  self->next();
                          });
    }

private:
    std::shared_ptr<Exchange> m_exchange;
    std::shared_ptr<const UniqueFd> m_file;
};

void sendPart(const std::shared_ptr<Exchange> &exchange, const OpenFile &file, const FilePlan &plan,
              Headers headers)
{
    const auto count = plan.count;
    headers.set("Content-Length", std::to_string(count));
    ::posix_fadvise(file.fd->get(), static_cast<off_t>(plan.offset), static_cast<off_t>(count),
                    POSIX_FADV_SEQUENTIAL);
    exchange->startResponse(plan.status, std::move(headers));
    if (count == 0)
        return exchange->finish();
    exchange->writeFile(file.fd, static_cast<std::int64_t>(plan.offset), count,
                        [exchange](const Result<void> &sent) {
                            if (sent)
                                exchange->finish();
                            else
                                exchange->abort();
                        });
}

} // namespace

void sendFile(const std::shared_ptr<Exchange> &exchange, const std::string &path)
{
    const auto &request = exchange->head().headers;
    const auto file = openFile(path);
    if (!file)
        return exchange->respond(file.error());
    const auto accepted = acceptedEncodings(request);
    if (!accepted.identity)
        return exchange->respond(
            fileError(406, "the file can only be sent as it is: allow the identity encoding"));
    const auto size = static_cast<std::uint64_t>(file->status.st_size);
    const auto plan = planFile(request, size, file->status.st_mtim.tv_sec);
    auto headers = headersFor(*file, path);
    if (plan.status == 416)
        headers.add("Content-Range", "bytes */" + std::to_string(size));
    if (plan.status == 416 || plan.status == 412)
        return exchange->respond(
            fileError(plan.status, "the file has no such part or state", std::move(headers)));
    if (plan.status == 304)
        return exchange->respond({.status = 304, .headers = std::move(headers), .body = {}});
    if (plan.status == 206)
        headers.add("Content-Range", "bytes " + std::to_string(plan.offset) + '-' +
                                         std::to_string(plan.offset + plan.count - 1) + '/' +
                                         std::to_string(size));
    headers.add("Content-Type", contentTypeOf(*file, path));
    if (size > 0 || !accepted.gzip)
        return sendPart(exchange, *file, plan, std::move(headers));
    // As envd, which looks for the content only where no length is announced.
    exchange->startResponse(200, std::move(headers));
    std::make_shared<Copy>(exchange, file->fd)->next();
}

} // namespace Sandglass
