# SPDX-License-Identifier: GPL-3.0-or-later
add_library(sandglass_editorfixture STATIC editorfixture.cpp gallery.cpp)
target_link_libraries(sandglass_editorfixture PUBLIC Sandglass::widgets Sandglass::models Qt6::Test)

foreach(name IN ITEMS codeeditor editorbuffers editorpictures editorview runhtml runpicture runview)
    sandglass_test(tst_${name} SOURCES tst_${name}.cpp LINK sandglass_editorfixture LABELS widgets GUI)
endforeach()
