// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Workbench.h"

#include "Numbers.h"
#include "Preferences.h"

#include "observo/coverage/FieldOfView.h"
#include "observo/geo/Crs.h"

#include <chrono>
#include <utility>

namespace observo::app {

namespace {

constexpr std::chrono::seconds kPollEvery{5};
constexpr std::chrono::milliseconds kRereadAfter{40};
/// Longer than a commit on a good disk, shorter than a person notices.
constexpr std::chrono::milliseconds kPatience{10};
constexpr std::size_t kMostRead = 500;
constexpr const char* kElsewhere = "Edited elsewhere";

Error noCensus()
{
    return Error{.code = ErrorCode::CensusMissing, .what = "no census is open"};
}

} // namespace

Workbench::Workbench(Preferences& preferences, QObject* parent) : QObject(parent), m_preferences(preferences)
{
    m_pollTimer.setInterval(kPollEvery);
    connect(&m_pollTimer, &QTimer::timeout, this, &Workbench::look);
    m_rereadTimer.setSingleShot(true);
    m_rereadTimer.setInterval(kRereadAfter);
    connect(&m_rereadTimer, &QTimer::timeout, this, &Workbench::readable);
}

Workbench::~Workbench()
{
    m_queue.reset(); // before the other jobs are stopped: what waits is written
    m_jobs.cancelAll();
}

const CensusView& Workbench::view() const
{
    expects(m_queue != nullptr);
    return m_queue->view();
}

census::Reader& Workbench::reader()
{
    expects(m_reader != nullptr);
    return *m_reader;
}

void Workbench::adopt(OpenedCensus opened)
{
    close();
    m_reader = std::move(opened.reader);
    m_reader->setPatience(kPatience);
    m_queue = std::make_unique<EditQueue>(m_jobs, std::move(opened.session),
                                          [this](EditQueue::News news) { take(std::move(news)); });
    m_queue->setReadsCopy(m_reader->isCopy());
    connect(m_queue.get(), &EditQueue::savingChanged, this, &Workbench::savingChanged);
    m_wasWritable = isWritable();
    m_pollTimer.start();
    emit this->opened();
    emit shownSystemChanged();
    emit writeStateChanged();
}

void Workbench::close()
{
    if (!m_queue) {
        return;
    }
    m_pollTimer.stop();
    m_selection.clear();
    setPreview(std::nullopt);
    m_queue.reset();
    m_reader.reset();
    m_saving.reset();
    m_shown.reset();
    m_last.reset();
    m_read.clear();
    emit closed();
}

void Workbench::leave(std::function<void()> then)
{
    if (!m_queue) {
        then();
        return;
    }
    // Forms and tools hand over what they hold when the selection goes.
    m_selection.clear();
    m_queue->whenDone(this, [this, then = std::move(then)] {
        if (isSaving()) {
            leave(then);
            return;
        }
        close();
        then();
    });
}

std::optional<Error> Workbench::whyReadOnly() const
{
    return isOpen() ? view().state.why : std::nullopt;
}

std::optional<std::string> Workbench::undoLabel() const
{
    if (!isOpen()) {
        return std::nullopt;
    }
    auto waiting = m_queue->pendingLabel();
    return waiting ? waiting : view().undoLabel;
}

std::optional<std::string> Workbench::redoLabel() const
{
    return isOpen() ? view().redoLabel : std::nullopt;
}

census::CheckSources Workbench::checkSources()
{
    return {.today = isoToday(), .groundSpan = [](const Camera& camera) { return coverage::groundSpan(camera); }};
}

/// The edit shown as waiting may have come to its end, or another one of the same camera may wait behind it.
void Workbench::showSaving()
{
    if (!m_saving) {
        return;
    }
    const auto waiting = m_queue->pending(m_saving->id.uuid);
    m_saving = waiting ? std::optional(std::get<Camera>(*waiting)) : std::nullopt;
    emit previewChanged();
}

void Workbench::noteWriteState()
{
    // The first edit takes the lock: only then may it turn out that somebody else has it.
    if (isWritable() != m_wasWritable) {
        m_wasWritable = isWritable();
        emit writeStateChanged();
    }
}

void Workbench::take(EditQueue::News news)
{
    if (news.reader) {
        m_reader = std::move(news.reader);
        m_reader->setPatience(kPatience);
    }
    // Whoever was writing has written: what could not be read a moment ago is not held against the next reading.
    const bool wasHeldUp = m_rereadTimer.isActive();
    m_rereadTimer.stop();
    showSaving();
    for (const auto& notice : news.notices) {
        ring(notice);
    }
    noteWriteState();
    if (wasHeldUp) {
        emit readable();
    }
}

void Workbench::ring(const ChangeSet& changes)
{
    if (changes.isEmpty()) {
        m_read.clear();
    }
    for (const auto& change : changes.changes) {
        const auto* camera = std::get_if<Camera>(&change.record());
        if (camera == nullptr) {
            continue;
        }
        m_read.erase(camera->id);
        if (change.isRemoved()) {
            m_selection.remove(camera->id);
        }
        // What somebody is trying out goes on after an own edit, but not over what others have written.
        const bool isTried = m_tried && m_tried->id == camera->id;
        if (isTried && (change.isRemoved() || changes.label == kElsewhere)) {
            setPreview(std::nullopt);
        }
    }
    emit changed(changes);
}

void Workbench::notePolled(const Outcome& outcome)
{
    const bool told = isWritable() != m_wasWritable;
    noteWriteState();
    if (!outcome && !told && isWritable()) {
        emit failed(outcome.error());
    }
}

void Workbench::rereadSoon()
{
    if (!m_rereadTimer.isActive()) {
        m_rereadTimer.start();
    }
}

Result<Camera> Workbench::camera(CameraId id)
{
    if (!m_queue) {
        return fail(noCensus());
    }
    if (const auto waiting = m_queue->pending(id.uuid)) {
        return std::get<Camera>(*waiting);
    }
    // After one refusal the others need not wait for theirs.
    auto found = m_rereadTimer.isActive() ? Result<Camera>(fail(ErrorCode::CensusLocked, "somebody is writing"))
                                          : m_reader->camera(id);
    if (found) {
        if (m_read.size() >= kMostRead) {
            m_read.clear();
        }
        m_read.insert_or_assign(id, *found);
    } else if (found.error().code == ErrorCode::CensusLocked) {
        rereadSoon();
        if (const auto known = m_read.find(id); known != m_read.end()) {
            return known->second;
        }
    }
    return found;
}

Record Workbench::latest(Record record) const
{
    auto waiting = m_queue->pending(uuidOf(record));
    return waiting ? std::move(*waiting) : std::move(record);
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

void Workbench::setPreview(std::optional<Camera> camera)
{
    if (camera != m_tried) {
        m_tried = std::move(camera);
        emit previewChanged();
    }
}

void Workbench::setShown(CameraSet shown)
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
    const auto working = isOpen() ? census().crsEpsg : std::nullopt;
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

void Workbench::sayDone(const QString& text)
{
    emit noticed(text, undoLabel().has_value());
}

void Workbench::announce(const Error& error)
{
    emit failed(error);
}

void Workbench::goTo(CameraId id)
{
    if (!isOpen()) {
        return;
    }
    if (const auto waiting = m_queue->pending(id.uuid)) {
        emit wentTo(std::get<Camera>(*waiting).position);
    } else if (const auto row = inventory().find(id)) {
        emit wentTo(row->position);
    }
}

void Workbench::goTo(LonLat place)
{
    emit wentTo(place);
}

} // namespace observo::app
