// SPDX-License-Identifier: GPL-3.0-or-later
// The app's start as in app/main.cpp, ended by the first painted window.
#include <app/appcontext.h>
#include <app/mainwindow.h>
#include <app/startup.h>

#include <QtWidgets/QApplication>

#include <bench/firstpaint.h>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Sandglass::setUpApplication(app);
    Sandglass::AppContext context;
    Sandglass::applySavedScheme(context.settings);
    Sandglass::MainWindow window(context);
    const Sandglass::FirstPaint firstPaint(window);
    window.show();
    return QApplication::exec();
}
