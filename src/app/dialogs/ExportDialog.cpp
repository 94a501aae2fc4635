// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ExportDialog.h"

#include "ErrorText.h"
#include "PlainText.h"
#include "Preferences.h"
#include "SystemMenu.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "dialogs/ExportText.h"
#include "ui_ExportDialog.h"

#include "observo/geo/Crs.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>

#include <chrono>
#include <utility>

namespace observo::app {

namespace {

constexpr std::chrono::milliseconds kTypingRest{300};
constexpr int kWhole = 100;
constexpr int kDefaultEpsg = 7791;

enum Which { AllCameras, FilteredCameras };

} // namespace

ExportDialog::ExportDialog(Workbench& workbench, const TableFilter& filter, const QString& filterText, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ExportDialog>()), m_workbench(workbench), m_filter(filter),
      m_filterText(filterText)
{
    m_ui->setupUi(this);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kTypingRest);
    fillChoices();
    connectParts();
    setRunning(false);
    formatChosen();
    editionChosen();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::fillChoices()
{
    for (const auto& format : exchange::exportFormats()) {
        m_ui->format->addItem(plainCaption(formatLabel(format)), toText(format.ending));
    }
    for (const auto& system : geo::offeredSystems()) {
        m_ui->system->addItem(systemName(system.epsg), system.epsg);
    }
    m_ui->which->addItem(tr("All cameras"), AllCameras);
    // Words are searched for on the screen; a file says by an expression what it holds.
    if (!m_filter.expression.isEmpty()) {
        m_ui->which->addItem(tr("As filtered: %1").arg(m_filterText), FilteredCameras);
        m_ui->which->setCurrentIndex(1);
    }
    for (const auto edition : {exchange::Edition::Institutional, exchange::Edition::Public, exchange::Edition::Full}) {
        m_ui->edition->addItem(editionLabel(edition), static_cast<int>(edition));
    }
    const auto folder = m_workbench.preferences().state(QStringLiteral("exportFolder")).toString();
    const QFileInfo census(pathText(m_workbench.session().file()));
    m_ui->file->setText((folder.isEmpty() ? census.absolutePath() : folder) + QLatin1Char('/') +
                        census.completeBaseName());
}

void ExportDialog::connectParts()
{
    connect(m_ui->format, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChosen);
    connect(m_ui->edition, &QComboBox::currentIndexChanged, this, &ExportDialog::editionChosen);
    connect(m_ui->which, &QComboBox::currentIndexChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_ui->system, &QComboBox::currentIndexChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_ui->file, &QLineEdit::textChanged, this, [this] {
        m_replace = false;
        m_rest.start();
    });
    connect(&m_rest, &QTimer::timeout, this, &ExportDialog::foresee);
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_ui->okButton, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        if (m_writing != 0) {
            m_workbench.jobs().cancel(m_writing);
        } else {
            reject();
        }
    });
    connect(&m_workbench.jobs(), &jobs::Jobs::progressed, this, [this](const jobs::JobInfo& job) {
        if (job.id == m_writing) {
            m_ui->progress->setValue(static_cast<int>(job.share * kWhole));
        }
    });
}

void ExportDialog::formatChosen()
{
    const auto& format = exchange::exportFormats()[static_cast<std::size_t>(m_ui->format->currentIndex())];
    const auto census = m_workbench.session().census().crsEpsg;
    const int epsg = format.fixedToWgs84 ? 4326 : static_cast<int>(census.value_or(kDefaultEpsg));
    m_ui->system->setEnabled(!format.fixedToWgs84);
    if (const int index = m_ui->system->findData(epsg); index >= 0) {
        m_ui->system->setCurrentIndex(index);
    }
    m_ui->file->setText(withEnding(m_ui->file->text(), toText(format.ending)));
    m_rest.start();
}

void ExportDialog::editionChosen()
{
    const bool isAsked = edition() != exchange::Edition::Public;
    for (auto* widget : {static_cast<QWidget*>(m_ui->reason), static_cast<QWidget*>(m_ui->reasonLabel),
                         static_cast<QWidget*>(m_ui->recipient), static_cast<QWidget*>(m_ui->recipientLabel)}) {
        widget->setVisible(isAsked);
    }
    showPlain(*m_ui->editionHint, editionHint(edition()));
    m_rest.start();
}

void ExportDialog::chooseFile()
{
    const auto& format = exchange::exportFormats()[static_cast<std::size_t>(m_ui->format->currentIndex())];
    const auto ending = toText(format.ending);
    const auto file = QFileDialog::getSaveFileName(this, tr("Export"), m_ui->file->text(),
                                                   QStringLiteral("%1 (*%2)").arg(formatLabel(format), ending));
    if (!file.isEmpty()) {
        m_ui->file->setText(withEnding(file, ending));
        // The file dialog has asked whether an existing file may be replaced.
        m_replace = QFileInfo::exists(m_ui->file->text());
    }
}

