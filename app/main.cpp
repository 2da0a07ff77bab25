// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/appcontext.h>
#include <app/mainwindow.h>
#include <app/startup.h>

#include <QtWidgets/QApplication>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Sandglass::setUpApplication(app);
    Sandglass::AppContext context;
    Sandglass::applySavedScheme(context.settings);
    Sandglass::MainWindow window(context);
    window.show();
    return QApplication::exec();
}
