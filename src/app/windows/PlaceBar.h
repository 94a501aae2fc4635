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

/// Takes the coordinates of a new camera in any form while the new-camera tool is in hand.
class PlaceBar : public QFrame {
    Q_OBJECT

public:
    explicit PlaceBar(Workbench& workbench, QWidget* parent = nullptr);
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

private:
    void read();
    void place();

    std::unique_ptr<Ui::PlaceBar> m_ui;
    Workbench& m_workbench;
    std::optional<LonLat> m_place;
};

} // namespace observo::app
