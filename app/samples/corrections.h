// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sample_record.h"
#include "core/base/error.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace digitpad {

class Store;

/// Keeps digits with what a person says they are. Nothing waits for it; what came of it is
/// signalled.
class Corrections : public QObject {
    Q_OBJECT

public:
    explicit Corrections(QObject* parent = nullptr);

    /// It must outlive this.
    void setStore(Store& store);

    /// Why nothing can be kept; empty where it can.
    [[nodiscard]] const QString& whyNot() const { return m_whyNot; }

    /// Keeps samples, all of the same label, by the hand that draws now. One that was kept before
    /// gets the new label. Gives a number for each, in their order, that keptAs() will carry.
    std::vector<quint64> keep(const std::vector<NewSample>& samples);

Q_SIGNALS:
    void whyNotChanged();
    /// What a sample is kept as; nothing once that was undone.
    void keptAs(quint64 id, std::optional<int> label);
    /// Something worth a line with a way back.
    void undoable(const QString& text, const std::function<void()>& undo);
    /// Something went wrong that must not be missed.
    void warning(const QString& text);

private:
    struct Kept {
        quint64 id = 0;
        qint64 sample = 0;
        std::optional<int> before; ///< its label, where it was kept already
    };
    /// What is kept, and undone, together.
    struct Group {
        int label = 0;
        std::size_t waiting = 0;
        std::vector<Kept> kept;
        std::optional<Error> error;
    };

    void forbid(const QString& why);
    void accept(quint64 id, qint64 sample);
    void refuse(quint64 id, const Error& error);
    void finish(const std::shared_ptr<Group>& group);
    void undo(const std::vector<Kept>& kept);

    Store* m_store = nullptr;
    QString m_whyNot;
    QHash<quint64, std::shared_ptr<Group>> m_waiting;
    QSet<quint64> m_undoing;
    QHash<qint64, int> m_labels; ///< of the samples kept in this session
};

} // namespace digitpad
