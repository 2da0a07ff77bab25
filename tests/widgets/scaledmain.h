// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

/// QTEST_MAIN of a program that is built once for each number of device pixels per logical one,
/// SANDGLASS_TEST_SCALE.
#define SANDGLASS_SCALED_MAIN(TestClass)                                                           \
    int main(int argc, char **argv)                                                                \
    {                                                                                              \
        qputenv("QT_SCALE_FACTOR", QByteArray::number(SANDGLASS_TEST_SCALE));                      \
        QApplication app(argc, argv);                                                              \
        TestClass test;                                                                            \
        QTEST_SET_MAIN_SOURCE_PATH                                                                 \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
