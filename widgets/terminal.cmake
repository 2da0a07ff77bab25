# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal view.
target_sources(sandglass_widgets PRIVATE
    terminalfindbar.cpp
    terminalview.cpp
    terminalviewboxes.cpp
    terminalviewcolors.cpp
    terminalviewfont.cpp
    terminalviewinput.cpp
    terminalviewmouse.cpp
    terminalviewpainter.cpp)
