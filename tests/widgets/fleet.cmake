# SPDX-License-Identifier: GPL-3.0-or-later
add_library(sandglass_fleetfixture STATIC fleetfixture.cpp fleetmockup.cpp fleetstage.cpp overviewfixture.cpp)
set_target_properties(sandglass_fleetfixture PROPERTIES AUTOMOC ON)
target_link_libraries(sandglass_fleetfixture PUBLIC Sandglass::widgets Sandglass::models Qt6::Test)

foreach(name IN ITEMS fleetview fleetpainting fleetintents fleetpictures metricchart overviewview)
    sandglass_test(tst_${name} SOURCES tst_${name}.cpp LINK sandglass_fleetfixture LABELS widgets GUI)
endforeach()
sandglass_test(tst_metriccharttext SOURCES tst_metriccharttext.cpp LINK Sandglass::widgets LABELS widgets)
