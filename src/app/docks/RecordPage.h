// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/DraftKeeper.h"
#include "desk/Workbench.h"
#include "forms/FieldForm.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>
#include <optional>

namespace Ui {
class RecordPage;
}

namespace observo::app {

/// The form of one record with its filter, its verbs and its draft: Enter applies everything typed as one change set,
/// Esc takes it back, what is unfinished survives a crash.
class RecordPage : public QWidget {
    Q_OBJECT

public:
    RecordPage(Workbench& workbench, DraftKeeper& drafts, RecordKind kind, QWidget* parent = nullptr);
    ~RecordPage() override;

    /// Shows a record; nothing empties the page and says `why`. What was typed into another record is applied first.
    void show(std::optional<Record> record, const QString& why = {});
    [[nodiscard]] bool isDirty() const { return m_form->model().isDirty(); }
    /// Hands over what is typed. False when something of it cannot be taken: the page stays on it.
    bool apply();
    void revert();
    [[nodiscard]] FieldForm& form() { return *m_form; }
    void takeDraft(const Draft& draft);

signals:
    /// Ctrl+Enter: applied, and the next camera is wanted.
    void nextWanted();
    /// Esc with nothing to take back.
    void leaveWanted();
    /// Another record was wanted while something typed here cannot be taken; it waits as a draft.
    void leftUnfinished();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void noteEdited();
    void noteChanged(const ChangeSet& changes);
    void notePreview();
    void askBeforeRevert();
    void showState();
    void check();
    void noteOutcome(const Draft& typed, const Workbench::Outcome& outcome);
    void takeBackBase();
    void saveDraft();
    void dropDraft();
    [[nodiscard]] Draft draft() const;

    std::unique_ptr<Ui::RecordPage> m_ui;
    Workbench& m_workbench;
    DraftKeeper& m_drafts;
    RecordKind m_kind;
    FieldForm* m_form = nullptr;
    QTimer m_draftTimer;
    std::optional<std::chrono::steady_clock::time_point> m_draftDue;
    bool m_previewing = false;
};

} // namespace observo::app
