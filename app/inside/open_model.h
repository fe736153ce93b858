// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/inside.h"
#include "core/ink/render.h"
#include "core/ink/stroke.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

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

/// Lays a model open that is called so, or was opened from that file. Not for the GUI's thread.
/// Errors: those of Engine::lookInside and Model::toPth.
[[nodiscard]] Result<std::shared_ptr<const OpenModel>> layOpen(
    const std::shared_ptr<const Engine>& engine, const std::shared_ptr<const Model>& model,
    const QString& file);

/// Reads a digit of the data, or the ink where there is none. Errors: those of Inside::activations.
[[nodiscard]] Result<std::shared_ptr<const LiveReading>> readInside(
    const Inside& inside, const Ink& ink, const std::optional<Glyph>& digit,
    const InkOptions& options = {});

} // namespace digitpad
