// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/sandbox.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>

using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

Timestamp at(const char *text)
{
    return parseTimestamp(text).value_or(Timestamp{});
}

SandboxInfo minimalSandbox()
{
    SandboxInfo sandbox;
    sandbox.id = "i7k2m9qx4v1t8z3bw6c0d";
    sandbox.templateId = "base";
    sandbox.startedAt = at("2026-11-20T05:00:00Z");
    sandbox.endAt = at("2026-11-20T05:02:00Z");
    sandbox.state = SandboxState::Running;
    return sandbox;
}

QByteArray minimalJson(const QByteArray &changed, const QByteArray &value)
{
    QJsonObject object{{QStringLiteral("sandboxID"), QStringLiteral("i7k2m9qx4v1t8z3bw6c0d")},
                       {QStringLiteral("templateID"), QStringLiteral("base")},
                       {QStringLiteral("startedAt"), QStringLiteral("2026-11-20T05:00:00Z")},
                       {QStringLiteral("endAt"), QStringLiteral("2026-11-20T05:02:00Z")},
                       {QStringLiteral("state"), QStringLiteral("running")}};
    object.remove(QString::fromUtf8(changed));
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    text.chop(1);
    if (!value.isEmpty())
        text += ",\"" + changed + "\":" + value;
    return text + "}";
}

} // namespace

class SandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aListOfTheServiceIsRead();
    void aDetailOfTheServiceIsRead();
    void aCreatedSandboxOfTheServiceIsRead();
    void nullInsteadOfAListIsAnEmptyList();
    void aStateNobodyKnowsYetIsUnknown();
    void ofARepeatedMemberTheLastCounts();
    void aMalformedSandboxNamesTheField_data();
    void aMalformedSandboxNamesTheField();
    void aMalformedRowOfAListIsCountedFromZero();
    void anEncodedSandboxHasWhatThePythonSdkRequires();
    void anEncodedSandboxHasDetailsOnlyWhenTheyAreSet();
    void anEncodedCreatedSandboxHasNoNulls();
    void invalidUtf8IsWrittenAsReplacementCharacters();
    void aTimeoutIsWrittenAsTheSdkWritesIt();
    void aTimeoutOfZeroIsReadButANegativeOneIsNot();
};

void SandboxTest::aListOfTheServiceIsRead()
{
    const auto list = decodeSandboxes(testData("e2b/sandbox-list.json"));
    SG_VERIFY_RESULT(list);
    QCOMPARE(list->size(), std::size_t(2));
    const SandboxInfo &running = list->front();
    QCOMPARE(running.id, std::string("i7k2m9qx4v1t8z3bw6c0d"));
    QCOMPARE(running.templateId, std::string("rki5dems9wqfm4r03t7g"));
    QCOMPARE(running.alias, std::string("base"));
    QVERIFY(running.startedAt == at("2026-11-20T05:00:00.123456789Z"));
    QVERIFY(running.endAt == at("2026-11-20T05:02:00.123456789Z"));
    QVERIFY(running.state == SandboxState::Running);
    QCOMPARE(running.cpuCount, 2);
    QCOMPARE(running.memoryMiB, 512);
    QCOMPARE(running.diskMiB, 2560);
    QCOMPARE(running.envdVersion, std::string("0.6.4"));
    QVERIFY(running.metadata == (StringMap{{"user", "a b"}, {"k", "x=&y"}}));
    QVERIFY(!running.envdAccessToken && !running.domain && !running.lifecycle);
    const SandboxInfo &paused = list->back();
    QVERIFY(paused.state == SandboxState::Paused);
    QVERIFY(paused.endAt == at("2026-11-20T03:10:00.5Z"));
    QVERIFY(paused.metadata.empty() && paused.alias.empty() && paused.envdVersion.empty());
}

void SandboxTest::aDetailOfTheServiceIsRead()
{
    const auto sandbox = decodeSandbox(testData("e2b/sandbox-detail.json"));
    SG_VERIFY_RESULT(sandbox);
    QVERIFY(sandbox->envdAccessToken && sandbox->envdAccessToken->starts_with("6b1f0c6d"));
    QVERIFY(sandbox->allowInternetAccess == std::optional(false));
    QVERIFY(!sandbox->domain); // "" means the same as none
    QVERIFY(sandbox->lifecycle == (SandboxLifecycle{.autoResume = true, .pauseOnTimeout = true}));
}

