// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <host/bwraparguments.h>
#include <host/filetext.h>
#include <host/machinecheck.h>
#include <host/metricring.h>
#include <host/processidentity.h>
#include <host/proxyerrors.h>
#include <host/requestguard.h>
#include <host/sandboxlisting.h>
#include <host/statestore.h>
#include <host/uidrange.h>
#include <host/versionorder.h>
#include <protocol/paging.h>
#include <tests/support/result.h>

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

SandboxInfo sandbox(const char *id, int second, StringMap metadata = {})
{
    SandboxInfo info;
    info.id = id;
    info.alias = "base";
    info.templateId = templateId("base");
    info.startedAt = Timestamp(std::chrono::seconds(1'800'000'000 + second));
    info.state = SandboxState::Running;
    info.metadata = std::move(metadata);
    return info;
}

std::string ids(const Result<ListPage> &page)
{
    std::string text;
    for (const SandboxInfo &info : page ? page->sandboxes : std::vector<SandboxInfo>())
        text += info.id + ' ';
    return text;
}

Result<ListPage> listWith(std::string_view query)
{
    const auto parsed = parseListQuery(query);
    if (!parsed)
        return std::unexpected(parsed.error());
    return makeListPage({sandbox("ib", 1), sandbox("ia", 1, {{"k", "v=&"}}), sandbox("ic", 3)},
                        *parsed);
}

RequestHead head(std::string host, std::string origin = {})
{
    RequestHead result{
        .method = "GET", .target = "/health", .headers = {{"Host", std::move(host)}}};
    if (!origin.empty())
        result.headers.add("Origin", std::move(origin));
    return result;
}

int refusal(const RequestHead &request)
{
    const auto refused = RequestGuard("e2b_00", 4321).refuseAddress(request);
    return refused ? refused->status : 0;
}

} // namespace

class TestHostParts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aListIsNewestFirstAndThenById()
    {
        QCOMPARE(ids(listWith("")), "ic ia ib ");
        QCOMPARE(ids(listWith("order=asc")), "ib ia ic ");
    }

    void aListFiltersByTemplateStateTimeAndMetadata()
    {
        QCOMPARE(ids(listWith("template=base")), "ic ia ib ");
        QCOMPARE(ids(listWith("template=local%2Fbase")), "ic ia ib ");
        QCOMPARE(ids(listWith("template=" + templateId("base"))), "ic ia ib ");
        QCOMPARE(ids(listWith("template=other")), "");
        QCOMPARE(ids(listWith("state=paused")), "");
        QCOMPARE(ids(listWith("startedAfter=2027-01-15T08%3A00%3A03Z")), "ic ");
        QCOMPARE(ids(listWith("metadata=k%3Dv%25253D%252526")), "ia ");
        QCOMPARE(listWith("state=paused")->totalRunning, std::nullopt);
        QCOMPARE(listWith("metadata=k%3Dv%25253D%252526&limit=1")->totalRunning, 1);
    }

    void pagesOfAListFitTogether_data()
    {
        QTest::addColumn<QString>("order");
        QTest::newRow("newest first") << u"desc"_s;
        QTest::newRow("oldest first") << u"asc"_s;
    }
    void pagesOfAListFitTogether()
    {
        QFETCH(QString, order);
        const std::string query = "order=" + order.toStdString();
        std::string all;
        std::string token;
        for (int pages = 0; pages < 4; ++pages) {
            const auto page =
                listWith(query + "&limit=1" + (token.empty() ? "" : "&nextToken=" + token));
            SG_VERIFY_RESULT(page);
            all += ids(page);
            token = page->nextToken;
            if (token.empty())
                break;
        }
        QCOMPARE(all, ids(listWith(query)));
    }

    void aTokenOfTheOtherOrderIsRefused()
    {
        const std::string token = listWith("limit=1")->nextToken;
        QCOMPARE(listWith("order=asc&nextToken=" + token).error().detail, "Invalid next token");
        QCOMPARE(listWith("nextToken=garbage").error().httpStatus, 400);
    }

    void badListQueriesAreNamed_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query :
             {"limit=0", "limit=101", "limit=x", "order=up", "state=", "state=dead",
              "template=base%3Atag", "startedAfter=soon", "metadata=k", "template=%zz"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }
    void badListQueriesAreNamed()
    {
        QFETCH(QString, query);
        const auto page = listWith(query.toStdString());
        QVERIFY(!page);
        QCOMPARE(page.error().httpStatus, 400);
        QVERIFY(page.error().detail.starts_with("validation error: "));
    }

    void onlyOwnNamesAndOriginsMayCallTheHost()
    {
        for (const char *good : {"127.0.0.1:4321", "localhost:4321", "[::1]:4321", "LOCALHOST:4321",
                                 "3000-iabc.e2b.localhost:4321", "sandbox.localhost:4321"})
            QCOMPARE(refusal(head(good)), 0);
        for (const char *bad :
             {"127.0.0.1", "127.0.0.1:80", "evil.example:4321", "localhost.evil:4321",
              "10.0.0.1:4321", "localhost:43210", "127.0.0.1:4321@evil"})
            QCOMPARE(refusal(head(bad)), 403);
        QCOMPARE(refusal(head("")), 400);
        QCOMPARE(refusal(head("127.0.0.1:4321", "http://127.0.0.1:4321")), 0);
        QCOMPARE(refusal(head("8000-iabc.localhost:4321", "http://3000-iabc.localhost:4321")), 0);
        for (const char *bad : {"null", "https://127.0.0.1:4321", "http://evil.example",
                                "http://3000-iabc.localhost:4321", "http://127.0.0.1:4322"})
            QCOMPARE(refusal(head("127.0.0.1:4321", bad)), 403);
        QCOMPARE(refusal(head("8000-iabc.localhost:4321", "http://3000-iother.localhost:4321")),
                 403);
    }

    void aRequestNeedsOneHostAndAPath()
    {
        RequestHead twice = head("127.0.0.1:4321");
        twice.headers.add("Host", "127.0.0.1:4321");
        QCOMPARE(refusal(twice), 400);
        RequestHead absolute = head("127.0.0.1:4321");
        absolute.target = "http://127.0.0.1:4321/health";
        QCOMPARE(refusal(absolute), 400);
    }

    void theKeyIsTakenFromEitherHeader()
    {
        const RequestGuard guard("e2b_" + std::string(40, 'a'), 1);
        const auto status = [&](const char *name, const std::string &value) {
            RequestHead request = head("localhost:1");
            request.headers.add(name, value);
            const auto refused = guard.refuseKey(request);
            return refused ? refused->body : std::string();
        };
        const std::string key = "e2b_" + std::string(40, 'a');
        QCOMPARE(status("X-API-Key", key), "");
        QCOMPARE(status("x-api-key", key), "");
        QCOMPARE(status("Authorization", "Bearer " + key), "");
        QVERIFY(status("X-API-Key", key + "a").contains("Cannot get the team"));
        QVERIFY(status("X-API-Key", key.substr(0, 20)).contains("Cannot get the team"));
        QVERIFY(status("X-API-Key", "sk").contains("Invalid API key format"));
        QVERIFY(status("Accept", "x").contains("authorization header is missing"));
        QVERIFY(status("Accept", "x").contains("\"code\":401"));
    }

    void theProxyAnswersPeopleWithAPageAndProgramsWithJson()
    {
        RequestHead request = head("x");
        QCOMPARE(sandboxNotFound(request, "iabc").body,
                 R"({"code":502,"message":"The sandbox was not found","sandboxId":"iabc"})");
        QVERIFY(portNotOpen(request, "iabc", 3000).body.contains(R"("port":3000)"));
        request.headers.add("User-Agent", "Mozilla/5.0");
        QVERIFY(portNotOpen(request, "iabc", 3000).body.starts_with("<!doctype html>"));
        QCOMPARE(sandboxNotFound(request, "iabc").headers.value("Content-Type"),
                 "text/html; charset=utf-8");
        request.headers.add("Sec-Fetch-Mode", "cors");
        QVERIFY(sandboxNotFound(request, "iabc").body.starts_with("{"));
    }

    void controlRoutesOfEnvdAreReservedHoweverTheyAreSpelt()
    {
        for (const char *target :
             {"/init", "/init/", "//init", "/%69nit", "/init?x=1", "/fsthaw", "/upgrade"}) {
            const auto refused =
                refuseReservedPath({.method = "POST", .target = target, .headers = {}});
            QVERIFY2(refused && refused->status == 404 && refused->body.contains("reserved"),
                     target);
        }
        for (const char *target : {"/", "/initial", "/files/init", "/health"})
            QVERIFY(!refuseReservedPath({.method = "POST", .target = target, .headers = {}}));
    }

    void uidsAreTakenOnlyWhereTheyExist()
    {
        QVERIFY(!sandboxUids(1000, "0 0 4294967295\n"));
        QVERIFY(!sandboxUids(0, "0 1000 1\n"));
        QVERIFY(sandboxUids(0, "         0          0 4294967295\n")->first > 1'000'000'000U);
        QVERIFY(sandboxUids(0, "0 100000 65536\n")->first < 65536U);
        const UidRange small{.first = 5, .count = 2};
        QCOMPARE(small.pick({5}), 6U);
        QCOMPARE(small.pick({6}), 5U);
        QCOMPARE(small.pick({5, 6}), 0U);
    }

    void versionsCompareByNumber()
    {
        QVERIFY(isOlderVersion("0.9.0", "0.10.0"));
        QVERIFY(!isOlderVersion("0.10.0", "0.9.9"));
        QVERIFY(!isOlderVersion("1.0", "1"));
        QVERIFY(isOlderVersion("garbage", "0.0.1"));
    }

    void metricsStayInOrderAndWithinTheHour()
    {
        MetricRing ring;
        MetricSample sample;
        for (int i = 0; i < 1000; ++i) {
            sample.time = Timestamp(std::chrono::seconds(i * 5));
            ring.add(sample);
        }
        const auto all = ring.between({}, {});
        QCOMPARE(all.size(), MetricRing::capacity);
        QVERIFY(std::ranges::is_sorted(all, {}, &MetricSample::time));
        QCOMPARE(ring.between(4985, 4990).size(), 2U);
        QVERIFY(ring.between(5000, {}).empty());
        sample.time = Timestamp(std::chrono::seconds(4990)); // the clock was set back
        ring.add(sample);
        QCOMPARE(ring.latest()->time, sample.time);
        QVERIFY(std::ranges::is_sorted(ring.between({}, {}), {}, &MetricSample::time));
    }

    void aSandboxSeesNothingThatIsNotNamed()
    {
        const auto arguments = bwrapArguments({.bwrap = "/usr/bin/bwrap",
                                               .templatePath = "/t",
                                               .sandboxDirectory = "/s",
                                               .agent = "/a",
                                               .kind = RootFiles::Overlay,
                                               .sandboxId = "iabc",
                                               .templateId = "tabc",
                                               .label = "label"});
        std::string line;
        for (const std::string &argument : arguments)
            line += argument + ' ';
        for (const char *wanted :
             {"--unshare-all ", "--uid 1000 --gid 1000 ", "--as-pid-1 ", "--clearenv ",
              "--overlay-src /t/usr --overlay /s/usr/upper /s/usr/work /usr ", "--hostname iabc ",
              "--argv0 label -- /run/sandglass/agent --listen-fd 3 "})
            QVERIFY2(line.contains(wanted), line.c_str());
        for (const char *unwanted :
             {"--share-net", "--die-with-parent", "--dev-bind", "--not-a-security", " / "})
            QVERIFY2(!line.contains(unwanted), line.c_str());
    }

    void whatIsStoredComesBack()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(u"state.db"_s).toStdString();
        SandboxRow row;
        row.id = newSandboxId();
        row.templateId = "t";
        row.templateName = "base";
        row.endAt = Timestamp(std::chrono::seconds(5));
        row.kernelUid = 1'900'000'001;
        row.accessToken = "token";
        row.metadata = {{"k", "v"}, {"leer", ""}};
        row.environmentNames = {"SECRET"};
        {
            auto store = StateStore::open(path);
            SG_VERIFY_RESULT(store);
            SG_VERIFY_RESULT(store->insert(row));
            SG_VERIFY_FAILS(store->insert(row), Error::Kind::Io);
            row.init = {.pid = 12, .startTicks = 99, .world = "w"};
            SG_VERIFY_RESULT(store->setRunning(row));
            SG_VERIFY_RESULT(store->setSetting("port", "1"));
            SG_VERIFY_RESULT(store->setSetting("port", "2"));
        }
        auto store = StateStore::open(path);
        SG_VERIFY_RESULT(store);
        const auto rows = store->sandboxes();
        SG_VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 1U);
        QCOMPARE(rows->front().init, row.init);
        QCOMPARE(rows->front().phase, SandboxRow::Phase::Running);
        QCOMPARE(rows->front().metadata, row.metadata);
        QCOMPARE(rows->front().environmentNames, row.environmentNames);
        QCOMPARE(rows->front().accessToken, row.accessToken);
        QCOMPARE(rows->front().kernelUid, row.kernelUid);
        QCOMPARE(store->setting("port").value(), "2");
        SG_VERIFY_RESULT(store->remove(row.id));
        QVERIFY(store->sandboxes()->empty());
    }

    void aStateThatIsNoDatabaseIsRefused()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"state.db"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        SG_VERIFY_FAILS(StateStore::open(file.fileName().toStdString()), Error::Kind::Io);
    }

    void aProcessIsKnownByItsStartAndNotByItsNumber()
    {
        QProcess child;
        child.start(u"sleep"_s, {u"60"_s});
        QVERIFY(child.waitForStarted());
        auto identity = identify(static_cast<pid_t>(child.processId()));
        SG_VERIFY_RESULT(identity);
        const UniqueFd pidfd = openProcess(*identity);
        QVERIFY(bool(pidfd));
        QVERIFY(!hasExited(pidfd.get()));
        ++identity->startTicks;
        QVERIFY(!openProcess(*identity));
        killProcess(pidfd.get());
        QTRY_VERIFY(hasExited(pidfd.get()));
        QTRY_COMPARE(child.state(), QProcess::NotRunning);
        SG_VERIFY_FAILS(identify(999'999'999), Error::Kind::Io);
    }

    void aFileWhoseReadingFailsIsEmpty()
    {
        // They open, but read() fails, as it does in /proc when a process ends meanwhile.
        QCOMPARE(readFileText("/"), "");
        QCOMPARE(readFileText("/proc/self/mem"), "");
        QCOMPARE(readFileText("/nowhere"), "");
        QVERIFY(readFileText("/proc/self/stat").contains("tst_hostparts"));
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestHostParts)
#include "tst_hostparts.moc"
