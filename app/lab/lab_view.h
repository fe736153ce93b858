// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/inside/inside_view.h"
#include "app/lab/comparison.h"
#include "app/training/file_saver.h"
#include "core/engine/edits.h"

#include <optional>

class QAction;

namespace digitpad {

class LabControls;
class LabResult;

/// A copy of the model under the hand: switch off, prune, shake, and see what becomes of it. The
/// model in use stays as it is.
class LabView : public InsideView {
    Q_OBJECT

public:
    explicit LabView(QWidget* parent = nullptr);

    [[nodiscard]] QJsonObject state() const override;
    [[nodiscard]] QString setState(const QJsonObject& state) override;
    [[nodiscard]] QJsonObject facts() const override;

protected:
    void modelChanged() override;
    void digitsChanged() override;
    void readingChanged() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What a moment is enough for.
    struct Glimpse {
        std::shared_ptr<const Model> copy;
        Answers answers;
        std::optional<Prediction> prediction;
    };

    void makeActions();
    void updateActions();
    void setEdits(const Edits& edits);
    void follow();
    void showValues();
    void showResult();
    [[nodiscard]] Comparison comparison() const;

    void readOriginal();
    void readCopy();
    void take(Result<Glimpse> glimpse);
    void readRest();
    void readDrawing();
    void save();

    QAction* m_newNoise;
    QAction* m_reset;
    QAction* m_save;
    LabControls* m_controls;
    LabResult* m_result;

    std::shared_ptr<const Model> m_copy;    ///< null while there is none with these edits
    std::optional<Prediction> m_prediction; ///< the copy's, of what is on the pad
    Answers m_before;
    Answers m_after;
    Background m_originalReader;
    Background m_glimpses;
    Background m_restReader;
    Background m_drawingReader;
    FileSaver m_saver;
};

} // namespace digitpad
