// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runs/chart_sheet.h"
#include "core/base/error.h"

#include <QHash>
#include <QJsonObject>
#include <QThreadPool>
#include <QWidget>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

class QAction;
class QLabel;
class QMimeData;
class QSplitter;
class QStackedLayout;

namespace digitpad {

class CurvesLegend;
class CurvesView;
class DrawnRuns;
class Engine;
class FileSaver;
class Model;
class RunsPlaceholder;
class RunTable;
class RunTableView;
class Store;
struct RunList;
struct RunSummary;
struct StoreState;

/// Every training run there was, in a table; those that are ticked side by side in one chart, or
/// the one that is selected. Runs are renamed, noted on, deleted, used, exported and imported here.
/// Its actions() are ready for a menu; while the page is not on screen all are disabled, so that
/// their shortcuts are free for the page that is.
class RunsPage : public QWidget {
    Q_OBJECT

public:
    explicit RunsPage(QWidget* parent = nullptr);
    /// Waits for the files and the network in hand.
    ~RunsPage() override;

    /// Shows the runs of a store and follows them; once. It must outlive the page.
    void setStore(Store& store);
    /// What loads the network of a run.
    void setEngine(std::shared_ptr<const Engine> engine);
    /// Where it is to compute: an id of Engine::devices().
    void setDevice(const std::string& device) { m_device = device; }

    /// Loads the network of a run, which is called so: useModel(), or warning().
    void use(const QString& run, const QString& name);

    /// {"compare": 2} ticks that many of the latest runs, as soon as they are listed. Says what is
    /// refused; nothing is changed then.
    [[nodiscard]] QString setState(const QJsonObject& state);
    /// What a lesson can ask about: {"runs": 12, "compared": 2}.
    [[nodiscard]] QJsonObject facts() const;

    /// Adds runs that somebody handed on.
    void importRuns(const QStringList& files);

Q_SIGNALS:
    /// The network of a run, by the run's name, is to be used.
    void
    useModel(std::shared_ptr<const digitpad::Model> model, const QString& name, const QString& run);
    /// Something worth a line in the message bar.
    void message(const QString& text);
    /// Something went wrong that must not be missed.
    void warning(const QString& text);
    /// Something was done that can be taken back.
    void undoable(const QString& text, const std::function<void()>& undo);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What a call of the store is answered with, whichever comes.
    struct Answer {
        QString subject; ///< whom an error is about
        std::function<void()> done{};
        std::function<void(const QByteArray&)> model{};
        std::function<void(const QString&)> imported{};
        std::function<void()> failed{};
    };

    // In runs_actions.cpp.
    void makeActions();
    void updateActions();
    void useSelected();
    void tickSelected();
    void remove();
    void restore(const QStringList& ids);
    void saveModel();
    void saveChart();
    void saveSvg();
    void savePoints();
    void saveTable();
    void exportRun();
    void chooseFilesToImport();

    QWidget* makeContents();
    QWidget* makeChartSide();
    QLayout* makeActionBar();
    void connectStore();

    void expect(quint64 call, const Answer& answer);
    void refresh();
    void takeList(const RunList& list);
    void compareLatest(std::span<const RunSummary> runs);
    void fail(quint64 call, const Error& error);
    void chooseDrawn();
    void showCurves();
    void showState();
    void showSummary();
    [[nodiscard]] const RunSummary* theSelected() const;
    [[nodiscard]] ChartSheet sheet() const;
    void setDropping(bool dropping);

    Store* m_store = nullptr;
    std::shared_ptr<const Engine> m_engine;
    std::string m_device = "auto";
    RunTable* m_table;
    DrawnRuns* m_drawn;
    FileSaver* m_saver;
    RunTableView* m_view;
    CurvesView* m_chart;
    CurvesLegend* m_legend;
    QSplitter* m_splitter;
    QLabel* m_summary;
    RunsPlaceholder* m_placeholder = nullptr;
    QStackedLayout* m_stack;

    struct Actions {
        QAction *use, *saveModel, *compare, *untick, *rename, *note, *remove, *exportRun,
            *importRuns, *saveChart, *saveSvg, *savePoints, *saveTable;
        QAction* again; ///< only for a button
    };
    Actions m_do{};

    QHash<quint64, Answer> m_calls;
    quint64 m_listing = 0;    ///< the call that is to be answered; 0 for none
    bool m_listAgain = false; ///< the runs changed since then
    bool m_stale = false;     ///< they changed while the page was not on screen
    bool m_isBack = false;    ///< it is on screen again since then
    bool m_isListed = false;
    bool m_isReadOnly = false;
    bool m_isLoading = false; ///< a network
    bool m_dropping = false;
    QString m_failure;     ///< why there is no list
    QStringList m_skipped; ///< what is wrong with the runs that are left out
    int m_toCompare = 0;   ///< so many of the latest, once there is a list
    QString m_toSelect;    ///< a run that was imported, until it is in the list
    QThreadPool m_threads;
};

} // namespace digitpad
