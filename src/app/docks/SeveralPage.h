// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Workbench.h"
#include "forms/FormModel.h"
#include "models/CommonCamera.h"

#include "observo/core/ChangeSet.h"

#include <QWidget>

#include <memory>
#include <set>

class QMenu;

namespace Ui {
class SeveralPage;
}

namespace observo::app {

class Commands;
class FieldForm;

/// What the inspector shows of several cameras: how many, what can be done to all at once, and one form over all of
/// them, which shows the values they share and writes what is typed into every one.
class SeveralPage : public QWidget {
    Q_OBJECT

public:
    SeveralPage(Workbench& workbench, Commands& commands, QMenu& statusMenu, QWidget* parent);
    ~SeveralPage() override;

    void refresh();
    /// No cameras to speak of: what was typed is applied first.
    void leave();
    /// Writes what was typed into all cameras as one edit; false when something cannot be taken.
    bool apply();
    [[nodiscard]] FieldForm& form() { return *m_form; }

signals:
    void leaveWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showTitle();
    void read();
    void take(CommonCamera common);
    void revert();
    void showState();
    void noteOutcome(const std::set<CameraId>& cameras, const FormModel::Typed& typed,
                     const Workbench::Outcome& outcome);

    std::unique_ptr<Ui::SeveralPage> m_ui;
    Workbench& m_workbench;
    FieldForm* m_form = nullptr;
    std::set<CameraId> m_cameras; ///< that the form is about
    int m_job = 0;
    bool m_leaving = false;
};

} // namespace observo::app