void SandboxTest::aCreatedSandboxOfTheServiceIsRead()
{
    const auto created = decodeCreatedSandbox(testData("e2b/created-sandbox.json"));
    SG_VERIFY_RESULT(created);
    QCOMPARE(created->id, std::string("i7k2m9qx4v1t8z3bw6c0d"));
    QCOMPARE(created->templateId, std::string("rki5dems9wqfm4r03t7g"));
    QCOMPARE(created->alias, std::string("base"));
    QCOMPARE(created->envdVersion, std::string("0.6.4"));
    QVERIFY(created->envdAccessToken && created->envdAccessToken->size() == 64);
    QVERIFY(!created->trafficAccessToken && !created->domain);
}

void SandboxTest::nullInsteadOfAListIsAnEmptyList()
{
    const auto list = decodeSandboxes("null");
    SG_VERIFY_RESULT(list);
    QVERIFY(list->empty());
}

void SandboxTest::aStateNobodyKnowsYetIsUnknown()
{
    const auto sandbox = decodeSandbox(minimalJson("state", "\"dreaming\"").toStdString());
    SG_VERIFY_RESULT(sandbox);
    QVERIFY(sandbox->state == SandboxState::Unknown);
}

void SandboxTest::ofARepeatedMemberTheLastCounts()
{
    const QByteArray text = minimalJson("alias", "\"first\",\"alias\":\"last\"");
    const auto sandbox = decodeSandbox(text.toStdString());
    SG_VERIFY_RESULT(sandbox);
    QCOMPARE(sandbox->alias, std::string("last"));
}

void SandboxTest::aMalformedSandboxNamesTheField_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const char *field, const char *value,
                        const char *message) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(value) << QByteArray(message);
    };
    row("no id", "sandboxID", "", "sandboxID is missing");
    row("null id", "sandboxID", "null", "sandboxID is missing");
    row("a number as id", "sandboxID", "7", "sandboxID must be a string");
    row("an empty id", "sandboxID", "\"\"", "sandboxID must be an id");
    row("a path as id", "sandboxID", "\"../secrets\"", "sandboxID must be an id");
    row("a header as id", "sandboxID", "\"i1\\r\\nX: y\"", "sandboxID must be an id");
    row("no template", "templateID", "", "templateID is missing");
    row("no start", "startedAt", "", "startedAt is missing");
    row("no time", "startedAt", "\"yesterday\"", "startedAt must be a time");
    row("a number as end", "endAt", "1795150805", "endAt must be a string");
    row("no state", "state", "", "state is missing");
    row("a list as state", "state", "[\"running\"]", "state must be a string");
    row("half a processor", "cpuCount", "0.5", "cpuCount must be an integer");
    row("a quoted number", "cpuCount", "\"2\"", "cpuCount must be an integer");
    row("too many processors", "cpuCount", "4294967296", "cpuCount must be from");
    row("more than 64 bits", "memoryMB", "18446744073709551616", "memoryMB must be an integer");
    row("more than signed", "memoryMB", "9223372036854775808", "memoryMB must be an integer");
    row("less than nothing", "diskSizeMB", "-1", "diskSizeMB must be from");
    row("a number as version", "envdVersion", "0.6", "envdVersion must be a string");
    row("a list as metadata", "metadata", "[]", "metadata must be an object");
    row("a number in metadata", "metadata", "{\"a\":1}", "metadata must hold strings only");
    row("a text as flag", "allowInternetAccess", "\"no\"",
        "allowInternetAccess must be true or false");
    row("a text as lifecycle", "lifecycle", "\"kill\"", "lifecycle must be an object");
    row("a wrong lifecycle", "lifecycle", "{\"autoResume\":1}",
        "lifecycle.autoResume must be true");
}

void SandboxTest::aMalformedSandboxNamesTheField()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, message);
    const auto sandbox = decodeSandbox(minimalJson(field, value).toStdString());
    SG_VERIFY_FAILS(sandbox, Error::Kind::Protocol);
    const QByteArray detail = QByteArray::fromStdString(sandbox.error().detail);
    QVERIFY2(detail.startsWith("sandbox: " + message), detail.constData());
}

void SandboxTest::aMalformedRowOfAListIsCountedFromZero()
{
    const QByteArray text =
        "[" + minimalJson("alias", "\"\"") + "," + minimalJson("state", "") + "]";
    const auto list = decodeSandboxes(text.toStdString());
    SG_VERIFY_FAILS(list, Error::Kind::Protocol);
    QCOMPARE(list.error().detail, std::string("sandbox list: [1].state is missing"));
}

