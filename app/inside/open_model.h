// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/inside.h"
#include "core/ink/render.h"
#include "core/ink/stroke.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace digitpad {

/// The model in use, laid open. All is there.
struct OpenModel {
    std::shared_ptr<const Engine> engine;
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Inside> inside;
    QString name;      ///< for people
    QString file;      ///< it was opened from, or what it is called where it is in none
    QByteArray sha256; ///< of its .pth file, in hexadecimal
};

/// What lies on the pad, on its way through the model in use.
struct LiveReading {
    Ink ink; ///< on the unit square; empty for a digit of the data
    Glyph glyph;
    Activations activations;
    InkOptions options{}; ///< that the ink was made a glyph with
};

} // namespace digitpad
