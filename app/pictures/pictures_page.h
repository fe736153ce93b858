// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/read_picture.h"
#include "app/store/sample_record.h"
#include "core/base/error.h"
#include "core/picture/prepare.h"

#include <QHash>
#include <QPersistentModelIndex>
#include <QWidget>

#include <functional>
#include <stop_token>
#include <utility>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QMimeData;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace digitpad {

class Corrections;
class DigitMenu;
class Invitation;
class PictureReader;
class PictureTable;
class PictureTableView;
class ProgressLine;
class Recognition;
class StepsPane;
class Store;
struct FoundPictures;
struct PictureAnswer;

/// One digit of a picture, and what it is kept as.
struct PictureCorrection {
    QPersistentModelIndex row;
    int digit = 0; ///< of the row
    PictureSource source;
    Area place;
    NewSample sample;
};

/// Reads pictures of digits, one or thousands: opened, dropped or pasted; a table shows what the
/// network saw of each and what it read, and a pane below how the selected one was read. Whoever
/// sees it err presses the right digit's key, and it is kept, to learn from. Its
/// actions() are ready for a menu; while the page is not on screen all are disabled, so that their
/// shortcuts are free for the page that is.
class PicturesPage : public QWidget {
    Q_OBJECT

public:
    explicit PicturesPage(Recognition& recognition, QWidget* parent = nullptr);
    /// Waits for the pictures in hand.
    ~PicturesPage() override;

    /// Where digits are kept; it must outlive the page.
    void setStore(Store& store);

    /// Adds files and the pictures of folders, and reads them.
    void open(const QStringList& paths);
    void openWithDialog();
    /// Adds what is on the clipboard: files, or a picture.
    void paste();
    /// Writes the results as CSV, off the GUI thread; message() or warning() says how it went.
    void saveCsv(const QString& file);

    [[nodiscard]] Preparation preparation() const;

Q_SIGNALS:
    /// Something worth a line in the message bar.
    void message(const QString& text);
    /// Something went wrong that must not be missed.
    void warning(const QString& text);

    /// Something was kept, and can be taken back.
    void undoable(const QString& text, const std::function<void()>& undo);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    // In pictures_actions.cpp.
    void makeActions();
    void updateActions();
    void updatePaste();
    void take(const QMimeData& held);
    void remove();
    void clear();
    void copyResults();
    void chooseFileToSave();
    void showSteps(bool shown);

    // In pictures_corrections.cpp.
    void makeCorrections();
    void updateKeeping();
    [[nodiscard]] QString whyNotKept() const;
    [[nodiscard]] QString hint() const;
    void keep(int label);
    [[nodiscard]] std::vector<PictureCorrection> corrections(int label) const;
    void keepCut(int job, const QList<QByteArray>& pictures);

    QWidget* makeResults();
    QLayout* makeActionBar();
    void makeSplitter();
    QLayout* makeFooter();
    void makePreparationChoice();

    void addFound(const FoundPictures& found);
    void accept(const std::vector<PictureAnswer>& answers);
    void readAgain();
    void cancel();
    void modelChanged();
    void noModel(const Error& error);
    void readWaiting();
    [[nodiscard]] bool isBusy() const;
    void updateState();
    void showProgress(int waiting);
    void setDropping(bool dropping);

    Recognition& m_recognition;
    PictureTable* m_table;
    PictureReader* m_reader;
    PictureTableView* m_view;
    StepsPane* m_steps;
    QSplitter* m_splitter;
    Invitation* m_invitation;
    QStackedLayout* m_stack;
    QComboBox* m_preparation;
    ProgressLine* m_progress;
    QLabel* m_summary;
    QToolButton* m_cancelButton;

    QAction* m_open = nullptr; // only for buttons: the window's menu has its own, with the shortcut
    QAction* m_paste = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_clear = nullptr;
    QAction* m_showSteps = nullptr;
    QAction* m_readAgain = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_save = nullptr;

    Corrections* m_corrections;
    DigitMenu* m_keepAs = nullptr;
    QHash<quint64, std::pair<QPersistentModelIndex, int>> m_asked; // rows and digits, to be kept
    QHash<int, std::vector<PictureCorrection>> m_cutting;          // for the pictures' cuts to come
    int m_lastCut = 0;
    std::stop_source m_stopCutting;

    int m_readSoFar = 0; // since there was nothing to do
    int m_pasted = 0;    // numbers their names
    bool m_dropping = false;
};

} // namespace digitpad
