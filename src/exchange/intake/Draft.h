// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Placing.h"
#include "intake/Survey.h"

#include "observo/core/Camera.h"
#include "observo/exchange/Receipt.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace observo::exchange {

/// What one row says about a camera: only what it says, so that the rest of a camera in the census can stay.
struct Draft {
    std::int64_t row = 0;
    std::optional<LonLat> place{};       ///< nothing: the row is rejected
    std::optional<Metres> accuracy{};    ///< of the way the position came
    std::vector<FieldAndValue> values{}; ///< of a camera, each field once
    nlohmann::ordered_json extra = nlohmann::ordered_json::object();
    std::string codeColumn{}; ///< how the source calls its code

    /// The text of a field; empty when the row does not say it.
    [[nodiscard]] std::string text(std::string_view field) const;
    [[nodiscard]] std::optional<double> number(std::string_view field) const;
};

/// Turns rows into drafts and tells the receipt what is to be said about each value.
class DraftReader {
public:
    /// All of them must outlive the reader. An unknown constant of the profile was refused before.
    DraftReader(const SourceTable& table, const Survey& survey, const Placing& placing, const MappingProfile& profile);

    [[nodiscard]] Draft read(const SourceRow& row, Receipt& receipt) const;
    /// False for a row of an OpenStreetMap extract that is something else (a shop, a tree).
    [[nodiscard]] bool isCamera(const SourceRow& row) const;

private:
    void readColumn(const SourceRow& row, std::size_t column, Draft& draft, Receipt& receipt) const;
    void addConstants(Draft& draft, Receipt& receipt) const;
    [[nodiscard]] FieldValue valueIn(const SourceRow& row, std::size_t column) const;

    const SourceTable* m_table;
    const Survey* m_survey;
    const Placing* m_placing;
    std::vector<ColumnRole> m_roles; ///< as used: coordinates that do not serve are extra attributes
    std::vector<std::pair<ColumnUse, std::string>> m_constants;
    std::optional<std::size_t> m_kindOfThing; ///< the column man_made of an extract with other things in it
};

/// The camera as the draft alone makes it, with a new identity unless the row has one.
[[nodiscard]] Camera cameraFrom(const Draft& draft);
/// The camera of the census with what the draft says put on it; what it does not say stays, as does the owning body.
/// `keepsCode`: the match was by likeness, so the row's code is another scheme's and goes to the extra attributes.
[[nodiscard]] Camera withDraft(const Camera& camera, const Draft& draft, bool keepsCode);
/// Equal but for the bookkeeping.
[[nodiscard]] bool isSameCamera(const Camera& a, const Camera& b);
/// The names of the fields in which the two differ, at most six, for messages.
[[nodiscard]] std::string differingFields(const Camera& a, const Camera& b);

} // namespace observo::exchange
