// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/SearchResults.h"

#include "observo/core/ChangeSet.h"

#include <QLineEdit>

#include <vector>

class QFrame;
class QListWidget;

namespace observo::app {

class Workbench;

/// The one search box: cameras, streets, coordinates in any form, commands. The list under it never takes the keys.
class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    SearchBox(Workbench& workbench, QWidget* window);

    void begin();
    [[nodiscard]] const std::vector<SearchResult>& results() const { return m_results; }

signals:
    void cameraWanted(const observo::CameraId& camera);
    void placeWanted(observo::LonLat place);
    void siteWanted(const std::string& code);
    void commandWanted(observo::app::Command command);
    void leaveWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void search();
    void showResults();
    void take(int row);
    void readSites();
    void note(const ChangeSet& changes);

    Workbench& m_workbench;
    QFrame* m_popup = nullptr;
    QListWidget* m_list = nullptr;
    SearchGround m_ground;
    std::vector<SearchResult> m_results;
    int m_job = 0;
    int m_searching = 0;       ///< while what is typed is searched for
    bool m_takesFirst = false; ///< Enter came before the results
};

} // namespace observo::app