void SandboxTest::anEncodedSandboxHasWhatThePythonSdkRequires()
{
    SG_COMPARE_JSON(
        encodeSandbox(minimalSandbox()),
        R"({"sandboxID":"i7k2m9qx4v1t8z3bw6c0d","templateID":"base","clientID":"6532622b","alias":"",
                        "startedAt":"2026-11-20T05:00:00Z","endAt":"2026-11-20T05:02:00Z","state":"running",
                        "cpuCount":0,"memoryMB":0,"diskSizeMB":0,"envdVersion":"","volumeMounts":[]})");
}

void SandboxTest::anEncodedSandboxHasDetailsOnlyWhenTheyAreSet()
{
    SandboxInfo sandbox = minimalSandbox();
    sandbox.metadata = {{"k", "v"}};
    sandbox.envdAccessToken = "token";
    sandbox.allowInternetAccess = false;
    sandbox.domain = "example.org";
    sandbox.lifecycle = SandboxLifecycle{.autoResume = false, .pauseOnTimeout = true};
    const QJsonObject object = json(encodeSandboxes({sandbox})).array().first().toObject();
    QCOMPARE(
        object.value(QStringLiteral("metadata")).toObject().value(QStringLiteral("k")).toString(),
        QStringLiteral("v"));
    QCOMPARE(object.value(QStringLiteral("envdAccessToken")).toString(), QStringLiteral("token"));
    QCOMPARE(object.value(QStringLiteral("allowInternetAccess")), QJsonValue(false));
    QCOMPARE(object.value(QStringLiteral("domain")).toString(), QStringLiteral("example.org"));
    const QJsonObject lifecycle = object.value(QStringLiteral("lifecycle")).toObject();
    QCOMPARE(lifecycle.value(QStringLiteral("onTimeout")).toString(), QStringLiteral("pause"));
    QCOMPARE(lifecycle.value(QStringLiteral("autoResume")), QJsonValue(false));
}

void SandboxTest::anEncodedCreatedSandboxHasNoNulls()
{
    CreatedSandbox created;
    created.id = "i1";
    created.templateId = "base";
    created.envdVersion = "0.6.13";
    SG_COMPARE_JSON(encodeCreatedSandbox(created),
                    R"({"sandboxID":"i1","templateID":"base","clientID":"6532622b","alias":"",
                        "envdVersion":"0.6.13"})");
    created.envdAccessToken = "t";
    QCOMPARE(json(encodeCreatedSandbox(created)).object().value(QStringLiteral("envdAccessToken")),
             QJsonValue(QStringLiteral("t")));
}

void SandboxTest::invalidUtf8IsWrittenAsReplacementCharacters()
{
    SandboxInfo sandbox = minimalSandbox();
    sandbox.alias = "a\xFF\xC3z";
    const auto read = decodeSandbox(encodeSandbox(sandbox));
    SG_VERIFY_RESULT(read);
    QCOMPARE(read->alias, std::string("a\xEF\xBF\xBD\xEF\xBF\xBDz"));
}

void SandboxTest::aTimeoutIsWrittenAsTheSdkWritesIt()
{
    QCOMPARE(encodeTimeout(60s), std::string(R"({"timeout":60})"));
    QCOMPARE(encodeNewSandbox({.templateId = "base", .timeout = 120s}),
             std::string(R"({"templateID":"base","timeout":120})"));
}

void SandboxTest::aTimeoutOfZeroIsReadButANegativeOneIsNot()
{
    QVERIFY(decodeTimeout(R"({"timeout":0})") == Result<std::chrono::seconds>(0s));
    QVERIFY(decodeTimeout(R"({"timeout":90})") == Result<std::chrono::seconds>(90s));
    for (const char *text : {"{}", R"({"timeout":-1})", R"({"timeout":1.5})", R"({"timeout":"60"})",
                             R"({"timeout":2147483648})", R"({"timeout":null})"}) {
        const auto timeout = decodeTimeout(text);
        SG_VERIFY_FAILS(timeout, Error::Kind::Protocol);
        QVERIFY2(timeout.error().detail.starts_with("validation error: timeout "), text);
    }
}

QTEST_GUILESS_MAIN(SandboxTest)
#include "tst_sandbox.moc"
