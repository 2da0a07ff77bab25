# SPDX-License-Identifier: GPL-3.0-or-later
add_library(sandglass_filesstage STATIC filesstage.cpp)
set_target_properties(sandglass_filesstage PROPERTIES AUTOMOC ON)
target_link_libraries(sandglass_filesstage PUBLIC Sandglass::widgets sandglass_fakefiles Qt6::Test)

foreach(name IN ITEMS fileedit filespictures filesview filetreeview transferstrip)
    sandglass_test(tst_${name} SOURCES tst_${name}.cpp gallery.cpp LINK sandglass_filesstage LABELS widgets GUI)
endforeach()
