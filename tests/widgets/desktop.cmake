# SPDX-License-Identifier: GPL-3.0-or-later
# The screen of a sandbox. Sessions are real, with the real decoder, against a scripted server.
sandglass_library(desktopstage SOURCES desktoppanelstage.cpp desktopstage.cpp drawndesktop.cpp gallery.cpp
    LINK Sandglass::widgets Sandglass::rfbtest)
set_target_properties(sandglass_desktopstage PROPERTIES AUTOMOC ON)

foreach(name IN ITEMS desktopkeys desktopgeometry desktopscaler)
    sandglass_test(tst_${name} SOURCES tst_${name}.cpp LINK Sandglass::widgets LABELS widgets GUI)
endforeach()

# At one and at two device pixels for each logical one.
foreach(scale IN ITEMS 1 2)
    foreach(name IN ITEMS desktopinput desktoppictures desktoppointer desktopstate desktopview)
        sandglass_test(tst_${name}_${scale}x SOURCES tst_${name}.cpp LINK Sandglass::desktopstage
            LABELS widgets GUI DEPENDS sandglass-rfb)
        target_compile_definitions(tst_${name}_${scale}x PRIVATE SANDGLASS_TEST_SCALE=${scale})
    endforeach()
endforeach()
foreach(name IN ITEMS desktopdriving desktoppanel)
    sandglass_test(tst_${name} SOURCES tst_${name}.cpp LINK Sandglass::desktopstage LABELS widgets GUI
        DEPENDS sandglass-rfb)
endforeach()

# Real keys of the private X server, and Xvnc at the other end.
sandglass_test(tst_desktoplayouts SOURCES tst_desktoplayouts.cpp ../vnc/realdesktop.cpp LINK Sandglass::desktopstage
    LABELS widgets GUI PROCESSORS 2 DEPENDS sandglass-rfb)
target_compile_definitions(tst_desktoplayouts PRIVATE SANDGLASS_TEST_SCALE=1)
