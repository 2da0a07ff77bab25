// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/filetransfer.h>
#include <client/httpbody.h>
#include <client/localfile.h>
#include <client/transferjob.h>

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace Sandglass {

/// A file on its way onto this computer's disk: a temporary name beside the target until all of it
/// is on disk. Its end takes the temporary file away.
class DownloadFile final : public HttpBodySink
{
    Q_DISABLE_COPY_MOVE(DownloadFile)

public:
    DownloadFile(std::string target, Replace replace, std::shared_ptr<TransferCount> count);
    ~DownloadFile() override;

    [[nodiscard]] Result<void> open(const HttpHeaders &headers) override;
    [[nodiscard]] Result<void> write(std::string_view bytes) override;
    [[nodiscard]] Result<void> finish() override;

private:
    [[nodiscard]] Result<void> checkTarget();
    [[nodiscard]] Result<void> createTemporary();
    [[nodiscard]] std::unexpected<Error> cannotWrite(int number) const;

    const std::string m_target;
    const Replace m_replace;
    std::shared_ptr<TransferCount> m_count;
    std::string m_temporary; ///< empty while there is none
    LocalFile m_file;
    std::optional<mode_t> m_mode; ///< of the file that is going to be replaced
    std::int64_t m_written = 0;
    std::int64_t m_flushed = 0; ///< on its way to disk
};

/// The length that the headers promise; -1 when the end is marked otherwise. Protocol for an answer
/// whose end could not be told from a broken connection, or that is compressed (we never ask).
[[nodiscard]] Result<std::int64_t> promisedLength(const HttpHeaders &headers);

/// A small file on its way into memory.
class DownloadBytes final : public HttpBodySink
{
    Q_DISABLE_COPY_MOVE(DownloadBytes)

public:
    /// `receipt` is written to on the network thread, and read once the call has succeeded.
    DownloadBytes(std::int64_t limit, std::shared_ptr<TransferReceipt> receipt,
                  std::shared_ptr<TransferCount> count);

    [[nodiscard]] Result<void> open(const HttpHeaders &headers) override;
    [[nodiscard]] Result<void> write(std::string_view bytes) override;
    [[nodiscard]] Result<void> finish() override;

private:
    [[nodiscard]] std::unexpected<Error> tooLarge() const;

    const std::int64_t m_limit;
    std::shared_ptr<TransferReceipt> m_receipt;
    std::shared_ptr<TransferCount> m_count;
};

} // namespace Sandglass
