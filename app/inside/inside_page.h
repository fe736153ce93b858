// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/inside/inside_view.h"

#include <QList>
#include <QWidget>

#include <memory>

class QAction;
class QActionGroup;
class QComboBox;
class QHBoxLayout;
class QMenu;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace digitpad {

class Pad;
class Recognition;
class Sketch;
class Store;

/// What goes on in the network while one draws: the pad, and beside it one of several views.
class InsidePage : public QWidget {
    Q_OBJECT

public:
    /// The sketch is the Draw page's: what lies on one paper lies on the other.
    InsidePage(
        Recognition& recognition, const std::shared_ptr<Sketch>& sketch, QWidget* parent = nullptr);

    /// Where own samples are; it must outlive the page.
    void setStore(Store& store);

    /// Puts something on the pad.
    void show(const PadContent& content);

    /// What is shown and chosen: {"view": "network", "prepared": true, "digits": "mnist-test",
    /// "options": {...}}, and "glyph" where a digit of the data lies on the pad.
    [[nodiscard]] QJsonObject state() const;
    /// Any part may be missing. Says what is refused; nothing is changed then.
    [[nodiscard]] QString setState(const QJsonObject& state);
    /// What a lesson can ask about: those of the view on the screen, and of the pad.
    [[nodiscard]] QJsonObject facts() const;

    /// With the smallest paper: it takes what room there is.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void message(const QString& text);
    void warning(const QString& text);
    /// facts() are others.
    void factsChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Choice {
        QString id; ///< in files
        InsideView* view;
        QAction* action;
    };

    void addViews();
    void addView(const QString& id, const QString& text, const QString& tip, InsideView* view);
    void fillSources();
    void showView(int view);
    [[nodiscard]] InsideView& current() const;
    [[nodiscard]] int viewOf(const QString& id) const;

    void openModel();
    void readDigits();
    void readPad();
    void tell();

    Recognition& m_recognition;
    Pad* m_pad;
    QHBoxLayout* m_tabs;
    QVBoxLayout* m_right; ///< what is beside the pad
    QActionGroup* m_group;
    QStackedWidget* m_stack;
    QComboBox* m_source;
    QTimer* m_readSoon;
    QList<Choice> m_views;
    QString m_database;

    Background m_opening;
    Background m_digitReader;
    Background m_reader;
    std::shared_ptr<const Model> m_wanted; ///< that is open or being opened
    std::shared_ptr<const OpenModel> m_model;
    std::shared_ptr<const TestDigits> m_digits;
    std::shared_ptr<const LiveReading> m_reading;
};

} // namespace digitpad
