// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window. The pages bring their own actions along; the menus only gather
// them.
#include "app/device_title.h"
#include "app/draw/draw_page.h"
#include "app/model_file.h"
#include "app/pictures/pictures_page.h"
#include "app/recognition/recognition.h"
#include "app/shell/language.h"
#include "app/shell/main_window.h"
#include "app/shell/message_bar.h"
#include "app/shell/page_tabs.h"
#include "app/shell/status_bar.h"
#include "app/shell/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLibraryInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QProcess>

namespace digitpad {

namespace {

/// An action that does something; the shortcut is shown beside it in the menu.
template <class Context, class Slot>
QAction*
add(QMenu* menu, const QString& icon, const QString& text, const QKeySequence& shortcut,
    Context* context, Slot slot)
{
    auto* action = new QAction(text, menu);
    if (!icon.isEmpty()) {
        action->setIcon(theme::icon(icon));
    }
    action->setShortcut(shortcut);
    QObject::connect(action, &QAction::triggered, context, slot);
    menu->addAction(action);
    return action;
}

/// One of several that exclude each other.
template <class Context, class Slot>
void addChoice(
    QActionGroup* group, QMenu* menu, const QString& text, bool checked, Context* context,
    Slot slot)
{
    QAction* action = add(menu, {}, text, {}, context, slot);
    action->setCheckable(true);
    action->setChecked(checked);
    group->addAction(action);
}

} // namespace

void MainWindow::buildMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, QStringLiteral("open"), tr("&Open pictures…"), QKeySequence::Open, this, [this] {
        showPage(Pictures);
        pictures().openWithDialog();
    });
    m_modelMenu = menuBar()->addMenu(tr("&Model"));
    buildModelMenu();
    file->addAction(m_modelMenu->actions().constFirst());
    file->addSeparator();
    add(file, QStringLiteral("copy"), tr("&Copy this state"),
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), this, &MainWindow::copyState);
    add(file, QStringLiteral("paste"), tr("Open a copied &state"),
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V), this, &MainWindow::openState);
    file->addSeparator();
    add(file, {}, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);

    // Each is filled when its page is there.
    const std::array titles = {tr("&Drawing"), tr("&Pictures"), tr("&Training"), tr("&Runs"),
                               tr("&Samples"), tr("&Inside"),   tr("&Quiz")};
    for (std::size_t page = 0; page < titles.size(); ++page) {
        m_pageMenus[page] = new QMenu(titles[page], this);
        menuBar()->insertMenu(m_modelMenu->menuAction(), m_pageMenus[page]);
    }

    buildViewMenu();
    m_lessonMenu = menuBar()->addMenu(tr("&Lessons"));
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, QStringLiteral("info"), tr("&About Digitpad"), QKeySequence::HelpContents, this,
        &MainWindow::aboutProgram);
    add(help, {}, tr("About &Qt"), {}, qApp, &QApplication::aboutQt);
}

