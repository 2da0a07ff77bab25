// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalclusters.h>

namespace Sandglass {

char32_t TerminalClusters::intern(std::u32string_view codePoints)
{
    codePoints = codePoints.substr(0, maximumLength);
    if (codePoints.empty())
        return 0;
    if (codePoints.size() == 1)
        return codePoints.front();
    std::u32string key(codePoints);
    if (const auto found = m_codes.find(key); found != m_codes.end())
        return found->second;
    if (m_clusters.size() >= maximum)
        return codePoints.front();
    const char32_t code = TerminalCell::clusterFlag | char32_t(m_clusters.size());
    m_clusters.push_back(key);
    m_codes.emplace(std::move(key), code);
    return code;
}

std::u32string_view TerminalClusters::codePoints(const TerminalCell &cell) const
{
    if (cell.code == 0)
        return {};
    if (!cell.isCluster())
        return {&cell.code, 1};
    const std::size_t index = cell.code & ~TerminalCell::clusterFlag;
    return index < m_clusters.size() ? std::u32string_view(m_clusters[index])
                                     : std::u32string_view();
}

void TerminalClusters::appendTo(QString &text, const TerminalCell &cell) const
{
    if (cell.code != 0 && cell.code < 0x80) {
        text.append(QChar(char16_t(cell.code)));
        return;
    }
    for (const char32_t codePoint : codePoints(cell)) {
        for (const char16_t unit : QChar::fromUcs4(codePoint))
            text.append(QChar(unit));
    }
}

} // namespace Sandglass
