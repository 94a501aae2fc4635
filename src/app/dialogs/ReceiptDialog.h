// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/ImportDesk.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ReceiptDialog;
}

namespace observo::app {

/// What became of every row of a file or every record of another census.
class ReceiptDialog : public QDialog {
    Q_OBJECT

public:
    explicit ReceiptDialog(const Arrival& arrival, QWidget* parent = nullptr);
    ~ReceiptDialog() override;

private:
    std::unique_ptr<Ui::ReceiptDialog> m_ui;
};

} // namespace observo::app
