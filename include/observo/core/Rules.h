// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"
#include "observo/core/Translatable.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace observo {

enum class Severity { Error, Warning, Notice };

/// "error", "warning", "notice".
[[nodiscard]] std::string_view nameOf(Severity severity);

/// Something a rule found in one record. `camera` is null when the record is a site, a system or the census.
struct Finding {
    std::string_view rule; ///< stable name, "V-RET-7D"
    Severity severity = Severity::Warning;
    RecordKind kind = RecordKind::Camera;
    Uuid record;
    std::string recordCode;
    std::string_view field; ///< the field it is about, or empty
    std::string messageIt;
    std::string messageEn;

    [[nodiscard]] const std::string& message(Language language) const
    {
        return language == Language::Italian ? messageIt : messageEn;
    }
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// What rules may ask of the rest of the census; implemented above core. Every answer may be "not known".
class RuleContext {
public:
    virtual ~RuleContext() = default;

    /// Today, ISO 8601.
    [[nodiscard]] virtual std::string today() const = 0;
    [[nodiscard]] virtual const Site* site(std::string_view bodyIstat, std::string_view code) const = 0;
    [[nodiscard]] virtual const System* system(std::string_view bodyIstat, std::string_view code) const = 0;
    /// How many cameras of the body carry this code.
    [[nodiscard]] virtual int camerasWithCode(std::string_view bodyIstat, std::string_view code) const = 0;

    /// A camera nearby, with what the possible-duplicate rule compares.
    struct Neighbour {
        CameraId id;
        std::string code;
        Metres distance;
        std::optional<Degrees> direction;
    };
    [[nodiscard]] virtual std::vector<Neighbour> camerasWithin(LonLat at, Metres radius) const = 0;
    /// Whether the place lies in the municipality; nothing when its boundary is not known.
    [[nodiscard]] virtual std::optional<bool> insideMunicipality(LonLat at, std::string_view istatCode) const = 0;

    /// Near and far edge of the picture on flat ground (docs/formulas.md F6, F7); far is empty when the horizon is in
    /// the picture. Nothing when height, tilt or vertical field of view are not known.
    struct GroundSpan {
        Metres near;
        std::optional<Metres> far;
    };
    [[nodiscard]] virtual std::optional<GroundSpan> groundSpan(const Camera& camera) const = 0;
    /// Days within which a private camera must be declared; 60 unless the municipality says otherwise.
    [[nodiscard]] virtual int declarationDays() const { return 60; }
};

/// One rule of the family in src/core/rules. A rule for several kinds of record is listed once for each, under one
/// name.
struct Rule {
    std::string_view name;
    Label title;
    RecordKind kind = RecordKind::Camera;
    Severity severity = Severity::Warning;
    std::vector<Finding> (*check)(const Record& record, const RuleContext& context) = nullptr;
};

[[nodiscard]] std::span<const Rule> rules();
[[nodiscard]] const Rule* findRule(std::string_view name);
/// All findings of one record; `only` narrows to the rules named (empty: all).
[[nodiscard]] std::vector<Finding> checkRecord(const Record& record, const RuleContext& context,
                                               std::span<const std::string> only = {});

} // namespace observo
