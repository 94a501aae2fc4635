// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ExportDialog.h"

#include "DataPlaces.h"
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
#include <QPointer>

#include <chrono>
#include <memory>
#include <set>

namespace observo::app {

namespace {

constexpr std::chrono::milliseconds kTypingRest{300};
constexpr int kWhole = 100;
constexpr int kDefaultEpsg = 7791;

enum Which { AllCameras, ListedCameras, ChosenCameras };

} // namespace

ExportDialog::ExportDialog(Workbench& workbench, const Filter& filter, const QString& listTitle, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ExportDialog>()), m_workbench(workbench), m_filter(filter),
      m_listTitle(listTitle)
{
    m_ui->setupUi(this);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kTypingRest);
    fillChoices();
    connectParts();
    setRunning(false);
    formatChosen();
    editionChosen();
    // The rest is proposed; this has to be written.
    m_ui->reason->setFocus();
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
    if (const auto& shown = m_workbench.shown()) {
        m_ui->which->addItem(
            tr("%n camera(s) listed in the table: %1", nullptr, static_cast<int>(shown->size())).arg(m_listTitle),
            ListedCameras);
        m_ui->which->setCurrentIndex(1);
    }
    if (const auto& chosen = m_workbench.selection().ids(); !chosen.empty()) {
        m_ui->which->addItem(tr("%n chosen camera(s)", nullptr, static_cast<int>(chosen.size())), ChosenCameras);
    }
    for (const auto edition : {exchange::Edition::Institutional, exchange::Edition::Public, exchange::Edition::Full}) {
        m_ui->edition->addItem(editionLabel(edition), static_cast<int>(edition));
    }
    auto folder = m_workbench.preferences().state(QStringLiteral("exportFolder")).toString();
    const QFileInfo census(pathText(m_workbench.file()));
    if (folder.isEmpty() || !QFileInfo(folder).isDir()) {
        // The sample lies in a folder that nobody looks into.
        const bool isSample = m_workbench.file() == sampleCensus();
        folder = isSample ? documentsFolder() : census.absolutePath();
    }
    m_ui->file->setText(folder + QLatin1Char('/') + census.completeBaseName());
}

void ExportDialog::connectParts()
{
    connect(m_ui->format, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChosen);
    connect(m_ui->edition, &QComboBox::currentIndexChanged, this, &ExportDialog::editionChosen);
    connect(m_ui->which, &QComboBox::currentIndexChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_ui->system, &QComboBox::currentIndexChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_ui->file, &QLineEdit::textChanged, this, &ExportDialog::fileTyped);
    for (auto* line : {m_ui->file, m_ui->reason, m_ui->recipient}) {
        connect(line, &QLineEdit::textEdited, this, [this] { showPlain(*m_ui->message, {}); });
    }
    connect(&m_rest, &QTimer::timeout, this, &ExportDialog::foresee);
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_ui->okButton, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        if (m_writing != 0) {
            m_workbench.jobs().cancel(m_writing);
        } else if (!m_recording) {
            reject();
        }
    });
    connect(&m_workbench.jobs(), &jobs::Jobs::progressed, this, [this](const jobs::JobInfo& job) {
        if (job.id == m_writing) {
            m_ui->progress->setValue(static_cast<int>(job.share * kWhole));
        }
    });
}

void ExportDialog::fileTyped()
{
    m_replace = false;
    // The ending says the format, so that the file is what its name promises.
    if (const auto* format = exchange::formatForFile(toPath(m_ui->file->text().trimmed()))) {
        m_ui->format->setCurrentIndex(m_ui->format->findData(toText(format->ending)));
    }
    m_rest.start();
}

void ExportDialog::formatChosen()
{
    const auto& format = exchange::exportFormats()[static_cast<std::size_t>(m_ui->format->currentIndex())];
    const auto census = m_workbench.census().crsEpsg;
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
    using Ids = std::set<CameraId>;
    const auto which = m_ui->which->currentData().toInt();
    if (which == ChosenCameras) {
        request.among = std::make_shared<const Ids>(m_workbench.selection().ids());
    } else if (which == ListedCameras && m_workbench.shown()) {
        request.filter = m_filter;
        request.among = m_filter.isEmpty() ? m_workbench.shown() : nullptr;
    }
    return request;
}

QString ExportDialog::whichText() const
{
    const auto asked = request();
    if (!asked.filter.isEmpty()) {
        return toText(asked.filter.text());
    }
    if (!asked.among) {
        return {};
    }
    const auto count = QStringLiteral("%1 cameras").arg(asked.among->size());
    return m_ui->which->currentData().toInt() == ListedCameras ? QStringLiteral("%1: %2").arg(count, m_listTitle)
                                                               : count + QStringLiteral(" chosen");
}

