// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Placing.h"
#include "intake/Source.h"
#include "intake/Survey.h"

#include "observo/exchange/Import.h"

#include <memory>
#include <optional>

namespace observo::exchange {

/// All that an import holds between its two readings.
struct Import::Body {
    ImportTarget target;
    census::Session* session = nullptr; ///< of `run`
    ImportRequest request;
    std::unique_ptr<Source> source;
    std::optional<Survey> survey{};
    std::optional<Placing> placing{};
    ImportPlan plan{};
};

/// An import from a table of the caller's own, for tests.
struct ImportInsides {
    [[nodiscard]] static Result<Import> prepare(const ImportTarget& target, const ImportRequest& request,
                                                std::unique_ptr<Source> source, const Progress& progress);
    /// The same for `run`.
    [[nodiscard]] static Result<Import> prepare(census::Session& session, const ImportRequest& request,
                                                std::unique_ptr<Source> source, const Progress& progress);

    /// Reads the rows and lets the session write them, or only counts them when there is none.
    [[nodiscard]] static Result<ImportOutcome> bringIn(Import::Body& body, census::Session* session,
                                                       const Progress& progress);

private:
    [[nodiscard]] static Done preparePlacing(Import::Body& body, const SystemAnswer& answer,
                                             const Territory& territory);
};

[[nodiscard]] ImportTarget targetOf(const census::Session& session);
/// The error with the file named, unless it names one already.
[[nodiscard]] Error inFile(Error error, const std::filesystem::path& file);

} // namespace observo::exchange
