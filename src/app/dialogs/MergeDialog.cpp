// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/MergeDialog.h"

#include "ErrorText.h"
#include "PlainText.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "intake/IntakeText.h"
#include "intake/ReceiptText.h"
#include "intake/TextTable.h"
#include "ui_MergeDialog.h"

#include <QFileInfo>

#include <array>
#include <utility>

namespace observo::app {

namespace {

constexpr int kWhole = 100;

} // namespace

MergeDialog::MergeDialog(Workbench& workbench, const QString& file, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::MergeDialog>()), m_workbench(workbench),
      m_file(QFileInfo(file).absoluteFilePath()), m_problems(new TextTable(this)), m_work(workbench, this)
{
    m_ui->setupUi(this);
    m_ui->problems->setModel(m_problems);
    showPlain(*m_ui->file, QFileInfo(file).fileName());
    showTip(*m_ui->file, m_file);
    using exchange::MergePolicy;
    for (const auto policy : {MergePolicy::Review, MergePolicy::Newest, MergePolicy::Mine, MergePolicy::Theirs}) {
        m_ui->policy->addItem(policyText(policy), static_cast<int>(policy));
    }
    connect(m_ui->policy, &QComboBox::currentIndexChanged, this, &MergeDialog::foresee);
    connect(m_ui->okButton, &QPushButton::clicked, this, &MergeDialog::merge);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &MergeDialog::reject);
    const auto showShare = [this](double share) {
        // Nothing is told yet, or all is read and nobody knows how long the writing takes.
        m_ui->progress->setMaximum(share > 0.0 && share < 1.0 ? kWhole : 0);
        m_ui->progress->setValue(static_cast<int>(share * kWhole));
    };
    connect(&m_work, &LongWork::progressed, this, showShare);
    connect(&workbench.jobs(), &jobs::Jobs::progressed, this, [this, showShare](const jobs::JobInfo& job) {
        if (job.id == m_job) {
            showShare(job.share);
        }
    });
    foresee();
    m_ui->problems->setFocus();
}

MergeDialog::~MergeDialog()
{
    m_workbench.jobs().cancel(m_job);
}

exchange::MergeRequest MergeDialog::request() const
{
    return {.other = toPath(m_file), .policy = static_cast<exchange::MergePolicy>(m_ui->policy->currentData().toInt())};
}

void MergeDialog::foresee()
{
    m_workbench.jobs().cancel(m_job);
    m_foreseen.reset();
    m_refusal.reset();
    showPlain(*m_ui->policyHint, policyHint(request().policy));
    m_job = m_workbench.jobs().start(
        tr("Comparing with %1").arg(QFileInfo(m_file).fileName()),
        [census = m_workbench.file(), request = request()](const Progress& progress) -> Result<Forecast> {
            auto outcome = exchange::foreseeMerge(census, request, progress);
            if (!outcome) {
                return fail(outcome.error());
            }
            auto remarks = exchange::groupsOf(outcome->receipt, Severity::Notice);
            return Forecast{std::move(outcome->receipt), std::move(remarks)};
        },
        this,
        [this, turn = ++m_turn](Result<Forecast> forecast) {
            if (turn == m_turn) {
                take(std::move(forecast));
            }
        });
    showState();
}

void MergeDialog::take(Result<Forecast> forecast)
{
    m_job = 0;
    if (forecast) {
        m_foreseen = std::move(*forecast);
        auto text = problemsText(m_foreseen->remarks);
        const bool isFirst = m_problems->columnCount() == 0;
        m_problems->show(std::move(text.headings), std::move(text.rows));
        if (isFirst) {
            constexpr std::array<int, 4> kWidths = {100, 60, 150, 200};
            for (std::size_t i = 0; i < kWidths.size(); ++i) {
                m_ui->problems->setColumnWidth(static_cast<int>(i), kWidths[i]);
            }
        }
    } else {
        m_refusal = forecast.error();
    }
    showState();
}

void MergeDialog::merge()
{
    if (!m_foreseen || m_work.isRunning() || !m_workbench.isWritable()) {
        return;
    }
    auto arrival = std::make_shared<Arrival>();
    arrival->source = toPath(m_file);
    arrival->wantsReview = request().policy == exchange::MergePolicy::Review;
    m_work.start(
        tr("Merging %1").arg(QFileInfo(m_file).fileName()),
        [arrival, request = request()](census::Session& session,
                                       const Progress& progress) -> Result<census::Committed> {
            auto outcome = exchange::performMerge(session, request, progress);
            if (!outcome) {
                return fail(outcome.error());
            }
            arrival->receipt = std::move(outcome->receipt);
            arrival->doubts = std::move(outcome->doubts);
            fileReceipt(*arrival);
            return std::move(outcome->committed);
        },
        [this, arrival](const Result<census::Committed>& outcome) {
            if (outcome) {
                m_arrival = arrival;
                accept();
                return;
            }
            m_refusal = outcome.error();
            showState();
        });
    showState();
}

void MergeDialog::showState()
{
    const bool isRunning = m_work.isRunning();
    const bool isLooking = m_job != 0;
    if (m_foreseen) {
        const bool isNothing =
            m_foreseen->receipt.added + m_foreseen->receipt.updated + m_foreseen->receipt.review == 0;
        showPlain(*m_ui->outcomeText, isNothing
                                          ? tr("Everything is here already. %1").arg(countsText(m_foreseen->receipt))
                                          : countsText(m_foreseen->receipt));
    } else {
        showPlain(*m_ui->outcomeText, isLooking ? tr("Comparing the two censuses…") : QString());
    }
    showPlain(*m_ui->problemsHint, m_foreseen && m_foreseen->receipt.review > 0
                                       ? tr("%n record(s) can be looked at one by one after the merge.", nullptr,
                                            static_cast<int>(m_foreseen->receipt.review))
                                       : QString());
    QString message;
    if (m_refusal && m_refusal->code == ErrorCode::InputNotUnderstood) {
        message = tr("This is no census that can be merged. Cameras of other files are imported with Ctrl+I.");
    } else if (m_refusal) {
        message = sentenceOf(*m_refusal);
    } else if (isRunning) {
        message = tr("Merging…");
    } else if (!m_workbench.isWritable()) {
        message = tr("The census cannot be changed now.");
    }
    showPlain(*m_ui->message, message);
    showTip(*m_ui->message, m_refusal ? detailOf(*m_refusal) : QString());
    m_ui->message->setProperty("role", m_refusal ? QStringLiteral("error") : QStringLiteral("notice"));
    m_ui->message->setStyleSheet(QString()); // makes the new role count
    if (m_ui->progress->isHidden()) {
        m_ui->progress->setMaximum(0);
    }
    m_ui->progress->setVisible(isRunning || isLooking);
    m_ui->policy->setEnabled(!isRunning);
    m_ui->okButton->setEnabled(m_foreseen && !isRunning && m_workbench.isWritable());
    m_ui->cancelButton->setText(isRunning ? tr("Stop") : tr("Cancel"));
}

void MergeDialog::reject()
{
    if (m_work.isRunning()) {
        m_work.stop();
        return;
    }
    QDialog::reject();
}

} // namespace observo::app
