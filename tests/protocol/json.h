// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <string>
#include <string_view>

/// What an encoder wrote, read by another reader than ours: a mistake that our encoder and decoder
/// share would otherwise cancel out. The order of members and white space do not count.
inline QJsonDocument json(std::string_view text)
{
    return QJsonDocument::fromJson(QByteArray(text.data(), qsizetype(text.size())));
}

/// Compares an encoder's output with JSON text.
#define SG_COMPARE_JSON(actual, expected)                                                          \
    do {                                                                                           \
        const QJsonDocument sgExpected = json(expected);                                           \
        QVERIFY2(!sgExpected.isNull(), "the expected text is not JSON");                           \
        QCOMPARE(json(actual).toJson(), sgExpected.toJson());                                      \
    } while (false)

/// A file of tests/data; fails the test by being empty if it is missing.
inline std::string testData(const char *name)
{
    QFile file(QStringLiteral(SANDGLASS_TEST_DATA "/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}
