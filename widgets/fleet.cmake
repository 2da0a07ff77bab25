# SPDX-License-Identifier: GPL-3.0-or-later
# The fleet table, its delegates, metric charts and the overview.
target_sources(sandglass_widgets PRIVATE
    celldelegate.cpp
    fleetview.cpp
    fleetviewheader.cpp
    fleetviewkeys.cpp
    fleetviewlook.cpp
    fleetviewpaint.cpp
    metricdelegate.cpp
    namedelegate.cpp
    sparkline.cpp
    statedelegate.cpp
    timeleftdelegate.cpp)
