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

#include "observo/census/Check.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <utility>

namespace observo::app {

namespace {

constexpr std::chrono::milliseconds kEditsRest{800};
/// Above this the check of the rules is long enough to be shown as a job.
constexpr std::size_t kLongCheck = 3000;
constexpr int kStatusColumns = 2;

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

StatusCounts countsOf(const Inventory& cameras)
{
    StatusCounts counts;
    cameras.forEach([&](const CameraRow& row) {
        ++counts[row.status];
        return true;
    });
    return counts;
}

CameraSet inStatus(const Inventory& cameras, std::uint8_t status)
{
    std::set<CameraId> found;
    cameras.forEach([&](const CameraRow& row) {
        if (row.status == status) {
            found.insert(row.id);
        }
        return true;
    });
    return std::make_shared<const std::set<CameraId>>(std::move(found));
}

/// Errors first, then what was found most.
std::vector<FoundByRule> byRule(const census::CheckReport& report)
{
    std::map<std::string_view, FoundByRule> rules;
    std::map<std::string_view, std::set<CameraId>> cameras;
    for (const auto& finding : report.findings) {
        auto& found = rules[finding.rule];
        found.severity = finding.severity;
        ++found.count;
        if (finding.kind == RecordKind::Camera) {
            cameras[finding.rule].insert(CameraId{finding.record});
        }
    }
    std::vector<FoundByRule> ordered;
    for (auto& [rule, found] : rules) {
        found.rule = rule;
        found.cameras = std::make_shared<const std::set<CameraId>>(std::move(cameras[rule]));
        ordered.push_back(std::move(found));
    }
    std::ranges::stable_sort(ordered, [](const auto& a, const auto& b) {
        return a.severity != b.severity ? a.severity < b.severity : a.count > b.count;
    });
    return ordered;
}

} // namespace

SummaryPage::SummaryPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SummaryPage>()), m_workbench(workbench)
{
    m_ui->setupUi(this);
    showPlain(*m_ui->hint, tr("Click a line to list its cameras. F1 shows all keys."));
    m_rest.setSingleShot(true);
    m_rest.setInterval(kEditsRest);
    connect(&m_rest, &QTimer::timeout, this, &SummaryPage::startCheck);
    connect(&workbench, &Workbench::opened, this, &SummaryPage::count);
    connect(&workbench, &Workbench::changed, this, &SummaryPage::note);
    connect(&workbench, &Workbench::savingChanged, this, &SummaryPage::noteSaving);
}

SummaryPage::~SummaryPage() = default;

void SummaryPage::refresh()
{
    if (m_workbench.isOpen()) {
        showCounts();
        if (!m_isChecked && isVisible()) {
            m_rest.start();
        }
    }
}

void SummaryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void SummaryPage::count()
{
    m_isChecked = false;
    m_counts.clear();
    m_workbench.jobs().cancel(m_counting);
    m_counting = m_workbench.jobs().start(
        QString(), [cameras = m_workbench.inventory()](const Progress&) { return countsOf(cameras); }, this,
        [this](StatusCounts counts) {
            m_counting = 0;
            m_counts = std::move(counts);
            refresh();
        });
    refresh();
}

/// An edit costs what it changed, however many cameras there are.
void SummaryPage::note(const ChangeSet& changes)
{
    m_isChecked = false;
    if (changes.isEmpty() || m_counting != 0) {
        count();
        return;
    }
    const auto add = [this](const std::optional<Record>& record, std::int64_t number) {
        const auto* camera = record ? std::get_if<Camera>(&*record) : nullptr;
        if (camera != nullptr && isValid(camera->position)) {
            auto& here = m_counts[codeIndex("status", camera->status)];
            here += number;
        }
    };
    for (const auto& change : changes.changes) {
        add(change.before, -1);
        add(change.after, 1);
    }
    std::erase_if(m_counts, [](const auto& entry) { return entry.second <= 0; });
    refresh();
}

