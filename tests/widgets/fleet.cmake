# SPDX-License-Identifier: GPL-3.0-or-later
add_library(sandglass_fleetfixture STATIC fleetfixture.cpp overviewfixture.cpp)
set_target_properties(sandglass_fleetfixture PROPERTIES AUTOMOC ON)
target_link_libraries(sandglass_fleetfixture PUBLIC Sandglass::widgets Sandglass::models)

sandglass_test(tst_fleetpictures SOURCES tst_fleetpictures.cpp LINK sandglass_fleetfixture LABELS widgets GUI)
sandglass_test(tst_fleetview SOURCES tst_fleetview.cpp LINK sandglass_fleetfixture LABELS widgets GUI)
sandglass_test(tst_metricchart SOURCES tst_metricchart.cpp LINK sandglass_fleetfixture LABELS widgets GUI)
sandglass_test(tst_overviewview SOURCES tst_overviewview.cpp LINK sandglass_fleetfixture LABELS widgets GUI)
