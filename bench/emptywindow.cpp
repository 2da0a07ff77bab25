// SPDX-License-Identifier: GPL-3.0-or-later
// The bound for the app's start: an empty QMainWindow of the same size.
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>

#include <bench/firstpaint.h>

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1440, 900);
    const Sandglass::FirstPaint firstPaint(window);
    window.show();
    return QApplication::exec();
}
