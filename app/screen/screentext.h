// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbsession.h>
#include <widgets/desktoppanel.h>

#include <QtCore/QString>

namespace Sandglass {

/// Why the session of a remote desktop ended, in the words of people: what happened and what it
/// means. Plain text; what the server said in it is made visible. `where` names the server.
[[nodiscard]] QString screenEndText(const RfbSession::End &end, const QString &where);

/// While RfbSession::isSilent().
[[nodiscard]] DesktopPanel::Notice silentScreen();

} // namespace Sandglass
