// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/exchange/Import.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace observo::app {

class Workbench;

/// What came of an import or a merge that was written: the receipt, where it lies, what is left to a person.
struct Arrival {
    exchange::Receipt receipt{};
    exchange::Doubts doubts{};
    std::vector<exchange::ProblemGroup> remarks{}; ///< the problems of the receipt, the same thing once
    std::filesystem::path source{};
    std::filesystem::path receiptFile{};
    bool wantsReview = false;              ///< the person has asked to decide
    std::optional<Error> receiptRefused{}; ///< why the receipt does not lie beside the file
};
/// Saves the receipt beside the source, as the command line does, replacing an earlier one, and sums it up. In the job.
void fileReceipt(Arrival& arrival);

/// A long work in the queue of edits as a dialog shows it: how far it is, and a way to stop it, also while it waits.
class LongWork : public QObject {
    Q_OBJECT

public:
    LongWork(Workbench& workbench, QObject* parent);

    /// Runs in the job; the session is its own.
    using Work = std::function<Result<census::Committed>(census::Session&, const Progress&)>;
    void start(const QString& title, Work work, std::function<void(const Result<census::Committed>&)> then);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void progressed(double share);

private:
    Workbench& m_workbench;
    QString m_title;
    std::shared_ptr<Progress> m_stop; ///< cancelled before the job has begun
    int m_job = 0;
    bool m_running = false;
};

/// An import on its way, without a widget: the request as it is being made up, a quick look at the first rows, what the
/// whole file would do, and at last the import itself. Reads in jobs; the newest wish replaces one still being read.
class ImportDesk : public QObject {
    Q_OBJECT

public:
    ImportDesk(Workbench& workbench, const QString& file, QObject* parent = nullptr);
    ~ImportDesk() override;

    [[nodiscard]] const exchange::ImportRequest& request() const { return m_request; }
    /// Changes the request; the file is looked at anew shortly after the last change.
    void change(const std::function<void(exchange::ImportRequest&)>& how);
    /// Without waiting for further changes.
    void lookNow();

    /// The plan of the last look; nothing before the first one and after a file that could not be read.
    [[nodiscard]] const exchange::ImportPlan* plan() const { return m_plan ? &*m_plan : nullptr; }
    /// What would happen; nothing while that is still being found out, or cannot be.
    [[nodiscard]] const exchange::ImportOutcome* foreseen() const { return m_foreseen ? &*m_foreseen : nullptr; }
    /// What is to be said about the rows of the forecast, the same thing once.
    [[nodiscard]] const std::vector<exchange::ProblemGroup>& remarks() const { return m_remarks; }
    [[nodiscard]] const std::optional<Error>& refusal() const { return m_refusal; }
    /// The systems between which a person has to choose, kept after the choice.
    [[nodiscard]] const std::vector<exchange::CrsCandidate>& candidates() const { return m_candidates; }
    [[nodiscard]] bool isLooking() const { return m_job != 0 || m_rest.isActive(); }
    [[nodiscard]] bool canImport() const;

    void import();
    [[nodiscard]] LongWork& work() { return m_work; }
    [[nodiscard]] bool isImporting() const { return m_work.isRunning(); }

signals:
    /// Plan, forecast, refusal or what is going on is another one.
    void changed();
    void progressed(double share);
    void imported(const std::shared_ptr<observo::app::Arrival>& arrival);
    void refused(const observo::Error& error);

private:
    struct Look {
        exchange::ImportPlan plan{};
        std::optional<exchange::ImportOutcome> outcome{};
        std::vector<exchange::ProblemGroup> remarks{};
    };
    void look();
    void startLook(bool isWhole);
    void take(Result<Look> look, bool isWhole);

    Workbench& m_workbench;
    exchange::ImportRequest m_request;
    std::optional<exchange::ImportPlan> m_plan;
    std::optional<exchange::ImportOutcome> m_foreseen;
    std::vector<exchange::ProblemGroup> m_remarks;
    std::optional<Error> m_refusal;
    std::vector<exchange::CrsCandidate> m_candidates;
    LongWork m_work;
    QTimer m_rest;
    int m_job = 0;
    int m_turn = 0; ///< answers of earlier looks are dropped
};

} // namespace observo::app
