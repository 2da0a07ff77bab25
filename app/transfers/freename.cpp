// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/transfers/freename.h>

using namespace Qt::StringLiterals;

namespace Sandglass {

QString freeName(const QString &name, const std::function<bool(const QString &)> &isTaken)
{
    if (!isTaken(name))
        return name;
    // "archive.tar.gz" stays one; a dot at the beginning is no extension.
    static constexpr qsizetype longestExtension = 8;
    qsizetype dot = name.lastIndexOf(u'.');
    if (name.endsWith(u".tar.gz"_s) || name.endsWith(u".tar.xz"_s) || name.endsWith(u".tar.zst"_s))
        dot = name.lastIndexOf(u".tar."_s);
    if (dot <= 0 || name.size() - dot > longestExtension)
        dot = name.size();
    for (int number = 2;; ++number) {
        const QString tried = u"%1 (%2)%3"_s.arg(name.left(dot)).arg(number).arg(name.mid(dot));
        if (!isTaken(tried))
            return tried;
    }
}

} // namespace Sandglass
