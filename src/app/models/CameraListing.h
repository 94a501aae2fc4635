// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Selection.h"

#include "observo/core/Filter.h"
#include "observo/core/Inventory.h"
#include "observo/core/Progress.h"
#include "observo/core/Site.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace observo::app {

/// What a person wrote into the filter of the table: plain words, or an expression over fields.
struct TableFilter {
    Filter expression{};
    std::string words{};

    [[nodiscard]] bool isEmpty() const { return expression.isEmpty() && words.empty(); }
};

/// An expression when it has an operator in it, words otherwise; the error says what the expression lacks.
[[nodiscard]] Result<TableFilter> readTableFilter(const QString& text);

/// Which cameras the table lists, and in which order.
struct ListingRequest {
    std::filesystem::path file;
    Inventory inventory{};
    TableFilter filter{};
    CameraSet only{};      ///< cameras named by a finding, before the filter; nullptr: all
    std::string orderBy{}; ///< a camera field; empty: as they were added
    bool descending = false;
};

/// What is listed, with all that the window looks up in it, made in the job.
struct Listing {
    std::vector<CameraId> ids;
    std::unordered_map<CameraId, int> rows; ///< where each stands
    CameraSet shown{};                      ///< nullptr when nothing is filtered
};

/// Long with many cameras; runs in a job with a reader of its own.
[[nodiscard]] Result<Listing> listCameras(const ListingRequest& request, const Progress& progress);

/// "Via Roma 12/A, Mirafiori", or the site's name, or its code.
[[nodiscard]] QString addressOf(const Site& site);

} // namespace observo::app
