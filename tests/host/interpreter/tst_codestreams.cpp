// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/interpreter/codesandboxtest.h>

#include <QtTest/QTest>

#include <algorithm>

namespace Sandglass {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr long memoryLimit = 400'000; ///< KiB; AddressSanitizer keeps freed memory back
#else
constexpr long memoryLimit = 80'000; ///< KiB
#endif

} // namespace

/// Output of any size, clients of any speed.
class TestCodeStreams final : public CodeSandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void endlessOutputWaitsForItsReader_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("isBash");
        // Each says in a file how far it has got.
        QTest::newRow("print") << QByteArray(
                                      "f = open('/tmp/count', 'wb', 0)\n"
                                      "while True:\n    print('y' * 10000)\n    f.write(b'x')")
                               << false;
        QTest::newRow("display") << QByteArray("f = open('/tmp/count', 'wb', 0)\n"
                                               "while True:\n    display({'text/html': 'y' * "
                                               "10000}, raw=True)\n    f.write(b'x')")
                                 << false;
        QTest::newRow("program") << QByteArray("import subprocess\nsubprocess.run(['bash', '-c', "
                                               "'while :; do printf %9000s x; printf x "
                                               ">>/tmp/count; done'])")
                                 << false;
        QTest::newRow("bash") << QByteArray(
                                     "while :; do printf '%9000s' x; printf x >>/tmp/count; done")
                              << true;
    }

    void endlessOutputWaitsForItsReader()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const bool, isBash);
        const auto text = code.toStdString();
        {
            auto call = m_code->begin(isBash ? bash(text) : python(text));
            QCOMPARE(call.head().status, 200);
            // Nobody reads on: it must come to a stand, when every buffer on the way is full.
            std::string before = "?";
            int same = 0;
            const auto hasStopped = [&] {
                const auto now = m_code->shell("sleep 0.3; stat -c %s /tmp/count 2>&1");
                const bool isCount = now.size() > 1 && now[0] != 's';
                same = same >= 8 || (isCount && now == before) ? same + 1 : 0;
                before = now;
                return same >= 8;
            };
            QTRY_VERIFY_WITH_TIMEOUT(hasStopped(), 90'000);
            QVERIFY(memoryOf("/run/sandglass/interpreter") < memoryLimit);
            QVERIFY(hostMemory() < memoryLimit);
        }
        QCOMPARE(m_code->printed(isBash ? bash("echo next") : python("print('next')")),
                 std::string("next\n"));
    }

    void aSlowReaderGetsEverything()
    {
        auto call =
            m_code->begin(python("for i in range(20000): print(i, 'z' * 500)\nprint('the end')"));
        QCOMPARE(call.head().status, 200);
        QCOMPARE(m_code->shell("sleep 1"), std::string());
        const auto text = only<ExecutionOutput>(call.all()).text;
        QVERIFY(text.contains("\n19999 z"));
        QVERIFY(text.ends_with("the end\n"));
        QCOMPARE(std::ranges::count(text, '\n'), 20001L);
    }

    void aHugeTextComesInPieces()
    {
        auto call = m_code->begin(python("print('x' * 20_000_000, end='')"));
        std::size_t size = 0;
        std::size_t longest = 0;
        for (auto event = call.next(); event; event = call.next()) {
            if (const auto *output = std::get_if<ExecutionOutput>(&*event)) {
                size += output->text.size();
                longest = std::max(longest, output->text.size());
            }
        }
        QCOMPARE(size, 20'000'000UL);
        QVERIFY(longest <= (256UL << 10U));
        QVERIFY(memoryOf("/run/sandglass/interpreter") < memoryLimit);
    }

    void aLargeResultArrivesWhole()
    {
        const auto result = only<ExecutionResult>(
            m_code->run("display({'image/png': 'A' * 12_000_000}, raw=True)"));
        QVERIFY(result.parts.contains("png"));
        QCOMPARE(result.parts.at("png").size(), 12'000'000UL);
    }

    void whatNoLineCanCarryIsLeftOutWithAWord()
    {
        const auto events =
            m_code->run("display({'text/html': 'x' * 70_000_000}, raw=True)\nprint('on')");
        QCOMPARE(events.size(), 2UL);
        for (const ExecutionEvent &event : events) {
            const auto *output = std::get_if<ExecutionOutput>(&event);
            QVERIFY(output);
            const bool isWord = output->channel == ExecutionOutput::Channel::Stderr;
            QVERIFY(output->text.contains(isWord ? "MiB was left out" : "on\n"));
        }
    }

    void whatIsWrittenBetweenRunsHoldsNobodyUp()
    {
        QCOMPARE(m_code->printed(bash("(yes noise | head -c 3000000; touch /tmp/done) & echo go"))
                     .substr(0, 3),
                 std::string("go\n"));
        QTRY_COMPARE_WITH_TIMEOUT(m_code->shell("ls /tmp/done 2>&1"), std::string("/tmp/done\n"),
                                  20'000);
        QCOMPARE(m_code->printed(bash("echo next")), std::string("next\n"));
    }

private:
    long memoryOf(const char *program) const
    {
        return std::strtol(
            m_code->shell("ps -o rss= -p $(pgrep -f '^" + std::string(program) + "' | head -1)")
                .c_str(),
            nullptr, 10);
    }
    long hostMemory() const
    {
        QProcess ps;
        ps.start(QStringLiteral("ps"),
                 {QStringLiteral("-o"), QStringLiteral("rss="), QStringLiteral("-p"),
                  QString::number(m_code->host().pid())});
        return ps.waitForFinished() ? ps.readAllStandardOutput().trimmed().toLong() : memoryLimit;
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestCodeStreams)
#include "tst_codestreams.moc"
