// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/error_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    /// What is wrong and what to do; %1 is what it is about, %2 the technical detail.
    static QString sentence(ErrorCode code)
    {
        switch (code) {
        case ErrorCode::CannotRead:
            return tr("Could not read %1: %2. Check that you may open it.");
        case ErrorCode::CannotWrite:
            return tr("Could not save %1: %2. Choose another place or another name.");
        case ErrorCode::NotFound:
            return tr("%1 is not there. Check its name and the folder it should be in.");
        case ErrorCode::NotAFile:
            return tr("%1 is a folder, a pipe or a device. Choose a file.");
        case ErrorCode::Empty:
            return tr("%1 is empty: it holds 0 bytes. Choose another file.");
        case ErrorCode::Damaged:
            return tr("%1 is damaged or of another kind (%2). Get a fresh copy of it or choose "
                      "another file.");
        case ErrorCode::BadLine:
            return tr("%1 is not a drawing: %2. Correct this line.");
        case ErrorCode::TooLarge:
            return tr("%1 is too large (%2). Choose a smaller one.");
        case ErrorCode::Unsupported:
            return tr("%1 cannot be used here: %2.");
        case ErrorCode::NotAPicture:
            return tr("%1 is not a picture that can be read here. Save it as PNG or JPEG and open "
                      "that.");
        case ErrorCode::NotAStateDict:
            return tr("%1 holds more than a network's weights (%2), and only those are read. Save "
                      "them in Python with torch.save(model.state_dict(), \"model.pth\").");
        case ErrorCode::DataParallel:
            return tr("%1 was saved from DataParallel: the names of its tensors begin with "
                      "“module.”. Save it in Python with torch.save(model.module.state_dict(), "
                      "\"model.pth\").");
        case ErrorCode::OtherNetwork:
            return tr(
                "%1 holds a network that is not read here. Those are simple-nn (fc1.weight "
                "h×784, fc1.bias h, fc2.weight 10×h, fc2.bias 10) and convnet (convs.0.weight "
                "32×1×5×5 to fc.bias 11). Found: %2.");
        case ErrorCode::OtherData:
            return tr("%1 belongs to a run on other data: %2. Train on with the data it began "
                      "with, or start anew.");
        case ErrorCode::Blank:
            return tr("There is no digit in %1: it is blank.");
        case ErrorCode::NoSamples:
            return tr("There are no own samples to learn from in %1. Digitpad keeps one each time "
                      "you correct what it reads.");
        case ErrorCode::InvalidOptions:
            return tr("This setting cannot be used: %2.");
        case ErrorCode::NoSuchDevice:
            return tr("That device is not there. Choose one of these: %2.");
        case ErrorCode::OutOfMemory:
            return tr("There was not enough memory (%2). Close other programs, choose a smaller "
                      "batch size, or use the CPU.");
        case ErrorCode::Diverged:
            return tr("The training diverged: the loss has grown beyond all numbers (%2). Choose a "
                      "smaller learning rate and start again.");
        case ErrorCode::Database:
            return tr("What is kept in %1 cannot be read or changed now: %2. Check that there is "
                      "room on the disk and that you may write there.");
        case ErrorCode::EngineUnavailable:
            return tr(
                "The recognition engine could not be loaded (%2). You can still draw. Install "
                "LibTorch again and restart Digitpad.");
        case ErrorCode::Internal:
            break;
        }
        return tr("Something went wrong inside the recognition engine: %2");
    }

    static QString thisFile() { return tr("this file"); }
};

} // namespace

QString describe(const Error& error, const QString& subject)
{
    QString about = subject.isEmpty() ? QFile::decodeName(error.file.c_str()) : subject;
    if (about.isEmpty()) {
        about = Words::thisFile();
    } else {
        about = QDir::toNativeSeparators(about);
    }
    QString detail = QString::fromStdString(error.detail).trimmed();
    while (detail.endsWith(QLatin1Char('.'))) {
        detail.chop(1);
    }
    // Multi-argument arg(): a %1 in a file's name is no place marker. Both markers must be there
    // for it, so one that the sentence does without rides at the end and is cut off again.
    QString sentence = Words::sentence(error.code);
    const QString cut = QStringLiteral("\u001f%1%2");
    sentence = (sentence + cut).arg(about, detail);
    return sentence.section(QLatin1Char('\u001f'), 0, 0);
}

} // namespace digitpad
