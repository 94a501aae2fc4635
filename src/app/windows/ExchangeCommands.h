// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QWidget;

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class CensusFiles;
class Commands;
class LayerShelf;
class MessageBar;
class Workbench;
struct Arrival;

/// What brings foreign files in: importing cameras, merging another census, and a file dropped on the window.
class ExchangeCommands : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Workbench& workbench;
        Commands& commands;
        CensusFiles& files;
        LayerShelf& shelf;
        MessageBar& messages;
        mapview::MapWidget& map;
    };

    ExchangeCommands(const Parts& parts, QWidget* window);

    void importFile(const QString& file);
    void mergeFile(const QString& file);
    /// A file that somebody brought: what it is decides what is offered.
    void offer(const QString& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseImport();
    void chooseMerge();
    [[nodiscard]] QString lastFolder() const;
    void offerDatabase(const QString& file, bool isCensus);
    void offerDrawing(const QString& file);
    void addLayer(const QString& file);
    void tellArrival(const std::shared_ptr<Arrival>& arrival);
    void review(const std::shared_ptr<Arrival>& arrival);
    void refresh();

    Parts m_parts;
    QWidget* m_window = nullptr;
};

} // namespace observo::app
