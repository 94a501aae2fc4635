// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/EditQueue.h"

#include "observo/census/Session.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace observo::app {

class Workbench;

/// Opens, makes, copies and restores census files in jobs and hands the session to the workbench.
class CensusFiles : public QObject {
    Q_OBJECT

public:
    enum class Mode { Edit, ReadOnly, TakeOver };

    explicit CensusFiles(Workbench& workbench, QObject* parent = nullptr);

    void open(const QString& file, Mode mode = Mode::Edit);
    void create(const QString& file, const census::NewCensus& census);
    /// Opens the sample census of the user, made anew when it is not there yet.
    void openSample();
    /// A consistent copy of the open census, while it is in use.
    void saveCopy(const QString& file);
    /// Where a backup of a census goes: beside it, under a name of its own.
    [[nodiscard]] static QString restoredName(const QString& census);
    /// Copies a backup to `target`, which must not be there, and opens that: nothing is overwritten.
    void restore(const std::filesystem::path& backup, const QString& target);
    [[nodiscard]] bool isBusy() const { return m_job != 0; }

signals:
    void refused(const QString& file, const observo::Error& error);
    void copied(const QString& file);
    void copyRefused(const observo::Error& error);

private:
    using Opened = Result<OpenedCensus>;
    void start(const QString& title, const QString& file, std::function<Opened(const Progress&)> work);

    Workbench& m_workbench;
    int m_job = 0;
};

} // namespace observo::app
