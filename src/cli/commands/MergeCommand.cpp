// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReceiptOutput.h"
#include "Sessions.h"
#include "commands/ImportCommand.h"

#include "observo/exchange/Merge.h"

#include <CLI/Validators.hpp>

#include <filesystem>
#include <utility>

namespace observo::cli {
namespace {

/// The receipts of several censuses as one.
void addTo(exchange::Receipt& all, exchange::Receipt one)
{
    const auto join = [](std::string& to, const std::string& text) { to += (to.empty() ? "" : ", ") + text; };
    join(all.source, one.source);
    join(all.sha256, one.sha256);
    all.read += one.read;
    all.added += one.added;
    all.updated += one.updated;
    all.unchanged += one.unchanged;
    all.skipped += one.skipped;
    all.review += one.review;
    all.rejected += one.rejected;
    all.untold += one.untold;
    for (exchange::ReceiptProblem& problem : one.problems) {
        all.tell(std::move(problem));
    }
}

class MergeCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "merge"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Unisce altri censimenti a questo, con o senza origine comune",
                .en = "Merge other censuses into this one, with or without a common origin"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_option("others", m_others, "The other censuses")->required()->type_name("OTHER...");
        app.add_option("--policy", m_policy, "Whose value stays where both sides changed a field")
            ->check(CLI::IsMember({"newest", "mine", "theirs", "review"}))
            ->type_name("newest|mine|theirs|review");
        app.add_flag("--dry-run", m_dryRun, "Only say what would happen");
        app.add_option("--receipt", m_receipt, "Where the receipt goes; default beside the other census")
            ->type_name("FILE.json");
        app.add_flag("--overwrite", m_overwrite, "Replace an existing receipt");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        const auto receiptFile = ReceiptFile::make(m_receipt, std::filesystem::absolute(m_others.front()),
                                                   m_overwrite ? Overwrite::Replace : Overwrite::Refuse);
        if (!receiptFile) {
            return fail(receiptFile.error());
        }
        auto session = m_dryRun ? openAnyway(census()) : openForEdit(census());
        if (!session) {
            return fail(session.error());
        }
        const Progress progress = console.progress();
        exchange::Receipt all;
        for (std::size_t i = 0; i < m_others.size(); ++i) {
            const double share = 1.0 / static_cast<double>(m_others.size());
            auto receipt = exchange::mergeCensus(
                **session,
                {.other = std::filesystem::absolute(m_others[i]),
                 .policy = exchange::mergePolicyNamed(m_policy).value(),
                 .dryRun = m_dryRun},
                progress.part(share * static_cast<double>(i), share * static_cast<double>(i + 1)));
            if (!receipt) {
                return fail(receipt.error());
            }
            addTo(all, std::move(*receipt));
        }
        progress.report(1.0);
        if (!m_dryRun || !m_receipt.empty()) {
            if (auto saved = receiptFile->save(console, all); !saved) {
                return fail(saved.error());
            }
        }
        return showReceipt(console, all);
    }

private:
    std::vector<std::string> m_others;
    std::string m_policy = "newest";
    bool m_dryRun = false;
    std::string m_receipt;
    bool m_overwrite = false;
};

} // namespace

std::unique_ptr<Command> mergeCommand()
{
    return std::make_unique<MergeCommand>();
}

} // namespace observo::cli
