# SPDX-License-Identifier: GPL-3.0-or-later
# The editor and what runs print and give.
target_sources(sandglass_widgets PRIVATE
    codecells.cpp
    codeeditor.cpp
    codeeditorkeys.cpp
    codeeditorpaint.cpp
    codeeditorplaces.cpp
    codefindbar.cpp
    codegotobar.cpp
    codegutter.cpp
    codehighlighter.cpp
    codelanguages.cpp
    codesearch.cpp
    editorpage.cpp
    editorresults.cpp
    editorsample.cpp
    editorstatusrow.cpp
    editortabs.cpp
    editortoolbar.cpp
    editorview.cpp
    editorviewactions.cpp
    runbody.h
    runentrybox.cpp
    runerrorbody.cpp
    runhtml.cpp
    runhtmlbody.cpp
    runhtmltag.cpp
    runnoticebody.cpp
    runpicture.cpp
    runpicturebody.cpp
    runsvg.cpp
    runsvgcost.cpp
    runtextbody.cpp
    runview.cpp)
find_package(Qt6 6.8 REQUIRED COMPONENTS Concurrent GLOBAL)
find_package(KF6SyntaxHighlighting REQUIRED GLOBAL)
target_link_libraries(sandglass_widgets PUBLIC KF6::SyntaxHighlighting PRIVATE Qt6::Concurrent)
