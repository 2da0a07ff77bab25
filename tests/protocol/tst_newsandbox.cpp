// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/sandbox.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

using namespace Sandglass;
using namespace std::chrono_literals;

class NewSandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theBodiesOfTheSdksAreRead();
    void everyFieldIsRead();
    void theNameOfATemplateIsTrimmedAndLowered();
    void everyFormOfATemplateNameIsTaken_data();
    void everyFormOfATemplateNameIsTaken();
    void aMalformedBodyNamesTheField_data();
    void aMalformedBodyNamesTheField();
    void onlyWhatIsSetIsWritten();
};

void NewSandboxTest::theBodiesOfTheSdksAreRead()
{
    const auto second = decodeNewSandbox(R"({"templateID":"base"})");
    SG_VERIFY_RESULT(second);
    QVERIFY(*second == NewSandbox{.templateId = "base"});

    const auto first = decodeNewSandbox(
        R"({"templateID":"base","timeout":300,"secure":true,"allow_internet_access":true,
            "autoPause":true,"autoResume":{"enabled":true},"mcp":null,"volumeMounts":[]})");
    SG_VERIFY_RESULT(first);
    QVERIFY(first->timeout == std::optional(300s));
    QVERIFY(first->secure == std::optional(true));
    QVERIFY(first->allowInternetAccess == std::optional(true));
    QVERIFY(first->autoPause == std::optional(true));
}

void NewSandboxTest::everyFieldIsRead()
{
    const auto sandbox = decodeNewSandbox(
        R"({"templateID":"base","timeout":1,"secure":false,"autoPause":false,"allow_internet_access":false,
            "metadata":{"user":"a b","":""},"envVars":{"LANG":"C.UTF-8","EMPTY":""}})");
    SG_VERIFY_RESULT(sandbox);
    const NewSandbox expected{.templateId = "base",
                              .timeout = 1s,
                              .metadata = {{"user", "a b"}, {"", ""}},
                              .envVars = {{"LANG", "C.UTF-8"}, {"EMPTY", ""}},
                              .secure = false,
                              .autoPause = false,
                              .allowInternetAccess = false};
    QVERIFY(*sandbox == expected);
}

void NewSandboxTest::theNameOfATemplateIsTrimmedAndLowered()
{
    const auto sandbox = decodeNewSandbox(R"({"templateID":" \tTeam/My_Base:V1.2\n"})");
    SG_VERIFY_RESULT(sandbox);
    QCOMPARE(sandbox->templateId, std::string("team/my_base:v1.2"));
}

void NewSandboxTest::everyFormOfATemplateNameIsTaken_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("valid");
    for (const char *name : {"rki5dems9wqfm4r03t7g", "base", "code-interpreter-v1", "a_b",
                             "team/base", "team/base:v1.2-rc_1", "base:default"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name :
         {"", " ", "/", ":", "base:", ":tag", "/base", "team/", "a/b/c", "base:a:b", "../base",
          "a.b", "a b", "team:v1/base", "b\xC3\xA4se", "base\\u0000"})
        QTest::addRow("not \"%s\"", name) << QByteArray(name) << false;
}

void NewSandboxTest::everyFormOfATemplateNameIsTaken()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, valid);
    const auto sandbox = decodeNewSandbox("{\"templateID\":\"" + name.toStdString() + "\"}");
    if (valid) {
        SG_VERIFY_RESULT(sandbox);
        QCOMPARE(sandbox->templateId, name.toStdString());
    } else {
        SG_VERIFY_FAILS(sandbox, Error::Kind::Protocol);
    }
}

void NewSandboxTest::aMalformedBodyNamesTheField_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *members, const char *message) {
        QTest::newRow(members) << QByteArray(members) << QByteArray(message);
    };
    row("\"other\":1", "templateID is missing");
    row("\"templateID\":null", "templateID is missing");
    row("\"templateID\":[]", "templateID must be a string");
    row("\"templateID\":\"b\",\"timeout\":0", "timeout must be from 1 to 2147483647");
    row("\"templateID\":\"b\",\"timeout\":-5", "timeout must be from 1 to 2147483647");
    row("\"templateID\":\"b\",\"timeout\":2147483648", "timeout must be from 1 to 2147483647");
    row("\"templateID\":\"b\",\"timeout\":\"300\"", "timeout must be an integer");
    row("\"templateID\":\"b\",\"timeout\":1.5", "timeout must be an integer");
    row("\"templateID\":\"b\",\"timeout\":1e300", "timeout must be an integer");
    row("\"templateID\":\"b\",\"timeout\":true", "timeout must be an integer");
    row("\"templateID\":\"b\",\"metadata\":\"k=v\"", "metadata must be an object");
    row("\"templateID\":\"b\",\"metadata\":{\"k\":null}", "metadata must hold strings only");
    row("\"templateID\":\"b\",\"envVars\":{\"k\":{}}", "envVars must hold strings only");
    row("\"templateID\":\"b\",\"envVars\":{\"\":\"v\"}", "envVars must hold names");
    row("\"templateID\":\"b\",\"envVars\":{\"a=b\":\"v\"}", "envVars must hold names");
    row("\"templateID\":\"b\",\"envVars\":{\"a\":\"\\u0000\"}", "envVars must hold names");
    row("\"templateID\":\"b\",\"secure\":\"true\"", "secure must be true or false");
    row("\"templateID\":\"b\",\"autoPause\":1", "autoPause must be true or false");
    row("\"templateID\":\"b\",\"allow_internet_access\":0",
        "allow_internet_access must be true or false");
}

void NewSandboxTest::aMalformedBodyNamesTheField()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QByteArray, message);
    const auto sandbox = decodeNewSandbox("{" + members.toStdString() + "}");
    SG_VERIFY_FAILS(sandbox, Error::Kind::Protocol);
    const QByteArray detail = QByteArray::fromStdString(sandbox.error().detail);
    QVERIFY2(detail.startsWith("validation error: " + message), detail.constData());
    QVERIFY2(!detail.contains('\n'), detail.constData());
}

void NewSandboxTest::onlyWhatIsSetIsWritten()
{
    SG_COMPARE_JSON(encodeNewSandbox({.templateId = "base"}), R"({"templateID":"base"})");
    const NewSandbox all{.templateId = "base",
                         .timeout = 3600s,
                         .metadata = {{"k", "v"}},
                         .envVars = {{"A", "1"}},
                         .secure = true,
                         .autoPause = true,
                         .allowInternetAccess = false};
    SG_COMPARE_JSON(
        encodeNewSandbox(all),
        R"({"templateID":"base","timeout":3600,"metadata":{"k":"v"},"envVars":{"A":"1"},"secure":true,
                        "autoPause":true,"allow_internet_access":false})");
}

QTEST_GUILESS_MAIN(NewSandboxTest)
#include "tst_newsandbox.moc"
