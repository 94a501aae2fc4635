// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Selection.h"

#include "observo/census/Check.h"
#include "observo/census/Session.h"
#include "observo/core/Camera.h"
#include "observo/core/ChangeSet.h"
#include "observo/jobs/Jobs.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace observo::app {

class Preferences;

/// What the window works on: the open census, what is chosen, what is being tried out before it is committed. Tools,
/// docks and dialogs change the census only through here, so that each edit is told, counted and undone in one way.
class Workbench : public QObject {
    Q_OBJECT

public:
    explicit Workbench(Preferences& preferences, QObject* parent = nullptr);
    ~Workbench() override;

    [[nodiscard]] jobs::Jobs& jobs() { return m_jobs; }
    [[nodiscard]] Preferences& preferences() { return m_preferences; }
    [[nodiscard]] Selection& selection() { return m_selection; }

    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    /// Only while a census is open.
    [[nodiscard]] census::Session& session();
    void adopt(std::unique_ptr<census::Session> session);
    void close();
    [[nodiscard]] bool isWritable() const;
    [[nodiscard]] std::optional<Error> whyReadOnly() const;
    /// The rules' sources: today, and what the optics say.
    [[nodiscard]] static census::CheckSources checkSources();

    /// Commits and says so; a refusal is announced by `failed`. An empty set is nothing to do and succeeds.
    bool perform(ChangeSet changes);
    /// The same, with the refusal for the caller to show beside its field.
    [[nodiscard]] Result<census::Committed> tryPerform(ChangeSet changes);
    void undo();
    void redo();

    [[nodiscard]] Result<Camera> camera(CameraId id);
    /// The one chosen camera as the census holds it.
    [[nodiscard]] std::optional<Camera> chosen();
    /// All chosen cameras that still live.
    [[nodiscard]] std::vector<Camera> allChosen();

    /// A camera being placed, aimed or edited: shown everywhere at once, saved nowhere yet.
    void setPreview(std::optional<Camera> camera);
    [[nodiscard]] const std::optional<Camera>& preview() const { return m_preview; }

    /// The cameras that pass the table's filter; nothing: all.
    void setShown(std::optional<std::set<CameraId>> shown);
    [[nodiscard]] const std::optional<std::set<CameraId>>& shown() const { return m_shown; }

    /// The settings a new camera starts with: those of the one last placed or edited, without its place and aim.
    [[nodiscard]] Camera newCameraLike() const;

    /// The system in which coordinates are shown and typed.
    [[nodiscard]] int shownSystem() const;
    void setShownSystem(int epsg);

    void say(const QString& text);
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
    void saved(const QString& utc);
    void noticed(const QString& text, bool canBeUndone);
    void failed(const observo::Error& error);
    void wentTo(observo::LonLat place);

private:
    void ring(const ChangeSet& changes);
    void tell(const Result<census::Committed>& committed);
    void noteWriteState();
    void poll();

    Preferences& m_preferences;
    jobs::Jobs m_jobs;
    Selection m_selection;
    std::unique_ptr<census::Session> m_session;
    std::optional<Camera> m_preview;
    std::optional<std::set<CameraId>> m_shown;
    std::optional<Camera> m_last;
    QTimer m_pollTimer;
    bool m_wasWritable = false;
    bool m_ownEdit = false;
};

} // namespace observo::app
