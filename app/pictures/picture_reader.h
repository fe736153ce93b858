// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/find_pictures.h"
#include "app/pictures/read_picture.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>
#include <vector>

namespace digitpad {

/// Finds and reads pictures on threads of its own. No call blocks; answers come as signals on the
/// thread this object lives on, a few times a second however many pictures there are. What was
/// stopped is never heard of again.
class PictureReader : public QObject {
    Q_OBJECT

public:
    explicit PictureReader(QObject* parent = nullptr);
    /// Waits for the pictures in hand, not for those in the queue.
    ~PictureReader() override;

    /// Looks for the pictures of files and folders; found() comes once for each call.
    void find(const QStringList& paths);
    [[nodiscard]] bool isFinding() const { return m_finding > 0; }

    /// Reads these in the place of those asked for before; without a model only their glyphs are
    /// made.
    void
    read(std::vector<PictureRequest> requests, Preparation how, std::shared_ptr<const Model> model);

    /// Stops both.
    void stop();

Q_SIGNALS:
    void found(const digitpad::FoundPictures& found);
    void answered(const std::vector<digitpad::PictureAnswer>& answers);

private:
    struct Job;
    void work(Job& job, const std::stop_token& stop);
    void send(std::vector<PictureAnswer> answers, const std::stop_token& stop);

    int m_finding = 0;
    std::stop_source m_stopFinding;
    std::stop_source m_stopReading;
    QThreadPool m_finder;
    QThreadPool m_readers;
};

} // namespace digitpad
