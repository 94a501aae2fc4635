// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"
#include "observo/core/Census.h"
#include "observo/core/Filter.h"
#include "observo/core/Inventory.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/core/Site.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace observo::census {

/// Which cameras a reading wants, and in which order.
struct CameraQuery {
    Filter filter{};
    /// Only those of these; nullptr: all. Not with `limit` or `offset`, which SQL counts before.
    std::shared_ptr<const std::set<CameraId>> among{};
    GeoBox box{};          ///< empty: everywhere
    std::string orderBy{}; ///< a camera field's name; empty: in the order they were added
    bool descending = false;
    std::optional<std::size_t> limit{};
    std::size_t offset = 0;
};

/// Reads one census. Holds its own read-only connection, so a reader may live in another thread than the session;
/// one reader belongs to one thread. Reading never writes a byte, and takes only short read transactions unless it
/// is a snapshot.
class Reader {
public:
    /// Opens a census for reading alone: no lock, no journal, also on read-only media. With a hot journal or a WAL
    /// beside the file a private copy is read.
    [[nodiscard]] static Result<std::unique_ptr<Reader>> open(const std::filesystem::path& file);
    /// As `open`, but on a consistent private copy made through the backup interface, for long work beside a writer.
    [[nodiscard]] static Result<std::unique_ptr<Reader>> snapshot(const std::filesystem::path& file,
                                                                  const Progress& progress);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const;
    /// True for a private copy, which does not follow the original.
    [[nodiscard]] bool isCopy() const;
    /// How long a reading waits for a program that is just writing, before it is refused with CensusLocked.
    void setPatience(std::chrono::milliseconds patience);
    [[nodiscard]] Result<Census> census();
    [[nodiscard]] Result<Inventory> inventory(const Progress& progress);

    [[nodiscard]] Result<Camera> camera(CameraId id); ///< NotFound when it does not live
    /// A UUID or a code; a code that several cameras share is Ambiguous, with their UUIDs in the advice.
    [[nodiscard]] Result<Camera> cameraNamed(std::string_view uuidOrCode);
    [[nodiscard]] Result<Site> site(SiteId id);
    [[nodiscard]] Result<System> system(SystemId id);
    [[nodiscard]] Result<std::optional<Site>> siteWithCode(std::string_view bodyIstat, std::string_view code);
    [[nodiscard]] Result<std::optional<System>> systemWithCode(std::string_view bodyIstat, std::string_view code);

    [[nodiscard]] Result<std::size_t> count(const CameraQuery& query);
    [[nodiscard]] Result<std::vector<CameraId>> ids(const CameraQuery& query);
    /// Streams whole records until `take` returns false; cancelled through `progress`.
    [[nodiscard]] Done forEachCamera(const CameraQuery& query, const std::function<bool(const Camera&)>& take,
                                     const Progress& progress);
    [[nodiscard]] Done forEachSite(const std::function<bool(const Site&)>& take, const Progress& progress);
    [[nodiscard]] Done forEachSystem(const std::function<bool(const System&)>& take, const Progress& progress);

    /// Numbers for `info`: how many of each, the extent, when last changed, the journal state ("delete", "wal", "hot").
    struct Facts {
        std::size_t cameras = 0;
        std::size_t sites = 0;
        std::size_t systems = 0;
        GeoBox extent{};
        std::string lastChange; ///< UTC, empty when nothing was ever changed
        std::string journal;
        std::string logHead; ///< hexadecimal, 64 digits; empty without entries
    };
    [[nodiscard]] Result<Facts> facts();

private:
    friend class Session;
    friend struct ReaderInsides; // for the log and the check, inside this room
    struct Body;
    explicit Reader(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

} // namespace observo::census
