// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httpbody.h>
#include <client/localfile.h>
#include <client/transferjob.h>

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace Sandglass {

/// What is uploaded: a file of this computer, by its path in the file system's own bytes, or bytes.
using UploadContent = std::variant<std::string, QByteArray>;

/// The body of an upload: the content, perhaps between two texts (multipart). As many bytes of a
/// file as it had at the beginning; a file that shrinks meanwhile is an error.
class UploadBody final : public HttpBodySource
{
    Q_DISABLE_COPY_MOVE(UploadBody)

public:
    struct Enclosure {
        std::string before;
        std::string after;
    };

    UploadBody(UploadContent content, Enclosure enclosure, std::shared_ptr<TransferCount> count);

    [[nodiscard]] Result<std::int64_t> open() override;
    [[nodiscard]] Result<std::size_t> read(std::span<char> room) override;
    void rewind() override;

private:
    [[nodiscard]] Result<std::int64_t> openFile(const std::string &path);
    [[nodiscard]] Result<std::size_t> readContent(std::span<char> room, std::int64_t offset);

    const UploadContent m_content;
    const Enclosure m_enclosure;
    std::shared_ptr<TransferCount> m_count;
    LocalFile m_file;
    std::int64_t m_size = 0;     ///< of the content
    std::int64_t m_position = 0; ///< in the whole body
};

} // namespace Sandglass
