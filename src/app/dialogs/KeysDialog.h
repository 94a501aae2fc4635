// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class KeysDialog;
}

namespace observo::app {

/// All keys on one page, read from the list of commands.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(QWidget* parent = nullptr);
    ~KeysDialog() override;

private:
    void addRow(const QString& keys, const QString& words);

    std::unique_ptr<Ui::KeysDialog> m_ui;
    int m_rows = 0;
};

} // namespace observo::app
