# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(sandglass_widgets PRIVATE
    fileactions.cpp
    filedelegate.cpp
    filename.cpp
    filenameedit.cpp
    fileremovepopover.cpp
    filestoolbar.cpp
    filesview.cpp
    filesviewacts.cpp
    filetreeview.cpp
    filetreeviewdrop.cpp
    filetreeviewedit.cpp
    filetreeviewpaint.cpp
    transferbar.cpp
    transferrow.cpp
    transferstrip.cpp)
