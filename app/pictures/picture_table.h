// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/read_picture.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace digitpad {

struct PictureRow {
    enum class State {
        Waiting, ///< to be read
        Done,    ///< read as far as that was possible
        Skipped, ///< cancelled before it was read
    };

    PictureSource source;
    QString name;
    State state = State::Waiting;
    QByteArray thumbnail; ///< encoded; empty where there is none yet
    std::vector<Glyph> glyphs;
    std::optional<Number> number;
    std::optional<Error> error;
    /// What a person says its digits are, as they are counted in digitsOf().
    std::map<int, int> kept;
};

/// The digits of a row in reading order, line by line; none while nothing is read.
[[nodiscard]] std::vector<NumberDigit> digitsOf(const PictureRow& row);

/// The pictures and what was read in them, a row each.
class PictureTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Picture, Name, Seen, Digit, Confidence, ColumnCount };
    /// What the network read, whatever a person says.
    enum Role { ReadRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;

    [[nodiscard]] const PictureRow& row(int row) const { return m_rows[std::size_t(row)]; }
    /// Why a row has no digit, and what to do; empty where it has one or is about to.
    [[nodiscard]] QString problem(int row) const;

    void addFiles(const QStringList& files);
    void addImage(const QImage& image, const QString& name);
    void clear();

    /// What the rows that wait are to be read from. Good until rows are added or removed.
    [[nodiscard]] std::vector<PictureRequest> waiting() const;
    void accept(const std::vector<PictureAnswer>& answers);
    [[nodiscard]] int count(PictureRow::State state) const;
    /// What a digit of a row is kept as; nothing: it is not.
    void setKept(int row, int digit, std::optional<int> label);
    /// How many were read to the end, with a digit.
    [[nodiscard]] int readCount() const;

    /// Makes every row wait: to be prepared and read again.
    void startOver();
    /// What still waits will not be read.
    void skipWaiting();

    /// Why glyphs are not read at present.
    void setNoModel(const QString& why);

private:
    void rowsChanged();

    std::vector<PictureRow> m_rows;
    QString m_noModel;
};

} // namespace digitpad
