// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "input/Staging.h"

#include "observo/core/Result.h"
#include "observo/feed/FileInfo.h"
#include "observo/feed/FrameOutput.h"
#include "observo/feed/Stream.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace observo::reader {

/// What of an open input is to be sent.
struct ReadPlan {
    std::size_t layer = 0;
    std::vector<std::uint32_t> columns;
    bool withGeometry = true;
    std::optional<feed::Box> box;
    std::optional<std::int64_t> rows;

    /// Whether a reader that sent `sent` rows is done.
    [[nodiscard]] bool isFull(std::int64_t sent) const { return rows && sent >= *rows; }
};

/// An open input of whichever format.
class Source {
public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    [[nodiscard]] virtual const feed::FileInfo& info() const = 0;
    /// Sends the rows that the plan names. Called once.
    [[nodiscard]] virtual Done read(const ReadPlan& plan, feed::FrameOutput& out) = 0;
};

/// Opens a staged input with the one reader of its format.
[[nodiscard]] Result<std::unique_ptr<Source>> openSource(StagedInput& input, const feed::Request& request);

/// Which layer and columns the request means.
[[nodiscard]] Result<ReadPlan> planFor(const feed::FileInfo& info, const feed::Request& request);

} // namespace observo::reader
