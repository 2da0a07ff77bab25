// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandglass {

class DesktopView;

/// Makes assistive tools see the view as a picture, with the name and the description that it keeps
/// up to date, instead of as a plain area.
void makeAccessible(DesktopView &view);

} // namespace Sandglass
