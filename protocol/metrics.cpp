// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/jsonfields.h>
#include <protocol/metrics.h>

#include <cmath>

namespace Sandglass {

namespace {

using Json::Presence;

std::int64_t unixSeconds(Timestamp time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

/// JSON has no word for "not a number"; a peer would take null for a missing field and refuse the
/// sample.
double finite(double number)
{
    return std::isfinite(number) ? number : 0;
}

Json::Value toJson(const MetricSample &sample)
{
    return {{"timestamp", formatTimestamp(sample.time)},
            {"timestampUnix", unixSeconds(sample.time)},
            {"cpuCount", sample.cpuCount},
            {"cpuUsedPct", finite(sample.cpuUsedPct)},
            {"memUsed", sample.memUsed},
            {"memTotal", sample.memTotal},
            {"memCache", sample.memCache},
            {"diskUsed", sample.diskUsed},
            {"diskTotal", sample.diskTotal}};
}

void readUnixTime(const Json::Object &object, std::string_view name, Timestamp &target)
{
    // Seconds that fit into the nanoseconds of a Timestamp.
    constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 1'000'000'000;
    std::int64_t seconds = 0;
    object.readInteger(name, seconds, Presence::Required, 0, limit);
    target = Timestamp(std::chrono::seconds(seconds));
}

void readCpu(const Json::Object &object, std::string_view name, double &target)
{
    object.read(name, target, Presence::Required);
    if (target < 0)
        object.reject(name, "must not be negative");
}

/// `timestamp` is deprecated, `timestampUnix` is what old and foreign services may lack: either
/// will do.
void readSample(const Json::Object &object, MetricSample &sample)
{
    if (object.member("timestamp"))
        object.read("timestamp", sample.time, Presence::Required);
    else
        readUnixTime(object, "timestampUnix", sample.time);
    object.readInteger("cpuCount", sample.cpuCount, Presence::Optional, 0);
    readCpu(object, "cpuUsedPct", sample.cpuUsedPct);
    object.readInteger("memUsed", sample.memUsed, Presence::Required, 0);
    object.readInteger("memTotal", sample.memTotal, Presence::Required, 0);
    object.readInteger("memCache", sample.memCache, Presence::Optional, 0);
    object.readInteger("diskUsed", sample.diskUsed, Presence::Optional, 0);
    object.readInteger("diskTotal", sample.diskTotal, Presence::Optional, 0);
}

void readSamplesById(const Json::Object &object, MetricsById &metrics)
{
    if (!object.member("sandboxes"))
        object.reject("sandboxes", "is missing");
    if (!object.object("sandboxes"))
        return;
    for (const auto &[id, value] : object.member("sandboxes")->items())
        readSample(Json::Object(value, object.problem(), "sandboxes[…]."), metrics[id]);
}

void readEnvdSample(const Json::Object &object, MetricSample &sample)
{
    readUnixTime(object, "ts", sample.time);
    object.readInteger("cpu_count", sample.cpuCount, Presence::Optional, 0);
    readCpu(object, "cpu_used_pct", sample.cpuUsedPct);
    object.readInteger("mem_total", sample.memTotal, Presence::Required, 0);
    object.readInteger("mem_used", sample.memUsed, Presence::Required, 0);
    object.readInteger("mem_cache", sample.memCache, Presence::Optional, 0);
    object.readInteger("disk_used", sample.diskUsed, Presence::Optional, 0);
    object.readInteger("disk_total", sample.diskTotal, Presence::Optional, 0);
}

} // namespace

std::string encodeMetrics(const std::vector<MetricSample> &samples)
{
    Json::Value list = Json::Value::array();
    for (const MetricSample &sample : samples)
        list.push_back(toJson(sample));
    return Json::dump(list);
}

Result<std::vector<MetricSample>> decodeMetrics(std::string_view json)
{
    return Json::decodeList<MetricSample>(json, "metrics: ", readSample);
}

std::string encodeMetricsById(const MetricsById &metrics)
{
    Json::Value byId = Json::Value::object();
    for (const auto &[id, sample] : metrics)
        byId[id] = toJson(sample);
    return Json::dump({{"sandboxes", byId}});
}

Result<MetricsById> decodeMetricsById(std::string_view json)
{
    return Json::decode<MetricsById>(json, "metrics: ", Json::Dialect::Plain, readSamplesById);
}

std::string encodeEnvdMetrics(const MetricSample &sample)
{
    constexpr std::int64_t mebibyte = 1 << 20;
    return Json::dump({{"ts", unixSeconds(sample.time)},
                       {"cpu_count", sample.cpuCount},
                       {"cpu_used_pct", finite(sample.cpuUsedPct)},
                       {"mem_total", sample.memTotal},
                       {"mem_used", sample.memUsed},
                       {"mem_cache", sample.memCache},
                       {"mem_total_mib", sample.memTotal / mebibyte},
                       {"mem_used_mib", sample.memUsed / mebibyte},
                       {"disk_used", sample.diskUsed},
                       {"disk_total", sample.diskTotal}});
}

Result<MetricSample> decodeEnvdMetrics(std::string_view json)
{
    return Json::decode<MetricSample>(json, "envd metrics: ", Json::Dialect::Plain, readEnvdSample);
}

} // namespace Sandglass
