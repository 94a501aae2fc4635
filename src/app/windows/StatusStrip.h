// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/jobs/Jobs.h"
#include "observo/render/Viewport.h"

#include <QFrame>
#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class StatusStrip;
}

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class Workbench;

/// The foot of the window: where the cursor is and in which system, the scale, whether all is saved, what runs.
class StatusStrip : public QFrame {
    Q_OBJECT

public:
    StatusStrip(Workbench& workbench, mapview::MapWidget& map, QWidget* parent = nullptr);
    ~StatusStrip() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectParts();
    void buildScales();
    void showPlace(std::optional<LonLat> place);
    void showScale();
    void showSaved(const QString& utc);
    void noteSaving();
    void showWriteState();
    void showJobs();

    std::unique_ptr<Ui::StatusStrip> m_ui;
    Workbench& m_workbench;
    mapview::MapWidget& m_map;
    std::optional<LonLat> m_place;
    QString m_lastSaved;
    int m_shownJob = 0;
    QTimer m_late;    ///< runs until it is worth saying that something is being saved
    QTimer m_lateJob; ///< and that a job runs
};

} // namespace observo::app
