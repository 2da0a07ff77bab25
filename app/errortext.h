// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/error.h>

#include <QtCore/QString>

namespace Sandglass {

/// An error in the words of people: what happened, and what to do. Plain text; may quote the
/// service, made visible.
struct ErrorText {
    QString title;  ///< one sentence without a full stop, "prod rejected the key (401)"
    QString advice; ///< what it means and what to do; may be empty
};

/// The only place where an Error becomes wording. `where` names what was asked: a connection, a
/// sandbox.
[[nodiscard]] ErrorText errorText(const Error &error, const QString &where);
/// Title and advice in one line, for status bars and tooltips.
[[nodiscard]] QString errorLine(const Error &error, const QString &where);

} // namespace Sandglass
