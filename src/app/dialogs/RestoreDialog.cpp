// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/RestoreDialog.h"

#include "Speech.h"
#include "Text.h"
#include "ui_RestoreDialog.h"

#include <QDateTime>
#include <QFileInfo>

#include <utility>

namespace observo::app {

RestoreDialog::RestoreDialog(std::vector<std::filesystem::path> backups, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::RestoreDialog>()), m_backups(std::move(backups))
{
    m_ui->setupUi(this);
    for (const auto& backup : m_backups) {
        const QFileInfo info(pathText(backup));
        const auto when = info.lastModified().toString(QStringLiteral("dd/MM/yyyy HH:mm"));
        const auto size = spokenLocale().formattedDataSize(info.size());
        m_ui->list->addItem(QStringLiteral("%1 · %2 · %3").arg(when, size, info.fileName()));
    }
    m_ui->list->setCurrentRow(0);
    m_ui->list->setVisible(!m_backups.empty());
    m_ui->empty->setVisible(m_backups.empty());
    m_ui->okButton->setEnabled(!m_backups.empty());
    connect(m_ui->list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_ui->okButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

RestoreDialog::~RestoreDialog() = default;

std::optional<std::filesystem::path> RestoreDialog::chosen() const
{
    const int row = m_ui->list->currentRow();
    return row < 0 ? std::nullopt : std::optional(m_backups[static_cast<std::size_t>(row)]);
}

} // namespace observo::app
