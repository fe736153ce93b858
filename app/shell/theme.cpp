// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/theme.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

namespace digitpad::theme {

namespace {

/// Fusion with our measures and outlines. Fusion draws the outline of fields and buttons in a
/// darker shade of the window's colour, which is nothing on a dark window and little on a light
/// one: it is given, for those alone, a window colour whose darker shade can be seen.
class Style : public QProxyStyle {
public:
    Style(const QColor& outline, const QColor& disabledOutline, bool lessMotion)
        : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))),
          m_outline(outline),
          m_disabledOutline(disabledOutline),
          m_lessMotion(lessMotion)
    {
    }

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override
    {
        const auto draw = [&](const QStyleOption* changed) {
            QProxyStyle::drawPrimitive(element, changed, painter, widget);
        };
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (button != nullptr &&
            (element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox ||
             element == PE_PanelButtonCommand)) {
            const auto changed = outlined(*button);
            draw(&changed);
        } else if (frame != nullptr && element == PE_FrameLineEdit) {
            const auto changed = outlined(*frame);
            draw(&changed);
        } else {
            draw(option);
        }
    }

    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override
    {
        const auto draw = [&](const QStyleOptionComplex* changed) {
            QProxyStyle::drawComplexControl(control, changed, painter, widget);
        };
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            const auto changed = outlined(*spin);
            draw(&changed);
        } else if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            const auto changed = outlined(*combo);
            draw(&changed);
        } else {
            draw(option);
        }
    }

    /// The icon of the highlighted row of a menu in the colour of its text.
    void drawControl(
        ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override
    {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        constexpr State kLit = State_Selected | State_Enabled;
        if (element != CE_MenuItem || item == nullptr || item->icon.isNull() ||
            (item->state & kLit) != kLit) {
            QProxyStyle::drawControl(element, option, painter, widget);
            return;
        }
        const int side = proxy()->pixelMetric(PM_SmallIconSize, option, widget);
        QStyleOptionMenuItem lit = *item;
        lit.icon = QIcon(item->icon.pixmap(
            QSize(side, side), painter->device()->devicePixelRatio(), QIcon::Selected));
        QProxyStyle::drawControl(element, &lit, painter, widget);
    }

    int styleHint(
        StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* data) const override
    {
        if (hint == SH_Widget_Animation_Duration) {
            return m_lessMotion ? 0 : kCardSlides;
        }
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

    /// Every menu bar asks for an arrow, for where it has no room. Qt's is a picture in a file, and
    /// to read one, Qt loads its plugins for all kinds of pictures.
    QIcon standardIcon(
        StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override
    {
        return icon == SP_ToolBarHorizontalExtensionButton
                   ? theme::icon(QStringLiteral("next"))
                   : QProxyStyle::standardIcon(icon, option, widget);
    }

private:
    template <class Option> Option outlined(const Option& option) const
    {
        constexpr int kFusionDarkens = 140; // percent
        const bool isEnabled = (option.state & State_Enabled) != 0;
        Option changed = option;
        changed.palette.setColor(
            QPalette::Window, (isEnabled ? m_outline : m_disabledOutline).lighter(kFusionDarkens));
        return changed;
    }

    QColor m_outline;
    QColor m_disabledOutline;
    bool m_lessMotion;
};

struct Colours {
    QColor window, base, alternate, button, text, quiet, disabled, line, outline, accent, onAccent,
        link;
};

// Warm greys and one orange. The light accent is a shade deeper than #E8590C so that white text on
// it keeps a contrast of 4.5:1; the dark one carries dark text. Outlines of fields and buttons have
// 3:1 on window and base (WCAG 2.1, 1.4.11).
Colours colours(bool dark)
{
    if (dark) {
        return {
            .window = QColor(0x1f1e1c),
            .base = QColor(0x292725),
            .alternate = QColor(0x2f2d2a),
            .button = QColor(0x383532),
            .text = QColor(0xedeae5),
            .quiet = QColor(0xada69d),
            .disabled = QColor(0x7d766e),
            .line = QColor(0x45413d),
            .outline = QColor(0x8a837a),
            .accent = QColor(0xff8a3d),
            .onAccent = QColor(0x241104),
            .link = QColor(0xffa366)};
    }
    return {
        .window = QColor(0xf7f6f3),
        .base = QColor(0xffffff),
        .alternate = QColor(0xf3f1ed),
        .button = QColor(0xefedE8),
        .text = QColor(0x24211e),
        .quiet = QColor(0x68625b),
        .disabled = QColor(0xa39d95),
        .line = QColor(0xdedad3),
        .outline = QColor(0x827c75),
        .accent = QColor(0xd2460b),
        .onAccent = QColor(0xffffff),
        .link = QColor(0xb83c06)};
}

QPalette palette(bool dark)
{
    const Colours c = colours(dark);
    QPalette palette(c.text, c.button, c.base, c.line, c.line, c.text, c.base);
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.quiet);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Midlight, dark ? c.button.lighter(115) : QColor(0xf7f6f3));
    palette.setColor(QPalette::Light, dark ? c.button.lighter(125) : QColor(0xffffff));
    palette.setColor(QPalette::Dark, dark ? QColor(0x151412) : QColor(0xb9b4ac));
    palette.setColor(QPalette::Shadow, dark ? QColor(0x0e0d0c) : QColor(0x8a857d));
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, c.disabled);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    return palette;
}

QFont scaled(double factor)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

void apply(QApplication& application, bool dark, bool lessMotion)
{
    const Colours c = colours(dark);
    application.setStyle(new Style(c.outline, c.line, lessMotion)); // the application owns it
    application.setPalette(palette(dark));
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

QColor quietText(const QPalette& palette)
{
    return palette.color(QPalette::PlaceholderText);
}

QColor hairline(const QPalette& palette)
{
    return palette.color(QPalette::Mid);
}

QFont captionFont()
{
    return scaled(0.9);
}

QFont bodyFont()
{
    return scaled(1.0);
}

QFont titleFont()
{
    return titleFont(bodyFont());
}

QFont titleFont(const QFont& body)
{
    constexpr double kLarger = 1.35;
    QFont font = body;
    if (font.pixelSize() > 0) {
        font.setPixelSize(static_cast<int>(font.pixelSize() * kLarger));
    } else {
        font.setPointSizeF(font.pointSizeF() * kLarger);
    }
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont answerFont(int pixelSize)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixelSize);
    font.setWeight(QFont::DemiBold);
    return font;
}

int motion(int milliseconds)
{
    const bool animated =
        QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
    return animated ? milliseconds : 0;
}

} // namespace digitpad::theme
