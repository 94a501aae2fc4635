// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace observo::jobs {

/// A running job as the status bar shows it.
struct JobInfo {
    int id = 0;
    QString title;
    double share = 0.0;
};

/// Runs plain functions on Qt's global thread pool and delivers their answer in the GUI thread. Lives in the GUI
/// thread; destroying it cancels what runs and waits for it. An answer whose receiver is gone is dropped.
class Jobs : public QObject {
    Q_OBJECT

public:
    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    /// `work(const Progress&)` runs in the pool; `deliver(its result)` in the GUI thread while `receiver` lives.
    /// With an empty title the job is not shown. Returns the job's number.
    template <typename Work, typename Deliver>
    int start(const QString& title, Work work, QObject* receiver, Deliver deliver)
    {
        using Answer = std::invoke_result_t<Work, const Progress&>;
        auto answer = std::make_shared<std::optional<Answer>>();
        return startErased(
            title, [work = std::move(work), answer](const Progress& progress) mutable { *answer = work(progress); },
            receiver, [deliver = std::move(deliver), answer]() mutable { deliver(std::move(**answer)); });
    }

    void cancel(int id);
    void cancelAll();
    [[nodiscard]] bool isRunning(int id) const;
    [[nodiscard]] QList<JobInfo> running() const;
    /// Waits until nothing runs and all answers are delivered; for tests and for closing.
    void waitForAll();

signals:
    void started(const observo::jobs::JobInfo& job);
    void progressed(const observo::jobs::JobInfo& job);
    void finished(int id);

private:
    int startErased(const QString& title, std::function<void(const Progress&)> work, QObject* receiver,
                    std::function<void()> deliver);

    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace observo::jobs
