// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/Stream.h"

#include <filesystem>
#include <string>
#include <vector>

namespace observo::test {

/// What a reader behind the fence answers when it tries what `wish` says, or the message by which it ended.
[[nodiscard]] std::string answerOfProbe(const std::string& wish, feed::Limits limits = {});

/// All that the real reader gives of a file.
struct ReadFile {
    std::optional<Error> error;
    feed::FileInfo file;
    feed::Layer layer;
    std::vector<feed::Row> rows;
    feed::ReadReport report;

    /// The value of a column in a row, as text; "?" when there is no such one.
    [[nodiscard]] std::string text(std::size_t row, const std::string& column) const;
};
[[nodiscard]] ReadFile readFile(feed::Request request, feed::Limits limits = {});
[[nodiscard]] ReadFile readFile(const std::filesystem::path& file);

} // namespace observo::test
