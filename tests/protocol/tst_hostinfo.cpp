// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/hostinfo.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

using namespace Sandglass;

class HostInfoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theHostIsDescribedAndRead();
    void aMalformedDescriptionNamesTheField_data();
    void aMalformedDescriptionNamesTheField();
    void whatACheckFoundIsDescribedAndRead();
    void aMalformedCheckNamesTheField();
};

void HostInfoTest::theHostIsDescribedAndRead()
{
    const HostInfo info{
        .url = "http://127.0.0.1:41234", .apiKey = "e2b_00", .pid = 4242, .version = "0.1.0"};
    const char *expected = // outside of the macro: moc takes the address in it for a comment
        R"({"url":"http://127.0.0.1:41234","apiKey":"e2b_00","pid":4242,"version":"0.1.0"})";
    SG_COMPARE_JSON(encodeHostInfo(info), expected);
    const auto read = decodeHostInfo(encodeHostInfo(info));
    SG_VERIFY_RESULT(read);
    QVERIFY(*read == info);
}

void HostInfoTest::aMalformedDescriptionNamesTheField_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *text, const char *message) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(message);
    };
    row("", "the body is not JSON");
    row("{}", "url is missing");
    row(R"({"url":1})", "url must be a string");
    row(R"({"url":"u"})", "apiKey is missing");
    row(R"({"url":"u","apiKey":"k"})", "pid is missing");
    row(R"({"url":"u","apiKey":"k","pid":"1"})", "pid must be an integer");
    row(R"({"url":"u","apiKey":"k","pid":0})", "pid must be from 1");
    row(R"({"url":"u","apiKey":"k","pid":-1})", "pid must be from 1");
    row(R"({"url":"u","apiKey":"k","pid":1})", "version is missing");
}

void HostInfoTest::aMalformedDescriptionNamesTheField()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const auto info = decodeHostInfo(text.toStdString());
    SG_VERIFY_FAILS(info, Error::Kind::Protocol);
    const QByteArray detail = QByteArray::fromStdString(info.error().detail);
    QVERIFY2(detail.startsWith("host: " + message), detail.constData());
}

void HostInfoTest::whatACheckFoundIsDescribedAndRead()
{
    const HostCheck check{
        .templates = {"base", "desktop"},
        .problems = {{.message = "no bubblewrap", .cure = "apt install bubblewrap"},
                     {.message = "no user namespaces"}}};
    SG_COMPARE_JSON(encodeHostCheck(check),
                    R"({"templates":["base","desktop"],"problems":[
                        {"message":"no bubblewrap","cure":"apt install bubblewrap"},
                        {"message":"no user namespaces","cure":""}]})");
    const auto read = decodeHostCheck(encodeHostCheck(check));
    SG_VERIFY_RESULT(read);
    QVERIFY(*read == check);
    QVERIFY(*decodeHostCheck("{}") == HostCheck{});
}

void HostInfoTest::aMalformedCheckNamesTheField()
{
    for (const char *text :
         {R"({"templates":"base"})", R"({"templates":[1]})", R"({"problems":{}})",
          R"({"problems":[7]})", R"({"problems":[{"cure":"c"}]})"}) {
        const auto check = decodeHostCheck(text);
        SG_VERIFY_FAILS(check, Error::Kind::Protocol);
        QVERIFY2(check.error().detail.contains(text[2] == 't' ? "templates" : "problems"), text);
    }
}

QTEST_GUILESS_MAIN(HostInfoTest)
#include "tst_hostinfo.moc"
