// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/NewCensusDialog.h"

#include "PlainText.h"
#include "Text.h"
#include "ui_NewCensusDialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QRegularExpressionValidator>

namespace observo::app {

NewCensusDialog::NewCensusDialog(const QString& folder, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::NewCensusDialog>()), m_folder(folder)
{
    m_ui->setupUi(this);
    m_ui->message->hide();
    m_ui->istat->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{0,6}")), m_ui->istat));
    connect(m_ui->body, &QLineEdit::textChanged, this, &NewCensusDialog::proposeFile);
    connect(m_ui->file, &QLineEdit::textEdited, this, [this] { m_fileChosen = true; });
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &NewCensusDialog::chooseFile);
    connect(m_ui->okButton, &QPushButton::clicked, this, &NewCensusDialog::tryAccept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    proposeFile();
}

NewCensusDialog::~NewCensusDialog() = default;

void NewCensusDialog::proposeFile()
{
    if (m_fileChosen) {
        return;
    }
    auto name = m_ui->body->text().trimmed().toLower();
    name.replace(QRegularExpression(QStringLiteral("[^\\w]+")), QStringLiteral("-"));
    m_ui->file->setText(m_folder + QLatin1Char('/') + (name.isEmpty() ? tr("census") : name) + QStringLiteral(".gpkg"));
}

void NewCensusDialog::chooseFile()
{
    const auto file = QFileDialog::getSaveFileName(this, tr("New census"), m_ui->file->text(), tr("Census (*.gpkg)"));
    if (!file.isEmpty()) {
        m_fileChosen = true;
        m_ui->file->setText(file.endsWith(QStringLiteral(".gpkg")) ? file : file + QStringLiteral(".gpkg"));
    }
}

QString NewCensusDialog::problem() const
{
    constexpr int kIstatDigits = 6;
    if (m_ui->body->text().trimmed().isEmpty()) {
        return tr("Write the name of the body, such as Comune di Settimo Torinese.");
    }
    if (m_ui->istat->text().size() != kIstatDigits) {
        return tr("The ISTAT code has six digits, such as 001265.");
    }
    if (QFileInfo::exists(file())) {
        return tr("This file exists already. Choose another name.");
    }
    if (!QFileInfo(QFileInfo(file()).absolutePath()).isDir()) {
        return tr("The folder of this file does not exist.");
    }
    return {};
}

void NewCensusDialog::tryAccept()
{
    const auto why = problem();
    showPlain(*m_ui->message, why);
    m_ui->message->setVisible(!why.isEmpty());
    adjustSize();
    if (why.isEmpty()) {
        accept();
    }
}

census::NewCensus NewCensusDialog::census() const
{
    return {.issuingBody = toUtf8(m_ui->body->text().trimmed()),
            .istatCode = toUtf8(m_ui->istat->text()),
            .systemName = toUtf8(m_ui->system->text().trimmed())};
}

QString NewCensusDialog::file() const
{
    return m_ui->file->text().trimmed();
}

} // namespace observo::app
