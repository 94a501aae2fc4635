// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/LineCutter.h"

#include "LocalProjection.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace observo::render {
namespace {

/// Points nearer to the last kept one than this, in pixels, are left out.
constexpr double kFinest = 0.6;

std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 31U;
    value *= 0x9E3779B97F4A7C15ULL;
    return value ^ (value >> 29U);
}

std::uint64_t hashOf(MapPoint point)
{
    return mixed(std::bit_cast<std::uint64_t>(point.x)) +
           0x632BE59BD9B4E019ULL * mixed(std::bit_cast<std::uint64_t>(point.y));
}

void finishRun(LineRun& run, std::vector<LineRun>& runs)
{
    if (run.points.size() > 1) {
        runs.push_back(std::move(run));
    }
    run = {};
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

void SeenSegments::grow()
{
    std::vector<std::uint64_t> old(std::max<std::size_t>(1024, m_slots.size() * 2));
    old.swap(m_slots);
    for (const std::uint64_t key : old) {
        std::size_t slot = key & (m_slots.size() - 1);
        while (key != 0 && m_slots[slot] != 0) {
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        m_slots[slot] = key != 0 ? key : m_slots[slot];
    }
}

bool SeenSegments::insert(MapPoint a, MapPoint b)
{
    if (m_used * 2 >= m_slots.size()) {
        grow();
    }
    const std::uint64_t key = mixed(hashOf(a) + hashOf(b)) | 1U; // a sum is the same in both directions
    std::size_t slot = key & (m_slots.size() - 1);
    while (m_slots[slot] != 0) {
        if (m_slots[slot] == key) {
            return false;
        }
        slot = (slot + 1) & (m_slots.size() - 1);
    }
    m_slots[slot] = key;
    ++m_used;
    return true;
}

LineCutter::LineCutter(const Viewport& viewport, double border)
    : m_viewport(viewport), m_window(boxWithBorder(viewport, border))
{}

/// Liang and Barsky's clipping of a segment by a rectangle.
LineCutter::Piece LineCutter::visiblePart(MapPoint a, MapPoint b) const
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const std::array<std::pair<double, double>, 4> edges{
        {{-dx, a.x - m_window.minX}, {dx, m_window.maxX - a.x}, {-dy, a.y - m_window.minY}, {dy, m_window.maxY - a.y}}};
    Piece piece;
    for (const auto& [towards, room] : edges) {
        if (towards == 0.0) {
            if (room < 0.0) {
                return {1.0, 0.0};
            }
        } else if (towards < 0.0) {
            piece.from = std::max(piece.from, room / towards);
        } else {
            piece.to = std::min(piece.to, room / towards);
        }
    }
    return piece;
}

void LineCutter::cut(std::span<const MapPoint> line, std::vector<LineRun>& runs, SeenSegments* seen) const
{
    LineRun run;
    double passed = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF a = m_viewport.toPixel(line[i - 1]);
        const QPointF b = m_viewport.toPixel(line[i]);
        const double length = distance(a, b);
        const Piece piece = visiblePart(line[i - 1], line[i]);
        const bool isDrawn =
            length > 0.0 && !piece.isEmpty() && (seen == nullptr || seen->insert(line[i - 1], line[i]));
        if (!isDrawn) {
            // A point repeated does not end the line.
            if (length > 0.0) {
                finishRun(run, runs);
            }
            passed += length;
            continue;
        }
        if (run.points.isEmpty() || piece.from > 0.0) {
            finishRun(run, runs);
            run.start = passed + piece.from * length;
            run.points.append(a + (b - a) * piece.from);
        }
        const QPointF end = a + (b - a) * piece.to;
        const bool isLast = piece.to < 1.0 || i + 1 == line.size();
        if (isLast || run.points.size() == 1 || distance(run.points.last(), end) >= kFinest) {
            run.points.append(end);
        }
        passed += length;
        if (piece.to < 1.0) {
            finishRun(run, runs);
        }
    }
    finishRun(run, runs);
}

} // namespace observo::render
