// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/formrules.h>

#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

using Rule = Findings (*)(const SourceFile &);
Q_DECLARE_METATYPE(Rule)

namespace {

constexpr auto head = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

void addRow(Rule rule, const char *path, const QByteArray &text, bool isGood)
{
    QTest::addRow("%s: %s", path, text.simplified().constData())
        << rule << QString::fromUtf8(path) << QString::fromUtf8(text) << isGood;
}

} // namespace

class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyFileNamesItsLicence() { verifyTree(missingLicence); }
    void everyHeaderIsReadOnce() { verifyTree(missingPragmaOnce); }
    void everyIncludeIsWrittenFromTheRoot() { verifyTree(quotedIncludes); }
    void everyFileNameIsLowerCase() { verifyTree(upperCaseName); }
    void badFormIsFoundAndGoodFormIsNot_data();
    void badFormIsFoundAndGoodFormIsNot();

private:
    static void verifyTree(Rule rule);
};

void FormTest::verifyTree(Rule rule)
{
    const SourceFiles files =
        filesOf(codeFolders() + QStringList{u"tests"_s, u"cmake"_s, u"packaging"_s});
    QVERIFY(files.size() > 50);
    SG_VERIFY_NO_FINDINGS(findingsIn(files, rule));
}

void FormTest::badFormIsFoundAndGoodFormIsNot_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    addRow(missingLicence, "core/a.h", head, true);
    addRow(missingLicence, "core/a.h", "", false);
    addRow(missingLicence, "core/a.h", QByteArray("\n") + head, false);
    addRow(missingLicence, "core/a.cpp", "// SPDX-License-Identifier: MIT\n", false);
    addRow(missingLicence, "core/CMakeLists.txt", "# SPDX-License-Identifier: GPL-3.0-or-later\n",
           true);
    addRow(missingLicence, "core/CMakeLists.txt", head, false);
    addRow(missingPragmaOnce, "core/a.h", QByteArray(head) + "#pragma once\n\n#include <a>\n",
           true);
    addRow(missingPragmaOnce, "core/a.h", QByteArray(head) + "#include <a>\n#pragma once\n", false);
    addRow(missingPragmaOnce, "core/a.h", QByteArray(head) + "// #pragma once\n", false);
    addRow(missingPragmaOnce, "core/a.h", "#ifndef A_H\n#define A_H\n#endif\n", false);
    addRow(missingPragmaOnce, "core/a.cpp", "int x;\n", true);
    addRow(quotedIncludes, "core/a.cpp", "#include <core/a.h>\n", true);
    addRow(quotedIncludes, "core/a.cpp", "#include \"a.h\"\n", false);
    addRow(quotedIncludes, "core/a.cpp", "  # include \"core/a.h\"\n", false);
    addRow(quotedIncludes, "tests/core/tst_a.cpp", "#include \"tst_a.moc\"\n", true);
    addRow(quotedIncludes, "client/a.cpp", "#include \"moc_a.cpp\"\n", true);
    addRow(upperCaseName, "core/a_b2.cpp", "", true);
    addRow(upperCaseName, "core/mainWindow.cpp", "", false);
    addRow(upperCaseName, "core/CMakeLists.txt", "", true);
}

void FormTest::badFormIsFoundAndGoodFormIsNot()
{
    QFETCH(const Rule, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QFETCH(const bool, isGood);
    QCOMPARE(rule(SourceFile(path, text)).size(), isGood ? 0 : 1);
}

QTEST_GUILESS_MAIN(FormTest)
#include "tst_form.moc"
