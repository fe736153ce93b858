// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_questions.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(RunQuestions)
};

} // namespace

void askToSaveModel(
    QWidget* page, const std::function<void()>& save, const std::function<void()>& discard)
{
    auto* question = new QMessageBox(
        QMessageBox::Question, Words::tr("The trained model is not saved"),
        Words::tr("Save the model that was trained last? The new run takes its place."),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, page);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Save);
    QObject::connect(question, &QMessageBox::finished, page, [save, discard](int answer) {
        if (answer == QMessageBox::Save) {
            save();
        } else if (answer == QMessageBox::Discard) {
            discard();
        }
    });
    question->open();
}

void askToForgetRun(
    QWidget* page, const std::function<void()>& goOn, const std::function<void()>& beginNew)
{
    auto* question = new QMessageBox(
        QMessageBox::Question, Words::tr("An interrupted training is kept"),
        Words::tr("Go on with the training that was interrupted? A new run takes its place."),
        QMessageBox::Cancel, page);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* on =
        question->addButton(Words::tr("&Go on with it"), QMessageBox::AcceptRole);
    question->addButton(Words::tr("Start a &new run"), QMessageBox::DestructiveRole);
    QObject::connect(
        question, &QMessageBox::buttonClicked, page,
        [question, on, goOn, beginNew](QAbstractButton* answer) {
            if (answer == on) {
                goOn();
            } else if (answer != question->button(QMessageBox::Cancel)) {
                beginNew();
            }
        });
    question->open();
}

} // namespace digitpad
