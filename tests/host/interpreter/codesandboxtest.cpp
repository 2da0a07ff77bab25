// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/interpreter/codesandboxtest.h>

#include <QtTest/QTest>

namespace Sandglass {

void CodeSandboxTest::init()
{
    QTest::failOnWarning();
    m_code = std::make_unique<CodeSandbox>();
    QVERIFY(m_code->start());
}

void CodeSandboxTest::cleanup()
{
    m_code.reset();
}

void CodeSandboxTest::addAwkwardValues()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("1");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("quotes") << QByteArray(R"(it's "so" \ $HOME `date` $(date) !x)");
    QTest::newRow("lines") << QByteArray("first\n'\"\n'''\nlast\n");
    QTest::newRow("not ASCII") << QByteArray("\xC3\xA4\xF0\x9F\x98\x80");
}

} // namespace Sandglass
