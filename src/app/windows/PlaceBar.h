// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <QFrame>
#include <QString>

#include <memory>
#include <optional>

namespace Ui {
class PlaceBar;
}

namespace observo::app {

class Workbench;

/// Takes the coordinates of a new camera in any form while the new-camera tool is in hand. It lies over the head of the
/// map, which must not move under the hand that is about to click.
class PlaceBar : public QFrame {
    Q_OBJECT

public:
    PlaceBar(Workbench& workbench, QWidget* map);
    ~PlaceBar() override;

    /// Empties it for the next camera.
    void begin();
    /// Goes on with what was typed over the map.
    void type(const QString& start);

signals:
    void placeWanted(observo::LonLat place);
    void leaveWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void read();
    void place();
    void settle();

    std::unique_ptr<Ui::PlaceBar> m_ui;
    Workbench& m_workbench;
    std::optional<LonLat> m_place;
};

} // namespace observo::app
