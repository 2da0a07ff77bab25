# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(sandglass_widgets PRIVATE
    theme.cpp
    themecolors.cpp)
