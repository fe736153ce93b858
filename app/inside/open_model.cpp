// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/open_model.h"

#include "app/shell/status_bar.h"

#include <QCryptographicHash>

namespace digitpad {

Result<std::shared_ptr<const OpenModel>> layOpen(
    const std::shared_ptr<const Engine>& engine, const std::shared_ptr<const Model>& model,
    const QString& file)
{
    const auto pth = model->toPth();
    if (!pth) {
        return std::unexpected(pth.error());
    }
    auto inside = engine->lookInside(*model);
    if (!inside) {
        return std::unexpected(inside.error());
    }
    const QByteArray bytes = QByteArray::fromRawData(pth->data(), std::ssize(*pth));
    return std::make_shared<const OpenModel>(OpenModel{
        .engine = engine,
        .model = model,
        .inside = *std::move(inside),
        .name = modelTitle(file),
        .file = file,
        .sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()});
}

Result<std::shared_ptr<const LiveReading>> readInside(
    const Inside& inside, const Ink& ink, const std::optional<Glyph>& digit,
    const InkOptions& options)
{
    const Glyph glyph = digit ? *digit : renderInk(ink, options);
    auto activations = inside.activations(glyph);
    if (!activations) {
        return std::unexpected(activations.error());
    }
    return std::make_shared<const LiveReading>(LiveReading{
        .ink = ink, .glyph = glyph, .activations = *std::move(activations), .options = options});
}

} // namespace digitpad
