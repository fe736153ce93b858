// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QStackedWidget;

namespace digitpad {

/// The room for the pages: the one on the screen fills it, and scrolls where a screen is smaller
/// than the page can be, as one is at 200 % and more. QScrollArea's own way would ask the page for
/// the height that it would like for its width, and scroll for that.
class PageRoom : public QScrollArea {
    Q_OBJECT

public:
    explicit PageRoom(QStackedWidget* pages, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QStackedWidget* m_pages;
};

} // namespace digitpad
