# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(sandglass_widgets PRIVATE
    appearance.cpp
    cards.cpp
    fonts.cpp
    icons.cpp
    sandglassstyle.cpp
    sandglassstylecontrols.cpp
    sandglassstylepaint.cpp
    statemark.cpp
    theme.cpp
    themecolors.cpp)

file(GLOB icon_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/icons/*.svg")
qt_add_resources(sandglass_widgets icons PREFIX /sandglass/icons BASE "${CMAKE_SOURCE_DIR}/resources/icons"
    FILES ${icon_files})
