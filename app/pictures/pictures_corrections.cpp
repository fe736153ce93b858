// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says of what was read.
#include "app/pictures/cut_out.h"
#include "app/pictures/picture_table.h"
#include "app/pictures/picture_table_view.h"
#include "app/pictures/pictures_page.h"
#include "app/samples/corrections.h"
#include "app/samples/digit_menu.h"
#include "app/shell/theme.h"

#include <QAction>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace digitpad {

void PicturesPage::setStore(Store& store)
{
    m_corrections->setStore(store);
}

void PicturesPage::makeCorrections()
{
    m_keepAs = new DigitMenu(tr("&Keep as"), this);
    m_keepAs->setIcon(theme::icon(QStringLiteral("samples")));
    m_keepAs->menuAction()->setToolTip(
        tr("Keep the selected digit with its right label, to learn from"));
    addAction(m_keepAs->menuAction());
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        m_keepAs->popup(m_view->viewport()->mapToGlobal(place));
    });
    connect(m_keepAs, &DigitMenu::chosen, this, &PicturesPage::keep);
    connect(m_view, &PictureTableView::currentDigitChanged, this, &PicturesPage::updateKeeping);
    connect(m_corrections, &Corrections::whyNotChanged, this, &PicturesPage::updateState);
    connect(m_corrections, &Corrections::warning, this, &PicturesPage::warning);
    connect(m_corrections, &Corrections::undoable, this, &PicturesPage::undoable);
    connect(
        m_corrections, &Corrections::keptAs, this, [this](quint64 id, std::optional<int> label) {
            const auto& [row, digit] = m_asked.value(id);
            if (row.isValid() &&
                digit < static_cast<int>(digitsOf(m_table->row(row.row())).size())) {
                m_table->setKept(row.row(), digit, label);
            }
        });
}

QString PicturesPage::whyNotKept() const
{
    if (!m_corrections->whyNot().isEmpty()) {
        return m_corrections->whyNot();
    }
    const QList<int> rows = m_view->selectedRowNumbers();
    const bool isRead =
        std::ranges::any_of(rows, [this](int row) { return m_table->row(row).number.has_value(); });
    return isRead ? QString() : tr("Select a picture that is read first");
}

void PicturesPage::updateKeeping()
{
    const QString whyNot = whyNotKept();
    m_keepAs->menuAction()->setEnabled(isVisible());
    m_keepAs->allow(
        isVisible() && whyNot.isEmpty(),
        whyNot.isEmpty() ? tr("Keep it as %1, to learn from") : whyNot);
    showProgress(m_table->count(PictureRow::State::Waiting));
}

/// How to put right what is selected.
QString PicturesPage::hint() const
{
    if (!isVisible() || !whyNotKept().isEmpty()) {
        return {};
    }
    const QList<int> rows = m_view->selectedRowNumbers();
    const bool isNumber = rows.size() == 1 && digitsOf(m_table->row(rows.front())).size() > 1;
    return isNumber && !m_view->currentDigit()
               ? tr("Wrong? Choose the digit with ← and →, then press its key.")
               : tr("Wrong? Press the right digit\u2019s key.");
}

/// A digit for each selected row: the one that was chosen, or the only one.
std::vector<PictureCorrection> PicturesPage::corrections(int label) const
{
    std::vector<PictureCorrection> corrections;
    const QList<int> rows = m_view->selectedRowNumbers();
    for (const int row : rows) {
        const std::vector<NumberDigit> digits = digitsOf(m_table->row(row));
        std::optional<int> which = digits.size() == 1 ? std::optional(0) : std::nullopt;
        if (rows.size() == 1 && row == m_view->currentIndex().row() && !digits.empty()) {
            which = m_view->currentDigit();
        }
        if (!which) {
            continue;
        }
        const NumberDigit& digit = digits[static_cast<std::size_t>(*which)];
        corrections.push_back(
            {.row = m_table->index(row, 0),
             .digit = *which,
             .source = m_table->row(row).source,
             .place = digit.box,
             .sample = {
                 .label = label,
                 .writer = {},
                 .glyph = digit.glyph,
                 .drawing = {},
                 .picture = {},
                 .reading = SampleReading{
                     .digit = digit.prediction.digit(),
                     .confidence = digit.prediction.confidence()}}});
    }
    return corrections;
}

void PicturesPage::keep(int label)
{
    const std::vector<PictureCorrection> chosen = corrections(label);
    const auto selected = static_cast<std::size_t>(m_view->selectedRowNumbers().size());
    if (chosen.size() < selected) {
        Q_EMIT message(
            selected == 1
                ? tr("This is a number. Choose its digit with ← and →, then press the key.")
                : tr("Numbers are left out: choose their digits one by one."));
    }
    if (chosen.empty()) {
        return;
    }
    // Pictures are read anew to cut out of them, which may take a while for many.
    std::vector<std::pair<PictureSource, Area>> places;
    for (const PictureCorrection& one : chosen) {
        places.emplace_back(one.source, one.place);
    }
    m_cutting.insert(++m_lastCut, chosen);
    QThreadPool::globalInstance()->start([page = QPointer(this), job = m_lastCut,
                                          places = std::move(places), how = preparation(),
                                          stop = m_stopCutting.get_token()] {
        QList<QByteArray> pictures;
        for (const auto& [source, place] : places) {
            if (stop.stop_requested()) {
                return;
            }
            pictures.append(cutOut(source, how, place));
        }
        QMetaObject::invokeMethod(qApp, [page, job, pictures] {
            if (page) {
                page->keepCut(job, pictures);
            }
        });
    });
}

void PicturesPage::keepCut(int job, const QList<QByteArray>& pictures)
{
    const std::vector<PictureCorrection> chosen = m_cutting.take(job);
    std::vector<NewSample> samples;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        samples.push_back(chosen[i].sample);
        samples.back().picture = pictures[static_cast<qsizetype>(i)];
    }
    const std::vector<quint64> ids = m_corrections->keep(samples);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        m_asked.insert(ids[i], {chosen[i].row, chosen[i].digit});
    }
}

} // namespace digitpad
