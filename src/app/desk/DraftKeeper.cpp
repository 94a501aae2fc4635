// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/DraftKeeper.h"

#include <QString>

#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace observo::app {

/// Shared with the jobs: what is wanted and the folder it goes to.
class DraftKeeper::Shelf {
public:
    explicit Shelf(std::filesystem::path folder) : m_store(std::move(folder)) {}

    void add(Wish wish)
    {
        const std::scoped_lock lock(m_listing);
        m_wishes.push_back(std::move(wish));
    }

    /// Does all that waits; whoever comes while another is at it waits until it is done.
    Done work()
    {
        const std::scoped_lock alone(m_working);
        Done first;
        while (auto wish = next()) {
            if (!wish->isKept) {
                m_store.remove(wish->draft);
            } else if (auto saved = m_store.save(wish->draft); !saved && first) {
                first = std::move(saved);
            }
        }
        return first;
    }

    [[nodiscard]] const DraftStore& store() const { return m_store; }

private:
    std::optional<Wish> next()
    {
        const std::scoped_lock lock(m_listing);
        if (m_wishes.empty()) {
            return std::nullopt;
        }
        auto wish = std::move(m_wishes.front());
        m_wishes.pop_front();
        return wish;
    }

    DraftStore m_store;
    std::mutex m_working;
    std::mutex m_listing;
    std::deque<Wish> m_wishes;
};

DraftKeeper::DraftKeeper(jobs::Jobs& jobs, std::filesystem::path folder)
    : m_jobs(jobs), m_shelf(std::make_shared<Shelf>(std::move(folder)))
{}

DraftKeeper::~DraftKeeper()
{
    static_cast<void>(m_shelf->work()); // nobody is left to be told
}

void DraftKeeper::save(Draft draft)
{
    add({.draft = std::move(draft), .isKept = true});
}

void DraftKeeper::remove(Draft draft)
{
    add({.draft = std::move(draft), .isKept = false});
}

void DraftKeeper::add(Wish wish)
{
    m_shelf->add(std::move(wish));
    m_jobs.start(
        QString(), [shelf = m_shelf](const Progress&) { return shelf->work(); }, this,
        [this](const Done& done) {
            if (!done) {
                emit failed(done.error());
            }
        });
}

std::vector<Draft> DraftKeeper::of(const std::string& census)
{
    if (auto done = m_shelf->work(); !done) {
        emit failed(done.error());
    }
    return m_shelf->store().of(census);
}

} // namespace observo::app
