// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"
#include "observo/core/Census.h"
#include "observo/core/Inventory.h"
#include "observo/core/Progress.h"
#include "observo/core/Quantities.h"
#include "observo/core/Result.h"
#include "observo/core/Rules.h"
#include "observo/core/Translatable.h"
#include "observo/exchange/Preview.h"
#include "observo/exchange/Receipt.h"
#include "observo/exchange/Review.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// What happens to a row whose camera is in the census already.
enum class OnMatch {
    Skip,   ///< the census stays as it is
    Update, ///< what the row says is put on the camera; what it does not say stays
    Add,    ///< every row is a new camera
    Review, ///< a difference is for a person to decide
};
[[nodiscard]] std::string_view nameOf(OnMatch policy);
[[nodiscard]] std::optional<OnMatch> onMatchNamed(std::string_view name);

/// How a sender's columns and values are to be read, kept as a JSON file for the next time. What it leaves out is found
/// by the dictionary of names.
struct MappingProfile {
    struct Column {
        std::string field{}; ///< "camera_type", "lon", "x", "coordinates"; empty: kept as it is
        std::string unit{};  ///< of numbers without one
    };
    std::map<std::string, Column> columns{};                            ///< by the source's name
    std::map<std::string, std::map<std::string, std::string>> values{}; ///< field: value in the source: value meant
    std::map<std::string, std::string> constants{};                     ///< field: value for rows that have none
    std::string crs{};
    std::string dates{}; ///< "day first", "month first" or empty
};
[[nodiscard]] Result<MappingProfile> readProfile(const std::filesystem::path& file);
[[nodiscard]] Done writeProfile(const MappingProfile& profile, const std::filesystem::path& file, Overwrite overwrite);

struct ImportRequest {
    std::filesystem::path file;
    std::string layer{};    ///< empty: the file's first one with points
    std::string crs{};      ///< "EPSG:3003", "auto", or empty: what the file says
    std::string encoding{}; ///< empty: what the file says
    MappingProfile profile{};
    std::string key{}; ///< a camera field by which rows and cameras are matched
    OnMatch onMatch = OnMatch::Skip;
    Metres within{5.0}; ///< how far apart two descriptions of one camera may lie
    bool dryRun = false;
    std::optional<std::int64_t> firstRows{}; ///< only so many, for a quick look
};

/// A system that the coordinates of a file may be in.
struct CrsCandidate {
    std::string crs; ///< "EPSG:3003"
    std::string name;
    bool swapped = false;    ///< north or latitude stands first
    double plausibility = 0; ///< 0 to 1
    std::string whyIt;
    std::string whyEn;
    LonLat centre;                ///< where the middle of the points would lie
    std::optional<Metres> away{}; ///< from there to the middle of the census's cameras
    std::vector<LonLat> places{}; ///< where some of the points would lie
};

/// What an import would do, before anything is written.
struct ImportPlan {
    Receipt receipt; ///< source, layer, encoding, system, mapping; counts are still zero
    std::int64_t rows = 0;
    std::string format;              ///< for people: "shapefile"
    std::vector<std::string> layers; ///< all that the file has
    bool hasGeometry = false;        ///< its rows have places of their own, so no column is asked for them
    ImportPreview preview;
    std::vector<CrsCandidate> candidates; ///< not empty: nobody says which system it is, and a person has to choose
    std::string missingCrs;               ///< why, in English
    std::optional<Error> unplaced{};      ///< no column is known to hold coordinates: `run` will refuse with this
};

/// What is known of the census that an import is meant for. A copy of it: nothing is written there.
struct ImportTarget {
    std::filesystem::path file{};
    Census census{};
    Inventory inventory{};
};

/// What became of an import, or would become of it.
struct ImportOutcome {
    Receipt receipt;
    Doubts doubts;                 ///< what it leaves to a person
    census::Committed committed{}; ///< setId 0: nothing was written
};

/// All that a request and the dictionary decided about a sender's files, as a profile for the next one.
[[nodiscard]] MappingProfile profileFor(const ImportRequest& request, const ImportPlan& plan);

/// One file on its way into a census. `prepare` reads it once and writes nothing; `run` reads it again and lets the
/// session write everything in one transaction.
class Import {
public:
    [[nodiscard]] static Result<Import> prepare(census::Session& session, const ImportRequest& request,
                                                const Progress& progress);
    /// Without a session, while somebody else has it: to be foreseen, or performed later.
    [[nodiscard]] static Result<Import> prepare(const ImportTarget& target, const ImportRequest& request,
                                                const Progress& progress);
    Import(Import&&) noexcept;
    Import& operator=(Import&&) noexcept;
    ~Import();

    [[nodiscard]] const ImportPlan& plan() const;
    /// InputNotUnderstood while the plan still asks for the reference system. The receipt is not yet saved.
    [[nodiscard]] Result<Receipt> run(const Progress& progress);
    /// What it would do to the census as it was when it was prepared; writes nothing.
    [[nodiscard]] Result<ImportOutcome> foresee(const Progress& progress);
    /// Writes everything through this session, of the same census, in one transaction.
    [[nodiscard]] Result<ImportOutcome> perform(census::Session& session, const Progress& progress);

private:
    friend struct ImportInsides; // for tests with tables of their own
    struct Body;
    explicit Import(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

} // namespace observo::exchange
