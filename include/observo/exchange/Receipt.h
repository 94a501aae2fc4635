// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/CheckedFile.h"
#include "observo/core/Quantities.h"
#include "observo/core/Result.h"
#include "observo/core/Rules.h"
#include "observo/core/Translatable.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {

/// Something about a row, a field or the file that a person should know.
struct ReceiptProblem {
    std::optional<std::int64_t> row{}; ///< as a person finds it in the file; nothing for the file as a whole
    std::string field{};               ///< of the census, or the source's column
    std::string value{};
    Severity severity = Severity::Warning;
    std::string code{};
    std::string messageIt{};
    std::string messageEn{};

    [[nodiscard]] const std::string& message(Language language) const
    {
        return language == Language::Italian ? messageIt : messageEn;
    }
};

/// How coordinates came into the census.
struct ReceiptCrs {
    std::string from{};
    std::string to{};
    std::string operation{};
    std::optional<Metres> accuracy{};
    bool ballpark = false;
    std::string how{}; ///< "declared", ".prj", "--crs", "guessed", with a reason behind
};

/// What became of every row of a file (or every record of another census). Nothing is dropped in silence:
/// read = added + updated + unchanged + skipped + review + rejected.
struct Receipt {
    std::string source{};
    std::string sha256{};
    std::string layer{};
    std::string encoding{};
    std::optional<ReceiptCrs> crs{};
    std::vector<std::pair<std::string, std::string>> mapping{}; ///< column, field
    std::vector<std::string> unmapped{};
    std::int64_t read = 0;
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t skipped = 0;
    std::int64_t review = 0;
    std::int64_t rejected = 0;
    std::vector<ReceiptProblem> problems{};
    std::int64_t untold = 0; ///< problems beyond those kept; one more problem says so

    /// Rows refused or to be reviewed, or anything worse than a notice.
    [[nodiscard]] bool hasFindings() const;
    [[nodiscard]] bool addsUp() const { return read == added + updated + unchanged + skipped + review + rejected; }
    /// Keeps the problem; beyond ten thousand they are only counted.
    void tell(ReceiptProblem problem);
};

/// What a receipt says several times: the same about the same value of the same field.
struct ProblemGroup {
    ReceiptProblem first; ///< with the row where it was met first
    std::int64_t count = 0;
};
/// The problems of at least this severity; of a remark about very many rows the first ones, and the rest as one. Those
/// that concern most rows first, the graver before the lighter.
[[nodiscard]] std::vector<ProblemGroup> groupsOf(const Receipt& receipt, Severity least);

/// The receipt as one JSON document, keys in English snake_case, messages in the language.
[[nodiscard]] std::string jsonOf(const Receipt& receipt, Language language);
/// Where a receipt goes when nobody says: "cameras.shp.receipt.json" beside the source.
[[nodiscard]] std::filesystem::path receiptFileFor(const std::filesystem::path& source);
[[nodiscard]] Done saveReceipt(const Receipt& receipt, Language language, const std::filesystem::path& file,
                               Overwrite overwrite);

} // namespace observo::exchange
