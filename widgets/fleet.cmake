# SPDX-License-Identifier: GPL-3.0-or-later
# The fleet table, its delegates, metric charts and the overview.
target_sources(sandglass_widgets PRIVATE
    celldelegate.cpp
    fleetview.cpp
    fleetviewheader.cpp
    fleetviewkeys.cpp
    fleetviewlook.cpp
    fleetviewmenu.cpp
    fleetviewpaint.cpp
    metricchart.cpp
    metricchartpaint.cpp
    metricchartplot.cpp
    metriccharttext.cpp
    metricdelegate.cpp
    namedelegate.cpp
    overviewview.cpp
    overviewviewfacts.cpp
    sparkline.cpp
    statedelegate.cpp
    timeleftdelegate.cpp)
find_package(Qt6 6.8 REQUIRED COMPONENTS PrintSupport GLOBAL)
find_package(QCustomPlotQt6 REQUIRED GLOBAL)
target_link_libraries(sandglass_widgets PRIVATE QCustomPlotQt6::QCustomPlotQt6)
