// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QByteArray>
#include <QString>

namespace digitpad {

/// The networks that the program carries, as resources, so they can always be read: the one it
/// starts with, and the reference program's, to learn from.
inline const QString kDefaultModelFile = QStringLiteral(":/models/convnet.pth");
inline const QString kReferenceModelFile = QStringLiteral(":/models/simple-nn.pth");

/// Reads a whole file of at most `most` bytes, a multiple of 1 MiB. Errors: NotFound, NotAFile,
/// CannotRead, Empty, TooLarge.
[[nodiscard]] Result<QByteArray> readFileBytes(const QString& path, qint64 most);

/// The same for a model, of at most 256 MiB.
[[nodiscard]] Result<QByteArray> readModelBytes(const QString& path);

/// Reads and loads a .pth file. Errors: those of readModelBytes and Engine::load, `file` set.
[[nodiscard]] Result<std::shared_ptr<const Model>>
loadModelFile(const Engine& engine, const QString& path, const QString& device);

/// The same for reading on the CPU, without the engine. Errors: those of readModelBytes and
/// loadForReading, `file` set.
[[nodiscard]] Result<std::shared_ptr<const Model>> loadModelFile(const QString& path);

/// Saves a model as .pth. Errors: those of saveFile and of Model::toPth.
[[nodiscard]] Result<void> saveModelFile(const Model& model, const QString& path);

} // namespace digitpad
