// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Commands.h"

#include <QList>
#include <QObject>

#include <map>

class QSplitter;
class QWidget;

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class Workbench;

/// Watches the width of the window. In a narrow one the inspector lies over the map and comes and goes with the chosen
/// camera, and the lists fold; a wide one gets back what it had.
class NarrowLayout : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QWidget& window;
        QSplitter& columns; ///< holds the inspector, last, while the window is wide
        QWidget& mapColumn; ///< under the inspector while it is narrow
        QWidget& inspector;
        Commands& commands;
        Workbench& workbench;
        mapview::MapWidget& map;
    };

    static constexpr int kWide = 1100; ///< pixels of the window from which on everything stands side by side

    NarrowLayout(const Parts& parts, QObject* parent);

    [[nodiscard]] bool isNarrow() const { return m_narrow; }
    /// Whether a panel is open in the wide window, also while the window is narrow: what is remembered.
    [[nodiscard]] bool isWanted(Command panel) const;
    void follow();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fold();
    void unfold();
    void settle();
    void followSelection();
    void uncover();

    Parts m_parts;
    bool m_narrow = false;
    std::map<Command, bool> m_wanted;
    QList<int> m_sizes; ///< of the columns when they last stood side by side
};

} // namespace observo::app
