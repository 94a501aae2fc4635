// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReceiptOutput.h"

#include "observo/words/Catalogue.h"

#include <array>
#include <system_error>
#include <utility>

namespace observo::cli {
namespace {

using exchange::Receipt;
using exchange::ReceiptProblem;

std::string lineOf(const ReceiptProblem& problem, Language language)
{
    const bool isItalian = language == Language::Italian;
    std::string line = problem.row ? (isItalian ? "riga " : "row ") + std::to_string(*problem.row) : "file";
    line += problem.field.empty() ? "" : ", " + problem.field;
    line += problem.value.empty() ? "" : ", \"" + problem.value + '"';
    return line + ": " + problem.message(language);
}

void sayProblems(Console& console, const Receipt& receipt)
{
    constexpr std::size_t kShown = 20;
    std::size_t shown = 0;
    for (const ReceiptProblem& problem : receipt.problems) {
        if (problem.severity == Severity::Notice) {
            continue;
        }
        if (++shown <= kShown) {
            console.say(lineOf(problem, console.language));
        }
    }
    const std::size_t more = shown > kShown ? shown - kShown + static_cast<std::size_t>(receipt.untold) : 0;
    if (more > 0) {
        console.say(std::to_string(more) + (console.language == Language::Italian
                                                ? " altri avvisi sono nella ricevuta"
                                                : " more warnings are in the receipt"));
    }
}

} // namespace

Result<ReceiptFile> ReceiptFile::make(const std::string& option, const std::filesystem::path& source,
                                      Overwrite overwrite)
{
    ReceiptFile file;
    file.m_isAsked = !option.empty();
    file.m_file = file.m_isAsked ? std::filesystem::absolute(option) : exchange::receiptFileFor(source);
    file.m_overwrite = file.m_isAsked ? overwrite : Overwrite::Replace;
    std::error_code ignored;
    if (file.m_isAsked && overwrite == Overwrite::Refuse && std::filesystem::exists(file.m_file, ignored)) {
        return fail(Error{.code = ErrorCode::OutputExists,
                          .what = "the receipt exists already",
                          .file = file.m_file.string(),
                          .advice = "name another file, or give --overwrite"});
    }
    return file;
}

Done ReceiptFile::save(Console& console, const Receipt& receipt) const
{
    auto saved = exchange::saveReceipt(receipt, console.language, m_file, m_overwrite);
    if (saved || m_isAsked) {
        return saved;
    }
    console.say((console.language == Language::Italian ? "la ricevuta non si può salvare accanto al file: "
                                                       : "the receipt cannot be saved beside the file: ") +
                words::inLanguage(saved.error().what, console.language));
    return done();
}

ExitCode showReceipt(Console& console, const Receipt& receipt)
{
    if (console.json) {
        console.out() << jsonOf(receipt, console.language) << '\n';
    } else {
        const bool isItalian = console.language == Language::Italian;
        const std::array<std::pair<const char*, std::int64_t>, 7> counts = {
            {{isItalian ? "lette" : "read", receipt.read},
             {isItalian ? "aggiunte" : "added", receipt.added},
             {isItalian ? "aggiornate" : "updated", receipt.updated},
             {isItalian ? "invariate" : "unchanged", receipt.unchanged},
             {isItalian ? "saltate" : "skipped", receipt.skipped},
             {isItalian ? "da rivedere" : "review", receipt.review},
             {isItalian ? "rifiutate" : "rejected", receipt.rejected}}};
        for (const auto& [name, count] : counts) {
            console.out() << name << '\t' << count << '\n';
        }
        if (receipt.crs) {
            console.say(receipt.crs->from + " → " + receipt.crs->to + ", " +
                        words::inLanguage(receipt.crs->operation, console.language) + ", " +
                        words::inLanguage(receipt.crs->how, console.language));
        }
        sayProblems(console, receipt);
    }
    return receipt.hasFindings() || receipt.read == 0 ? ExitCode::Findings : ExitCode::Done;
}

} // namespace observo::cli