void SummaryPage::showCounts()
{
    const auto& census = m_workbench.census();
    showPlain(*m_ui->title, toText(census.issuingBody));
    showPlain(*m_ui->subtitle, tr("ISTAT %1").arg(toText(census.istatCode)));
    showPlain(*m_ui->counts, tr("%n camera(s)", nullptr, static_cast<int>(m_workbench.inventory().size())));
    m_ui->statusTitle->setVisible(!m_counts.empty());
    clearLayout(*m_ui->statusLayout);
    int place = 0;
    for (const auto& [status, number] : m_counts) {
        const auto code = codeAt("status", status);
        const auto label = code.empty() ? tr("Other value") : toText(labelOfCode("status", code, language()));
        const auto text = QStringLiteral("%1 · %2").arg(countText(number), label);
        auto* line = new LineButton(text, cameraIcon("fixed", "context", code), this);
        m_ui->statusLayout->addWidget(line, place / kStatusColumns, place % kStatusColumns);
        ++place;
        connect(line, &QPushButton::clicked, this, [this, status = status, text] { listStatus(status, text); });
    }
    orderTabs();
}

/// Lines are made anew with every change; in the order of making they would come after the whole window.
void SummaryPage::orderTabs()
{
    QWidget* last = m_ui->findingsScroll;
    for (const auto* layout :
         {static_cast<QLayout*>(m_ui->statusLayout), static_cast<QLayout*>(m_ui->findingsLayout)}) {
        for (int i = 0; i < layout->count(); ++i) {
            if (auto* line = layout->itemAt(i)->widget(); line != nullptr) {
                setTabOrder(last, line);
                last = line;
            }
        }
    }
}

void SummaryPage::listStatus(std::uint8_t status, const QString& title)
{
    m_workbench.jobs().start(
        QString(), [cameras = m_workbench.inventory(), status](const Progress&) { return inStatus(cameras, status); },
        this, [this, title](const CameraSet& cameras) { emit listWanted(cameras, title); });
}

/// The check reads for seconds in a large census, and nobody can commit while somebody reads.
void SummaryPage::noteSaving()
{
    if (m_workbench.isSaving() && m_job != 0) {
        m_workbench.jobs().cancel(m_job);
        m_isChecked = false;
    } else if (!m_workbench.isSaving()) {
        refresh();
    }
}

void SummaryPage::startCheck()
{
    if (!m_workbench.isOpen()) {
        return;
    }
    if (m_workbench.isSaving()) {
        return; // its end leads here again
    }
    m_workbench.jobs().cancel(m_job);
    const bool isLong = m_workbench.inventory().size() > kLongCheck;
    m_isChecked = true; // unless an edit comes in between
    m_job = m_workbench.jobs().start(
        isLong ? tr("Checking the rules") : QString(),
        [file = m_workbench.file(),
         sources = Workbench::checkSources()](const Progress& progress) -> Result<std::vector<FoundByRule>> {
            auto reader = census::Reader::open(file);
            if (!reader) {
                return fail(reader.error());
            }
            const auto report = census::checkCensus(**reader, sources, {}, progress);
            if (!report) {
                return fail(report.error());
            }
            return byRule(*report);
        },
        this,
        [this](const Result<std::vector<FoundByRule>>& rules) {
            m_job = 0;
            if (rules) {
                showFindings(*rules);
            } else if (rules.error().code != ErrorCode::Cancelled) {
                showPlain(*m_ui->findingsTitle, sentenceOf(rules.error()));
            }
        });
}

void SummaryPage::showFindings(const std::vector<FoundByRule>& rules)
{
    clearLayout(*m_ui->findingsLayout);
    for (const auto& found : rules) {
        const auto text = QStringLiteral("%1 · %2").arg(countText(found.count), ruleTitle(found.rule));
        auto* line = new LineButton(text, severityIcon(found.severity), this);
        m_ui->findingsLayout->addWidget(line);
        line->setEnabled(!found.cameras->empty());
        connect(line, &QPushButton::clicked, this,
                [this, cameras = found.cameras, text] { emit listWanted(cameras, text); });
    }
    m_ui->findingsLayout->addStretch();
    orderTabs();
    showPlain(*m_ui->findingsTitle, rules.empty() ? tr("Nothing to look at.") : tr("To look at"));
}

} // namespace observo::app
