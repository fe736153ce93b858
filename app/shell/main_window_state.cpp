// SPDX-License-Identifier: GPL-3.0-or-later

// What the window shows, as a line of text to be handed on: the same start for everybody.

#include "app/draw/draw_page.h"
#include "app/draw/sketch.h"
#include "app/inside/inside_page.h"
#include "app/model_file.h"
#include "app/quiz/quiz_page.h"
#include "app/recognition/recognition.h"
#include "app/runs/runs_page.h"
#include "app/samples/samples_page.h"
#include "app/shell/main_window.h"
#include "app/shell/message_bar.h"
#include "app/shell/page_tabs.h"
#include "app/shell/status_bar.h"
#include "app/state/state_text.h"
#include "app/state/state_types.h"
#include "app/training/training_page.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>

#include <algorithm>
#include <optional>

namespace digitpad {

namespace {

// In the order of the pages.
const QStringList kPageNames = {QStringLiteral("draw"),     QStringLiteral("pictures"),
                                QStringLiteral("training"), QStringLiteral("runs"),
                                QStringLiteral("samples"),  QStringLiteral("inside"),
                                QStringLiteral("quiz")};

const QString kPage = QStringLiteral("page");
const QString kStrokes = QStringLiteral("strokes");
const QString kModel = QStringLiteral("model");
const QString kName = QStringLiteral("name");
const QString kSha256 = QStringLiteral("sha256");

/// Somebody else's words, without what would turn or break ours.
QString printable(QString text)
{
    constexpr qsizetype kLongest = 100;
    text.removeIf([](QChar c) { return !c.isPrint() || c.category() == QChar::Other_Format; });
    return text.left(kLongest);
}

/// Of the file that a model would be saved as; empty where there is none.
QString digestOf(const Model& model)
{
    const auto pth = model.toPth();
    return pth ? QString::fromLatin1(QCryptographicHash::hash(
                                         QByteArray::fromRawData(pth->data(), std::ssize(*pth)),
                                         QCryptographicHash::Sha256)
                                         .toHex())
               : QString();
}

/// The file of a network that the program carries; empty for any other name.
QString carriedModel(const QString& name)
{
    return name == QStringLiteral("convnet")     ? kDefaultModelFile
           : name == QStringLiteral("simple-nn") ? kReferenceModelFile
                                                 : QString();
}

/// The carried one whose digest that is; empty where none is.
QString carriedModelOf(const Engine& engine, const QString& digest)
{
    for (const QString& file : {kDefaultModelFile, kReferenceModelFile}) {
        const auto model = loadModelFile(engine, file, QStringLiteral("cpu"));
        if (model && digestOf(**model) == digest) {
            return file;
        }
    }
    return {};
}

} // namespace

QJsonObject MainWindow::state()
{
    const QString& page = kPageNames[m_tabs->currentIndex()];
    QJsonObject state{{kPage, page}, {kStrokes, strokesToJson(draw().sketch()->strokes())}};
    const QJsonObject part = m_tabs->currentIndex() == Training ? training().state()
                             : m_tabs->currentIndex() == Inside ? inside().state()
                             : m_tabs->currentIndex() == Quiz   ? quiz().state()
                                                                : QJsonObject();
    if (!part.isEmpty()) {
        state[page] = part;
    }
    if (part.contains(QStringLiteral("glyph"))) {
        state.remove(kStrokes); // a digit of the data lies on them
    }
    return state;
}

QString MainWindow::setState(const QJsonObject& state)
{
    const QJsonValue model = state[kModel];
    const QString fault = checkParts(
        state, {{"page", QJsonValue::String},
                {"strokes", QJsonValue::Array},
                {"model", model.isObject() ? QJsonValue::Object : QJsonValue::String},
                {"training", QJsonValue::Object},
                {"inside", QJsonValue::Object},
                {"runs", QJsonValue::Object},
                {"quiz", QJsonValue::Object}});
    if (!fault.isEmpty()) {
        return fault;
    }
    const QString name = state[kPage].toString(kPageNames[m_tabs->currentIndex()]);
    const qsizetype page = kPageNames.indexOf(name);
    if (page < 0) {
        return tr("There is no page “%1”.").arg(name.left(40));
    }
    const QJsonValue strokes = state[kStrokes];
    const std::optional<Drawing> drawing = strokes.isUndefined()
                                               ? std::optional(draw().sketch()->strokes())
                                               : strokesFromJson(strokes);
    if (!drawing) {
        return tr("The strokes are no drawing: points are needed, of 0 to 1000 in each direction.");
    }
    if (model.isString() && carriedModel(model.toString()).isEmpty()) {
        return tr("Digitpad carries no model “%1”. There are: convnet, simple-nn")
            .arg(model.toString().left(40));
    }
    // Each changes nothing where it refuses.
    const QJsonObject recipe = training().state();
    const QJsonObject view = inside().state();
    QString problem = training().setState(state[QStringLiteral("training")].toObject());
    if (problem.isEmpty()) {
        problem = inside().setState(state[QStringLiteral("inside")].toObject());
    }
    if (problem.isEmpty()) {
        problem = runs().setState(state[QStringLiteral("runs")].toObject());
    }
    if (problem.isEmpty()) {
        problem = quiz().setState(state[QStringLiteral("quiz")].toObject());
    }
    if (!problem.isEmpty()) { // all of it or nothing
        static_cast<void>(training().setState(recipe));
        static_cast<void>(inside().setState(view));
        return problem;
    }
    if (!strokes.isUndefined()) {
        draw().setDrawing(*drawing);
    }
    setModel(model);
    showPage(static_cast<Page>(page));
    return {};
}

void MainWindow::setModel(const QJsonValue& model)
{
    if (model.isString()) {
        const QString file = carriedModel(model.toString());
        if (m_recognition.modelName() != file) {
            m_recognition.openModel(file);
        }
    } else if (model.isObject() && m_recognition.model() != nullptr) {
        findModel(printable(model[kName].toString()), model[kSha256].toString());
    }
}

/// Looks for the model that somebody else had: it may be in use, or one that everybody has.
void MainWindow::findModel(const QString& name, const QString& digest)
{
    m_modelFinder.restart(
        [engine = m_recognition.engine(), model = m_recognition.model(),
         digest](const BackgroundTask&) -> std::optional<QString> {
            if (digestOf(*model) == digest) {
                return QString();
            }
            const QString file = carriedModelOf(*engine, digest);
            return file.isEmpty() ? std::nullopt : std::optional(file);
        },
        [this, name](const std::optional<QString>& file) {
            if (!file) {
                m_messages->warn(
                    tr("This state was copied with the model “%1”, which is not here. Open its "
                       "file (.pth) and then the state once more; until then the model in use "
                       "reads.")
                        .arg(name));
            } else if (!file->isEmpty()) {
                m_recognition.openModel(*file);
            }
        });
}

void MainWindow::copyState()
{
    const auto put = [this](const QJsonObject& state) {
        QGuiApplication::clipboard()->setText(stateToText(state));
        m_messages->note(tr("Copied: paste the line into a message. Who copies it and opens it "
                            "here, has the same start."));
    };
    const auto model = m_recognition.model();
    if (model == nullptr) {
        put(state());
        return;
    }
    m_modelFinder.restart(
        [model](const BackgroundTask&) { return digestOf(*model); },
        [this, put, name = modelTitle(m_recognition.modelName())](const QString& digest) {
            QJsonObject whole = state();
            whole[kModel] = QJsonObject{{kName, name}, {kSha256, digest}};
            put(whole);
        });
}

void MainWindow::openState()
{
    const auto state = stateFromText(QGuiApplication::clipboard()->text());
    const QString problem = state ? setState(*state) : state.error();
    if (!problem.isEmpty()) {
        m_messages->warn(problem);
    }
}

QJsonObject MainWindow::facts()
{
    const auto model = m_recognition.model();
    return {
        {kPage, kPageNames[m_tabs->currentIndex()]},
        {kStrokes, static_cast<int>(draw().sketch()->strokes().size())},
        {QStringLiteral("network"),
         model != nullptr ? QString::fromStdString(model->info().network) : QString()},
        {QStringLiteral("draw"), draw().facts()},
        {QStringLiteral("training"), training().facts()},
        {QStringLiteral("runs"), runs().facts()},
        {QStringLiteral("samples"), samples().facts()},
        {QStringLiteral("inside"), inside().facts()},
        {QStringLiteral("quiz"), quiz().facts()}};
}

} // namespace digitpad
