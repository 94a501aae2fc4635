// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/CensusFiles.h"

#include <QObject>

#include <filesystem>
#include <vector>

class QMenu;
class QWidget;

namespace observo::app {

class Commands;
class MessageBar;
class TableDock;
class Workbench;

/// What the commands about census files do, and the ways on when a file stands in the way.
class CensusCommands : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Workbench& workbench;
        Commands& commands;
        CensusFiles& files;
        MessageBar& messages;
        TableDock& table;
    };

    CensusCommands(const Parts& parts, QWidget* window);

    /// The menu of the census button; recent files are read when it opens.
    [[nodiscard]] QMenu* makeMenu(QWidget* parent);
    void newCensus();
    void openCensus();

private:
    void connectCommands();
    void saveCopy();
    void noteCopied(const QString& file);
    void restore();
    void offerBackups(std::vector<std::filesystem::path> backups, const QString& census);
    void exportCensus();
    void refresh();
    void explainReadOnly();
    void explainRefusal(const QString& file, const Error& error);
    void takeOver();

    Parts m_parts;
    QWidget* m_window = nullptr;
    bool m_explaining = false; ///< the message shown says why the census is read-only
};

} // namespace observo::app
