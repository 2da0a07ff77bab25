// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace Sandglass {

/// The beginning of an HTTP/1.x answer, taken apart. A value.
struct HttpAnswer {
    int status = 0;
    QByteArray body;         ///< so far; without the framing of chunks
    bool isComplete = false; ///< false also when only the end of the connection ends the body
};

/// A head of more is no answer.
inline constexpr qsizetype mostHead = qsizetype{16} * 1024;

/// Empty while the head is not complete, and for ever when it is none (isHopeless()).
[[nodiscard]] std::optional<HttpAnswer> parseHttpAnswer(const QByteArray &bytes);
/// Whether these bytes can never become an answer.
[[nodiscard]] bool isHopelessAnswer(const QByteArray &bytes);

} // namespace Sandglass
