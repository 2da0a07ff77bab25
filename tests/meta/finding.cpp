// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/finding.h>

namespace Sandglass {

QByteArray report(const Findings &findings)
{
    QByteArray text = QByteArray::number(findings.size()) + " findings";
    for (const Finding &finding : findings) {
        text += "\n" + finding.path.toUtf8() + ":" + QByteArray::number(finding.line) + ": " +
                finding.reason.toUtf8();
    }
    return text;
}

} // namespace Sandglass
