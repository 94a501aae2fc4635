// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/SummaryPage.h"

#include "Appearance.h"
#include "ErrorText.h"
#include "Icons.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Speech.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "docks/LineButton.h"
#include "ui_SummaryPage.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

namespace observo::app {

namespace {

constexpr std::chrono::milliseconds kEditsRest{800};
/// Above this the check of the rules is long enough to be shown as a job.
constexpr std::size_t kLongCheck = 3000;

void clearLayout(QLayout& layout)
{
    while (auto* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QIcon severityIcon(Severity severity)
{
    const auto& colours = signalColours();
    switch (severity) {
    case Severity::Error:
        return icon(QStringLiteral("error"), colours.error);
    case Severity::Warning:
        return icon(QStringLiteral("warning"), colours.warning);
    case Severity::Notice:
        break;
    }
    return icon(QStringLiteral("info"), colours.faint);
}

QString ruleTitle(std::string_view rule)
{
    const auto* known = findRule(rule);
    return known != nullptr ? wordsOf(known->title) : toText(rule);
}

/// What one rule found, together.
struct Found {
    Severity severity = Severity::Notice;
    int count = 0;
    std::set<CameraId> cameras;
};

} // namespace

SummaryPage::SummaryPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SummaryPage>()), m_workbench(workbench)
{
    m_ui->setupUi(this);
    showPlain(*m_ui->hint, tr("Click a line to list its cameras. F1 shows all keys."));
    m_rest.setSingleShot(true);
    m_rest.setInterval(kEditsRest);
    connect(&m_rest, &QTimer::timeout, this, &SummaryPage::startCheck);
    connect(&workbench, &Workbench::opened, this, &SummaryPage::refresh);
    connect(&workbench, &Workbench::changed, this, &SummaryPage::refresh);
}

SummaryPage::~SummaryPage() = default;

void SummaryPage::refresh()
{
    if (m_workbench.isOpen()) {
        showCounts();
        m_rest.start();
    }
}

void SummaryPage::showCounts()
{
    const auto& census = m_workbench.census();
    const auto& inventory = m_workbench.inventory();
    showPlain(*m_ui->title, toText(census.issuingBody));
    showPlain(*m_ui->subtitle, tr("ISTAT %1").arg(toText(census.istatCode)));
    showPlain(*m_ui->counts, tr("%n camera(s)", nullptr, static_cast<int>(inventory.size())));
    std::map<std::uint8_t, std::set<CameraId>> byStatus;
    inventory.forEach([&](const CameraRow& row) {
        byStatus[row.status].insert(row.id);
        return true;
    });
    clearLayout(*m_ui->statusLayout);
    for (auto& [status, cameras] : byStatus) {
        const auto code = codeAt("status", status);
        const auto label = code.empty() ? tr("Other value") : toText(labelOfCode("status", code, language()));
        const auto text = QStringLiteral("%1 · %2").arg(countText(static_cast<qint64>(cameras.size())), label);
        addLine(*m_ui->statusLayout, text, std::move(cameras), cameraIcon("fixed", "context", code));
    }
}

void SummaryPage::addLine(QVBoxLayout& list, const QString& text, std::set<CameraId> cameras, const QIcon& mark)
{
    auto* line = new LineButton(text, mark, this);
    line->setEnabled(!cameras.empty());
    list.addWidget(line);
    connect(line, &QPushButton::clicked, this,
            [this, cameras = std::move(cameras), text] { emit listWanted(cameras, text); });
}

void SummaryPage::startCheck()
{
    if (!m_workbench.isOpen()) {
        return;
    }
    m_workbench.jobs().cancel(m_job);
    const bool isLong = m_workbench.inventory().size() > kLongCheck;
    m_job = m_workbench.jobs().start(
        isLong ? tr("Checking the rules") : QString(),
        [file = m_workbench.file(),
         sources = Workbench::checkSources()](const Progress& progress) -> Result<census::CheckReport> {
            auto reader = census::Reader::open(file);
            if (!reader) {
                return fail(reader.error());
            }
            return census::checkCensus(**reader, sources, {}, progress);
        },
        this,
        [this](Result<census::CheckReport> report) {
            if (report) {
                showFindings(*report);
            } else if (report.error().code != ErrorCode::Cancelled) {
                showPlain(*m_ui->findingsTitle, sentenceOf(report.error()));
            }
        });
}

void SummaryPage::showFindings(const census::CheckReport& report)
{
    std::map<std::string_view, Found> rules;
    for (const auto& finding : report.findings) {
        auto& found = rules[finding.rule];
        found.severity = finding.severity;
        ++found.count;
        if (finding.kind == RecordKind::Camera) {
            found.cameras.insert(CameraId{finding.record});
        }
    }
    std::vector<std::pair<std::string_view, Found>> ordered(rules.begin(), rules.end());
    std::ranges::stable_sort(ordered, [](const auto& a, const auto& b) {
        return a.second.severity != b.second.severity ? a.second.severity < b.second.severity
                                                      : a.second.count > b.second.count;
    });
    clearLayout(*m_ui->findingsLayout);
    for (auto& [rule, found] : ordered) {
        const auto text = QStringLiteral("%1 · %2").arg(countText(found.count), ruleTitle(rule));
        addLine(*m_ui->findingsLayout, text, std::move(found.cameras), severityIcon(found.severity));
    }
    m_ui->findingsLayout->addStretch();
    showPlain(*m_ui->findingsTitle, ordered.empty() ? tr("Nothing to look at.") : tr("To look at"));
}

} // namespace observo::app
