// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace Sandglass {

class Settings;

/// Names, translations and appearance: before anything is shown. For main, the tour and the
/// benchmarks.
void setUpApplication(QApplication &application);
void applySavedScheme(const Settings &settings);

} // namespace Sandglass
