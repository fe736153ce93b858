// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <QWidget>

#include <cstddef>
#include <memory>
#include <vector>

namespace digitpad {

/// Glyphs in rows, a page at a time, as many as there is room for, each with its label below it.
class GlyphPages : public QWidget {
    Q_OBJECT

public:
    explicit GlyphPages(QWidget* parent = nullptr);

    /// Shows those of the glyphs, in that order, from the first on.
    void setGlyphs(std::shared_ptr<const Dataset> glyphs, std::vector<std::size_t> order);

    [[nodiscard]] int page() const; ///< from 0
    [[nodiscard]] int pageCount() const;
    void setPage(int page);

    /// What is on the page.
    [[nodiscard]] std::vector<std::size_t> visible() const;

Q_SIGNALS:
    /// page() or pageCount() may have changed.
    void turned();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QSize cell() const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::size_t perPage() const;

    std::shared_ptr<const Dataset> m_data;
    std::vector<std::size_t> m_order;
    std::size_t m_first = 0; ///< of m_order, on this page
    int m_wheel = 0;         ///< eighths of a degree that no page was turned for yet
};

} // namespace digitpad
