// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_table.h"

#include "app/draw/percent.h"
#include "app/error_text.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace digitpad {

namespace {

// As rich text, which wraps; so a name's < is no tag.
QString toolTip(const PictureRow& row, const QString& problem)
{
    const QString place =
        row.source.path.isEmpty() ? row.name : QDir::toNativeSeparators(row.source.path);
    QString text = QStringLiteral("<p>%1</p>").arg(place.toHtmlEscaped());
    if (!problem.isEmpty()) {
        text += QStringLiteral("<p>%1</p>").arg(problem.toHtmlEscaped());
    }
    return text;
}

/// What was read, or what it was corrected to.
QString digitText(const PictureRow& row, const std::map<int, int>& kept)
{
    QString text;
    int which = 0;
    if (row.number) {
        for (const auto& line : row.number->lines) {
            text += text.isEmpty() ? QString() : QStringLiteral(" ");
            for (const NumberDigit& digit : line) {
                const auto label = kept.find(which++);
                text += QLocale().toString(
                    label != kept.end() ? label->second : digit.prediction.digit());
            }
        }
    }
    return text;
}

QString confidenceText(const PictureRow& row)
{
    if (!row.number) {
        return {};
    }
    return row.number->accepted() ? percentText(row.number->confidence(), QLocale())
                                  : PictureTable::tr("Not sure");
}

QString spokenText(const PictureRow& row, int column, const QString& problem)
{
    switch (column) {
    case PictureTable::Picture:
        return PictureTable::tr("Picture %1").arg(row.name);
    case PictureTable::Name:
        return problem.isEmpty() ? row.name : PictureTable::tr("%1. %2").arg(row.name, problem);
    case PictureTable::Seen:
        return !row.glyphs.empty() ? PictureTable::tr("What the network saw of %1").arg(row.name)
                                   : PictureTable::tr("The network saw nothing of it");
    case PictureTable::Digit:
        return !row.number        ? PictureTable::tr("No digit")
               : row.kept.empty() ? PictureTable::tr("Number %1").arg(digitText(row, {}))
                                  : PictureTable::tr("Number %1, kept; read as %2")
                                        .arg(digitText(row, row.kept), digitText(row, {}));
    default:
        return row.number && row.number->accepted()
                   ? PictureTable::tr("%1 sure").arg(confidenceText(row))
                   : confidenceText(row);
    }
}

} // namespace

std::vector<NumberDigit> digitsOf(const PictureRow& row)
{
    std::vector<NumberDigit> digits;
    if (row.number) {
        for (const auto& line : row.number->lines) {
            digits.insert(digits.end(), line.begin(), line.end());
        }
    }
    return digits;
}

int PictureTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PictureTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PictureTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PictureRow& row = this->row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == Name         ? row.name
               : column == Digit      ? digitText(row, row.kept)
               : column == Confidence ? confidenceText(row)
                                      : QVariant();
    case Qt::ToolTipRole:
        return toolTip(row, problem(index.row()));
    case ReadRole:
        return digitText(row, {});
    case Qt::AccessibleTextRole:
        return spokenText(row, column, problem(index.row()));
    default:
        return {};
    }
}

QVariant PictureTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment across = section == Confidence ? Qt::AlignRight
                                     : section == Digit    ? Qt::AlignHCenter
                                                           : Qt::AlignLeft;
        return static_cast<int>(across | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Picture:
        return tr("Picture");
    case Name:
        return tr("Name");
    case Seen:
        return tr("Network saw");
    case Digit:
        return tr("Number");
    default:
        return tr("Confidence");
    }
}

bool PictureTable::removeRows(int row, int count, const QModelIndex& parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount()) {
        return false;
    }
    beginRemoveRows({}, row, row + count - 1);
    m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
    endRemoveRows();
    return true;
}

QString PictureTable::problem(int row) const
{
    const PictureRow& picture = this->row(row);
    if (picture.error) {
        return describe(*picture.error, picture.name);
    }
    switch (picture.state) {
    case PictureRow::State::Waiting:
        return {};
    case PictureRow::State::Skipped:
        return tr("Not read. Press Ctrl+R to read it.");
    case PictureRow::State::Done:
        break;
    }
    if (picture.number) {
        return {};
    }
    return m_noModel.isEmpty() ? tr("Waiting for the engine…") : m_noModel;
}

void PictureTable::addFiles(const QStringList& files)
{
    if (files.isEmpty()) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(files.size()) - 1);
    for (const QString& file : files) {
        PictureRow row;
        row.source.path = file;
        row.name = QFileInfo(file).fileName();
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

void PictureTable::addImage(const QImage& image, const QString& name)
{
    PictureRow row;
    row.source.image = image;
    row.name = name;
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(std::move(row));
    endInsertRows();
}

void PictureTable::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

std::vector<PictureRequest> PictureTable::waiting() const
{
    std::vector<PictureRequest> requests;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].state == PictureRow::State::Waiting) {
            requests.push_back({static_cast<int>(i), m_rows[i].source});
        }
    }
    return requests;
}

void PictureTable::accept(const std::vector<PictureAnswer>& answers)
{
    if (answers.empty()) {
        return;
    }
    for (const PictureAnswer& answer : answers) {
        PictureRow& row = m_rows[std::size_t(answer.row)];
        row.state = PictureRow::State::Done;
        row.glyphs = answer.glyphs;
        row.number = answer.number;
        row.error = answer.error;
        row.kept.clear();
        if (!answer.thumbnail.isEmpty()) {
            row.thumbnail = answer.thumbnail;
        }
        if (!answer.png.isEmpty()) {
            row.source.png = answer.png;
            row.source.image = {};
        }
    }
    const auto [first, last] = std::ranges::minmax(answers, {}, &PictureAnswer::row);
    Q_EMIT dataChanged(index(first.row, 0), index(last.row, ColumnCount - 1));
}

int PictureTable::count(PictureRow::State state) const
{
    return static_cast<int>(std::ranges::count(m_rows, state, &PictureRow::state));
}

void PictureTable::setKept(int row, int digit, std::optional<int> label)
{
    std::map<int, int>& kept = m_rows[std::size_t(row)].kept;
    if (label) {
        kept[digit] = *label;
    } else {
        kept.erase(digit);
    }
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int PictureTable::readCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_rows, [](const PictureRow& row) { return row.number.has_value(); }));
}

void PictureTable::startOver()
{
    for (PictureRow& row : m_rows) {
        row.state = PictureRow::State::Waiting;
        row.glyphs.clear();
        row.number.reset();
        row.error.reset();
        row.kept.clear();
    }
    rowsChanged();
}

void PictureTable::skipWaiting()
{
    for (PictureRow& row : m_rows) {
        if (row.state == PictureRow::State::Waiting) {
            row.state = PictureRow::State::Skipped;
        }
    }
    rowsChanged();
}

void PictureTable::setNoModel(const QString& why)
{
    m_noModel = why;
    rowsChanged();
}

void PictureTable::rowsChanged()
{
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

} // namespace digitpad
