// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <compare>

namespace Sandglass {

/// A place in the source tree that breaks a rule.
struct Finding {
    QString path; ///< from the repository's root
    int line = 0;
    QString reason;
};
using Findings = QList<Finding>;

/// "path:line: reason" for each, one a line.
[[nodiscard]] QByteArray report(const Findings &findings);

} // namespace Sandglass

/// Fails the test with all findings if there are any.
#define SG_VERIFY_NO_FINDINGS(expression)                                                          \
    do {                                                                                           \
        const Sandglass::Findings sgFindings = (expression);                                       \
        QVERIFY2(sgFindings.isEmpty(), Sandglass::report(sgFindings).constData());                 \
    } while (false)