void ExportDialog::foresee()
{
    if (m_writing != 0 || m_recording) {
        return;
    }
    m_workbench.jobs().cancel(m_foreseeing);
    m_ui->report->setPlainText(tr("Looking…"));
    m_foreseeing = m_workbench.jobs().start(
        QString(),
        [file = m_workbench.file(), request = request()](const Progress& progress) -> Result<exchange::LossReport> {
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
        m_ui->file->setFocus();
        return tr("Write the name of the file.");
    }
    if (const QFileInfo folder(QFileInfo(m_ui->file->text().trimmed()).absolutePath()); !folder.isDir()) {
        m_ui->file->setFocus();
        return tr("There is no folder %1.").arg(folder.filePath());
    }
    if (edition() != exchange::Edition::Public) {
        for (auto* line : {m_ui->reason, m_ui->recipient}) {
            if (line->text().trimmed().isEmpty()) {
                line->setFocus();
                return tr("Write the reason and the recipient: the law asks for both, and they stay in the log.");
            }
        }
    }
    return {};
}

void ExportDialog::startExport()
{
    const auto& format = exchange::exportFormats()[static_cast<std::size_t>(m_ui->format->currentIndex())];
    if (!m_ui->file->text().trimmed().isEmpty()) {
        m_ui->file->setText(withEnding(m_ui->file->text(), toText(format.ending)));
    }
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
    recordAndWrite();
}

census::Consultation ExportDialog::consultation() const
{
    const auto which = toUtf8(whichText());
    return {.action = "export",
            .what = toUtf8(m_ui->file->text().trimmed()) + "; " + std::string(exchange::nameOf(edition())) +
                    (which.empty() ? std::string() : "; " + which),
            .reason = toUtf8(m_ui->reason->text().trimmed()),
            .recipient = toUtf8(m_ui->recipient->text().trimmed())};
}

/// Who receives what is on record before anything leaves: an export that cannot be logged does not happen.
void ExportDialog::recordAndWrite()
{
    m_workbench.jobs().cancel(m_foreseeing);
    setRunning(true);
    m_recording = true;
    m_workbench.record(consultation(), this, [this](const Workbench::Outcome& recorded) {
        m_recording = false;
        if (recorded) {
            write();
        } else {
            setRunning(false);
            refuse(recorded.error());
        }
    });
}

void ExportDialog::write()
{
    // The outcome is recorded even when the dialog is closed in the middle.
    m_writing = m_workbench.jobs().start(
        tr("Exporting"),
        [file = m_workbench.file(), request = request()](const Progress& progress) -> Result<exchange::ExportReport> {
            auto reader = census::Reader::snapshot(file, progress.part(0.0, 0.1));
            if (!reader) {
                return fail(reader.error());
            }
            return exchange::exportCensus(**reader, request, progress.part(0.1, 1.0));
        },
        &m_workbench,
        [&workbench = m_workbench, dialog = QPointer(this),
         entry = consultation()](const Result<exchange::ExportReport>& report) mutable {
            entry.action = report ? "export_done" : "export_failed";
            entry.what += report ? "; " + std::to_string(report->features) + " cameras"
                                 : std::string("; ") + nameOf(report.error().code);
            workbench.record(std::move(entry), &workbench, [](const Workbench::Outcome&) {});
            if (dialog) {
                dialog->finish(report);
            }
        });
}

void ExportDialog::finish(const Result<exchange::ExportReport>& report)
{
    m_writing = 0;
    setRunning(false);
    if (!report) {
        refuse(report.error());
        return;
    }
    m_workbench.preferences().setState(QStringLiteral("exportFolder"), QFileInfo(m_ui->file->text()).absolutePath());
    m_result = resultText(*report, QFileInfo(m_ui->file->text()).fileName());
    m_report = lossText(report->losses);
    accept();
}

void ExportDialog::refuse(Error error)
{
    // What the person knows is the file asked for, not the temporary one in which it was being made.
    if (error.code == ErrorCode::OutputNoSpace || error.code == ErrorCode::OutputDenied) {
        error.file = toPath(QFileInfo(m_ui->file->text().trimmed()).absoluteFilePath()).string();
    }
    m_rest.start();
    showPlain(*m_ui->message, sentenceOf(error));
    showTip(*m_ui->message, detailOf(error));
}

QString ExportDialog::file() const
{
    return QFileInfo(m_ui->file->text().trimmed()).absoluteFilePath();
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
