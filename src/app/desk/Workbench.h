// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/EditQueue.h"
#include "desk/Selection.h"

#include "observo/census/Check.h"
#include "observo/census/Session.h"
#include "observo/core/Camera.h"
#include "observo/core/ChangeSet.h"
#include "observo/jobs/Jobs.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace observo::app {

class Preferences;

/// What the window works on: the open census, what is chosen, what is being tried out before it is committed. Tools,
/// docks and dialogs change the census only through here, so that each edit is told, counted and undone in one way.
/// Edits are written in jobs, in their order; what they change is shown as a preview until it is on disk.
class Workbench : public QObject {
    Q_OBJECT

public:
    using Outcome = EditQueue::Outcome;
    using Then = EditQueue::Then;

    explicit Workbench(Preferences& preferences, QObject* parent = nullptr);
    ~Workbench() override;

    [[nodiscard]] jobs::Jobs& jobs() { return m_jobs; }
    [[nodiscard]] Preferences& preferences() { return m_preferences; }
    [[nodiscard]] Selection& selection() { return m_selection; }

    [[nodiscard]] bool isOpen() const { return m_queue != nullptr; }
    /// The next six only while a census is open.
    [[nodiscard]] const std::filesystem::path& file() const { return view().file; }
    [[nodiscard]] const Census& census() const { return view().census; }
    [[nodiscard]] const Inventory& inventory() const { return view().inventory; }
    /// What undo and redo would take back or do again, empty while that is not known; nothing when there is nothing.
    [[nodiscard]] std::optional<std::string> undoLabel() const;
    [[nodiscard]] std::optional<std::string> redoLabel() const;
    /// For short readings in the GUI thread. It gives up at once while somebody writes (CensusLocked).
    [[nodiscard]] census::Reader& reader();
    /// Something could not be read: `readable` is emitted when it may be tried again.
    void rereadSoon();

    void adopt(OpenedCensus opened);
    /// At once; what still waits is written first, and the caller waits for it.
    void close();
    /// The same without waiting: closes when all is on disk, then calls back.
    void leave(std::function<void()> then);
    [[nodiscard]] bool isWritable() const { return isOpen() && view().state.writable; }
    [[nodiscard]] std::optional<Error> whyReadOnly() const;
    /// The rules' sources: today, and what the optics say.
    [[nodiscard]] static census::CheckSources checkSources();

    /// Hands an edit to the writer. What became of it is announced by `noticed` or `failed`. Nothing to do is no edit.
    void perform(ChangeSet changes);
    /// The same, with a refusal for the caller to show beside its field. Without its `context` it is announced.
    void perform(ChangeSet changes, QObject* context, Then refusedOrDone);
    /// An edit of many records, made in the job of what the census holds by then.
    void perform(EditQueue::Compose compose);
    void perform(EditQueue::Compose compose, QObject* context, Then refusedOrDone);
    /// Places a camera and chooses it; when that is refused it is chosen no longer.
    void place(ChangeSet changes, CameraId id, std::function<void()> refused = {});
    /// A long work on the whole census (an import, a merge) as one edit. Its own end is told by the caller.
    void work(const QString& title, EditQueue::Work work, QObject* context, Then then);
    void undo();
    void redo();
    /// Enters a consultation into the access log.
    void record(census::Consultation consultation, QObject* context, Then then);
    /// A consistent copy of what is open, also when its file was moved or replaced meanwhile.
    void copyTo(const std::filesystem::path& file, QObject* context, Then then);
    /// Somebody is about to edit: what has to be done before is begun.
    void prepare();
    /// Sees at once what other programs did.
    void look();

    /// True while something is not yet on disk; of one record when asked for it.
    [[nodiscard]] bool isSaving() const { return m_queue && m_queue->isSaving(); }
    [[nodiscard]] bool isSaving(const Uuid& uuid) const { return m_queue && m_queue->pending(uuid).has_value(); }
    /// Calls back when all is on disk or refused.
    void whenSaved(QObject* context, std::function<void()> then);

    /// As the census holds it, or as the edits that wait will leave it. CensusLocked while somebody writes.
    [[nodiscard]] Result<Camera> camera(CameraId id);
    /// A record that was read, as the edits that wait will leave it.
    [[nodiscard]] Record latest(Record record) const;
    /// The one chosen camera.
    [[nodiscard]] std::optional<Camera> chosen();

    /// A camera being placed, aimed or edited: shown everywhere at once, saved nowhere yet.
    void setPreview(std::optional<Camera> camera);
    /// What is tried out, or else what an edit that waits will leave.
    [[nodiscard]] const std::optional<Camera>& preview() const { return m_tried ? m_tried : m_saving; }

    /// The cameras that pass the table's filter; nullptr: all.
    void setShown(CameraSet shown);
    [[nodiscard]] const CameraSet& shown() const { return m_shown; }

    /// The settings a new camera starts with: those of the one last placed or edited, without its place and aim.
    [[nodiscard]] Camera newCameraLike() const;

    /// The system in which coordinates are shown and typed.
    [[nodiscard]] int shownSystem() const;
    void setShownSystem(int epsg);

    void say(const QString& text);
    /// Says what an edit of the caller's did, with the way back beside it.
    void sayDone(const QString& text);
    void announce(const Error& error);
    /// Puts a camera in the middle of the map.
    void goTo(CameraId id);
    void goTo(LonLat place);

signals:
    void opened();
    void closed();
    /// The bell of the session: rung when the change is on disk.
    void changed(const observo::ChangeSet& changes);
    void previewChanged();
    void shownChanged();
    void shownSystemChanged();
    void writeStateChanged();
    void savingChanged();
    /// What could not be read because somebody was writing can be read now.
    void readable();
    void saved(const QString& utc);
    void noticed(const QString& text, bool canBeUndone);
    void failed(const observo::Error& error);
    void wentTo(observo::LonLat place);

private:
    [[nodiscard]] const CensusView& view() const;
    void take(EditQueue::News news);
    void ring(const ChangeSet& changes);
    void tell(const Outcome& outcome);
    void tellOrAnnounce(const Outcome& outcome);
    void noteWriteState();
    void notePolled(const Outcome& outcome);
    void edit(ChangeSet changes, Then then);
    void showSaving();

    Preferences& m_preferences;
    jobs::Jobs m_jobs;
    Selection m_selection;
    std::unique_ptr<census::Reader> m_reader;
    std::unique_ptr<EditQueue> m_queue;
    std::unordered_map<CameraId, Camera> m_read; ///< cameras read lately, as the census holds them
    std::optional<Camera> m_tried;               ///< somebody's hand is on it
    std::optional<Camera> m_saving;              ///< of the edit last handed over
    CameraSet m_shown;
    std::optional<Camera> m_last;
    QTimer m_pollTimer;
    QTimer m_rereadTimer;
    bool m_wasWritable = false;
};

} // namespace observo::app
