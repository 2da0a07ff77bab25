// SPDX-License-Identifier: GPL-3.0-or-later
// The bound for the app's start: an empty QMainWindow of the same size.
#include <bench/firstpaint.h>

#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1440, 900);
    const Sandglass::FirstPaint firstPaint(window);
    window.show();
    return QApplication::exec();
}
