// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class RestoreDialog;
}

namespace observo::app {

/// Lets one of the rotating backups be chosen, newest first.
class RestoreDialog : public QDialog {
    Q_OBJECT

public:
    explicit RestoreDialog(std::vector<std::filesystem::path> backups, QWidget* parent = nullptr);
    ~RestoreDialog() override;

    [[nodiscard]] std::optional<std::filesystem::path> chosen() const;

private:
    std::unique_ptr<Ui::RestoreDialog> m_ui;
    std::vector<std::filesystem::path> m_backups;
};

} // namespace observo::app
