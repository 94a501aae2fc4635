// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/MeasureTool.h"
#include "tools/PlaceTool.h"
#include "tools/SelectTool.h"

#include <QObject>

namespace observo::app {

/// The tools of the map, of which one is in hand.
class ToolBox : public QObject {
    Q_OBJECT

public:
    enum class Kind { Select, Place, Measure };

    ToolBox(Workbench& workbench, mapview::MapWidget& map, QObject* parent = nullptr);
    ~ToolBox() override;

    void take(Kind kind);
    [[nodiscard]] Kind inHand() const { return m_kind; }
    [[nodiscard]] SelectTool& select() { return m_select; }
    [[nodiscard]] PlaceTool& place() { return m_place; }
    [[nodiscard]] MeasureTool& measure() { return m_measure; }

signals:
    void taken(observo::app::ToolBox::Kind kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] mapview::MapTool& tool(Kind kind);

    mapview::MapWidget& m_map;
    SelectTool m_select;
    PlaceTool m_place;
    MeasureTool m_measure;
    Kind m_kind = Kind::Select;
};

} // namespace observo::app
