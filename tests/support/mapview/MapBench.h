// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/jobs/Jobs.h"
#include "observo/mapview/MapTool.h"
#include "observo/mapview/MapWidget.h"

#include <QPoint>
#include <Qt>

#include <vector>

namespace observo::test {

/// A map of 600 x 400 pixels on the screen, one metre a pixel, with Torino in the middle.
class MapBench {
public:
    MapBench();

    mapview::MapWidget& map() { return m_map; }
    jobs::Jobs& jobs() { return m_jobs; }
    /// Waits until the picture of the present view is there.
    void waitForPicture();
    void wheel(QPoint at, int angle);
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton);

private:
    jobs::Jobs m_jobs;
    mapview::MapWidget m_map;
};

/// A tool that writes down what it gets and takes what it is told to take.
class NotingTool : public mapview::MapTool {
public:
    bool press(const mapview::PointerEvent& event) override;
    bool move(const mapview::PointerEvent& event) override;
    bool release(const mapview::PointerEvent& event) override;
    bool key(QKeyEvent& event) override;
    void activate() override { ++activated; }
    void deactivate() override { ++deactivated; }
    void paint(QPainter& painter, const render::Viewport& viewport) override;
    QCursor cursor() const override { return Qt::CrossCursor; }

    bool takesPress = true;
    bool takesKeys = false;
    int activated = 0;
    int deactivated = 0;
    int painted = 0;
    std::vector<mapview::PointerEvent> pressed;
    std::vector<mapview::PointerEvent> moved;
    std::vector<mapview::PointerEvent> released;
    std::vector<int> keys;
};

} // namespace observo::test
