// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/layeringrules.h>

#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

using Rule = Findings (*)(const SourceFile &);
Q_DECLARE_METATYPE(Rule)

class LayeringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyFolderThatMattersIsRead();
    void noFolderUsesAnotherItMayNot() { verifyTree(forbiddenArrows); }
    void noFolderUsesAModuleOfQtItMayNot() { verifyTree(forbiddenQtModules); }
    void noFolderLinksWhatItMayNot();
    void jsonStaysInProtocol() { verifyTree(strayJson); }
    void aForbiddenArrowIsFound_data();
    void aForbiddenArrowIsFound();
    void anAllowedArrowIsNotFound_data();
    void anAllowedArrowIsNotFound();

private:
    static void verifyTree(Rule rule);
};

void LayeringTest::verifyTree(Rule rule)
{
    SG_VERIFY_NO_FINDINGS(findingsIn(filesOf(codeFolders()), rule));
}

void LayeringTest::everyFolderThatMattersIsRead()
{
    const SourceFiles files = filesOf(codeFolders());
    for (const QString &folder : {u"core"_s, u"protocol"_s, u"client"_s, u"host"_s, u"app"_s}) {
        const auto isInFolder = [&folder](const SourceFile &file) {
            return file.folder() == folder;
        };
        QVERIFY2(std::ranges::any_of(files, isInFolder), qPrintable(folder));
    }
}

void LayeringTest::noFolderLinksWhatItMayNot()
{
    SourceFiles buildFiles = filesOf(codeFolders());
    buildFiles.removeIf([](const SourceFile &file) { return !file.isBuildFile(); });
    QVERIFY(buildFiles.size() >= 8);
    SG_VERIFY_NO_FINDINGS(findingsIn(buildFiles, forbiddenLinks));
}

void LayeringTest::aForbiddenArrowIsFound_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](Rule rule, const char *path, const char *text) {
        QTest::addRow("%s: %s", path, text)
            << rule << QString::fromUtf8(path) << QString::fromUtf8(text);
    };
    row(forbiddenArrows, "core/a.h", "#include <protocol/sandbox.h>");
    row(forbiddenArrows, "widgets/a.cpp", "#include <client/platformapi.h>");
    row(forbiddenArrows, "models/a.cpp", "#include \"widgets/theme.h\"");
    row(forbiddenArrows, "client/a.cpp", "  #  include <host/http/message.h>");
    row(forbiddenArrows, "host/http/a.cpp", "#include <client/httptransport.h>");
    row(forbiddenArrows, "terminal/a.cpp", "#include <protocol/process.h>");
    row(forbiddenArrows, "app/a.cpp", "#include <bench/firstpaint.h>");
    row(forbiddenArrows, "app/a.cpp", "#include <host/hostcontext.h>");
    row(forbiddenArrows, "client/a.cpp", "#include <tests/support/result.h>");
    row(forbiddenQtModules, "core/a.h", "#include <QtCore/QString>");
    row(forbiddenQtModules, "protocol/a.h", "#include <QString>");
    row(forbiddenQtModules, "host/a.cpp", "#include <QObject>");
    row(forbiddenQtModules, "client/a.cpp", "#include <QColor>");
    row(forbiddenQtModules, "client/a.cpp", "#include <qnetworkreply.h>");
    row(forbiddenQtModules, "models/a.cpp", "#include <QtWidgets/QWidget>");
    row(forbiddenQtModules, "widgets/a.cpp", "#include <QtNetwork>");
    row(forbiddenLinks, "core/CMakeLists.txt",
        "sandglass_library(core SOURCES a.cpp LINK Qt6::Core)");
    row(forbiddenLinks, "models/CMakeLists.txt",
        "target_link_libraries(x PUBLIC Sandglass::widgets)");
    row(forbiddenLinks, "client/CMakeLists.txt", "target_link_libraries(x PUBLIC Sandglass::http)");
    row(forbiddenLinks, "app/CMakeLists.txt", "target_link_libraries(x PRIVATE Qt6::GuiPrivate)");
    row(forbiddenLinks, "widgets/fleet.cmake",
        "target_link_libraries(x PRIVATE Sandglass::client)");
    row(strayJson, "client/a.cpp", "#include <nlohmann/json.hpp>");
    row(strayJson, "models/a.cpp", "#include <QJsonDocument>");
    row(strayJson, "host/a.cpp", "#include <protocol/jsonfields.h>");
    row(strayJson, "protocol/sandbox.h", "#include <nlohmann/json_fwd.hpp>");
}

void LayeringTest::aForbiddenArrowIsFound()
{
    QFETCH(const Rule, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    const Findings findings = rule(SourceFile(path, u"// one\n"_s + text + u"\n"_s));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().path, path);
    QCOMPARE(findings.first().line, 2);
}

void LayeringTest::anAllowedArrowIsNotFound_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](Rule rule, const char *path, const char *text) {
        QTest::addRow("%s: %s", path, text)
            << rule << QString::fromUtf8(path) << QString::fromUtf8(text);
    };
    row(forbiddenArrows, "core/a.cpp", "#include <core/result.h>");
    row(forbiddenArrows, "client/a.cpp", "#include <protocol/sandbox.h>");
    row(forbiddenArrows, "core/a.cpp", "// #include <app/mainwindow.h>");
    row(forbiddenArrows, "client/a.cpp", "#include <curl/curl.h>");
    row(forbiddenArrows, "bench/a.cpp", "#include <app/mainwindow.h>");
    row(forbiddenQtModules, "host/a.cpp", "#include <queue>");
    row(forbiddenQtModules, "client/a.cpp", "#include <QObject>");
    row(forbiddenQtModules, "app/a.cpp", "#include <qt6keychain/keychain.h>");
    row(forbiddenQtModules, "widgets/a.cpp", "#include <qcustomplot.h>");
    row(forbiddenLinks, "host/CMakeLists.txt", "target_link_libraries(x PRIVATE Sandglass::http)");
    row(forbiddenLinks, "core/CMakeLists.txt", "# not even Qt6::Core");
    row(strayJson, "protocol/sandbox.cpp", "#include <nlohmann/json.hpp>");
    row(strayJson, "protocol/jsonfields.h", "#include <nlohmann/json.hpp>");
}

void LayeringTest::anAllowedArrowIsNotFound()
{
    QFETCH(const Rule, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    SG_VERIFY_NO_FINDINGS(rule(SourceFile(path, text)));
}

QTEST_GUILESS_MAIN(LayeringTest)
#include "tst_layering.moc"
