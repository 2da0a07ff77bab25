// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/transfers/freename.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

/// "name (2).txt" for 2.
QString numbered(const QString &name, int number)
{
    // "archive.tar.gz" stays one; a dot at the beginning is no extension.
    static constexpr qsizetype longestExtension = 8;
    qsizetype dot = name.lastIndexOf(u'.');
    if (name.endsWith(u".tar.gz"_s) || name.endsWith(u".tar.xz"_s) || name.endsWith(u".tar.zst"_s))
        dot = name.lastIndexOf(u".tar."_s);
    if (dot <= 0 || name.size() - dot > longestExtension)
        dot = name.size();
    return name.left(dot) + u" (%1)"_s.arg(number) + name.mid(dot);
}

} // namespace

QString freeName(const QString &name, const std::function<bool(const QString &)> &isTaken)
{
    QString tried = name;
    for (int number = 2; isTaken(tried); ++number)
        tried = numbered(name, number);
    return tried;
}

QString GivenNames::give(const QString &name)
{
    QString tried = name;
    int &number = m_latest[name];
    while (m_given.contains(tried))
        tried = numbered(name, number = std::max(number, 1) + 1);
    m_given.insert(tried);
    return tried;
}

} // namespace Sandglass
