// SPDX-License-Identifier: GPL-3.0-or-later
#include "PictureMaker.h"

#include "MapFrame.h"

#include <utility>

namespace observo::mapview {
namespace {

/// A person who zooms and zooms should see a true picture now and then.
constexpr qint64 kLongestWithoutPicture = 250;

} // namespace

PictureMaker::PictureMaker(jobs::Jobs& jobs, QObject* owner, std::function<const render::Scene&()> scene,
                           std::function<void(Made)> take)
    : m_jobs(&jobs), m_owner(owner), m_scene(std::move(scene)), m_take(std::move(take))
{
    m_sincePicture.start();
}

PictureMaker::~PictureMaker()
{
    if (m_jobs && m_running) {
        m_jobs->cancel(m_job);
    }
}

void PictureMaker::ask(const Wish& wish)
{
    if (wish.view.size.isEmpty() || !m_jobs) {
        return;
    }
    if (!m_running) {
        start(wish);
        return;
    }
    m_next = wish;
    if (isUseless(*m_running, wish)) {
        m_jobs->cancel(m_job);
    }
}

bool PictureMaker::isUseless(const Wish& running, const Wish& wish) const
{
    const render::Viewport picture = oversized(running.view, marginFor(running.view));
    return !covers(picture, wish.view) && m_sincePicture.elapsed() < kLongestWithoutPicture;
}

void PictureMaker::start(const Wish& wish)
{
    m_running = wish;
    m_next.reset();
    m_started.start();
    render::Scene scene = m_scene();
    const int margin = marginFor(wish.view);
    scene.overscan = margin;
    m_job = m_jobs->start(
        QString(),
        [scene = std::move(scene), view = oversized(wish.view, margin)](const Progress& progress) {
            return render::paintMap(scene, view, progress);
        },
        m_owner, [this, wish](Result<render::MapPicture> picture) { finish(wish, std::move(picture)); });
}

void PictureMaker::finish(const Wish& wish, Result<render::MapPicture> picture)
{
    const double milliseconds = static_cast<double>(m_started.nsecsElapsed()) / 1e6;
    const std::optional<Wish> next = m_next;
    m_running.reset();
    // The next one is painted while the widget shows this one.
    if (next) {
        start(*next);
    }
    if (picture) {
        m_sincePicture.start();
        m_take({.picture = std::move(*picture), .wish = wish, .milliseconds = milliseconds});
    }
}

} // namespace observo::mapview
