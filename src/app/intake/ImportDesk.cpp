// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ImportDesk.h"

#include "Speech.h"
#include "Text.h"
#include "desk/Workbench.h"

#include <QFileInfo>

#include <chrono>
#include <utility>

namespace observo::app {

namespace {

constexpr std::chrono::milliseconds kChangeRest{250};
constexpr std::int64_t kQuickRows = 500;

} // namespace

void fileReceipt(Arrival& arrival)
{
    arrival.remarks = exchange::groupsOf(arrival.receipt, Severity::Notice);
    arrival.receiptFile = exchange::receiptFileFor(arrival.source);
    if (auto saved = exchange::saveReceipt(arrival.receipt, language(), arrival.receiptFile, Overwrite::Replace);
        !saved) {
        arrival.receiptRefused = saved.error();
    }
}

LongWork::LongWork(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench)
{
    const auto follow = [this](const jobs::JobInfo& job) {
        if (m_running && job.title == m_title) {
            m_job = job.id;
            emit progressed(job.share);
        }
    };
    connect(&workbench.jobs(), &jobs::Jobs::started, this, follow);
    connect(&workbench.jobs(), &jobs::Jobs::progressed, this, follow);
}

void LongWork::start(const QString& title, Work work, std::function<void(const Result<census::Committed>&)> then)
{
    m_title = title;
    m_running = true;
    m_job = 0;
    m_stop = std::make_shared<Progress>();
    m_workbench.work(
        title,
        [work = std::move(work), stop = m_stop](census::Session& session,
                                                const Progress& progress) -> Result<census::Committed> {
            if (stop->cancelled()) {
                return fail(ErrorCode::Cancelled, "cancelled", "nothing was changed");
            }
            return work(session, progress);
        },
        this,
        [this, then = std::move(then)](const Result<census::Committed>& outcome) {
            m_running = false;
            then(outcome);
        });
}

void LongWork::stop()
{
    if (m_running) {
        m_stop->cancel();
        m_workbench.jobs().cancel(m_job);
    }
}

ImportDesk::ImportDesk(Workbench& workbench, const QString& file, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_request{.file = toPath(QFileInfo(file).absoluteFilePath())},
      m_work(workbench, this)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kChangeRest);
    connect(&m_rest, &QTimer::timeout, this, &ImportDesk::look);
    connect(&workbench.jobs(), &jobs::Jobs::progressed, this, [this](const jobs::JobInfo& job) {
        if (job.id == m_job) {
            emit progressed(job.share);
        }
    });
}

ImportDesk::~ImportDesk()
{
    m_workbench.jobs().cancel(m_job);
}

void ImportDesk::change(const std::function<void(exchange::ImportRequest&)>& how)
{
    how(m_request);
    m_foreseen.reset();
    m_rest.start();
    emit changed();
}

void ImportDesk::lookNow()
{
    m_rest.stop();
    look();
}

bool ImportDesk::canImport() const
{
    return m_plan && !isLooking() && !m_work.isRunning() && m_foreseen && m_workbench.isWritable();
}

void ImportDesk::look()
{
    m_workbench.jobs().cancel(m_job);
    m_foreseen.reset();
    m_refusal.reset();
    ++m_turn;
    startLook(false);
    emit changed();
}

/// First what the first rows say, which is there at once; then the whole file and what it would do.
void ImportDesk::startLook(bool isWhole)
{
    exchange::ImportRequest request = m_request;
    if (!isWhole) {
        request.firstRows = kQuickRows;
    }
    m_job = m_workbench.jobs().start(
        tr("Reading %1").arg(QFileInfo(pathText(m_request.file)).fileName()),
        [request = std::move(request), isWhole,
         target =
             exchange::ImportTarget{.file = m_workbench.file(),
                                    .census = m_workbench.census(),
                                    .inventory = m_workbench.inventory()}](const Progress& progress) -> Result<Look> {
            auto import = exchange::Import::prepare(target, request, progress.part(0.0, isWhole ? 0.4 : 1.0));
            if (!import) {
                return fail(import.error());
            }
            Look look{.plan = import->plan()};
            if (isWhole) {
                auto outcome = import->foresee(progress.part(0.4, 1.0));
                if (!outcome) {
                    return fail(outcome.error());
                }
                look.remarks = exchange::groupsOf(outcome->receipt, Severity::Notice);
                // They are asked about after the import, which finds them anew.
                outcome->doubts = {};
                look.outcome = std::move(*outcome);
            }
            return look;
        },
        this,
        [this, isWhole, turn = m_turn](Result<Look> look) {
            if (turn == m_turn) {
                take(std::move(look), isWhole);
            }
        });
}

void ImportDesk::take(Result<Look> look, bool isWhole)
{
    m_job = 0;
    if (!look) {
        m_refusal = look.error();
        // Of a file that could be read once the columns stay: one of them may be what has to be changed.
        emit changed();
        return;
    }
    m_plan = std::move(look->plan);
    if (!m_plan->candidates.empty()) {
        m_candidates = m_plan->candidates;
    }
    const bool isAsking = !m_plan->candidates.empty() || !m_plan->missingCrs.empty() || m_plan->unplaced;
    if (isWhole) {
        m_foreseen = std::move(look->outcome);
        m_remarks = std::move(look->remarks);
    } else if (!isAsking) {
        startLook(true);
    }
    emit changed();
}

void ImportDesk::import()
{
    auto arrival = std::make_shared<Arrival>();
    arrival->source = m_request.file;
    arrival->wantsReview = m_request.onMatch == exchange::OnMatch::Review;
    const auto title = tr("Importing %1").arg(QFileInfo(pathText(m_request.file)).fileName());
    m_work.start(
        title,
        [arrival, request = m_request](census::Session& session,
                                       const Progress& progress) -> Result<census::Committed> {
            auto import = exchange::Import::prepare(session, request, progress.part(0.0, 0.3));
            if (!import) {
                return fail(import.error());
            }
            auto outcome = import->perform(session, progress.part(0.3, 1.0));
            if (!outcome) {
                return fail(outcome.error());
            }
            arrival->receipt = std::move(outcome->receipt);
            arrival->doubts = std::move(outcome->doubts);
            fileReceipt(*arrival);
            return std::move(outcome->committed);
        },
        [this, arrival](const Result<census::Committed>& outcome) {
            if (outcome) {
                emit imported(arrival);
            } else {
                emit changed();
                emit refused(outcome.error());
            }
        });
    emit changed();
}

} // namespace observo::app
