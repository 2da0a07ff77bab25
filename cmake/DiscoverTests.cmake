# SPDX-License-Identifier: GPL-3.0-or-later
# Asks a Qt Test program for its functions and writes one ctest entry for each. Run after linking (sandglass_test).
set(ENV{QT_QPA_PLATFORM} offscreen)
set(ENV{ASAN_OPTIONS} detect_leaks=0)
execute_process(COMMAND "${PROGRAM}" -functions OUTPUT_VARIABLE functions RESULT_VARIABLE code)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} -functions failed: ${code}")
endif()
string(REGEX MATCHALL "[A-Za-z_0-9]+\\(\\)" functions "${functions}")
if(NOT functions)
    message(FATAL_ERROR "${PROGRAM} has no test functions")
endif()
set(text "")
foreach(function IN LISTS functions)
    string(REPLACE "()" "" function "${function}")
    set(entry "${NAME}.${function}")
    string(APPEND text "add_test([=[${entry}]=] ${WRAPPER} [=[${PROGRAM}]=] ${function})\n"
        "set_tests_properties([=[${entry}]=] PROPERTIES TIMEOUT ${TIMEOUT} PROCESSORS ${PROCESSORS} "
        "LABELS [=[${LABELS}]=] SKIP_REGULAR_EXPRESSION \"SKIP   :\")\n")
endforeach()
file(WRITE "${OUTPUT}" "${text}")
