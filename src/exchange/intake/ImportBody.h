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
    census::Session* session = nullptr;
    ImportRequest request;
    std::unique_ptr<Source> source;
    std::optional<Survey> survey{};
    std::optional<Placing> placing{};
    ImportPlan plan{};
};

/// An import from a table of the caller's own, for tests.
struct ImportInsides {
    [[nodiscard]] static Result<Import> prepare(census::Session& session, const ImportRequest& request,
                                                std::unique_ptr<Source> source, const Progress& progress);

private:
    [[nodiscard]] static Done preparePlacing(Import::Body& body, const SystemAnswer& answer,
                                             const Territory& territory);
};

/// The error with the file named, unless it names one already.
[[nodiscard]] Error inFile(Error error, const std::filesystem::path& file);

} // namespace observo::exchange
