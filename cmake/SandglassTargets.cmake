# SPDX-License-Identifier: GPL-3.0-or-later
# How targets of this project are made, so that each folder's list says only what is special to it.
include_guard()

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

add_library(sandglass_options INTERFACE)
target_include_directories(sandglass_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(sandglass_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers)
target_compile_definitions(sandglass_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_UP_TO=0x060800)
if(SANDGLASS_SANITIZE)
    target_compile_options(sandglass_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(sandglass_options INTERFACE -fsanitize=address,undefined)
endif()

# sandglass_library(NAME SOURCES file... [LINK target...])   → target sandglass_NAME, alias Sandglass::NAME
function(sandglass_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_library(sandglass_${name} STATIC ${arg_SOURCES})
    add_library(Sandglass::${name} ALIAS sandglass_${name})
    target_link_libraries(sandglass_${name} PUBLIC sandglass_options ${arg_LINK})
endfunction()

# sandglass_test(NAME SOURCES file... [LINK target...] [LABELS label...] [GUI] [TIMEOUT seconds] [PROCESSORS n])
# A Qt Test program; each of its test functions becomes one ctest entry NAME.function. GUI ones run behind
# tests/support/run-gui: an own X server, an own session bus, private XDG folders.
function(sandglass_test name)
    cmake_parse_arguments(arg "GUI" "TIMEOUT;PROCESSORS" "SOURCES;LINK;LABELS;DEPENDS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    if(NOT arg_PROCESSORS)
        set(arg_PROCESSORS 1)
    endif()
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE sandglass_options ${arg_LINK} Qt6::Test)
    if(arg_DEPENDS)
        add_dependencies(${name} ${arg_DEPENDS})
    endif()
    set(wrapper "")
    if(arg_GUI)
        set(wrapper "${CMAKE_SOURCE_DIR}/tests/support/run-gui")
        list(APPEND arg_LABELS gui)
    endif()
    set(list_file "${CMAKE_CURRENT_BINARY_DIR}/${name}.tests.cmake")
    add_custom_command(TARGET ${name} POST_BUILD
        COMMAND ${CMAKE_COMMAND} "-DPROGRAM=$<TARGET_FILE:${name}>" "-DNAME=${name}" "-DWRAPPER=${wrapper}"
            "-DTIMEOUT=${arg_TIMEOUT}" "-DPROCESSORS=${arg_PROCESSORS}" "-DLABELS=${arg_LABELS}"
            "-DOUTPUT=${list_file}" -P "${CMAKE_SOURCE_DIR}/cmake/DiscoverTests.cmake"
        VERBATIM)
    file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/${name}.include.cmake"
        "if(EXISTS \"${list_file}\")\n  include(\"${list_file}\")\nelse()\n  add_test(${name}_NOT_BUILT ${name}_NOT_BUILT)\nendif()\n")
    set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES
        "${CMAKE_CURRENT_BINARY_DIR}/${name}.include.cmake")
endfunction()
