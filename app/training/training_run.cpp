// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_run.h"

#include "app/training/run_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(TrainingRun)
};

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 9);
}

QByteArray number(const std::optional<double>& value)
{
    return value ? number(*value) : QByteArray();
}

QByteArray row(const QByteArrayList& cells)
{
    return cells.join(',') + "\r\n";
}

} // namespace

void TrainingRun::add(const TrainingEvent& event)
{
    if (const auto* point = std::get_if<LossPoint>(&event)) {
        losses.push_back(*point);
    } else {
        epochs.push_back(std::get<EpochResult>(event));
    }
}

int TrainingRun::batchesPerEpoch() const
{
    return !epochs.empty() ? epochs.front().batches : !losses.empty() ? losses.front().batches : 0;
}

QString logLine(const LossPoint& point)
{
    return QString::asprintf(
        "Epoch [%d/%d], Batch [%d/%d], Loss: %.4f", point.epoch, point.epochs, point.batch,
        point.batches, point.loss);
}

QString logLine(const EpochResult& result)
{
    const QString epoch = QString::asprintf("Epoch [%d/%d], ", result.epoch, result.epochs);
    const QLocale locale;
    if (!result.testAccuracy || !result.testLoss) {
        return epoch + Words::tr("mean loss: %1").arg(locale.toString(result.trainingLoss, 'f', 4));
    }
    return epoch +
           Words::tr("test accuracy: %1, test loss: %2")
               .arg(percentText(*result.testAccuracy), locale.toString(*result.testLoss, 'f', 4));
}

QString stopLine(const TrainingOutcome& outcome)
{
    return outcome.testAccuracy
               ? Words::tr("Stopped; test accuracy: %1").arg(percentText(*outcome.testAccuracy))
               : Words::tr("Stopped");
}

QByteArray toCsv(const TrainingRun& run)
{
    const int batches = run.batchesPerEpoch();
    const auto place = [&](int epoch, int batch) {
        return QByteArrayList{
            QByteArray::number(epoch), QByteArray::number(batch),
            QByteArray::number(qint64{epoch - 1} * batches + batch)};
    };
    QByteArray csv = "epoch,batch,step,loss,epoch_loss,test_loss,test_accuracy\r\n";
    auto point = run.losses.begin();
    const auto addPointsTo = [&](int epoch) {
        for (; point != run.losses.end() && point->epoch <= epoch; ++point) {
            csv +=
                row(place(point->epoch, point->batch) << number(point->loss) << ""
                                                      << ""
                                                      << "");
        }
    };
    for (const EpochResult& result : run.epochs) {
        addPointsTo(result.epoch);
        csv += row(
            place(result.epoch, batches) << "" << number(result.trainingLoss)
                                         << number(result.testLoss) << number(result.testAccuracy));
    }
    addPointsTo(run.request.options.epochs);
    return csv;
}

} // namespace digitpad
