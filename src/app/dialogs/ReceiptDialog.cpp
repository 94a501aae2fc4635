// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ReceiptDialog.h"

#include "PlainText.h"
#include "Text.h"
#include "intake/IntakeText.h"
#include "intake/ReceiptText.h"
#include "intake/TextTable.h"
#include "ui_ReceiptDialog.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

#include <array>
#include <utility>

namespace observo::app {

ReceiptDialog::ReceiptDialog(const Arrival& arrival, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ReceiptDialog>())
{
    m_ui->setupUi(this);
    showPlain(*m_ui->file, toText(arrival.receipt.source));
    showPlain(*m_ui->counts, countsText(arrival.receipt));
    showPlain(*m_ui->facts, receiptText(arrival));
    auto text = problemsText(arrival.remarks);
    auto* table = new TextTable(this);
    table->show(std::move(text.headings), std::move(text.rows));
    m_ui->problems->setModel(table);
    constexpr std::array<int, 4> kWidths = {90, 110, 110, 110};
    for (std::size_t i = 0; i < kWidths.size(); ++i) {
        m_ui->problems->setColumnWidth(static_cast<int>(i), kWidths[i]);
    }
    m_ui->folderButton->setVisible(!arrival.receiptRefused);
    const auto folder = QFileInfo(pathText(arrival.receiptFile)).absolutePath();
    connect(m_ui->folderButton, &QPushButton::clicked, this,
            [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    connect(m_ui->okButton, &QPushButton::clicked, this, &QDialog::accept);
}

ReceiptDialog::~ReceiptDialog() = default;

} // namespace observo::app
