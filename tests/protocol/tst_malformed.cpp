// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/codeinterpreter.h>
#include <protocol/connectframe.h>
#include <protocol/metrics.h>
#include <protocol/process.h>
#include <tests/support/result.h>

#include <array>

using namespace Sandglass;

namespace {

/// Nothing when the text was taken.
using Decode = std::optional<Error> (*)(std::string_view);

template<auto decoder>
std::optional<Error> errorOf(std::string_view text)
{
    const auto result = decoder(text);
    return result ? std::nullopt : std::optional(result.error());
}

struct Decoder {
    const char *name;
    Decode decode;
    bool wantsList = false;
};

constexpr std::array<Decoder, 21> decoders{{{"sandbox", errorOf<decodeSandbox>},
                                            {"sandbox list", errorOf<decodeSandboxes>, true},
                                            {"new sandbox", errorOf<decodeNewSandbox>},
                                            {"created sandbox", errorOf<decodeCreatedSandbox>},
                                            {"timeout", errorOf<decodeTimeout>},
                                            {"metrics", errorOf<decodeMetrics>, true},
                                            {"metrics by id", errorOf<decodeMetricsById>},
                                            {"envd metrics", errorOf<decodeEnvdMetrics>},
                                            {"connect end", errorOf<decodeConnectEnd>},
                                            {"start", errorOf<decodeStartProcess>},
                                            {"connect", errorOf<decodeConnectProcess>},
                                            {"input", errorOf<decodeProcessInput>},
                                            {"update", errorOf<decodeProcessUpdate>},
                                            {"signal", errorOf<decodeProcessSignal>},
                                            {"process list", errorOf<decodeProcessList>},
                                            {"event", errorOf<decodeProcessEvent>},
                                            {"init", errorOf<decodeEnvdInit>},
                                            {"execution", errorOf<decodeExecutionRequest>},
                                            {"context", errorOf<decodeCodeContext>},
                                            {"contexts", errorOf<decodeCodeContexts>, true},
                                            {"result line", errorOf<decodeExecutionEvent>}}};

/// Texts that no decoder may take, or take longer over than it has to.
void addBrokenDocuments(const Decoder &decoder)
{
    const auto row = [&decoder](const char *name, const QByteArray &text) {
        QTest::addRow("%s: %s", decoder.name, name) << decoder.decode << text;
    };
    row("nothing", "");
    row("white space", " \n\t");
    row("text", "not JSON");
    row("page", "<html></html>");
    row("open object", "{");
    row("open list", "[");
    row("open string", R"({"a":"b)");
    row("open escape", R"({"a":"\)");
    row("no value", R"({"a":})");
    row("comma at the end", R"({"a":1,})");
    row("comment", "/**/{}");
    row("two documents", "{}{}");
    row("not a number", R"({"a":NaN})");
    row("infinity", R"({"a":Infinity})");
    row("too large a number", R"({"a":1e999})");
    row("lone surrogate", R"({"a":"\ud800"})");
    row("invalid UTF-8", "{\"a\":\"\xFF\"}");
    row("overlong UTF-8", "{\"a\":\"\xC0\xAF\"}");
    row("raw line feed", "{\"a\":\"\n\"}");
    row("zero byte", QByteArray("{}\0{}", 5));
    row("number", "7");
    row("string", "\"text\"");
    row("true", "true");
    row("the other container", decoder.wantsList ? "{}" : "[]");
    if (decoder.wantsList)
        row("a list of something else", R"([null])");
    else
        row("null", "null");
}

QByteArray nested(qsizetype depth)
{
    return R"({"ignored":)" + QByteArray(depth, '[') + QByteArray(depth, ']') + "}";
}

} // namespace
Q_DECLARE_METATYPE(Decode)

class MalformedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aBrokenDocumentIsAProtocolError_data();
    void aBrokenDocumentIsAProtocolError();
    void deepNestingIsRefusedEvenWhereItIsIgnored();
    void bracketsInAStringAreNotNesting();
    void aBodyAbove16MiBIsRefused();
    void everyCutOfADocumentIsAProtocolError();
};

void MalformedTest::aBrokenDocumentIsAProtocolError_data()
{
    QTest::addColumn<Decode>("decode");
    QTest::addColumn<QByteArray>("text");
    for (const Decoder &decoder : decoders)
        addBrokenDocuments(decoder);
}

void MalformedTest::aBrokenDocumentIsAProtocolError()
{
    QFETCH(const Decode, decode);
    QFETCH(const QByteArray, text);
    const auto error = decode(text.toStdString());
    QVERIFY(error);
    QCOMPARE(QByteArray(toString(error->kind)), QByteArray("Protocol"));
    QVERIFY(!error->detail.empty());
    QVERIFY(!error->detail.contains('\n'));
}

void MalformedTest::deepNestingIsRefusedEvenWhereItIsIgnored()
{
    SG_VERIFY_RESULT(decodeProcessEvent(nested(63).toStdString()));
    SG_VERIFY_FAILS(decodeProcessEvent(nested(64).toStdString()), Error::Kind::Protocol);
    SG_VERIFY_FAILS(decodeProcessEvent(nested(4'000'000).toStdString()), Error::Kind::Protocol);
    SG_VERIFY_FAILS(decodeProcessEvent(std::string(4'000'000, '[')), Error::Kind::Protocol);
    SG_VERIFY_FAILS(decodeProcessEvent(std::string(4'000'000, ']')), Error::Kind::Protocol);
}

void MalformedTest::bracketsInAStringAreNotNesting()
{
    SG_VERIFY_RESULT(decodeProcessEvent(R"({"a":")" + std::string(100, '[') + R"(\"[[\\"})"));
}

void MalformedTest::aBodyAbove16MiBIsRefused()
{
    constexpr std::size_t limit = 16UL << 20U;
    const std::string start = R"({"a":")";
    const std::string end = R"("})";
    const std::string fits = start + std::string(limit - start.size() - end.size(), 'x') + end;
    SG_VERIFY_RESULT(decodeProcessEvent(fits));
    SG_VERIFY_FAILS(decodeProcessEvent(fits + " "), Error::Kind::Protocol);
}

void MalformedTest::everyCutOfADocumentIsAProtocolError()
{
    const std::string whole = encodeSandboxes({SandboxInfo{.id = "i1",
                                                           .templateId = "base",
                                                           .metadata = {{"k\"", "\xC3\xA4\\"}},
                                                           .envdAccessToken = "t"}});
    SG_VERIFY_RESULT(decodeSandboxes(whole));
    for (std::size_t length = 0; length < whole.size(); ++length)
        SG_VERIFY_FAILS(decodeSandboxes(whole.substr(0, length)), Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(MalformedTest)
#include "tst_malformed.moc"
