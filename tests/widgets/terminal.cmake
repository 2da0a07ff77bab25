# SPDX-License-Identifier: GPL-3.0-or-later
sandglass_test(tst_terminalview SOURCES tst_terminalview.cpp LINK Sandglass::widgets Sandglass::terminal
    LABELS widgets terminal GUI)
