// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt program with a window does: what the start of Digitpad is held against. With
// the argument "words" there is a word in its menu bar, in its middle and in its status bar: the
// least that a program does of which people can tell what it is.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    if (argc > 1 && qstrcmp(argv[1], "words") == 0) {
        window.menuBar()->addMenu(QStringLiteral("File"));
        window.setCentralWidget(new QLabel(QStringLiteral("Draw")));
        window.statusBar()->showMessage(QStringLiteral("Loading"));
    }
    window.resize(1120, 760);
    window.show();
    return QApplication::exec();
}
