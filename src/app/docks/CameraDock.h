// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/DraftKeeper.h"
#include "desk/Selection.h"

#include "observo/core/Camera.h"
#include "observo/core/Inventory.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace Ui {
class CameraDock;
}

class QMenu;

namespace observo::app {

class Commands;
class HistoryPage;
class RecordPage;
class SeveralPage;
class SummaryPage;
class Workbench;

/// The inspector: the chosen camera with its site and system, several cameras, or the summary of the census.
class CameraDock : public QFrame {
    Q_OBJECT

public:
    CameraDock(Workbench& workbench, Commands& commands, DraftKeeper& drafts, QWidget* parent = nullptr);
    ~CameraDock() override;

    /// Puts the keys into the form.
    void edit();
    void openStatusMenu();
    /// Hands over what is typed on every page; false when something cannot be taken.
    bool applyAll();
    /// Something typed is neither saved nor handed over.
    [[nodiscard]] bool isDirty() const;
    /// Shows the draft's record with what was typed into it.
    void takeDraft(const Draft& draft);
    [[nodiscard]] RecordPage& cameraPage() { return *m_camera; }
    [[nodiscard]] RecordPage& sitePage() { return *m_site; }
    [[nodiscard]] RecordPage& systemPage() { return *m_system; }
    [[nodiscard]] SeveralPage& severalPage() { return *m_several; }

signals:
    void listWanted(const observo::app::CameraSet& cameras, const QString& title);
    void nextWanted();
    void leaveWanted();
    void leftUnfinished();

private:
    void buildPages(Commands& commands, DraftKeeper& drafts);
    void buildHead(Commands& commands);
    void refresh();
    void showCamera(const Camera& camera);
    void showUnread(const CameraRow& row);
    void showHead(const Camera& camera);
    void showBelongings(const Camera& camera);
    [[nodiscard]] QString unread(const Error& error);
    void offerCodes();
    void changeStatus(const QString& code);

    std::unique_ptr<Ui::CameraDock> m_ui;
    Workbench& m_workbench;
    QMenu* m_statusMenu = nullptr;
    SummaryPage* m_summary = nullptr;
    SeveralPage* m_several = nullptr;
    RecordPage* m_camera = nullptr;
    RecordPage* m_site = nullptr;
    RecordPage* m_system = nullptr;
    HistoryPage* m_history = nullptr;
};

} // namespace observo::app
