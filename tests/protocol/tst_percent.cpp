// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/percent.h>
#include <tests/support/result.h>

#include <QtCore/QUrl>
#include <QtTest/QTest>

using namespace Sandglass;

namespace {

std::string everyByte()
{
    std::string every;
    for (int byte = 0; byte < 256; ++byte)
        every += static_cast<char>(byte);
    return every;
}

} // namespace

class PercentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyByteIsEncodedAsQtEncodesIt();
    void everyByteSurvives();
    void aPlusSignIsASpace();
    void aBrokenEscapeIsAProtocolError_data();
    void aBrokenEscapeIsAProtocolError();
    void aQueryIsCutIntoItsParameters();
    void base64IsWrittenAsQtWritesIt();
    void base64SurvivesAtEveryLength();
    void whatIsNotBase64IsAProtocolError_data();
    void whatIsNotBase64IsAProtocolError();
};

void PercentTest::everyByteIsEncodedAsQtEncodesIt()
{
    for (int byte = 0; byte < 128; ++byte) {
        const QByteArray expected = QUrl::toPercentEncoding(QString(QChar(byte)));
        QCOMPARE(QByteArray::fromStdString(percentEncode(std::string(1, static_cast<char>(byte)))),
                 expected);
    }
    QCOMPARE(percentEncode("/Ä:"), std::string("%2F%C3%84%3A"));
}

void PercentTest::everyByteSurvives()
{
    const auto read = percentDecode(percentEncode(everyByte()));
    SG_VERIFY_RESULT(read);
    QCOMPARE(*read, everyByte());
    QCOMPARE(*percentDecode("%2f%2F"), std::string("//"));
}

void PercentTest::aPlusSignIsASpace()
{
    QCOMPARE(*percentDecode("a+b%2Bc"), std::string("a b+c"));
}

void PercentTest::aBrokenEscapeIsAProtocolError_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"%", "%4", "a%", "%g0", "%0g", "%%41", "% 41", "%-1", "%+1", "%u0041"})
        QTest::newRow(text) << QByteArray(text);
}

void PercentTest::aBrokenEscapeIsAProtocolError()
{
    QFETCH(const QByteArray, text);
    SG_VERIFY_FAILS(percentDecode(text.toStdString()), Error::Kind::Protocol);
    SG_VERIFY_FAILS(parseQuery("a=" + text.toStdString()), Error::Kind::Protocol);
    SG_VERIFY_FAILS(parseQuery(text.toStdString() + "=a"), Error::Kind::Protocol);
}

void PercentTest::aQueryIsCutIntoItsParameters()
{
    using Parameters = std::vector<std::pair<std::string, std::string>>;
    QVERIFY(*parseQuery("") == Parameters{});
    QVERIFY(*parseQuery("a=1&b") == (Parameters{{"a", "1"}, {"b", ""}}));
    QVERIFY(*parseQuery("a=1=2&&=3&") == (Parameters{{"a", "1=2"}, {"", "3"}}));
    QVERIFY(*parseQuery("a%3D=%26+b&a%3D=2") == (Parameters{{"a=", "& b"}, {"a=", "2"}}));
}

void PercentTest::base64IsWrittenAsQtWritesIt()
{
    const std::string every = everyByte();
    for (std::size_t length = 0; length <= every.size(); ++length) {
        const QByteArray expected = QByteArray::fromStdString(every.substr(0, length)).toBase64();
        QCOMPARE(QByteArray::fromStdString(base64Encode(every.substr(0, length))), expected);
    }
}

void PercentTest::base64SurvivesAtEveryLength()
{
    const std::string every = everyByte();
    for (std::size_t length = 0; length <= every.size(); ++length) {
        const auto bytes = QByteArray::fromStdString(every.substr(every.size() - length));
        for (const QByteArray::Base64Options options :
             {QByteArray::Base64Options(QByteArray::Base64Encoding),
              QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals}) {
            const auto read = base64Decode(bytes.toBase64(options).toStdString());
            SG_VERIFY_RESULT(read);
            QCOMPARE(QByteArray::fromStdString(*read), bytes);
        }
    }
}

void PercentTest::whatIsNotBase64IsAProtocolError_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"A", "AAAAA", "AA=", "AAA==", "=", "==", "====", "A===", "AA==AA==",
                             "AA AA", "AAA\n", "AA,A", "\xC3\x84==", "data:,"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("zero byte") << QByteArray("AA\0A", 4);
}

void PercentTest::whatIsNotBase64IsAProtocolError()
{
    QFETCH(const QByteArray, text);
    SG_VERIFY_FAILS(base64Decode(text.toStdString()), Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(PercentTest)
#include "tst_percent.moc"
