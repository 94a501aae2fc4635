// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Workbench.h"

#include "EditText.h"
#include "Numbers.h"
#include "Preferences.h"
#include "Text.h"

#include "observo/coverage/FieldOfView.h"
#include "observo/geo/Crs.h"

#include <chrono>
#include <utility>

namespace observo::app {

namespace {

constexpr std::chrono::seconds kPollEvery{5};

Error noCensus()
{
    return Error{.code = ErrorCode::CensusMissing, .what = "no census is open"};
}

} // namespace

Workbench::Workbench(Preferences& preferences, QObject* parent) : QObject(parent), m_preferences(preferences)
{
    m_pollTimer.setInterval(kPollEvery);
    connect(&m_pollTimer, &QTimer::timeout, this, &Workbench::poll);
}

Workbench::~Workbench()
{
    m_jobs.cancelAll();
}

census::Session& Workbench::session()
{
    expects(m_session != nullptr);
    return *m_session;
}

void Workbench::adopt(std::unique_ptr<census::Session> session)
{
    close();
    m_session = std::move(session);
    m_session->onChanged([this](const ChangeSet& changes) { ring(changes); });
    m_wasWritable = m_session->writeState().writable;
    m_pollTimer.start();
    emit opened();
    emit shownSystemChanged();
    emit writeStateChanged();
}

void Workbench::close()
{
    if (!m_session) {
        return;
    }
    m_pollTimer.stop();
    m_selection.clear();
    setPreview(std::nullopt);
    m_shown.reset();
    m_last.reset();
    m_session.reset();
    emit closed();
}

bool Workbench::isWritable() const
{
    return m_session && m_session->writeState().writable;
}

std::optional<Error> Workbench::whyReadOnly() const
{
    return m_session ? m_session->writeState().why : std::nullopt;
}

census::CheckSources Workbench::checkSources()
{
    return {.today = isoToday(), .groundSpan = [](const Camera& camera) { return coverage::groundSpan(camera); }};
}

bool Workbench::perform(ChangeSet changes)
{
    const auto committed = tryPerform(std::move(changes));
    if (!committed) {
        emit failed(committed.error());
    }
    return committed.has_value();
}

Result<census::Committed> Workbench::tryPerform(ChangeSet changes)
{
    if (!m_session) {
        return fail(noCensus());
    }
    if (changes.isEmpty()) {
        return census::Committed{.changes = std::move(changes), .at = {}};
    }
    m_ownEdit = true;
    auto committed = m_session->perform(std::move(changes));
    m_ownEdit = false;
    if (committed) {
        tell(committed);
    }
    noteWriteState();
    return committed;
}

void Workbench::undo()
{
    if (m_session) {
        tell(m_session->undo());
        noteWriteState();
    }
}

void Workbench::redo()
{
    if (m_session) {
        tell(m_session->redo());
        noteWriteState();
    }
}

void Workbench::tell(const Result<census::Committed>& committed)
{
    if (!committed) {
        emit failed(committed.error());
        return;
    }
    emit saved(toText(committed->at));
    emit noticed(noticeOf(committed->changes), m_session->undoLabel().has_value());
}

void Workbench::noteWriteState()
{
    // The first edit takes the lock: only then may it turn out that somebody else has it.
    if (isWritable() != m_wasWritable) {
        m_wasWritable = isWritable();
        emit writeStateChanged();
    }
}

void Workbench::ring(const ChangeSet& changes)
{
    for (const auto& change : changes.changes) {
        const auto* camera = std::get_if<Camera>(&change.record());
        if (camera == nullptr) {
            continue;
        }
        if (change.isRemoved()) {
            m_selection.remove(camera->id);
        } else if (m_ownEdit) {
            m_last = *camera;
        }
        if (m_preview && m_preview->id == camera->id) {
            setPreview(std::nullopt);
        }
    }
    emit changed(changes);
}

void Workbench::poll()
{
    const auto polled = m_session->poll();
    const bool told = isWritable() != m_wasWritable;
    noteWriteState();
    if (!polled && !told && isWritable()) {
        emit failed(polled.error());
    }
}

Result<Camera> Workbench::camera(CameraId id)
{
    if (!m_session) {
        return fail(noCensus());
    }
    return m_session->reader().camera(id);
}

std::optional<Camera> Workbench::chosen()
{
    const auto id = m_selection.single();
    if (!id) {
        return std::nullopt;
    }
    auto found = camera(*id);
    return found ? std::optional(std::move(*found)) : std::nullopt;
}

std::vector<Camera> Workbench::allChosen()
{
    std::vector<Camera> cameras;
    for (const auto& id : m_selection.ids()) {
        if (auto found = camera(id)) {
            cameras.push_back(std::move(*found));
        }
    }
    return cameras;
}

void Workbench::setPreview(std::optional<Camera> camera)
{
    if (camera != m_preview) {
        m_preview = std::move(camera);
        emit previewChanged();
    }
}

void Workbench::setShown(std::optional<std::set<CameraId>> shown)
{
    if (shown != m_shown) {
        m_shown = std::move(shown);
        emit shownChanged();
    }
}

Camera Workbench::newCameraLike() const
{
    Camera like = m_last.value_or(Camera{});
    // A new camera stands on a site of its own and looks where somebody says, not where the last one did.
    like.siteCode.clear();
    like.direction.reset();
    like.panMin.reset();
    like.panMax.reset();
    like.positionMethod = "map_click";
    like.positionAccuracy.reset();
    return like;
}

int Workbench::shownSystem() const
{
    if (const int chosen = m_preferences.shownSystem(); chosen != 0) {
        return chosen;
    }
    const auto working = isOpen() ? m_session->census().crsEpsg : std::nullopt;
    return working ? static_cast<int>(*working) : geo::Crs::storage().epsg();
}

void Workbench::setShownSystem(int epsg)
{
    if (epsg != shownSystem()) {
        m_preferences.setShownSystem(epsg);
        emit shownSystemChanged();
    }
}

void Workbench::say(const QString& text)
{
    emit noticed(text, false);
}

void Workbench::announce(const Error& error)
{
    emit failed(error);
}

void Workbench::goTo(CameraId id)
{
    if (!m_session) {
        return;
    }
    if (const auto row = m_session->inventory().find(id)) {
        emit wentTo(row->position);
    }
}

void Workbench::goTo(LonLat place)
{
    emit wentTo(place);
}

} // namespace observo::app
