// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

struct sqlite3;

namespace observo::test {

// What others say of a census file: plain SQLite, and GDAL's own validator. Nothing here goes through our store.

/// The answer of SQLite's integrity check and foreign key check: "ok", or what is wrong, or why it cannot be opened.
/// A hot journal is rolled back, as any program would.
std::string integrityOf(const std::filesystem::path& file);

/// One number for every row of every table; zero when the file cannot be read.
std::uint64_t fingerprintOf(const std::filesystem::path& file);

/// The functions that every program for GeoPackages brings, without which no camera can be written.
void addGeoPackageFunctions(sqlite3* database);
/// Runs SQL on a file through plain SQLite, with the functions that the census's triggers need. Throws when refused.
void runSql(const std::filesystem::path& file, const std::string& sql);
/// The same while none of our triggers is there; afterwards they are as before. What a forger would do.
void runAroundTriggers(const std::filesystem::path& file, const std::string& sql);
/// The first column of the first row as text; empty when there is none.
std::string sqlValue(const std::filesystem::path& file, const std::string& sql);

/// What python3-gdal's validate_gpkg says: "ok", or its complaint. "absent" when it is not installed.
std::string validatorSays(const std::filesystem::path& file);

} // namespace observo::test
