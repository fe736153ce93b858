// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;

/// How Digitpad looks: the palette, the spaces, the four sizes of type, the icons. Colours of
/// widgets come from QWidget::palette(); the accent is its Highlight role.
namespace digitpad::theme {

// The 8-pixel grid, in device-independent pixels.
inline constexpr int kGap = 8;
inline constexpr int kMargin = 16;
inline constexpr int kGroup = 24;
inline constexpr int kSmallestTarget = 32;

// Motion, milliseconds; see motion().
inline constexpr int kBarsMove = 120;
inline constexpr int kCardSlides = 200;

/// Sets Fusion and our palette, light or dark; `lessMotion` turns animations off.
void apply(QApplication& application, bool dark, bool lessMotion);

/// Whether a palette is dark.
[[nodiscard]] bool isDark(const QPalette& palette);

/// A quieter text colour for captions and axes, readable (4.5:1) on Window and Base.
[[nodiscard]] QColor quietText(const QPalette& palette);
/// A line that separates: barely there.
[[nodiscard]] QColor hairline(const QPalette& palette);

// Four sizes: caption, body, title, and the answer (96 pt and growing with the window).
[[nodiscard]] QFont captionFont();
[[nodiscard]] QFont bodyFont();
[[nodiscard]] QFont titleFont();
/// The title above text that is set in another size.
[[nodiscard]] QFont titleFont(const QFont& body);
[[nodiscard]] QFont answerFont(int pixelSize);

/// The milliseconds to animate for: `milliseconds`, or 0 when the system asks for less motion.
[[nodiscard]] int motion(int milliseconds);

/// The line icon resources/icons/NAME.svg in the palette's colours, sharp at every pixel ratio;
/// follows the palette when it changes.
[[nodiscard]] QIcon icon(const QString& name);

} // namespace digitpad::theme
