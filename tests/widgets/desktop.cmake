# SPDX-License-Identifier: GPL-3.0-or-later
# The screen of a sandbox. Sessions are real, with the real decoder, against a scripted server.
sandglass_library(desktopstage SOURCES desktopstage.cpp LINK Sandglass::widgets Sandglass::rfbtest)
set_target_properties(sandglass_desktopstage PROPERTIES AUTOMOC ON)

foreach(name IN ITEMS desktopkeys desktopgeometry)
    sandglass_test(tst_${name} SOURCES tst_${name}.cpp LINK Sandglass::widgets LABELS widgets GUI)
endforeach()

# At one and at two device pixels for each logical one.
foreach(scale IN ITEMS 1 2)
    foreach(name IN ITEMS desktopview)
        sandglass_test(tst_${name}_${scale}x SOURCES tst_${name}.cpp LINK Sandglass::desktopstage
            LABELS widgets GUI DEPENDS sandglass-rfb)
        target_compile_definitions(tst_${name}_${scale}x PRIVATE SANDGLASS_TEST_SCALE=${scale})
    endforeach()
endforeach()
