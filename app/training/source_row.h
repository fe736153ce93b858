// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/source_size.h"

#include <QThreadPool>
#include <QWidget>

#include <optional>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace digitpad {

/// A file or folder to learn from: a tick, what it is and how much it holds, and a button to choose
/// another. One can be dropped on it.
class SourceRow : public QWidget {
    Q_OBJECT

public:
    struct Words {
        QString title;   ///< with a mnemonic
        QString toolTip; ///< what belongs there
        QString choose;  ///< of the button and the dialog
        QString filter;  ///< of the dialog; empty for a folder
    };

    SourceRow(SourceKind kind, Words words, QWidget* parent = nullptr);
    ~SourceRow() override;

    [[nodiscard]] bool isTicked() const;
    void setTicked(bool ticked);

    /// What was chosen; empty where nothing was.
    [[nodiscard]] const QString& chosen() const { return m_chosen; }
    void setChosen(const QString& path);

    /// Used where nothing was chosen.
    void setFallback(const QString& path);

    /// What is used; empty where there is nothing.
    [[nodiscard]] QString path() const { return m_chosen.isEmpty() ? m_fallback : m_chosen; }

    /// Of path(), or nothing while it is not known.
    [[nodiscard]] const std::optional<Result<SourceSize>>& size() const { return m_size; }

    /// Whether nothing was chosen and there is nothing where the fallback is.
    [[nodiscard]] bool isMissing() const;

    /// Looks again: it may have been filled.
    void look();

    /// Asks for another file or folder.
    void choose();

    /// Between what it holds and the button.
    void addButton(QWidget* button);

Q_SIGNALS:
    /// The tick, the path, or what is known of it.
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void offerChoice();
    void showState();
    void showNote();
    [[nodiscard]] QString noteText() const;

    SourceKind m_kind;
    Words m_words;
    QCheckBox* m_tick;
    QLabel* m_note;
    QToolButton* m_browse;
    QLabel* m_trouble;
    QHBoxLayout* m_row;
    QString m_chosen;
    QString m_fallback;
    std::optional<Result<SourceSize>> m_size;
    int m_question = 0;  ///< of the looks; an answer to an older one is stale
    QThreadPool m_scout; ///< looks, one path after the other
};

} // namespace digitpad
