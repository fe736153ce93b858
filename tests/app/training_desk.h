// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/result_card.h"
#include "app/training/training_actions.h"
#include "app/training/training_page.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace digitpad::tests {

/// The page, shown, and hands for it.
struct Desk {
    explicit Desk(std::shared_ptr<const Engine> engine = nullptr)
    {
        page.resize(1024, 640);
        page.show();
        spin("How many synthetic digits")->setValue(100);
        if (engine != nullptr) {
            page.setEngine(std::move(engine));
        }
    }

    const TrainingActions& actions() const { return page.trainingActions(); }

    template <class Widget> Widget* named(const QString& accessibleName)
    {
        const QList<Widget*> widgets = page.findChildren<Widget*>();
        const auto found = std::find_if(widgets.begin(), widgets.end(), [&](const Widget* widget) {
            return widget->accessibleName() == accessibleName;
        });
        return found == widgets.end() ? nullptr : *found;
    }
    QSpinBox* spin(const char* name) { return named<QSpinBox>(QString::fromLatin1(name)); }

    bool start()
    {
        return QTest::qWaitFor([this] { return actions().start->isEnabled(); }) &&
               (actions().start->trigger(), true);
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return !page.isTraining(); }, 60'000);
    }

    bool says(const QString& words)
    {
        const QList<QLabel*> labels = page.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    QString log() { return page.findChild<QPlainTextEdit*>()->toPlainText(); }
    ResultCard* card() { return page.findChild<ResultCard*>(); }

    /// Answers the file dialog that an action opens, and returns what the page says then.
    QString saveTo(
        QAction* action, const QString& path,
        void (TrainingPage::*said)(const QString&) = &TrainingPage::message)
    {
        QSignalSpy messages(&page, said);
        action->trigger();
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            return {};
        }
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        return messages.wait() ? messages.at(0).at(0).toString() : QString();
    }

    QTemporaryDir downloads; // nothing is in it, and nothing is fetched
    TrainingPage page{mnistDownload(downloads.filePath(QStringLiteral("mnist")))};
};

} // namespace digitpad::tests
