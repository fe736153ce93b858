// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt program with a window does: what the start of Digitpad is held against.
#include <QApplication>
#include <QWidget>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QWidget window;
    window.resize(1120, 760);
    window.show();
    return QApplication::exec();
}
