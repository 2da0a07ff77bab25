# SPDX-License-Identifier: GPL-3.0-or-later
# The screen of a sandbox: the remote desktop and what is around it.
target_sources(sandglass_widgets PRIVATE
    desktopcursor.cpp
    desktopdrivingbar.cpp
    desktopgeometry.cpp
    desktophint.cpp
    desktopkeys.cpp
    desktopkeysmenu.cpp
    desktopnotice.cpp
    desktoppanel.cpp
    desktoppicture.cpp
    desktopscaler.cpp
    desktoptoolbar.cpp
    desktopview.cpp
    desktopviewaccessible.cpp
    desktopviewinput.cpp
    desktopviewlayout.cpp
    desktopviewpaint.cpp)
