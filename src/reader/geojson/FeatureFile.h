// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geojson/JsonText.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace observo::reader {

/// The parts of a feature as they stand in the file; empty where they are missing.
struct FeatureText {
    std::string_view id;
    std::string_view properties;
    std::string_view geometry;
};

/// The parts of a feature, or of a bare geometry; nothing when the text is neither.
[[nodiscard]] std::optional<FeatureText> partsOf(std::string_view object);

/// The features of a GeoJSON file one after the other, whichever way they are put down: a collection (RFC 7946, also
/// with the `crs` member of 2008, before or behind the features), a single feature or geometry, or one object after the
/// other (newline-delimited, RFC 8142).
class FeatureFile {
public:
    FeatureFile(const std::filesystem::path& file, std::uint64_t bytes);

    enum class Got { Feature, End, Broken };
    /// The text lives until the next one is asked for.
    [[nodiscard]] Got next(std::string_view& object);
    /// Members of the collection beside its features, as they stand; complete at the end.
    [[nodiscard]] const std::map<std::string, std::string>& members() const { return m_members; }
    [[nodiscard]] double share() const { return m_json.share(); }

private:
    enum class Where { Top, Collection, Features, Done };
    [[nodiscard]] Got nextObject(std::string_view& object);
    [[nodiscard]] Got nextMember();
    [[nodiscard]] Got nextInFeatures(std::string_view& object);

    JsonFile m_json;
    Where m_where = Where::Top;
    bool m_isFirst = true;
    bool m_isCollection = false;
    std::map<std::string, std::string> m_members;
};

} // namespace observo::reader
