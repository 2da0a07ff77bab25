# SPDX-License-Identifier: GPL-3.0-or-later
# What the tour is made of; the test and the optimised one of ./dev bench are the same.
set(tour_sources main.cpp slotwatch.cpp tour.cpp tourcode.cpp tourhands.cpp tourscreen.cpp)
list(TRANSFORM tour_sources PREPEND "${CMAKE_CURRENT_LIST_DIR}/")
