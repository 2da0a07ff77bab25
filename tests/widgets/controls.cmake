# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name IN ITEMS connectiondialog controls firstrunpage killpopover newsandboxdialog sidebar theme)
    sandglass_test(tst_${name} SOURCES tst_${name}.cpp LINK Sandglass::widgets LABELS widgets GUI)
endforeach()
sandglass_test(tst_icons SOURCES tst_icons.cpp gallery.cpp LINK Sandglass::widgets LABELS widgets GUI)
sandglass_test(tst_pictures SOURCES tst_pictures.cpp picturewindows.cpp gallery.cpp LINK Sandglass::widgets
    LABELS widgets GUI)