exchange::Edition ExportDialog::edition() const
{
    return static_cast<exchange::Edition>(m_ui->edition->currentData().toInt());
}

exchange::ExportRequest ExportDialog::request() const
{
    exchange::ExportRequest request;
    request.output = toPath(QFileInfo(m_ui->file->text().trimmed()).absoluteFilePath());
    request.epsg = m_ui->system->isEnabled() ? m_ui->system->currentData().toInt() : 0;
    request.edition = edition();
    request.overwrite = m_replace ? Overwrite::Replace : Overwrite::Refuse;
    if (m_ui->which->currentData().toInt() == FilteredCameras) {
        request.filter = m_filter.expression;
    }
    return request;
}

void ExportDialog::foresee()
{
    if (m_writing != 0) {
        return;
    }
    m_workbench.jobs().cancel(m_foreseeing);
    m_ui->report->setPlainText(tr("Looking…"));
    m_foreseeing = m_workbench.jobs().start(
        QString(),
        [file = m_workbench.session().file(),
         request = request()](const Progress& progress) -> Result<exchange::LossReport> {
            auto reader = census::Reader::open(file);
            if (!reader) {
                return fail(reader.error());
            }
            return exchange::foreseeLosses(**reader, request, progress);
        },
        this,
        [this](Result<exchange::LossReport> report) {
            if (report) {
                m_ui->report->setPlainText(lossText(*report));
            } else if (report.error().code != ErrorCode::Cancelled) {
                m_ui->report->setPlainText(sentenceOf(report.error()) + QLatin1Char('\n') + detailOf(report.error()));
            }
        });
}

QString ExportDialog::problem() const
{
    if (m_ui->file->text().trimmed().isEmpty()) {
        return tr("Write the name of the file.");
    }
    const bool isAsked = edition() != exchange::Edition::Public;
    if (isAsked && (m_ui->reason->text().trimmed().isEmpty() || m_ui->recipient->text().trimmed().isEmpty())) {
        return tr("Write the reason and the recipient: the law asks for both, and they stay in the log.");
    }
    return {};
}

void ExportDialog::startExport()
{
    const auto why = problem();
    showPlain(*m_ui->message, why);
    if (!why.isEmpty()) {
        return;
    }
    if (!m_replace && QFileInfo::exists(m_ui->file->text().trimmed())) {
        const auto name = QFileInfo(m_ui->file->text().trimmed()).fileName();
        if (ask(this, tr("%1 exists already.").arg(name), {}, {tr("Replace")}) != 0) {
            return;
        }
        m_replace = true;
    }
    write();
}

void ExportDialog::write()
{
    m_workbench.jobs().cancel(m_foreseeing);
    setRunning(true);
    m_writing = m_workbench.jobs().start(
        tr("Exporting"),
        [file = m_workbench.session().file(),
         request = request()](const Progress& progress) -> Result<exchange::ExportReport> {
            auto reader = census::Reader::snapshot(file, progress.part(0.0, 0.1));
            if (!reader) {
                return fail(reader.error());
            }
            return exchange::exportCensus(**reader, request, progress.part(0.1, 1.0));
        },
        this,
        [this](Result<exchange::ExportReport> report) {
            m_writing = 0;
            setRunning(false);
            if (report) {
                finish(*report);
            } else {
                refuse(report.error());
            }
        });
}

bool ExportDialog::record()
{
    const auto recorded = m_workbench.session().record(
        {.action = "export",
         .what = m_ui->file->text().trimmed().toStdString() + "; " + std::string(exchange::nameOf(edition())) +
                 (request().filter.isEmpty() ? std::string() : "; " + request().filter.text()),
         .reason = toUtf8(m_ui->reason->text().trimmed()),
         .recipient = toUtf8(m_ui->recipient->text().trimmed())});
    if (!recorded) {
        refuse(recorded.error());
    }
    return recorded.has_value();
}

void ExportDialog::finish(const exchange::ExportReport& report)
{
    m_workbench.preferences().setState(QStringLiteral("exportFolder"), QFileInfo(m_ui->file->text()).absolutePath());
    if (!record()) {
        return;
    }
    m_result = resultText(report);
    accept();
}

void ExportDialog::refuse(const Error& error)
{
    showPlain(*m_ui->message, sentenceOf(error));
    showTip(*m_ui->message, detailOf(error));
}

void ExportDialog::setRunning(bool running)
{
    m_ui->progress->setVisible(running);
    m_ui->progress->setValue(0);
    m_ui->okButton->setEnabled(!running);
    for (auto* widget : {static_cast<QWidget*>(m_ui->format), static_cast<QWidget*>(m_ui->file),
                         static_cast<QWidget*>(m_ui->chooseButton), static_cast<QWidget*>(m_ui->which),
                         static_cast<QWidget*>(m_ui->edition)}) {
        widget->setEnabled(!running);
    }
}

void ExportDialog::closeEvent(QCloseEvent* event)
{
    m_workbench.jobs().cancel(m_writing);
    QDialog::closeEvent(event);
}

} // namespace observo::app
