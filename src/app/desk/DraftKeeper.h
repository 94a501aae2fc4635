// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/DraftStore.h"

#include "observo/jobs/Jobs.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <vector>

namespace observo::app {

/// Writes and removes drafts in the background, in the order asked for: a slow disk is not felt while typing. What
/// still waits is written when the keeper ends.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    DraftKeeper(jobs::Jobs& jobs, std::filesystem::path folder);
    ~DraftKeeper() override;

    void save(Draft draft);
    void remove(Draft draft);
    /// The drafts of one census as asked for until now, newest first. Waits for what is not yet on disk.
    [[nodiscard]] std::vector<Draft> of(const std::string& census);

signals:
    void failed(const observo::Error& error);

private:
    struct Wish {
        Draft draft;
        bool isKept = true;
    };
    class Shelf;

    void add(Wish wish);

    jobs::Jobs& m_jobs;
    std::shared_ptr<Shelf> m_shelf;
};

} // namespace observo::app
