// SPDX-License-Identifier: GPL-3.0-or-later
// The network beside what is presented: the digit that is shown, on its way through it.
#include "app/draw/number_words.h"
#include "app/error_text.h"
#include "app/inside/network_view.h"
#include "app/present/present_page.h"
#include "app/present/spotlight.h"
#include "app/recognition/recognition.h"

#include <QAction>

namespace digitpad {

void PresentPage::showInside(bool on)
{
    if (on && m_network == nullptr) {
        m_network = new NetworkView(this);
        m_network->setObjectName(QStringLiteral("presentNetwork"));
        connect(m_network, &NetworkView::warning, this, &PresentPage::warning);
        m_spotlight->raise();
    }
    m_network->setVisible(on);
    place();
    openModel();
    readInside();
}

void PresentPage::openModel()
{
    const auto engine = m_recognition.engine();
    const auto model = m_recognition.model();
    const bool isNeeded = m_network != nullptr && m_network->isVisible();
    if (!isNeeded || engine == nullptr || model == nullptr || model == m_wanted) {
        return;
    }
    m_wanted = model;
    m_opening.restart(
        [engine, model, file = m_recognition.modelName()](const BackgroundTask&) {
            return layOpen(engine, model, file);
        },
        [this](const Result<std::shared_ptr<const OpenModel>>& opened) {
            if (!opened) {
                Q_EMIT warning(describe(opened.error()));
                return;
            }
            m_open = *opened;
            m_insideReader.stop();
            m_network->setReading(nullptr);
            m_network->setModel(m_open);
            readInside();
        });
}

/// Of a number it is the digit that is chosen, or its first.
void PresentPage::readInside()
{
    if (m_open == nullptr || !m_network->isVisible()) {
        return;
    }
    const auto digits = digitsOf(shown().number);
    if (digits.empty()) {
        m_insideReader.stop();
        m_network->setReading(nullptr);
        return;
    }
    const Glyph& glyph = digits[static_cast<std::size_t>(m_digit.value_or(0))].glyph;
    m_insideReader.follow(
        [inside = m_open->inside, glyph](const BackgroundTask&) {
            return digitpad::readInside(*inside, {}, glyph);
        },
        [this](const Result<std::shared_ptr<const LiveReading>>& reading) {
            if (reading) {
                m_network->setReading(*reading);
            } else {
                Q_EMIT warning(describe(reading.error()));
            }
        });
}

} // namespace digitpad
