// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/Sealing.h"
#include "rows/Rows.h"
#include "schema/Schema.h"
#include "sqlite/Connection.h"

#include <filesystem>
#include <memory>

namespace observo::census {

/// The one connection of this process that writes a census: guarded, its schema compared, ready for edits.
class Store {
public:
    /// CensusDamaged when the structure is not as this program made it: a foreign trigger could write behind our back.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file);

    [[nodiscard]] Connection& connection() { return *m_connection; }
    [[nodiscard]] Rows& rows() { return m_rows; }
    [[nodiscard]] Sealer& sealer() { return m_sealer; }

    /// The version in the file, older than this program's when the census has to be brought up to date first.
    [[nodiscard]] int schemaVersion() const { return m_version; }
    /// Brings the schema up to date in one transaction; the caller has made a backup before.
    [[nodiscard]] Done migrate(std::string_view program);

    /// Notes in the GeoPackage's contents that cameras changed, and where they are now.
    [[nodiscard]] Done touchContents(const std::string& at, const GeoBox& added);

private:
    Store(std::unique_ptr<Connection> connection, int version);

    std::unique_ptr<Connection> m_connection;
    Rows m_rows;
    Sealer m_sealer;
    int m_version;
};

/// One error for all that is wrong with a structure.
[[nodiscard]] Error structureError(const std::vector<SchemaDifference>& differences, const std::filesystem::path& file);

} // namespace observo::census
