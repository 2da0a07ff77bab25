// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/appcontext.h>
#include <app/commandline.h>
#include <app/mainwindow.h>
#include <app/screen/viewerwindow.h>
#include <app/startup.h>

#include <QtWidgets/QApplication>

namespace {

int runViewer(const Sandglass::RfbEndpoint &endpoint)
{
    Sandglass::applySavedScheme(Sandglass::Settings());
    Sandglass::RfbBridges bridges(Sandglass::RfbBridges::findHelper());
    Sandglass::ViewerWindow window(bridges, endpoint);
    window.show();
    return QApplication::exec();
}

int runApp()
{
    Sandglass::AppContext context;
    Sandglass::applySavedScheme(context.settings);
    Sandglass::MainWindow window(context);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Sandglass::setUpApplication(app);
    const auto [viewer] = Sandglass::parseCommandLine(QApplication::arguments());
    return viewer ? runViewer(*viewer) : runApp();
}
