// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <QtTest/QTest>

/// Fails the test with the error's text when a Result holds one.
#define SG_VERIFY_RESULT(expression)                                                               \
    do {                                                                                           \
        const auto &sgResult = (expression);                                                       \
        if (!sgResult.has_value()) {                                                               \
            const QByteArray sgText = QByteArray(Sandglass::toString(sgResult.error().kind)) +     \
                                      ": " + QByteArray::fromStdString(sgResult.error().detail);   \
            QFAIL(sgText.constData());                                                             \
        }                                                                                          \
    } while (false)

/// Fails the test unless a Result holds an error of the kind.
#define SG_VERIFY_FAILS(expression, expectedKind)                                                  \
    do {                                                                                           \
        const auto &sgResult = (expression);                                                       \
        QVERIFY2(!sgResult.has_value(), "succeeded, but should have failed");                      \
        QCOMPARE(QByteArray(Sandglass::toString(sgResult.error().kind)),                           \
                 QByteArray(Sandglass::toString(expectedKind)));                                   \
    } while (false)
