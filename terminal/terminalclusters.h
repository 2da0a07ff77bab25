// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalcell.h>

#include <QtCore/QString>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Sandglass {

/// Characters that are made of several code points (accents, joined emoji), each kept once, so that
/// a cell stays small and can be moved without care. What is kept is bounded: once `maximum`
/// different ones have been seen, further ones show their first code point only.
class TerminalClusters final
{
public:
    static constexpr std::size_t maximum = 16384;
    static constexpr std::size_t maximumLength = 6;

    /// The code to put into a cell. At most maximumLength code points are kept.
    [[nodiscard]] char32_t intern(std::u32string_view codePoints);
    /// The code points of a cell; empty for a cell with nothing in it.
    [[nodiscard]] std::u32string_view codePoints(const TerminalCell &cell) const;
    void appendTo(QString &text, const TerminalCell &cell) const;

private:
    std::vector<std::u32string> m_clusters;
    std::unordered_map<std::u32string, char32_t> m_codes;
};

} // namespace Sandglass
