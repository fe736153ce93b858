// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/pen_stroke.h"
#include "app/inside/open_model.h"
#include "app/inside/test_digits.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>
#include <optional>

namespace digitpad {

/// What is to lie on the pad: strokes, or where there are none a digit of the data.
struct PadContent {
    Drawing drawing;
    Glyph glyph;
    QString caption; ///< where it comes from: "Test digit 4,823, a 7"
};

/// One way to look inside. It is told what there is while it is on the screen, and once when it
/// comes there. Its actions (QWidget::actions) are in the page's menu.
class InsideView : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setModel(const std::shared_ptr<const OpenModel>& model);
    void setDigits(const std::shared_ptr<const TestDigits>& digits);
    void setReading(const std::shared_ptr<const LiveReading>& reading);

    /// What was chosen in it, to be copied to another machine; {} where nothing can be.
    [[nodiscard]] virtual QJsonObject state() const { return {}; }
    /// Takes over what state() gave, of which any part may be missing. Every value may be wrong or
    /// hostile: what is refused is told in a sentence, and nothing is changed then.
    [[nodiscard]] virtual QString setState(const QJsonObject& state);

    /// What a lesson can ask about: names and plain values, such as {"unit": 12}.
    [[nodiscard]] virtual QJsonObject facts() const { return {}; }

Q_SIGNALS:
    /// Something worth a line in the message bar.
    void message(const QString& text);
    /// Something went wrong that must not be missed.
    void warning(const QString& text);
    /// Somebody wants to see this on the pad.
    void toPad(const digitpad::PadContent& content);
    /// And in another view, by its id in files: "network".
    void viewWanted(const QString& id);
    /// facts() or state() are others.
    void factsChanged();

protected:
    // Each is null while there is none: no model yet, no digits yet, a blank pad.
    [[nodiscard]] const std::shared_ptr<const OpenModel>& model() const { return m_model; }
    [[nodiscard]] const std::shared_ptr<const TestDigits>& digits() const { return m_digits; }
    [[nodiscard]] const std::shared_ptr<const LiveReading>& reading() const { return m_reading; }

    // There is another one. A reading is gone before its model is.
    virtual void modelChanged() {}
    virtual void digitsChanged() {}
    virtual void readingChanged() {}

private:
    std::shared_ptr<const OpenModel> m_model;
    std::shared_ptr<const TestDigits> m_digits;
    std::shared_ptr<const LiveReading> m_reading;
};

} // namespace digitpad
