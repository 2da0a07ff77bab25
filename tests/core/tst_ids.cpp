// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>

#include <QtTest/QTest>

#include <algorithm>
#include <set>
#include <string>

using namespace Sandglass;

class IdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aSandboxIdIsTheLetterIAndTwentyLettersOrDigits();
    void anApiKeyIsThePrefixAndFortyHexDigits();
    void randomTextHasTheLengthAskedFor();
    void randomTextUsesEveryCharacterOfItsAlphabetAboutEquallyOften();
    void aThousandIdsAreAllDifferent();
    void onlyLowerCaseLettersAndDigitsMakeAnId_data();
    void onlyLowerCaseLettersAndDigitsMakeAnId();
};

void IdsTest::aSandboxIdIsTheLetterIAndTwentyLettersOrDigits()
{
    const std::string id = newSandboxId();
    QCOMPARE(id.size(), std::size_t(21));
    QCOMPARE(id.front(), 'i');
    QVERIFY(isSandboxId(id));
}

void IdsTest::anApiKeyIsThePrefixAndFortyHexDigits()
{
    const std::string key = newApiKey();
    QCOMPARE(key.size(), std::size_t(44));
    QCOMPARE(key.substr(0, 4), std::string("e2b_"));
    QCOMPARE(key.find_first_not_of("0123456789abcdef", 4), std::string::npos);
}

void IdsTest::randomTextHasTheLengthAskedFor()
{
    for (const std::size_t length : {0, 1, 63, 64, 65, 1000}) {
        QCOMPARE(randomAlphanumeric(length).size(), length);
        QCOMPARE(randomHex(length).size(), length);
    }
}

void IdsTest::randomTextUsesEveryCharacterOfItsAlphabetAboutEquallyOften()
{
    // 36,000 draws of 36 characters: 1,000 each, give or take 31; a bias of "modulo 256" would show
    // as 1.14.
    const std::string text = randomAlphanumeric(36'000);
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyz0123456789")) {
        const auto count = std::ranges::count(text, c);
        QVERIFY2(count > 800 && count < 1200, qPrintable(QString::number(count)));
    }
}

void IdsTest::aThousandIdsAreAllDifferent()
{
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(newSandboxId());
    QCOMPARE(ids.size(), std::size_t(1000));
}

void IdsTest::onlyLowerCaseLettersAndDigitsMakeAnId_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("letters and digits") << QByteArray("i7k2m9qx4v1t8z3bw6c0d") << true;
    QTest::newRow("one letter") << QByteArray("i") << true;
    QTest::newRow("sixty-four") << QByteArray(64, 'a') << true;
    QTest::newRow("sixty-five") << QByteArray(65, 'a') << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("upper case") << QByteArray("iABC") << false;
    QTest::newRow("dash") << QByteArray("i-1") << false;
    QTest::newRow("dot") << QByteArray("i.1") << false;
    QTest::newRow("slash") << QByteArray("../i1") << false;
    QTest::newRow("zero byte") << QByteArray("i\0a", 3) << false;
    QTest::newRow("not ASCII") << QByteArray("i\xC3\xA4") << false;
}

void IdsTest::onlyLowerCaseLettersAndDigitsMakeAnId()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, valid);
    QCOMPARE(isSandboxId(text.toStdString()), valid);
}

QTEST_GUILESS_MAIN(IdsTest)
#include "tst_ids.moc"
