// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/httpanswer.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QList>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr QByteArrayView start = "HTTP/1.";
constexpr QByteArrayView endOfHead = "\r\n\r\n";

/// The value of the first header of that name, which is in lower case.
QByteArray headerOf(const QByteArray &head, QByteArrayView name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == name)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

/// Chunks as far as they are there: size in hexadecimal, bytes, and so on until a size of zero.
void takeChunks(QByteArrayView rest, HttpAnswer &answer)
{
    while (true) {
        const qsizetype lineEnd = rest.indexOf("\r\n");
        if (lineEnd < 0)
            return;
        bool isNumber = false;
        const QByteArray line = rest.first(lineEnd).toByteArray();
        const qlonglong size = line.split(';').first().trimmed().toLongLong(&isNumber, 16);
        rest = rest.sliced(lineEnd + 2);
        if (!isNumber || size <= 0) {
            answer.isComplete = true;
            return;
        }
        const qsizetype there = std::min<qlonglong>(size, rest.size());
        answer.body.append(rest.first(there));
        if (rest.size() < there + 2)
            return;
        rest = rest.sliced(there + 2);
    }
}

} // namespace

std::optional<HttpAnswer> parseHttpAnswer(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf(endOfHead);
    if (headEnd < 0 || headEnd > mostHead || isHopelessAnswer(bytes))
        return std::nullopt;
    const QByteArray head = bytes.first(headEnd);
    HttpAnswer answer;
    answer.status = head.sliced(start.size() + 2, 3).toInt();
    const QByteArrayView rest = QByteArrayView(bytes).sliced(headEnd + endOfHead.size());
    if (headerOf(head, "transfer-encoding").toLower().contains("chunked")) {
        takeChunks(rest, answer);
        return answer;
    }
    bool isNumber = false;
    const qlonglong length = headerOf(head, "content-length").toLongLong(&isNumber);
    const bool hasLength = isNumber && length >= 0;
    answer.body = rest.first(hasLength ? std::min<qlonglong>(length, rest.size()) : rest.size())
                      .toByteArray();
    answer.isComplete = answer.status == 101 || (hasLength && rest.size() >= length);
    return answer;
}

bool isHopelessAnswer(const QByteArray &bytes)
{
    const qsizetype known = std::min(bytes.size(), start.size());
    if (QByteArrayView(bytes).first(known) != start.first(known))
        return true;
    // "HTTP/1.1 502": one digit, a blank, three digits.
    constexpr qsizetype statusAt = 9;
    if (bytes.size() < statusAt + 3)
        return bytes.size() > mostHead;
    const bool hasStatus = std::ranges::all_of(
        bytes.sliced(statusAt, 3), [](char digit) { return digit >= '0' && digit <= '9'; });
    return !hasStatus || (bytes.size() > mostHead && !bytes.first(mostHead).contains(endOfHead));
}

} // namespace Sandglass
