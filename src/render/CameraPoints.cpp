// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraPoints.h"

#include "LocalProjection.h"

#include "observo/coverage/FieldOfView.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace observo::render {
namespace {

/// What is known of one snapshot. It holds the inventory, so that its identity cannot be another's meanwhile.
struct Known {
    Inventory cameras;
    std::map<int, std::shared_ptr<const CameraPoints>> points; ///< by map system
    std::optional<Metres> longestRange;
};

constexpr std::size_t kKept = 2; // the present and the one before: undo and redo

/// The few snapshots that pictures are made of, the latest first.
class KnownSnapshots {
public:
    /// Calls `use` with what is known of a snapshot, under the lock.
    template <typename Use>
    auto with(const Inventory& cameras, Use use)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_known.begin(), m_known.end(), [&](const Known& known) {
            return known.cameras.identity() == cameras.identity();
        });
        if (found != m_known.end()) {
            m_known.splice(m_known.begin(), m_known, found);
        } else {
            m_known.push_front(Known{.cameras = cameras, .points = {}, .longestRange = std::nullopt});
            m_known.resize(std::min(m_known.size(), kKept));
        }
        return use(m_known.front());
    }

private:
    std::mutex m_mutex;
    std::list<Known> m_known;
};

KnownSnapshots& knownSnapshots()
{
    static KnownSnapshots snapshots;
    return snapshots;
}

std::shared_ptr<const CameraPoints> projectAll(const Inventory& cameras, const geo::Projection& projection)
{
    auto points = std::make_shared<CameraPoints>();
    points->reserve(cameras.size());
    cameras.forEach([&](const CameraRow& row) {
        points->push_back({row.position.lon, row.position.lat});
        return true;
    });
    projection.project(*points);
    return points;
}

/// Hands rows on to the visitor unless filter or preview keep them back.
class Gate {
public:
    Gate(const Scene& scene, const geo::MapBox& window, const std::function<bool(const CameraRow&, MapPoint)>& visit)
        : m_scene(scene), m_window(window), m_visit(visit)
    {}

    bool pass(const CameraRow& row, MapPoint point)
    {
        if (!m_window.contains(point)) { // NaN is in no window
            return true;
        }
        const bool isReplaced = m_scene.preview && m_scene.preview->id == row.id;
        const bool isHidden = m_scene.shown && !m_scene.shown->contains(row.id);
        if (isReplaced || isHidden) {
            return true;
        }
        m_isStopped = !m_visit(row, point);
        return !m_isStopped;
    }
    bool isStopped() const { return m_isStopped; }

private:
    const Scene& m_scene;
    const geo::MapBox& m_window;
    const std::function<bool(const CameraRow&, MapPoint)>& m_visit;
    bool m_isStopped = false;
};

/// True every 4096th time when the picture is not wanted any more.
class Stop {
public:
    explicit Stop(const Progress& progress) : m_progress(progress) {}
    bool isDue() { return (++m_count & 0xFFFU) == 0 && m_progress.cancelled(); }

private:
    const Progress& m_progress;
    unsigned m_count = 0;
};

bool isMostOf(const GeoBox& window, const GeoBox& all)
{
    const double width = std::min(window.east, all.east) - std::max(window.west, all.west);
    const double height = std::min(window.north, all.north) - std::max(window.south, all.south);
    const double share = std::max(width, 0.0) * std::max(height, 0.0);
    return share >= 0.2 * (all.east - all.west) * (all.north - all.south);
}

void visitAll(const Inventory& cameras, const CameraPoints& points, Gate& gate, const Progress& progress)
{
    Stop stop(progress);
    std::size_t index = 0;
    cameras.forEach([&](const CameraRow& row) { return gate.pass(row, points[index++]) && !stop.isDue(); });
}

void visitBox(const Inventory& cameras, const geo::Projection& projection, const GeoBox& box, Gate& gate,
              const Progress& progress)
{
    Stop stop(progress);
    cameras.forEach(
        box, [&](const CameraRow& row) { return gate.pass(row, projection.project(row.position)) && !stop.isDue(); });
}

} // namespace

std::shared_ptr<const CameraPoints> cameraPoints(const Inventory& cameras, const geo::Projection& projection)
{
    const auto known = knownSnapshots().with(cameras, [&](Known& snapshot) {
        const auto found = snapshot.points.find(projection.epsg());
        return found == snapshot.points.end() ? nullptr : found->second;
    });
    if (known) {
        return known;
    }
    // Outside the lock: another picture may want what is known already. Two at once do the same work twice, no harm.
    auto points = projectAll(cameras, projection);
    return knownSnapshots().with(cameras, [&](Known& snapshot) {
        return snapshot.points.insert_or_assign(projection.epsg(), points).first->second;
    });
}

Metres longestRange(const Inventory& cameras)
{
    if (const auto known =
            knownSnapshots().with(cameras, [](const Known& snapshot) { return snapshot.longestRange; })) {
        return *known;
    }
    Metres longest;
    cameras.forEach([&](const CameraRow& row) {
        if (const auto view = coverage::viewOf(row)) {
            longest = std::max(longest, view->range);
        }
        return true;
    });
    knownSnapshots().with(cameras, [&](Known& snapshot) { return snapshot.longestRange = longest; });
    return longest;
}

void forEachCamera(const Scene& scene, const geo::Projection& projection, const geo::MapBox& window,
                   const Progress& progress, const std::function<bool(const CameraRow&, MapPoint)>& visit)
{
    Gate gate(scene, window, visit);
    const GeoBox box = geoBoxOf(projection, window);
    if (isMostOf(box, scene.cameras.extent())) {
        visitAll(scene.cameras, *cameraPoints(scene.cameras, projection), gate, progress);
    } else {
        visitBox(scene.cameras, projection, box, gate, progress);
    }
    if (!scene.preview || gate.isStopped() || progress.cancelled()) {
        return;
    }
    const MapPoint point = projection.project(scene.preview->position);
    if (window.contains(point)) {
        visit(rowOf(*scene.preview), point);
    }
}

} // namespace observo::render
