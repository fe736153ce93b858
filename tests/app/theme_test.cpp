// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace digitpad;

namespace {

/// WCAG 2.1, "relative luminance" and "contrast ratio".
double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

/// The highest contrast with the window that a line through the middle meets at the widget's left
/// edge, where its outline is.
double outlineContrast(QWidget& widget)
{
    const QImage image = widget.grab().toImage();
    double highest = 0;
    for (int x = 0; x < 5; ++x) {
        highest = std::max(
            highest, contrast(
                         image.pixelColor(x, image.height() / 2),
                         QApplication::palette().color(QPalette::Window)));
    }
    return highest;
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outlinesCanBeSeen_data();
    void outlinesCanBeSeen();
    void textCanBeRead_data() { outlinesCanBeSeen_data(); }
    void textCanBeRead();
    void iconsOfHighlightedRowsCanBeSeen_data() { outlinesCanBeSeen_data(); }
    void iconsOfHighlightedRowsCanBeSeen();
};

void ThemeTest::outlinesCanBeSeen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::outlinesCanBeSeen()
{
    QFETCH(const bool, dark);
    theme::apply(*qApp, dark, true);
    const std::unique_ptr<QWidget> widgets[] = {
        std::make_unique<QLineEdit>(),    std::make_unique<QSpinBox>(),
        std::make_unique<QComboBox>(),    std::make_unique<QPushButton>(),
        std::make_unique<QRadioButton>(), std::make_unique<QCheckBox>()};
    for (const auto& widget : widgets) {
        const double seen = outlineContrast(*widget);
        QVERIFY2(
            seen >= 3, qPrintable(QStringLiteral("%1: %2")
                                      .arg(QLatin1String(widget->metaObject()->className()))
                                      .arg(seen)));
    }
}

void ThemeTest::textCanBeRead()
{
    QFETCH(const bool, dark);
    theme::apply(*qApp, dark, true);
    const QPalette palette = QApplication::palette();
    for (const auto ground : {QPalette::Window, QPalette::Base}) {
        QVERIFY(contrast(palette.color(QPalette::Text), palette.color(ground)) >= 7);
        QVERIFY(contrast(theme::quietText(palette), palette.color(ground)) >= 4.5);
    }
    const QColor accent = palette.color(QPalette::Highlight);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), accent) >= 4.5);
}

void ThemeTest::iconsOfHighlightedRowsCanBeSeen()
{
    QFETCH(const bool, dark);
    theme::apply(*qApp, dark, true);
    const auto row = [](const QIcon& icon) {
        QMenu menu;
        QAction* action = menu.addAction(icon, QStringLiteral("x"));
        menu.setActiveAction(action);
        menu.ensurePolished();
        return menu.grab(menu.actionGeometry(action)).toImage();
    };
    QPixmap nothing(16, 16);
    nothing.fill(Qt::transparent);
    const QImage without = row(QIcon(nothing));
    const QImage with = row(theme::icon(QStringLiteral("open")));
    QCOMPARE(with.size(), without.size());
    const QPalette palette = QApplication::palette();
    const QColor accent = palette.color(QPalette::Highlight);
    const bool darkIcon = luminance(palette.color(QPalette::HighlightedText)) < luminance(accent);
    int changed = 0;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            const QColor color = with.pixelColor(x, y);
            const QColor ground = without.pixelColor(x, y);
            if (color != ground) {
                ++changed;
                QCOMPARE(luminance(color) < luminance(ground), darkIcon);
            }
        }
    }
    QVERIFY(changed > 10);
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
