// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/localname.h>

#include <QTest>

#include <string>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

void row(const char *name, const QByteArray &remote, const QString &local)
{
    QTest::newRow(name) << remote << local;
}

} // namespace

/// Names from outside, as files of this computer.
class LocalNameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyNameIsMadeHarmless_data();
    void everyNameIsMadeHarmless();
    void longNamesKeepTheirExtension();
    void noByteMakesAnythingElse();

private:
    static void addPlainRows();
    static void addHiddenRows();
};

void LocalNameTest::everyNameIsMadeHarmless_data()
{
    QTest::addColumn<QByteArray>("remote");
    QTest::addColumn<QString>("local");
    addPlainRows();
    addHiddenRows();
}

void LocalNameTest::addPlainRows()
{
    row("ordinary", "report.csv", u"report.csv"_s);
    row("spaces inside", "my report (1).csv", u"my report (1).csv"_s);
    row("umlauts",
        "Pr\xc3\xbc"
        "fung.txt",
        u"Prüfung.txt"_s);
    row("emoji", "\xf0\x9f\x8e\x89.txt", u"🎉.txt"_s);
    row("empty", "", u"_"_s);
    row("dot", ".", u"_"_s);
    row("dots", "..", u"__"_s);
    row("many dots", "....", u"____"_s);
    row("hidden", ".bashrc", u"_bashrc"_s);
    row("dots inside", "a..b", u"a..b"_s);
    row("climbing", "../../etc/passwd", u"___.._etc_passwd"_s);
    row("absolute", "/etc/passwd", u"_etc_passwd"_s);
    row("backslash", "..\\a", u"___a"_s);
    row("an option", "-rf", u"_rf"_s);
    row("home", "~root", u"_root"_s);
    row("space", " ", u"_"_s);
    row("a device elsewhere", "CON", u"CON"_s);
    row("a stream elsewhere", "a:b", u"a:b"_s);
    row("percent", "100%", u"100%"_s);
}

void LocalNameTest::addHiddenRows()
{
    row("NUL", QByteArray("a\0b", 3), u"a%00b"_s);
    row("newline", "a\nb", u"a%0Ab"_s);
    row("escape", "\x1b[31m", u"%1B[31m"_s);
    row("delete", "a\x7f", u"a%7F"_s);
    row("override",
        "a\xe2\x80\xae"
        "fdp.exe",
        u"a%E2%80%AEfdp.exe"_s);
    row("isolate", "\xe2\x81\xa6x", u"%E2%81%A6x"_s);
    row("zero width",
        "a\xe2\x80\x8b"
        "b",
        u"a%E2%80%8Bb"_s);
    row("line separator",
        "a\xe2\x80\xa8"
        "b",
        u"a%E2%80%A8b"_s);
    row("no UTF-8", "a\xff\xfe", u"a%FF%FE"_s);
    row("overlong slash",
        "a\xc0\xaf"
        "b",
        u"a%C0%AFb"_s);
    row("surrogate", "\xed\xa0\x80", u"%ED%A0%80"_s);
    row("half a character", "a\xf0\x9f\x8e", u"a%F0%9F%8E"_s);
}

void LocalNameTest::everyNameIsMadeHarmless()
{
    QFETCH(const QByteArray, remote);
    QFETCH(const QString, local);
    QCOMPARE(safeLocalName(remote.toStdString()), local);
}

void LocalNameTest::longNamesKeepTheirExtension()
{
    const QString plain = safeLocalName(std::string(300, 'x') + ".tar.gz");
    QCOMPARE(plain.size(), 255);
    QVERIFY(plain.endsWith(u"x.gz"_s));
    // Three bytes each: 255 is no multiple of it after the extension.
    std::string wide;
    for (int i = 0; i < 100; ++i)
        wide += "\xe2\x82\xac";
    const QString cut = safeLocalName(wide + ".md");
    QCOMPARE(cut.toUtf8().size(), 255);
    QVERIFY(cut.endsWith(u"€.md"_s));
    QCOMPARE(safeLocalName(std::string(250, 'x') + "." + std::string(250, 'y')).size(), 255);
    // Bytes that are no text grow threefold.
    QVERIFY(safeLocalName(std::string(255, '\xff')).toUtf8().size() <= 255);
}

void LocalNameTest::noByteMakesAnythingElse()
{
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const QString name =
                safeLocalName(std::string{static_cast<char>(first), static_cast<char>(second)});
            QVERIFY(!name.isEmpty() && name != u"." && name != u"..");
            QVERIFY(!name.contains(u'/') && !name.contains(QChar(0)) && !name.contains(u'\n'));
            QVERIFY(!name.startsWith(u'.') && !name.startsWith(u'-'));
        }
    }
}

QTEST_GUILESS_MAIN(LocalNameTest)
#include "tst_localname.moc"
