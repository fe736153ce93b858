// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_record.h"
#include "app/store/sample_files.h"
#include "app/store/sample_record.h"
#include "core/base/error.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <stop_token>
#include <vector>

namespace digitpad {

class StoreWorker;

/// What became of the database's file.
struct StoreState {
    bool isReadOnly = false;
    QString setAside; ///< where a damaged file that lay in its place is now; empty: there was none
};

/// The runs and the own samples as the GUI sees them: a thread that has the database. No call
/// blocks but the destructor; answers come as signals on the thread this object lives on, in the
/// order of the calls. Each call that gives a number is answered by one signal with this number:
/// the one named, or failed().
class Store : public QObject {
    Q_OBJECT

public:
    /// Opens the database, answers opened() or openFailed(); and takes away what was deleted
    /// a day ago or earlier. Calls may come before that.
    explicit Store(const QString& file, QObject* parent = nullptr);
    /// Writes what was told, and waits for that.
    ~Store() override;

    [[nodiscard]] const QString& file() const { return m_file; }

    // ---- a run while it goes on: these are answered by recordingFailed() and runKept() alone

    /// Notes a run that begins, or goes on from where it had told just this. Gives its id.
    QString beginRun(NewRun run, const std::vector<TrainingEvent>& told = {});
    /// What the run told; written about once a second.
    void recordRun(const QString& id, const std::vector<TrainingEvent>& events);
    /// The learning rate or the number of epochs was changed on the way.
    void steerRun(const QString& id, const TrainingChange& change);
    void finishRun(const QString& id, const RunEnd& end);

    // ---- runs

    quint64 listRuns();                   ///< runsListed()
    quint64 readRun(const QString& id);   ///< runRead()
    quint64 readModel(const QString& id); ///< modelRead()
    // Answered by done(). What is removed can be restored until tomorrow.
    quint64 renameRun(const QString& id, const QString& name);
    quint64 setRunNote(const QString& id, const QString& note);
    quint64 removeRun(const QString& id);
    quint64 restoreRun(const QString& id);
    quint64 exportRun(const QString& id, const QString& file);
    quint64 importRun(const QString& file); ///< runImported()

    // ---- samples; see Samples

    quint64 correct(const NewSample& sample); ///< sampleKept()
    /// overviewRead(); of one writer's samples, or all
    quint64 readOverview(const std::optional<QString>& writer = {});
    quint64 listSamples(const SampleFilter& filter); ///< samplesListed()
    /// pageRead()
    quint64 readPage(const SampleFilter& filter, qsizetype first, qsizetype count);
    quint64 readSample(qint64 sample); ///< sampleRead()
    // Answered by done(). What is removed can be restored until tomorrow.
    quint64 setLabels(const std::vector<SampleLabel>& labels);
    quint64 setWriter(const std::vector<qint64>& ids, const QString& writer);
    quint64 removeSamples(const std::vector<qint64>& ids);
    quint64 restoreSamples(const std::vector<qint64>& ids);
    /// samplesExported()
    quint64
    exportSamples(SampleFormat format, const QString& target, const SampleFilter& filter = {});
    /// samplesImported()
    quint64 importSamples(SampleFormat format, const QString& source, const QString& writer);

Q_SIGNALS:
    void opened(const digitpad::StoreState& state);
    /// Nothing is kept in this session; every call fails with this error.
    void openFailed(const digitpad::Error& error);

    /// Something of the runs, or of the samples, is not as it was.
    void runsChanged();
    void samplesChanged();
    /// Once for each run that cannot be kept; what it tells is held back and tried again.
    void recordingFailed(const QString& run, const digitpad::Error& error);
    /// A run's end is written, with its network. `name` is what it is called.
    void runKept(const QString& run, const QString& name);

    void runsListed(quint64 id, const digitpad::RunList& list);
    void runRead(quint64 id, const digitpad::StoredRun& run);
    void modelRead(quint64 id, const QByteArray& pth);
    void runImported(quint64 id, const QString& run);
    void overviewRead(quint64 id, const digitpad::SampleOverview& overview);
    void samplesListed(quint64 id, const std::vector<digitpad::SampleEntry>& entries);
    void pageRead(quint64 id, const digitpad::SamplePage& page);
    void sampleRead(quint64 id, const digitpad::Sample& sample);
    void sampleKept(quint64 id, qint64 sample);
    void samplesExported(quint64 id, const digitpad::SamplesExported& exported);
    void samplesImported(quint64 id, const digitpad::SamplesImported& imported);
    void done(quint64 id);
    void failed(quint64 id, const digitpad::Error& error);

private:
    template <class Call> void post(Call call);
    template <class Tables, class Work, class Answer>
    quint64 ask(Work work, Answer answer, void (Store::*changed)() = nullptr);
    template <class Work> quint64 askRuns(Work work);
    template <class Work> quint64 askSamples(Work work);

    QString m_file;
    QThread m_thread;
    std::stop_source m_closing;
    StoreWorker* m_worker; // lives on m_thread, deleted when that finishes
    quint64 m_lastId = 0;
};

} // namespace digitpad
