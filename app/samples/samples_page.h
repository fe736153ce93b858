// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sample_files.h"
#include "app/store/sample_record.h"
#include "core/base/error.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedLayout;

namespace digitpad {

class BalanceBars;
class DigitMenu;
class SampleGrid;
class SampleLook;
class SampleModel;
class Store;

/// The own handwriting: every digit that was kept with its right label, to look through, to put
/// right, to hand on, and to teach the network with. Its actions() are ready for a menu; while the
/// page is not on screen all are disabled, so that their shortcuts are free for the page that is.
class SamplesPage : public QWidget {
    Q_OBJECT

public:
    explicit SamplesPage(QWidget* parent = nullptr);

    /// Where the samples are; it must outlive the page.
    void setStore(Store& store);

    /// Saves the samples that are shown, or adds those that are there. message() or warning() says
    /// what came of it.
    void exportTo(SampleFormat format, const QString& target);
    void importFrom(SampleFormat format, const QString& source);

    /// What a lesson can ask about: {"samples": 40}, of those that the filter lets through.
    [[nodiscard]] QJsonObject facts() const;

Q_SIGNALS:
    /// Something worth a line in the message bar.
    void message(const QString& text);
    /// Something went wrong that must not be missed.
    void warning(const QString& text);
    /// Something was done that can be taken back.
    void undoable(const QString& text, const std::function<void()>& undo);
    /// The network is to learn these.
    void fineTuneWanted(const digitpad::SampleFilter& filter);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    using Then = std::function<void()>;

    // In samples_actions.cpp.
    void makeActions();
    QMenu* makeFileMenu(const QString& title, const QString& icon, bool imports);
    void updateActions();
    void relabel(int label);
    void remove();
    void rename(const QString& writer);
    void teach();
    void chooseExport(SampleFormat format);
    void chooseImport(SampleFormat format);
    void takeDrop(const QStringList& files);

    QWidget* makeInvitation();
    QWidget* makeCollection();
    QWidget* makeBar();
    QWidget* makeSide();
    void connectStore();
    void refresh();
    void setFilter(const SampleFilter& filter);
    void showOverview(const SampleOverview& overview);
    void showState();
    void showSelection();
    void showSample(const Sample& sample);
    void showExported(const SamplesExported& exported);
    void showImported(const SamplesImported& imported);
    void setBusy(quint64 call, const QString& words);
    void follow(quint64 call, const Then& then);
    void fail(quint64 call, const Error& error);
    [[nodiscard]] QString countText() const;

    Store* m_store = nullptr;
    SampleModel* m_model;
    SampleGrid* m_grid;
    BalanceBars* m_bars;
    QComboBox* m_writers;
    SampleLook* m_look;
    QLabel* m_whose;     ///< names the next one; both are hidden where none is selected
    QLineEdit* m_writer; ///< of the selected ones
    QLineEdit* m_hand;   ///< who writes now
    QLabel* m_count;
    QLabel* m_words; ///< in the place of the grid
    QLabel* m_problem;
    QStackedLayout* m_stack;
    QStackedLayout* m_gridStack = nullptr;

    QAction* m_teach = nullptr;
    QAction* m_showAll = nullptr;
    QAction* m_remove = nullptr;
    DigitMenu* m_relabel = nullptr;
    QMenu* m_import = nullptr;
    QMenu* m_export = nullptr;

    SampleFilter m_filter;
    SampleOverview m_overview;
    QString m_whyNot; ///< nothing can be changed
    QString m_busyWith;
    quint64 m_busy = 0; ///< the export or import that goes on
    QString m_target;   ///< its file or folder
    quint64 m_overviewCall = 0;
    quint64 m_sampleCall = 0;
    QHash<quint64, Then> m_then; ///< what follows what was asked for
    bool m_dropping = false;
};

} // namespace digitpad
