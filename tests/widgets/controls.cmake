# SPDX-License-Identifier: GPL-3.0-or-later
sandglass_test(tst_theme SOURCES tst_theme.cpp LINK Sandglass::widgets LABELS widgets GUI)
sandglass_test(tst_pictures SOURCES tst_pictures.cpp gallery.cpp gallery.h LINK Sandglass::widgets LABELS widgets GUI)
