// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/errortext.h>
#include <app/settings/settings.h>
#include <models/fleetstore.h>
#include <tests/support/faketransport.h>

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    void init()
    {
        QTest::failOnWarning();
        QDir(m_folder.path()).removeRecursively();
        QVERIFY(QDir().mkpath(m_folder.path()));
    }

    void connectionsSurviveARestart()
    {
        const ConnectionProfile lab{.id = u"1"_s,
                                    .name = u"Läb, \"quoted\""_s,
                                    .colorRole = 3,
                                    .apiUrl = u"https://api.lab.example/prefix"_s,
                                    .domain = u"lab.example"_s,
                                    .sandboxUrl = u"https://box.lab.example"_s,
                                    .readOnly = true};
        Settings().setConnections({lab, {.id = u"2"_s, .apiUrl = u"http://x"_s}});
        QCOMPARE(Settings().connections().size(), 2);
        QVERIFY(Settings().connections().first() == lab);
        Settings().setConnections({lab});
        QCOMPARE(Settings().connections().size(), 1);
    }

    void aDamagedFileGivesDefaults()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"sandglass"_s));
        QFile file(m_folder.filePath(u"sandglass/sandglass.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[connections]\nsize=999999\n1\\id=\n\0\xff[[[ garbage");
        file.close();
        QVERIFY(Settings().connections().isEmpty());
        QCOMPARE(Settings().colorScheme(), Settings::ColorScheme::Desktop);
        QVERIFY(!Settings().usesLocalHost());
    }

    void aKeyNeverReachesTheDisk()
    {
        const QByteArray key = "e2b_5ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2";
        {
            FakeTransport transport;
            SecretStore secrets;
            Settings settings;
            FleetStore fleet;
            Connections connections(transport, secrets, settings, fleet);
            connections.save({.id = u"1"_s, .name = u"n"_s, .apiUrl = u"https://api.example"_s},
                             key.toStdString());
            QVERIFY(connections.find(u"1"_s).has_value());
        }
        int files = 0;
        QDirIterator all(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(key.mid(4)), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }

    void textsAreThereInEnglishWithPluralsAndInGerman()
    {
        QTranslator english;
        QVERIFY(english.load(u":/i18n/sandglass_en.qm"_s));
        const auto sandboxes = [](const QTranslator &translator, int count) {
            return translator.translate("Sandglass::StatusFeed", "%n sandbox(es)", nullptr, count);
        };
        QCOMPARE(sandboxes(english, 1), u"%n sandbox"_s);
        QCOMPARE(sandboxes(english, 2), u"%n sandboxes"_s);
        QTranslator german;
        QVERIFY(german.load(u":/i18n/sandglass_de.qm"_s));
        QCOMPARE(german.translate("ErrorText", "%1 did not answer in time"),
                 u"%1 hat nicht rechtzeitig geantwortet"_s);
    }

    void everyErrorNamesWhereItHappened_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= int(Error::Kind::Policy); ++kind)
            QTest::newRow(toString(Error::Kind(kind))) << kind;
    }
    void everyErrorNamesWhereItHappened()
    {
        QFETCH(int, kind);
        const Error error{
            .kind = Error::Kind(kind), .detail = "said\n\x1b[31m so", .operationId = {}};
        const QString line = errorLine(error, u"prod"_s);
        QVERIFY2(line.contains(u"prod"_s), qPrintable(line));
        QVERIFY2(line.contains(u"said"_s) && !line.contains(u'\x1b') && !line.contains(u'\n'),
                 qPrintable(line));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
