// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_page.h"

#include "app/error_text.h"
#include "app/model_file.h"
#include "app/shell/theme.h"
#include "app/training/action_button.h"
#include "app/training/form_area.h"
#include "app/training/loss_chart.h"
#include "app/training/progress_line.h"
#include "app/training/result_card.h"
#include "app/training/run_log.h"
#include "app/training/training_form.h"

#include <QAction>
#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSaveFile>
#include <QSettings>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

const QString kFolderSetting = QStringLiteral("training/saveFolder");

QString timeLeft(double seconds)
{
    const QLocale locale;
    const int whole = static_cast<int>(seconds + 0.999);
    if (whole < 60) {
        return TrainingPage::tr("%1 s left").arg(locale.toString(whole));
    }
    if (whole < 3600) {
        return TrainingPage::tr("%1 min %2 s left")
            .arg(locale.toString(whole / 60), locale.toString(whole % 60));
    }
    return TrainingPage::tr("%1 h %2 min left")
        .arg(locale.toString(whole / 3600), locale.toString(whole / 60 % 60));
}

/// What to do about an error, where its own sentence does not say.
QString nextStep(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Diverged:
        return TrainingPage::tr("Choose a smaller learning rate and start again.");
    case ErrorCode::NoSuchDevice:
        return TrainingPage::tr("Choose another device and start again.");
    default:
        return {};
    }
}

Result<void> saveBytes(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return std::unexpected(Error{
            .code = ErrorCode::CannotWrite,
            .detail = file.errorString().toStdString(),
            .file = path.toStdString()});
    }
    return {};
}

} // namespace

TrainingPage::TrainingPage(QWidget* parent)
    : QWidget(parent),
      m_side(new QWidget(this)),
      m_form(new TrainingForm(m_side)),
      m_notice(new QLabel(m_side)),
      m_chart(new LossChart(this)),
      m_progress(new ProgressLine(this)),
      m_progressText(new QLabel(this))
{
    makeActions();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGroup);
    m_side->setLayout(sideLayout());
    layout->addWidget(m_side);
    layout->addLayout(runLayout(), 1);
    m_card = new ResultCard(m_use, m_saveModel, m_side);
    connect(m_card, &ResultCard::closed, this, [this] {
        updateActions();
        m_startButton->setFocus();
    });

    connect(m_form, &TrainingForm::changed, this, &TrainingPage::updateActions);
    connect(m_form, &TrainingForm::folderChosen, &m_training, &Training::checkFolder);
    connectTraining();
    m_form->restore(QSettings());
    updateActions();
}

TrainingPage::~TrainingPage()
{
    QSettings settings;
    m_form->save(settings);
}

QAction*
TrainingPage::makeAction(const QString& text, const char* icon, const QKeySequence& shortcut)
{
    auto* action = new QAction(theme::icon(QLatin1String(icon)), text, this);
    action->setShortcut(shortcut);
    addAction(action);
    return action;
}