void MainWindow::buildModelMenu()
{
    add(m_modelMenu, QStringLiteral("open"), tr("Open &model…"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this, &MainWindow::openModelWithDialog);
    add(m_modelMenu, QStringLiteral("reset"), tr("Back to the &built-in model"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), this,
        [this] { m_recognition.openModel(kDefaultModelFile); });
    add(m_modelMenu, {}, tr("&Reference model (simple-nn)"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), this,
        [this] { m_recognition.openModel(kReferenceModelFile); });
    add(m_modelMenu, QStringLiteral("info"), tr("&About the model in use"),
        QKeySequence(Qt::CTRL | Qt::Key_I), this, &MainWindow::aboutModel);
    m_modelMenu->addSeparator();
    m_deviceMenu = m_modelMenu->addMenu(theme::icon(QStringLiteral("device")), tr("&Device"));
    buildDeviceMenu();
}

void MainWindow::buildDeviceMenu()
{
    m_deviceMenu->clear();
    if (m_recognition.devices().empty()) {
        m_deviceMenu->addAction(tr("The engine is not loaded"))->setEnabled(false);
        return;
    }
    auto* group = new QActionGroup(m_deviceMenu);
    const auto model = m_recognition.model();
    for (const Device& device : m_recognition.devices()) {
        const QString id = QString::fromStdString(device.id);
        addChoice(
            group, m_deviceMenu, deviceTitle(device),
            model != nullptr && model->info().device == device.id, this,
            [this, id] { m_recognition.setDevice(id); });
    }
}

void MainWindow::buildViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    add(view, QStringLiteral("draw"), tr("&Draw"), QKeySequence(Qt::CTRL | Qt::Key_1), this,
        [this] { showPage(Draw); });
    add(view, QStringLiteral("picture"), tr("&Pictures"), QKeySequence(Qt::CTRL | Qt::Key_2), this,
        [this] { showPage(Pictures); });
    add(view, QStringLiteral("training"), tr("&Training"), QKeySequence(Qt::CTRL | Qt::Key_3), this,
        [this] { showPage(Training); });
    add(view, QStringLiteral("chart"), tr("&Runs"), QKeySequence(Qt::CTRL | Qt::Key_4), this,
        [this] { showPage(Runs); });
    add(view, QStringLiteral("samples"), tr("&Samples"), QKeySequence(Qt::CTRL | Qt::Key_5), this,
        [this] { showPage(Samples); });
    add(view, QStringLiteral("inside"), tr("&Inside"), QKeySequence(Qt::CTRL | Qt::Key_6), this,
        [this] { showPage(Inside); });
    add(view, QStringLiteral("quiz"), tr("&Quiz"), QKeySequence(Qt::CTRL | Qt::Key_7), this,
        [this] { showPage(Quiz); });
    view->addSeparator();
    add(view, QStringLiteral("present"), tr("Pr&esent"), QKeySequence(Qt::Key_F5), this,
        [this] { present(true); });
    QAction* full =
        add(view, {}, tr("&Full screen"), QKeySequence(Qt::Key_F11), this,
            [this](bool on) { on ? showFullScreen() : showNormal(); });
    full->setCheckable(true);

    QMenu* appearance = view->addMenu(theme::icon(QStringLiteral("appearance")), tr("&Appearance"));
    auto* looks = new QActionGroup(appearance);
    const auto addLook = [&](const QString& text, Appearance::Choice choice) {
        addChoice(looks, appearance, text, m_appearance.choice() == choice, this, [this, choice] {
            m_appearance.choose(choice);
        });
    };
    addLook(tr("Like the &system"), Appearance::Choice::System);
    addLook(tr("&Light"), Appearance::Choice::Light);
    addLook(tr("&Dark"), Appearance::Choice::Dark);

    QMenu* language = view->addMenu(theme::icon(QStringLiteral("language")), tr("&Language"));
    auto* languages = new QActionGroup(language);
    const auto addLanguage = [&](const QString& text, const QString& code) {
        addChoice(languages, language, text, chosenLanguage() == code, this, [this, code] {
            chooseLanguage(code);
            offerRestart();
        });
    };
    addLanguage(tr("Like the &system"), {});
    // Each language by its own name, whatever the one in use: so that it can be found again.
    addLanguage(QStringLiteral("English"), QStringLiteral("en"));
    addLanguage(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
}

void MainWindow::offerRestart()
{
    const QString text = tr("The language changes when Digitpad starts again. Your drawing stays.");
    if (isChosenLanguageInUse()) {
        m_messages->withdraw(text); // of a choice before
        return;
    }
    m_messages->offer(text, tr("Restart now"), [this] {
        if (close()) {
            draw().keepDrawing();
            QProcess::startDetached(QApplication::applicationFilePath(), {});
        }
    });
}

void MainWindow::aboutModel()
{
    const auto model = m_recognition.model();
    if (model == nullptr) {
        m_messages->note(tr("No model is in use."));
        return;
    }
    const ModelInfo& info = model->info();
    QString rows;
    const auto row = [&](const QString& what, const QString& value) {
        rows += QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>")
                    .arg(what, value.toHtmlEscaped());
    };
    row(tr("Network"), QString::fromStdString(info.network));
    row(tr("Parameters"), locale().toString(static_cast<qlonglong>(info.parameters)));
    row(tr("Device"), deviceTitle(info.device, m_recognition.devices()));
    const QJsonObject recipe =
        QJsonDocument::fromJson(QByteArray::fromStdString(info.recipe)).object();
    const auto rowOf = [&](const char* key, const QString& what) {
        const QJsonValue value = recipe[QLatin1String(key)];
        if (!value.isUndefined()) {
            row(what,
                value.isDouble() ? locale().toString(value.toDouble(), 'g', 6) : value.toString());
        }
    };
    rowOf("data", tr("Learnt from"));
    rowOf("trainingDigits", tr("Training digits"));
    rowOf("epochsDone", tr("Epochs"));
    rowOf("batchSize", tr("Batch size"));
    rowOf("learningRate", tr("Learning rate"));
    rowOf("seed", tr("Seed"));
    if (const QJsonValue accuracy = recipe[QLatin1String("testAccuracy")]; accuracy.isDouble()) {
        row(tr("Test accuracy"),
            tr("%1 %").arg(locale().toString(accuracy.toDouble() * 100, 'f', 2)));
    }
    rowOf("engine", tr("Trained with"));
    if (recipe.isEmpty()) {
        row(tr("Training"), tr("the file does not say how it was trained"));
    }
    QMessageBox::information(
        this, tr("Model in use"),
        QStringLiteral("<p><b>%1</b></p><table>%2</table>")
            .arg(modelTitle(m_recognition.modelName()).toHtmlEscaped(), rows));
}

void MainWindow::aboutProgram()
{
    const auto engine = m_recognition.engine();
    const QString computes =
        engine != nullptr ? QString::fromStdString(engine->version()) : tr("no recognition engine");
    QMessageBox::about(
        this, tr("About Digitpad"),
        tr("<p><b>Digitpad %1</b></p><p>A drawing pad that reads handwritten digits as you draw "
           "them and trains the network behind it.</p><p>%2 · Qt %3</p><p>Free software under the "
           "GNU General Public License, version 3 or later.</p><p>Its networks learnt from MNIST "
           "(Y. LeCun, C. Cortes, C. Burges; CC BY-SA 3.0) and from Pen-Based Recognition of "
           "Handwritten Digits (E. Alpaydin, F. Alimoglu, UCI; CC BY 4.0).</p>")
            .arg(
                QApplication::applicationVersion(), computes.toHtmlEscaped(),
                QString::fromLatin1(qVersion())));
}

} // namespace digitpad
