// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/KeysDialog.h"

#include "PlainText.h"
#include "desk/Commands.h"
#include "ui_KeysDialog.h"

#include <QLabel>

namespace observo::app {

namespace {

constexpr int kRowsOfColumn = 20;

} // namespace

KeysDialog::KeysDialog(QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::KeysDialog>())
{
    m_ui->setupUi(this);
    for (const auto& info : commands()) {
        if (*info.keys != '\0') {
            addRow(Commands::keysOf(info), Commands::textOf(info));
        }
    }
    addRow(tr("← →"), tr("Turn the chosen camera (Shift 10°, Alt 0.1°)"));
    addRow(tr("↑ ↓"), tr("Longer or shorter range"));
    addRow(tr("Ctrl + arrows"), tr("Move the chosen camera 0.1 m (with Shift 1 m)"));
    addRow(tr("Space"), tr("Next handle: direction, left edge, right edge, tilt"));
    addRow(tr("digits, Enter"), tr("Type the value of the handle (38m sets the range)"));
    addRow(tr("Enter"), tr("Apply the form"));
    addRow(tr("Ctrl+Enter"), tr("Apply the form and start the next camera"));
    addRow(tr("Esc"), tr("Leave the tool, then the selection; in the form, take back"));
    connect(m_ui->okButton, &QPushButton::clicked, this, &QDialog::accept);
}

KeysDialog::~KeysDialog() = default;

void KeysDialog::addRow(const QString& keys, const QString& words)
{
    const int column = 2 * (m_rows / kRowsOfColumn);
    const int row = m_rows % kRowsOfColumn;
    auto* key = new QLabel(this);
    key->setProperty("role", QStringLiteral("chip"));
    showPlain(*key, keys);
    auto* text = new QLabel(this);
    showPlain(*text, words);
    m_ui->grid->addWidget(key, row, column, Qt::AlignLeft);
    m_ui->grid->addWidget(text, row, column + 1);
    ++m_rows;
}

} // namespace observo::app
