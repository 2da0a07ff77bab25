// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/meta/textrules.h>

#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class TextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyShownTextIsTranslated();
    void anUntranslatedTextIsFound_data();
    void anUntranslatedTextIsFound();
    void whatNeedsNoTranslationIsNotFound_data();
    void whatNeedsNoTranslationIsNotFound();
};

void TextsTest::everyShownTextIsTranslated()
{
    const SourceFiles files = filesOf({u"app"_s, u"widgets"_s});
    QVERIFY(files.size() > 10);
    SG_VERIFY_NO_FINDINGS(findingsIn(files, untranslatedTexts));
}

void TextsTest::anUntranslatedTextIsFound_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"label->setText(u\"Running\"_s);",
                             "setWindowTitle(\"New sandbox\");",
                             "button.setToolTip(QStringLiteral(\"Kill it\"));",
                             "menu->addAction(themedIcon(u\"stop\"), u\"Kill\"_s, this, &A::kill);",
                             "new QAction(u\"Kill\"_s, this);",
                             "auto *l = new QLabel(QString::fromUtf8(\"Memory\"), this);",
                             "QLabel title(u\"Memory\"_s);",
                             "QLabel title{u\"Memory\"_s};",
                             "auto b = std::make_unique<QPushButton>(u\"Start\"_s);",
                             "edit->setPlaceholderText(QLatin1StringView(\"Filter\"));",
                             "box->setTitle(on ? u\"On top\"_s : tr(\"Off\"));",
                             "label->setText(u\"%1 left\"_s.arg(n));",
                             "label->setText(tr(\"CPU\") + u\" (cores)\"_s);",
                             "label->setText(u\"%1\"_s.arg(u\"paused\"_s));",
                             "label->setText((u\"Paused\"_s));",
                             "box->addItem(u\"Base\"_s, u\"base\"_s);",
                             "box->addItem(themedIcon(u\"box\"), u\"Base\"_s, u\"base\"_s);",
                             "field->setText(u\"state is: %1\"_s.arg(a));",
                             "painter.drawText(rect, Qt::AlignLeft, u\"No data\"_s);",
                             "label->setText(uR\"(Raw text)\"_s);",
                             "label->setText(u\"<b>Bold</b>\"_s);",
                             "label->setText(u\"Done.Now go.\"_s);",
                             "label->setText(u\"done\"_s);",
                             "w->setAccessibleName(u\"Fleet\"_s);"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TextsTest::anUntranslatedTextIsFound()
{
    QFETCH(const QString, text);
    const Findings findings = untranslatedTexts(SourceFile(u"widgets/a.cpp"_s, u"\n\n"_s + text));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().line, 3);
    SG_VERIFY_NO_FINDINGS(untranslatedTexts(SourceFile(u"models/a.cpp"_s, text)));
}

void TextsTest::whatNeedsNoTranslationIsNotFound_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"label->setText(tr(\"Running\"));",
                             "label->setText(QCoreApplication::translate(\"A\", \"Running\"));",
                             "label->setText(tr(\"%n left\", nullptr, n));",
                             "label->setText(tr(\"%1 of %2\").arg(a, b));",
                             "label->setText(u\"%1 · %2\"_s.arg(a, b));",
                             "label->setText(QString());",
                             "label->setText(u\"–\"_s);",
                             "label->setText(u\"<b>%1</b>&nbsp;\\n\"_s);",
                             "setWindowTitle(u\"Sandglass\"_s);",
                             "setWindowTitle(tr(\"%1 - %2\").arg(name, u\"Sandglass\"_s));",
                             "label->setText(value(u\"name\"_s));",
                             "label->setText(time.toString(u\"HH:mm:ss\"_s));",
                             "menu->addAction(themedIcon(u\"stop\"), tr(\"Kill\"));",
                             "menu->addAction(tr(\"A\"), QKeySequence(u\"Ctrl+K\"_s), this, [this] "
                             "{ open(u\"key\"_s); });",
                             "box->addItem(tr(\"Base\"), u\"base\"_s);",
                             "field->setText(u\"connection:\\\"%1\\\"\"_s.arg(name));",
                             "setObjectName(u\"fleetView\"_s);",
                             "QLabel *find(const QString &name);",
                             "QSet<QLabel *> labels{};",
                             "// setText(\"comment\")",
                             "field->setText(u\"https://api.e2b.app\"_s);",
                             "field->setText(u\"e2b.app\"_s);",
                             "log(\"setText(\\\"x y\\\")\");",
                             "label->setText(map[u\"key\"_s]);",
                             "text.arg(u\"Not shown\"_s);",
                             "resetText(u\"Not shown\"_s);"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TextsTest::whatNeedsNoTranslationIsNotFound()
{
    QFETCH(const QString, text);
    SG_VERIFY_NO_FINDINGS(untranslatedTexts(SourceFile(u"app/a.cpp"_s, text)));
}

QTEST_GUILESS_MAIN(TextsTest)
#include "tst_texts.moc"
