// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Draft.h"
#include "intake/Likeness.h"

#include "observo/census/Reader.h"
#include "observo/core/Inventory.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace observo::exchange {

/// The camera of the census that a row describes.
struct Match {
    enum class Kind {
        None,
        Same,
        Possible, ///< alike enough for a person to look
    };
    Kind kind = Kind::None;
    std::optional<Camera> camera{};
    bool byLikeness = false; ///< no identity joins the two
    Grounds why{};
    std::optional<Remark> remark{};
};

/// Finds rows among the cameras of a census: by UUID; by the key asked for; by serial number; by code within body and
/// system, where the two lie near; else by likeness. A camera is found once. Reads whole records from a reader that no
/// writer disturbs.
class Matching {
public:
    struct Wish {
        std::string key{}; ///< a camera field; empty: none
        Metres within{5.0};
        bool bySerial = false; ///< the source has serial numbers
    };
    /// `reader` may be null for an empty census.
    [[nodiscard]] static Result<Matching> make(census::Reader* reader, const Inventory& inventory, const Wish& wish,
                                               const Progress& progress);

    [[nodiscard]] Result<Match> find(const Draft& draft);
    /// No other row may find this camera.
    void claim(CameraId id) { m_claimed.insert(id.uuid); }
    [[nodiscard]] bool isLiving(CameraId id) const { return m_inventory.contains(id); }

private:
    using Ids = std::unordered_map<std::string, std::vector<CameraId>>;

    Matching(census::Reader* reader, Inventory inventory, Wish wish);
    [[nodiscard]] Result<Match> same(CameraId id, Grounds why) const;
    [[nodiscard]] Result<Match> byText(const Ids& ids, const std::string& text, const Draft& draft, bool isKey) const;
    [[nodiscard]] Result<Match> byCode(const Draft& draft) const;
    [[nodiscard]] Result<Match> byLikeness(const Draft& draft) const;
    [[nodiscard]] Result<Match> bestOf(std::vector<std::pair<Likeness, CameraId>> found, const Draft& draft) const;

    census::Reader* m_reader;
    Inventory m_inventory;
    Wish m_wish;
    Ids m_codes;
    Ids m_serials;
    Ids m_keys;
    std::unordered_set<Uuid> m_claimed;
};

/// Rows of the file itself that describe the same camera twice.
class RowsSeen {
public:
    /// The number of an earlier row that this one repeats: the same identity, the same words in the same place, or the
    /// same view from the same place with nothing against it. Remembers the row otherwise.
    [[nodiscard]] std::optional<std::int64_t> earlier(const Draft& draft);

private:
    struct Seen {
        std::int64_t row = 0;
        LonLat place{};
        std::optional<double> direction{};
        std::size_t words = 0; ///< hash of everything the row says but its place
        std::size_t type = 0;  ///< hashes; 0 when not known
        std::size_t code = 0;
        std::size_t name = 0;
        std::size_t serial = 0;
    };
    [[nodiscard]] static Seen factsOf(const Draft& draft);
    [[nodiscard]] static bool isRepeated(const Seen& a, const Seen& b);

    std::unordered_map<std::uint64_t, std::vector<Seen>> m_cells;
    std::unordered_map<std::string, std::int64_t> m_ids;
};

/// What a draft is compared by.
[[nodiscard]] Features featuresOf(const Draft& draft);

} // namespace observo::exchange
