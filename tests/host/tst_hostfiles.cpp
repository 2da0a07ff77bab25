// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/bwraparguments.h>
#include <host/directorytree.h>
#include <host/hostlog.h>
#include <host/sandboxfiles.h>
#include <host/templatecatalog.h>
#include <tests/support/result.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

void write(const QString &path, const QByteArray &text, bool executable = false)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(text);
    if (executable)
        file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeOther);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// A template that has all that is needed and nothing else.
void makeTemplate(const QString &path)
{
    for (const char *program : {"usr/bin/dash", "usr/bin/bash", "usr/bin/env"})
        write(path + u'/' + QString::fromLatin1(program), "x", true);
    QVERIFY(QFile::link(u"dash"_s, path + u"/usr/bin/sh"_s));
    write(path + u"/etc/passwd"_s, "root:x:0:0::/root:/bin/sh\nuser:x:55:55::/:/bin/false\n");
    write(path + u"/etc/group"_s, "root:x:0:\nother:x:1000:\n");
    write(path + u"/var/x"_s, "x");
    write(path + u"/home/user/.bashrc"_s, "# rc\n");
    write(path + u"/packages"_s, "bash\n");
}

} // namespace

class TestHostFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aTreeDeeperThanAnyPathIsRemoved()
    {
        const QTemporaryDir folder;
        const QByteArray top = QFile::encodeName(folder.filePath(u"deep"_s));
        QCOMPARE(::mkdir(top.constData(), 0700), 0);
        int fd = ::open(top.constData(), O_RDONLY | O_DIRECTORY);
        const std::string name(100, 'd');
        for (int level = 0; level < 150; ++level) {
            QCOMPARE(::mkdirat(fd, name.c_str(), 0700), 0);
            const int next = ::openat(fd, name.c_str(), O_RDONLY | O_DIRECTORY);
            ::close(fd);
            fd = next;
            if (level % 40 == 0)
                ::close(::openat(fd, "file", O_WRONLY | O_CREAT, 0600));
        }
        ::close(fd);
        QVERIFY(diskUsage(top.toStdString()) > 0);
        SG_VERIFY_RESULT(removeTree(top.toStdString()));
        QVERIFY(!QFile::exists(QFile::decodeName(top)));
    }

    void directoriesWithoutPermissionsAreRemovedAndLinksAreNotFollowed()
    {
        const QTemporaryDir folder;
        const QString top = folder.filePath(u"tree"_s);
        write(folder.filePath(u"outside/kept"_s), "x");
        write(top + u"/a/b/file"_s, "x");
        write(top + u"/work/work/file"_s, "x");
        QVERIFY(QFile::link(folder.filePath(u"outside"_s), top + u"/a/link"_s));
        QVERIFY(QFile::link(folder.filePath(u"outside"_s), top + u"/link"_s));
        ::chmod(QFile::encodeName(top + u"/a/b"_s).constData(), 0);
        ::chmod(QFile::encodeName(top + u"/a"_s).constData(), 0);
        ::chmod(QFile::encodeName(top + u"/work/work"_s).constData(), 0);
        SG_VERIFY_RESULT(removeTree(top.toStdString()));
        QVERIFY(!QFile::exists(top));
        QVERIFY(QFile::exists(folder.filePath(u"outside/kept"_s)));
        SG_VERIFY_RESULT(removeTree(top.toStdString())); // again: it is gone already
    }

    void diskUsageCountsWhatIsThere()
    {
        const QTemporaryDir folder;
        const auto before = diskUsage(folder.path().toStdString());
        write(folder.filePath(u"a/b/c"_s), QByteArray(1 << 20, 'x'));
        const auto after = diskUsage(folder.path().toStdString());
        QVERIFY(after - before >= 1 << 20);
        QVERIFY(after - before < 2 << 20);
    }

    void aTemplateSaysWhatItLacks()
    {
        const QTemporaryDir folder;
        makeTemplate(folder.filePath(u"mine"_s));
        const TemplateCatalog catalog({folder.path().toStdString()});
        QCOMPARE(catalog.all().size(), 1U);
        QVERIFY(catalog.find(" MINE:default "));
        QVERIFY(catalog.find(templateId("mine")));
        QVERIFY(!catalog.find("other"));
        QVERIFY(!catalog.find("../mine"));
        QVERIFY(!templateProblem(catalog.all().front()));
        QVERIFY(QFile::remove(folder.filePath(u"mine/usr/bin/bash"_s)));
        const auto problem = templateProblem(catalog.all().front());
        QVERIFY(problem);
        QVERIFY(problem->message.contains("bash"));
        QVERIFY(problem->cure.contains("./dev run"));
    }

    void aTemplateWithTheInterpreterNeedsItsPackages()
    {
        const QTemporaryDir folder;
        const QString mine = folder.filePath(u"mine"_s);
        makeTemplate(mine);
        const TemplateCatalog catalog({folder.path().toStdString()});
        QVERIFY(!catalog.all().front().needsInterpreter());
        QCOMPARE(catalog.all().front().startCommand, std::string());
        write(mine + u"/start"_s, "/run/sandglass/interpreter --port 49999\nignored\n");
        QVERIFY(catalog.all().front().needsInterpreter());
        QCOMPARE(catalog.all().front().startCommand,
                 std::string("/run/sandglass/interpreter --port 49999"));
        const std::vector<std::pair<QString, std::string>> needed{
            {u"/usr/bin/python3"_s, "python3"},
            {u"/usr/lib/some-architecture/libzmq.so.5"_s, "libzmq5"},
            {u"/usr/lib/python3/dist-packages/ipykernel_launcher.py"_s, "python3-ipykernel"}};
        for (const auto &[file, package] : needed) {
            const auto problem = templateProblem(catalog.all().front());
            QVERIFY(problem);
            QCOMPARE(problem->message, "the template 'mine' lacks the package " + package);
            write(mine + file, "x");
        }
        QVERIFY(!templateProblem(catalog.all().front()));
        write(mine + u"/start"_s, "sleep 1000\n");
        QVERIFY(!catalog.all().front().needsInterpreter());
    }

    void aSandboxGetsTheInterpreterOnlyIfItsTemplateAsksForIt()
    {
        BwrapPlan plan{.bwrap = "/usr/bin/bwrap",
                       .templatePath = "/t",
                       .sandboxDirectory = "/s",
                       .agent = "/agent",
                       .sandboxId = "i1",
                       .templateId = "t1",
                       .label = "label"};
        QVERIFY(!std::ranges::contains(bwrapArguments(plan), "/run/sandglass/interpreter"));
        QVERIFY(!std::ranges::contains(bwrapArguments(plan), "--start-command"));
        plan.interpreter = "/interpreter";
        plan.startCommand = "/run/sandglass/interpreter";
        const auto arguments = bwrapArguments(plan);
        const auto bound = std::ranges::find(arguments, "/interpreter");
        QVERIFY(bound != arguments.end());
        QCOMPARE(*std::prev(bound), std::string("--ro-bind"));
        QCOMPARE(*std::next(bound), std::string("/run/sandglass/interpreter"));
        QVERIFY(std::ranges::contains(arguments, "--start-command"));
        QCOMPARE(arguments.back(), plan.startCommand);
    }

    void noVncIsWhereClientsCallItIfTheTemplateHasIt()
    {
        const QTemporaryDir folder;
        const QString mine = folder.filePath(u"mine"_s);
        makeTemplate(mine);
        const TemplateCatalog catalog({folder.path().toStdString()});
        QVERIFY(!catalog.all().front().hasNoVnc());
        BwrapPlan plan{.bwrap = "/usr/bin/bwrap",
                       .templatePath = "/t",
                       .sandboxDirectory = "/s",
                       .agent = "/agent",
                       .sandboxId = "i1",
                       .templateId = "t1",
                       .label = "label"};
        QVERIFY(!std::ranges::contains(bwrapArguments(plan), "/opt/noVNC"));
        write(mine + u"/usr/share/novnc/vnc.html"_s, "x");
        QVERIFY(catalog.all().front().hasNoVnc());
        plan.hasNoVnc = true;
        const auto arguments = bwrapArguments(plan);
        const auto link = std::ranges::find(arguments, "/opt/noVNC");
        QVERIFY(link != arguments.end());
        QCOMPARE(*std::prev(link), std::string("/usr/share/novnc"));
        QCOMPARE(*std::prev(link, 2), std::string("--symlink"));
    }

    void aTemplateIdIsStableAndOfTheRightForm()
    {
        QCOMPARE(templateId("base"), templateId("base"));
        QVERIFY(templateId("base") != templateId("desktop"));
        QCOMPARE(templateId("base").size(), 20U);
        QVERIFY(QRegularExpression(u"^[a-z0-9]{20}$"_s)
                    .match(QString::fromStdString(templateId("base")))
                    .hasMatch());
    }

    void aSandboxGetsFilesOfItsOwn_data()
    {
        QTest::addColumn<RootFiles>("kind");
        QTest::newRow("layers") << RootFiles::Overlay;
        QTest::newRow("copies") << RootFiles::Copy;
    }
    void aSandboxGetsFilesOfItsOwn()
    {
        QFETCH(RootFiles, kind);
        const QTemporaryDir folder;
        makeTemplate(folder.filePath(u"mine"_s));
        const QString own = folder.filePath(u"iabc"_s);
        SG_VERIFY_RESULT(makeSandboxFiles({.directory = own.toStdString(),
                                           .templatePath = folder.filePath(u"mine"_s).toStdString(),
                                           .sandboxId = "iabc",
                                           .owner = 0,
                                           .kind = kind}));
        const QString etc = own + u"/etc/upper/"_s;
        QCOMPARE(read(etc + u"passwd"_s),
                 QByteArray("root:x:0:0::/root:/bin/sh\nuser:x:1000:1000::/home/user:/bin/bash\n"));
        QCOMPARE(read(etc + u"group"_s), QByteArray("root:x:0:\nuser:x:1000:\n"));
        QCOMPARE(read(etc + u"hostname"_s), QByteArray("iabc\n"));
        QCOMPARE(read(etc + u"machine-id"_s).size(), 33);
        QCOMPARE(read(etc + u"resolv.conf"_s), QByteArray());
        QCOMPARE(QFile::exists(own + u"/usr/work"_s), kind == RootFiles::Overlay);
        QCOMPARE(read(own + u"/home/upper/user/.bashrc"_s).isEmpty(), kind == RootFiles::Overlay);
        SG_VERIFY_RESULT(removeTree(own.toStdString()));
    }

    void aCopiedLinkNeverLeadsAWriteElsewhere()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"mine"_s);
        makeTemplate(name);
        write(folder.filePath(u"victim"_s), "kept");
        QVERIFY(QFile::link(folder.filePath(u"victim"_s), name + u"/etc/resolv.conf"_s));
        SG_VERIFY_RESULT(makeSandboxFiles({.directory = folder.filePath(u"iabc"_s).toStdString(),
                                           .templatePath = name.toStdString(),
                                           .sandboxId = "iabc",
                                           .owner = 0,
                                           .kind = RootFiles::Copy}));
        QCOMPARE(read(folder.filePath(u"victim"_s)), QByteArray("kept"));
    }

    void theLogIsRotatedAndHasNoControlCharacters()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"host.log"_s);
        auto log = HostLog::open(path.toStdString());
        SG_VERIFY_RESULT(log);
        log->info("a\x1b[31mb\nc");
        QVERIFY(read(path).endsWith(" info: a [31mb c\n"));
        const std::string line(1 << 16, 'x');
        for (int i = 0; i < 100; ++i)
            log->warning(line);
        QVERIFY(QFile::exists(path + u".1"_s));
        QVERIFY(QFileInfo(path).size() < qint64(HostLog::maximumBytes));
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestHostFiles)
#include "tst_hostfiles.moc"
