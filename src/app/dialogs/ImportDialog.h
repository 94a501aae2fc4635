// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/ImportDesk.h"
#include "intake/Profiles.h"

#include <QDialog>
#include <QString>

#include <memory>

namespace Ui {
class ImportDialog;
}

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class ColumnsPage;
class PlacePage;
class TextTable;
class ValuesPage;
class Workbench;

/// Brings the cameras of a foreign file in. Everything is proposed and shown before anything is written: what columns
/// and values become, where the points fall, what will happen to each row.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(Workbench& workbench, const QString& file, const mapview::MapWidget& map, QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// What was written, once the dialog was accepted.
    [[nodiscard]] const std::shared_ptr<Arrival>& arrival() const { return m_arrival; }
    [[nodiscard]] ImportDesk& desk() { return m_desk; }

protected:
    void reject() override;

private:
    void fillChoices();
    void connectParts();
    void connectProfiles();
    void refresh();
    void showFile();
    void showOutcome();
    void showTabs();
    void showState();
    void listProfiles(const QString& chosen);
    void takeProfile(const Result<exchange::MappingProfile>& profile);
    void openProfile();
    void saveProfile();
    [[nodiscard]] QString hindrance() const;

    std::unique_ptr<Ui::ImportDialog> m_ui;
    Workbench& m_workbench;
    ImportDesk m_desk;
    Profiles m_profiles;
    ColumnsPage* m_columns = nullptr;
    ValuesPage* m_values = nullptr;
    PlacePage* m_place = nullptr;
    TextTable* m_rows = nullptr;
    TextTable* m_problems = nullptr;
    std::shared_ptr<Arrival> m_arrival;
    std::optional<Error> m_refused; ///< why the import itself was refused
    bool m_hasAsked = false;
};

} // namespace observo::app
