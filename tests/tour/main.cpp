// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/startlocalhostoperation.h>
#include <app/startup.h>
#include <tests/tour/tour.h>

#include <QtCore/QFile>
#include <QtCore/QProcess>

using namespace Sandglass;

namespace {

/// The host outlives the app by design; a tour leaves nothing behind.
void stopHost()
{
    QProcess::execute(StartLocalHostOperation::findProgram(),
                      {QStringLiteral("stop"), QStringLiteral("--kill-sandboxes")});
}

} // namespace

int main(int argc, char **argv)
{
    SlotWatch application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: sandglass-tour DIR\n");
        return 2;
    }
    // It ends every sandbox of the local host that it finds: only ever one of its own.
    if (!qEnvironmentVariableIsSet("SANDGLASS_GUI_TEST")) {
        std::fprintf(stderr, "sandglass-tour: start it with ./dev tour DIR\n");
        return 2;
    }
    setUpApplication(application);
    const QDir pictures(QString::fromLocal8Bit(argv[1]));
    bool good = false;
    {
        Tour tour(application, pictures);
        good = tour.run();
    }
    stopHost();
    QFile report(pictures.filePath(QStringLiteral("slots.json")));
    if (!report.open(QIODevice::WriteOnly) || report.write(application.report()) < 0)
        return 1;
    return good ? 0 : 1;
}
