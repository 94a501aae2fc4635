// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"
#include "observo/jobs/Jobs.h"
#include "observo/render/MapPainter.h"
#include "observo/render/Scene.h"
#include "observo/render/Viewport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <cstdint>
#include <functional>
#include <optional>

namespace observo::mapview {

/// Has the map painted in jobs, one at a time, always for the latest wish. A wish for another scale or another place
/// cancels the picture in work; a change of the scene lets it end, since under a moving hand no picture would ever
/// come otherwise. Lives in the GUI thread.
class PictureMaker {
public:
    /// What is wanted, known again by its number.
    struct Wish {
        render::Viewport view; ///< what the person sees; the picture is larger
        std::uint64_t scene = 0;
    };
    struct Made {
        render::MapPicture picture;
        Wish wish;
        double milliseconds = 0.0;
    };

    /// `take` gets each finished picture while `owner` lives; `scene` gives the scene to paint at the moment of
    /// painting.
    PictureMaker(jobs::Jobs& jobs, QObject* owner, std::function<const render::Scene&()> scene,
                 std::function<void(Made)> take);
    ~PictureMaker();
    PictureMaker(const PictureMaker&) = delete;
    PictureMaker& operator=(const PictureMaker&) = delete;

    void ask(const Wish& wish);
    [[nodiscard]] bool isBusy() const { return m_running || m_next; }

private:
    void start(const Wish& wish);
    void finish(const Wish& wish, Result<render::MapPicture> picture);
    [[nodiscard]] bool isUseless(const Wish& running, const Wish& wish) const;

    QPointer<jobs::Jobs> m_jobs;
    QObject* m_owner = nullptr;
    std::function<const render::Scene&()> m_scene;
    std::function<void(Made)> m_take;
    std::optional<Wish> m_running;
    std::optional<Wish> m_next;
    int m_job = 0;
    QElapsedTimer m_started;
    QElapsedTimer m_sincePicture;
};

} // namespace observo::mapview
