// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/callrules.h>

#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

using Rule = Findings (*)(const SourceFile &);
Q_DECLARE_METATYPE(Rule)

namespace {

void addRow(Rule rule, const char *path, const char *text)
{
    QTest::addRow("%s: %s", path, text)
        << rule << QString::fromUtf8(path) << QString::fromUtf8(text);
}

void addColumns()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
}

} // namespace

class CallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void nothingForbiddenIsCalled();
    void coloursComeFromTheTheme();
    void thereAreNoFormFiles();
    void aForbiddenCallIsFound_data();
    void aForbiddenCallIsFound();
    void aStrayColourIsFound_data();
    void aStrayColourIsFound() { aForbiddenCallIsFound(); }
    void anAllowedCallIsNotFound_data();
    void anAllowedCallIsNotFound();
};

void CallsTest::nothingForbiddenIsCalled()
{
    SourceFiles files = filesOf(codeFolders() + QStringList{u"tests"_s});
    // The rules' own tests are full of what they look for.
    files.removeIf([](const SourceFile &file) { return file.path.startsWith(u"tests/meta/"); });
    SG_VERIFY_NO_FINDINGS(findingsIn(files, forbiddenCalls));
}

void CallsTest::coloursComeFromTheTheme()
{
    SG_VERIFY_NO_FINDINGS(findingsIn(filesOf(codeFolders()), strayColours));
}

void CallsTest::thereAreNoFormFiles()
{
    const QStringList paths = pathsOf(codeFolders() + QStringList{u"tests"_s, u"resources"_s});
    QVERIFY(paths.size() > 50);
    QCOMPARE(paths.filter(QRegularExpression(u"\\.ui$"_s)), QStringList());
}

void CallsTest::aForbiddenCallIsFound_data()
{
    addColumns();
    addRow(forbiddenCalls, "client/a.cpp", "process.waitForFinished(-1);");
    addRow(forbiddenCalls, "terminal/a.cpp", "QCoreApplication::processEvents();");
    addRow(forbiddenCalls, "models/a.cpp", "QEventLoop loop;");
    addRow(forbiddenCalls, "app/a.cpp", "dialog.exec();");
    addRow(forbiddenCalls, "widgets/a.cpp", "menu->exec(at);");
    addRow(forbiddenCalls, "widgets/a.cpp", "QMenu::exec(actions, at);");
    addRow(forbiddenCalls, "models/a.cpp", "auto &s = Settings::instance();");
    addRow(forbiddenCalls, "client/a.h", "QNetworkAccessManager m_network;");
    addRow(forbiddenCalls, "bench/a.cpp", "QNetworkAccessManager m_network;");
    addRow(forbiddenCalls, "models/a.h", "std::mutex m_guard;");
    addRow(forbiddenCalls, "widgets/a.h", "QMutex m_guard;");
    addRow(forbiddenCalls, "app/a.cpp", "const std::lock_guard guard(m);");
    addRow(forbiddenCalls, "host/a.cpp", "throw std::runtime_error(text);");
    addRow(forbiddenCalls, "core/a.cpp", "assert(size > 0);");
    addRow(forbiddenCalls, "models/a.cpp", "Q_ASSERT(index.isValid());");
    addRow(forbiddenCalls, "widgets/a.cpp", "#include <QtGui/6.8.2/QtGui/private/qfont_p.h>");
    addRow(forbiddenCalls, "widgets/a.cpp", "#include <private/qfont_p.h>");
    addRow(forbiddenCalls, "tests/models/a.cpp", "QTest::qWait(100);");
    addRow(forbiddenCalls, "tests/host/a.cpp", "std::this_thread::sleep_for(10ms);");
}

void CallsTest::aForbiddenCallIsFound()
{
    QFETCH(const Rule, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    const Findings findings = rule(SourceFile(path, u"\n"_s + text + u"\n"_s));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().line, 2);
}

void CallsTest::aStrayColourIsFound_data()
{
    addColumns();
    addRow(strayColours, "widgets/a.cpp", "painter.setPen(QColor(10, 20, 30));");
    addRow(strayColours, "widgets/a.cpp", "const QColor line(10, 20, 30);");
    addRow(strayColours, "widgets/a.cpp", "const QColor line{10, 20, 30};");
    addRow(strayColours, "app/a.cpp", "painter.setPen(QColor(u\"steelblue\"_s));");
    addRow(strayColours, "app/a.cpp", "painter.setPen(QColor::fromRgb(1, 2, 3));");
    addRow(strayColours, "app/a.cpp", "painter.setPen(qRgb(1, 2, 3));");
    addRow(strayColours, "widgets/a.cpp", "painter.setPen(Qt::red);");
    addRow(strayColours, "widgets/a.cpp", "painter.setPen(Qt::white);");
    addRow(strayColours, "widgets/a.cpp", "painter.setPen(Qt::darkGray);");
    addRow(strayColours, "widgets/a.cpp", "setStyleSheet(u\"color: #a0b1c2\"_s);");
    addRow(strayColours, "app/a.cpp", "setStyleSheet(u\"color:#fff;\"_s);");
}

void CallsTest::anAllowedCallIsNotFound_data()
{
    addColumns();
    addRow(forbiddenCalls, "app/main.cpp", "return QApplication::exec();");
    addRow(forbiddenCalls, "app/a.cpp", "// never dialog.exec()");
    addRow(forbiddenCalls, "app/a.cpp", "log(\"throw QMutex processEvents\");");
    addRow(forbiddenCalls, "client/a.cpp", "std::mutex m_guard;"); // the network thread's door
    addRow(forbiddenCalls, "core/a.cpp", "static_assert(sizeof(int) == 4);");
    addRow(forbiddenCalls, "app/a.cpp", "waitForever; dialog->open(); m_execute();");
    addRow(forbiddenCalls, "tests/models/a.cpp", "QTRY_COMPARE(a, b); QTest::qWait(0);");
    addRow(forbiddenCalls, "tests/models/a.cpp", "process.waitForStarted();");
    addRow(strayColours, "widgets/theme.cpp", "return QColor(1, 2, 3);");
    addRow(strayColours, "widgets/themelight.cpp", "return QColor(u\"#102030\"_s);");
    addRow(strayColours, "widgets/a.cpp",
           "QColor color(ThemeRole role); QColor c; c = QColor(other);");
    addRow(strayColours, "widgets/a.cpp", "fill(Qt::transparent); move(Qt::blueprint);");
    addRow(strayColours, "widgets/a.cpp", "tr(\"issue #12, row #1234\");");
    addRow(strayColours, "models/a.cpp", "QColor(1, 2, 3);");
}

void CallsTest::anAllowedCallIsNotFound()
{
    QFETCH(const Rule, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    SG_VERIFY_NO_FINDINGS(rule(SourceFile(path, text)));
}

QTEST_GUILESS_MAIN(CallsTest)
#include "tst_calls.moc"
