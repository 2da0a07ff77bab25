// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandglass::Rfb {

/// Ends the process when the app is gone, even while a hostile rect keeps the decoder busy for ever
/// and nobody polls: after about two seconds of processor time, and asleep as long as the process
/// is. (PR_SET_PDEATHSIG would fire when the app's thread that started us ends.) Call it before the
/// jail closes; the descriptor is the app's socket and stays open.
void watchForOrphanhood(int app);

} // namespace Sandglass::Rfb
