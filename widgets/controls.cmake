# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(sandglass_widgets PRIVATE
    appearance.cpp
    badge.cpp
    banner.cpp
    cards.cpp
    confirmpopover.cpp
    connectiondialog.cpp
    connectionfields.cpp
    connectionparts.cpp
    detailheader.cpp
    duration.cpp
    durationedit.cpp
    emptypage.cpp
    errorbox.cpp
    filterfield.cpp
    firstruncard.cpp
    firstrunpage.cpp
    fleetstatusbar.cpp
    fonts.cpp
    form.cpp
    growingdialog.cpp
    iconlabel.cpp
    icons.cpp
    killpopover.cpp
    label.cpp
    metadataedit.cpp
    newsandboxdialog.cpp
    popover.cpp
    sandglassstyle.cpp
    sandglassstylecontrols.cpp
    sandglassstylepaint.cpp
    sandglassstylesizes.cpp
    sidebar.cpp
    sidebardelegate.cpp
    statemark.cpp
    theme.cpp
    themecolors.cpp
    toast.cpp
    workspacebar.cpp)

file(GLOB icon_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/icons/*.svg")
qt_add_resources(sandglass_widgets icons PREFIX /sandglass/icons BASE "${CMAKE_SOURCE_DIR}/resources/icons"
    FILES ${icon_files})
