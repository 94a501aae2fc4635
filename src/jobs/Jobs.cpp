// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/jobs/Jobs.h"

#include "observo/core/Result.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QMetaObject>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>

namespace observo::jobs {
namespace {

/// Often enough for a bar that moves, seldom enough to cost nothing: 20 a second and job.
constexpr std::int64_t kMillisecondsBetweenSignals = 50;

std::int64_t millisecondsNow()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// How many functions are in the pool's hands, so that the end can wait for them.
class Busy {
public:
    void enter()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
    }
    void leave()
    {
        // Notified under the lock: the waiter may destroy this object as soon as it gets the lock.
        const std::lock_guard lock(m_mutex);
        --m_count;
        m_changed.notify_all();
    }
    void waitUntilIdle()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_count == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

/// What the GUI thread keeps of a job until its answer is delivered.
struct Job {
    JobInfo info;
    Progress progress;
    QPointer<QObject> receiver;
    std::function<void()> deliver;
};

} // namespace

struct Jobs::Body {
    std::map<int, Job> jobs;
    int nextId = 1;
    Busy busy;
    Jobs* owner = nullptr;

    bool isShown(const Job& job) const { return !job.info.title.isEmpty(); }

    Progress watchedProgress(int id)
    {
        auto lastSignal = std::make_shared<std::atomic<std::int64_t>>(0);
        return Progress([this, id, lastSignal](double share) {
            const std::int64_t now = millisecondsNow();
            std::int64_t last = lastSignal->load(std::memory_order_relaxed);
            const bool isDue = now - last >= kMillisecondsBetweenSignals;
            if (isDue && lastSignal->compare_exchange_strong(last, now)) {
                QMetaObject::invokeMethod(
                    owner, [this, id, share] { showShare(id, share); }, Qt::QueuedConnection);
            }
        });
    }

    void showShare(int id, double share)
    {
        const auto found = jobs.find(id);
        if (found != jobs.end()) {
            found->second.info.share = share;
            const JobInfo info = found->second.info;
            emit owner->progressed(info);
        }
    }

    void finish(int id)
    {
        const auto found = jobs.find(id);
        if (found == jobs.end()) {
            return;
        }
        const Job job = std::move(found->second);
        jobs.erase(found);
        if (isShown(job)) {
            emit owner->finished(id);
        }
        if (job.receiver) {
            job.deliver();
        }
    }
};

Jobs::Jobs(QObject* parent) : QObject(parent), m_body(std::make_unique<Body>())
{
    m_body->owner = this;
    // Long jobs (a large file being read) must leave a thread for the pictures of the map.
    auto* pool = QThreadPool::globalInstance();
    pool->setMaxThreadCount(std::max(pool->maxThreadCount(), QThread::idealThreadCount() + 2));
}

Jobs::~Jobs()
{
    cancelAll();
    m_body->busy.waitUntilIdle();
}

int Jobs::startErased(const QString& title, std::function<void(const Progress&)> work, QObject* receiver,
                      std::function<void()> deliver)
{
    expects(thread() == QThread::currentThread());
    expects(receiver != nullptr);
    const int id = m_body->nextId++;
    const bool isShown = !title.isEmpty();
    const Progress progress = isShown ? m_body->watchedProgress(id) : Progress();
    const JobInfo info{.id = id, .title = title};
    m_body->jobs.emplace(id,
                         Job{.info = info, .progress = progress, .receiver = receiver, .deliver = std::move(deliver)});
    if (isShown) {
        emit started(info);
    }

    m_body->busy.enter();
    auto run = [body = m_body.get(), id, progress, work = std::move(work)]() mutable {
        work(progress);
        work = nullptr; // what it captured goes before the answer is announced
        QMetaObject::invokeMethod(
            body->owner, [body, id] { body->finish(id); }, Qt::QueuedConnection);
        body->busy.leave();
    };
    // Unseen jobs are the map's pictures: they overtake what a person waits for with a bar.
    QThreadPool::globalInstance()->start(std::move(run), isShown ? 0 : 1);
    return id;
}

void Jobs::cancel(int id)
{
    const auto found = m_body->jobs.find(id);
    if (found != m_body->jobs.end()) {
        found->second.progress.cancel();
    }
}

void Jobs::cancelAll()
{
    for (const auto& [id, job] : m_body->jobs) {
        job.progress.cancel();
    }
}

bool Jobs::isRunning(int id) const
{
    return m_body->jobs.contains(id);
}

QList<JobInfo> Jobs::running() const
{
    QList<JobInfo> shown;
    for (const auto& [id, job] : m_body->jobs) {
        if (m_body->isShown(job)) {
            shown.append(job.info);
        }
    }
    return shown;
}

void Jobs::waitForAll()
{
    while (!m_body->jobs.empty()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

} // namespace observo::jobs
