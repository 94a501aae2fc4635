// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Transform.h"

#include "systems/OperationChoice.h"
#include "systems/ProjContext.h"

#include <cmath>
#include <limits>
#include <utility>

namespace observo::geo {

/// Each transform has a context of its own: it may be made in one thread, used in another and end in a third.
struct Transform::Body {
    ProjContext context;
    ProjObject object;
    ChosenOperation chosen;
    std::string fromId;
    std::string toId;
};

namespace {

/// Millions of points a call keep PROJ from seeing a cancel; the callers' batches are smaller.
std::size_t transformAll(PJ* object, PJ_DIRECTION direction, std::span<MapPoint> points)
{
    if (points.empty()) {
        return 0;
    }
    constexpr auto kStride = sizeof(MapPoint);
    proj_trans_generic(object, direction, &points.front().x, kStride, points.size(), &points.front().y, kStride,
                       points.size(), nullptr, 0, 0, nullptr, 0, 0);
    std::size_t failed = 0;
    for (auto& point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
            point = {kNaN, kNaN};
            ++failed;
        }
    }
    return failed;
}

Result<MapPoint> transformOne(PJ* object, PJ_DIRECTION direction, MapPoint point, const std::string& system)
{
    auto moved = point;
    if (transformAll(object, direction, {&moved, 1}) != 0) {
        return fail(ErrorCode::InvalidArgument,
                    "the coordinates " + std::to_string(point.x) + ", " + std::to_string(point.y) +
                        " are no place in " + system,
                    "check the numbers and their order (east or longitude first)");
    }
    return moved;
}

} // namespace

Transform::Transform(std::unique_ptr<Body> body) : m_body(std::move(body)) {}
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;
Transform::~Transform() = default;

Result<Transform> Transform::between(const Crs& from, const Crs& to, const GeoBox& area)
{
    auto chosen = chooseOperation(from, to, area);
    if (!chosen) {
        return fail(std::move(chosen.error()));
    }
    auto body = std::make_unique<Body>();
    body->context = makeProjContext();
    body->object.reset(proj_create(body->context.get(), chosen->pipeline.c_str()));
    body->chosen = std::move(*chosen);
    body->fromId = from.id();
    body->toId = to.id();
    if (body->object == nullptr) {
        return fail(ErrorCode::Internal, "PROJ cannot use its own operation " + body->chosen.operation.name);
    }
    return Transform(std::move(body));
}

const Operation& Transform::operation() const
{
    return m_body->chosen.operation;
}

Transform Transform::clone() const
{
    auto body = std::make_unique<Body>();
    body->context = makeProjContext();
    body->object.reset(proj_create(body->context.get(), m_body->chosen.pipeline.c_str()));
    body->chosen = m_body->chosen;
    body->fromId = m_body->fromId;
    body->toId = m_body->toId;
    expects(body->object != nullptr); // the same text made the first one
    return Transform(std::move(body));
}

Result<MapPoint> Transform::forward(MapPoint from) const
{
    return transformOne(m_body->object.get(), PJ_FWD, from, m_body->fromId);
}

Result<MapPoint> Transform::backward(MapPoint to) const
{
    return transformOne(m_body->object.get(), PJ_INV, to, m_body->toId);
}

std::size_t Transform::forward(std::span<MapPoint> points) const
{
    return transformAll(m_body->object.get(), PJ_FWD, points);
}

std::size_t Transform::backward(std::span<MapPoint> points) const
{
    return transformAll(m_body->object.get(), PJ_INV, points);
}

} // namespace observo::geo
