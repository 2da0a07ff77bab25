// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/commandline.h>
#include <app/screen/vncaddress.h>

#include <QtCore/QCommandLineParser>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

[[noreturn]] void refuse(const QString &words)
{
    constexpr int usageError = 2;
    std::fprintf(stderr, "sandglass: %s\n", qPrintable(words));
    std::exit(usageError);
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("CommandLine", "Watches and runs AI sandboxes."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"address"_s, QCoreApplication::translate("CommandLine", "A VNC server to look at."),
        u"[vnc://HOST:PORT]"_s);
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    const QStringList addresses = parser.positionalArguments();
    if (addresses.isEmpty())
        return {};
    if (addresses.size() > 1)
        refuse(QCoreApplication::translate("CommandLine", "One address at a time can be opened."));
    const auto endpoint = parseVncAddress(addresses.first());
    if (!endpoint)
        refuse(endpoint.error());
    return {.viewer = *endpoint};
}

} // namespace Sandglass