void TrainingPage::makeActions()
{
    m_start = makeAction(tr("&Start training"), "play", Qt::CTRL | Qt::Key_R);
    m_use = makeAction(tr("&Use on the Draw page"), "check", Qt::CTRL | Qt::Key_U);
    m_saveModel = makeAction(tr("Save &model as…"), "save", Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    m_saveChart = makeAction(tr("Save &chart as PNG…"), "chart", Qt::CTRL | Qt::Key_E);
    m_savePoints =
        makeAction(tr("Save &points as CSV…"), "table", Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    m_showLog = makeAction(tr("Show &log"), "log", Qt::CTRL | Qt::Key_L);
    m_showLog->setCheckable(true);
    connect(m_start, &QAction::triggered, this, &TrainingPage::startOrStop);
    connect(m_use, &QAction::triggered, this, [this] {
        Q_EMIT useModel(m_outcome.model, m_modelName);
    });
    connect(m_saveModel, &QAction::triggered, this, &TrainingPage::saveModel);
    connect(m_saveChart, &QAction::triggered, this, &TrainingPage::saveChart);
    connect(m_savePoints, &QAction::triggered, this, &TrainingPage::savePoints);
}

QLayout* TrainingPage::sideLayout()
{
    m_notice->setWordWrap(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->hide();
    m_startButton = new ActionButton(m_start, m_side);
    m_startButton->setMinimumHeight(ResultCard::kTallButton);

    auto* layout = new QVBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(new FormArea(m_form, m_side));
    layout->addWidget(m_notice);
    layout->addWidget(m_startButton);
    layout->addStretch();
    return layout;
}

QLayout* TrainingPage::runLayout()
{
    m_progress->hide();
    m_log = new RunLog(m_showLog, this);

    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_progressText, 1);
    for (QAction* action : {m_saveChart, m_savePoints}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setMinimumSize(theme::kSmallestTarget, theme::kSmallestTarget);
        row->addWidget(button);
    }
    auto* layout = new QVBoxLayout;
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_progress);
    layout->addLayout(row);
    layout->addWidget(m_log);
    return layout;
}

void TrainingPage::connectTraining()
{
    connect(&m_training, &Training::devicesFound, this, [this](const std::vector<Device>& devices) {
        m_form->setDevices(devices);
        m_engineState = EngineState::Ready;
        updateActions();
    });
    connect(&m_training, &Training::folderChecked, m_form, &TrainingForm::showFolder);
    connect(&m_training, &Training::dataRead, this, [this](qint64 training, qint64 test) {
        m_run.trainingCount = training;
        m_run.testCount = test;
        const QLocale locale;
        m_log->append(
            {tr("%1 digits to learn from, %2 to test on; batch size %3, learning rate %4, "
                "seed %5, on %6")
                 .arg(
                     locale.toString(training), locale.toString(test),
                     locale.toString(m_run.request.options.batchSize),
                     locale.toString(m_run.request.options.learningRate),
                     QString::number(m_run.request.options.seed),
                     QString::fromStdString(m_run.request.options.device))});
        m_chart->setRun(&m_run);
    });
    connect(&m_training, &Training::updated, this, [this](const TrainingUpdate& update) {
        addEvents(update.events);
        if (update.progress) {
            showProgress(*update.progress);
        }
    });
    connect(&m_training, &Training::finished, this, &TrainingPage::finish);
    connect(&m_training, &Training::failed, this, &TrainingPage::fail);
}

void TrainingPage::setEngine(std::shared_ptr<const Engine> engine)
{
    m_training.setEngine(std::move(engine));
}

void TrainingPage::setEngineFailed(const Error& error)
{
    m_engineState = EngineState::Failed;
    showNotice(describe(error));
    updateActions();
}

void TrainingPage::stopAndWait()
{
    m_training.stopAndWait();
    m_engineState = EngineState::Failed;
    updateActions();
}

void TrainingPage::startOrStop()
{
    if (isTraining()) {
        m_stopping = true;
        m_training.stop();
        updateActions();
    } else {
        start();
    }
}

void TrainingPage::start()
{
    QSettings settings;
    m_form->save(settings);
    m_run = {};
    m_run.request = m_form->request();
    m_stopping = false;
    m_chart->setRun(nullptr);
    m_log->clear();
    showNotice({});
    m_card->slideOut();
    m_progress->setValue(0);
    m_progress->setVisible(true);
    m_progressText->setText(tr("Reading the data…"));
    m_training.start(m_run.request);
    updateActions();
    Q_EMIT trainingChanged();
}

void TrainingPage::showProgress(const TrainingProgress& progress)
{
    const double epochs = progress.epoch - 1 + double{1} * progress.batch / progress.batches;
    m_progress->setValue(static_cast<int>(ProgressLine::kSteps * epochs / progress.epochs));
    const QLocale locale;
    m_progressText->setText(tr("epoch %1 of %2 · %3 digits/s · %4")
                                .arg(
                                    locale.toString(progress.epoch),
                                    locale.toString(progress.epochs),
                                    locale.toString(static_cast<qint64>(progress.digitsPerSecond)),
                                    timeLeft(progress.secondsLeft)));
}

void TrainingPage::addEvents(const std::vector<TrainingEvent>& events)
{
    if (events.empty()) {
        return;
    }
    QStringList lines;
    for (const TrainingEvent& event : events) {
        m_run.add(event);
        lines << std::visit([](const auto& what) { return logLine(what); }, event);
    }
    m_log->append(lines);
    m_chart->refresh();
    updateActions(); // there is something to save now
}

void TrainingPage::finish(const TrainingOutcome& outcome)
{
    runEnded();
    if (outcome.model == nullptr) {
        m_progressText->setText(tr("Stopped before the first batch"));
        return;
    }
    m_outcome = outcome;
    const QLocale locale;
    m_modelName =
        outcome.testAccuracy
            ? tr("own network, %1 %").arg(locale.toString(100 * *outcome.testAccuracy, 'f', 2))
            : tr("own network");
    m_progress->setValue(outcome.stopped ? m_progress->value() : ProgressLine::kSteps);
    const QString ended = (outcome.stopped ? tr("Stopped after %1 s") : tr("Finished in %1 s"))
                              .arg(locale.toString(outcome.seconds, 'f', 1));
    m_progressText->setText(ended);
    m_log->append({ended});
    m_card->setResult(m_run, outcome);
    m_card->slideIn();
    updateActions();
}

void TrainingPage::fail(const Error& error)
{
    runEnded();
    const QString text = (describe(error) + QLatin1Char(' ') + nextStep(error.code)).trimmed();
    m_progressText->setText({});
    m_log->append({text});
    showNotice(text);
    m_startButton->setFocus();
}

void TrainingPage::runEnded()
{
    m_stopping = false;
    updateActions();
    Q_EMIT trainingChanged();
}

void TrainingPage::showNotice(const QString& text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void TrainingPage::updateActions()
{
    const bool running = isTraining();
    QString reason; // why Start is disabled
    if (m_engineState == EngineState::Loading) {
        reason = tr("The recognition engine is still being loaded");
    } else if (m_engineState == EngineState::Failed) {
        reason = tr("The recognition engine could not be loaded");
    } else if (m_stopping) {
        reason = tr("Stopping after this batch");
    } else if (!running) {
        reason = m_form->whyNotReady();
    }
    m_start->setText(running ? tr("&Stop training") : tr("&Start training"));
    m_start->setIconText(
        m_stopping                              ? tr("Stopping…")
        : running                               ? tr("Stop")
        : m_engineState == EngineState::Loading ? tr("Loading…")
                                                : tr("Start"));
    m_start->setIcon(theme::icon(running ? QStringLiteral("stop") : QStringLiteral("play")));
    m_start->setEnabled(reason.isEmpty());
    m_startButton->setPrimary(!running);
    m_startButton->setFocusPolicy(m_card->isOpen() ? Qt::NoFocus : Qt::StrongFocus);

    m_form->setEnabled(!running && !m_card->isOpen());
    const bool hasModel = !running && m_outcome.model != nullptr;
    const bool hasPoints = !m_run.losses.empty() || !m_run.epochs.empty();
    m_use->setEnabled(hasModel);
    m_saveModel->setEnabled(hasModel);
    m_saveChart->setEnabled(hasPoints);
    m_savePoints->setEnabled(hasPoints);

    for (QAction* action : actions()) {
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        const QString text = QString(action->text()).remove(QLatin1Char('&'));
        action->setToolTip(
            action == m_start && !reason.isEmpty() ? reason : tr("%1 (%2)").arg(text, shortcut));
    }
}

void TrainingPage::saveModel()
{
    chooseFile(
        tr("Save the model"), QStringLiteral("mnist_model.pth"), tr("Models (*.pth)"),
        [this, model = m_outcome.model](const QString& path) {
            saveInBackground(path, [model, path] { return saveModelFile(*model, path); });
        });
}

void TrainingPage::saveChart()
{
    chooseFile(
        tr("Save the chart"), QStringLiteral("training.png"), tr("Pictures (*.png)"),
        [this, image = m_chart->image()](const QString& path) {
            saveInBackground(path, [image, path] {
                QByteArray png;
                QBuffer buffer(&png);
                image.save(&buffer, "PNG");
                return saveBytes(path, png);
            });
        });
}

void TrainingPage::savePoints()
{
    chooseFile(
        tr("Save the points"), QStringLiteral("training.csv"), tr("Tables (*.csv)"),
        [this](const QString& path) {
            saveInBackground(path, [run = m_run, path] { return saveBytes(path, toCsv(run)); });
        });
}

void TrainingPage::chooseFile(
    const QString& title, const QString& name, const QString& filter,
    std::function<void(const QString& path)> save)
{
    const QString folder = QSettings().value(kFolderSetting, QDir::homePath()).toString();
    auto* dialog = new QFileDialog(this, title, QDir(folder).filePath(name), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    connect(
        dialog, &QFileDialog::fileSelected, this, [save = std::move(save)](const QString& path) {
            QSettings().setValue(kFolderSetting, QFileInfo(path).path());
            save(path);
        });
    dialog->open();
}

void TrainingPage::saveInBackground(const QString& path, std::function<Result<void>()> save)
{
    m_saving.start([this, path, save = std::move(save)] {
        const Result<void> saved = save();
        QMetaObject::invokeMethod(
            this,
            [this, path, saved] {
                Q_EMIT message(
                    saved ? tr("Saved as %1").arg(QDir::toNativeSeparators(path))
                          : describe(saved.error(), path));
            },
            Qt::QueuedConnection);
    });
}

} // namespace digitpad
