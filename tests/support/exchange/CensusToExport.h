// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/census/CensusFolder.h"

#include "observo/census/Reader.h"
#include "observo/core/ChangeSet.h"
#include "observo/exchange/Export.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace observo::test {

/// A census with these records in it, entered through a session, and an empty folder to export into.
class CensusToExport {
public:
    explicit CensusToExport(const std::vector<Record>& records);

    [[nodiscard]] census::Reader& reader() { return *m_reader; }
    [[nodiscard]] std::filesystem::path file() const { return m_census.file(); }
    [[nodiscard]] std::filesystem::path out(std::string_view name) const { return outFolder() / name; }
    [[nodiscard]] std::filesystem::path outFolder() const { return m_census.path("out"); }
    /// Names of everything in the folder of exports, hidden files too, sorted.
    [[nodiscard]] std::vector<std::string> outNames() const;

    /// The records as the census has them.
    [[nodiscard]] std::vector<Camera> cameras();
    [[nodiscard]] std::vector<Site> sites();
    [[nodiscard]] std::vector<System> systems();

    /// Changes the file as another program would, behind the session's back; a failure stops the test.
    void alter(const std::string& sql);
    /// Changes it through a session.
    void perform(const ChangeSet& changes);

    /// Exports everything in the full edition; `options` may say otherwise, its output is a name in the folder.
    [[nodiscard]] Result<exchange::ExportReport> write(std::string_view name, exchange::ExportRequest options = {
                                                                                  .edition = exchange::Edition::Full});

private:
    CensusFolder m_census;
    std::unique_ptr<census::Reader> m_reader;
};

/// aCensusWith({aCamera().named("Ponte Nord"), aSite()})
[[nodiscard]] std::unique_ptr<CensusToExport> aCensusWith(const std::vector<Record>& records);
/// Cameras with every field filled (see randomCamera), one for each seed.
[[nodiscard]] std::unique_ptr<CensusToExport> aFullCensus(std::uint32_t cameras);

/// Runs SQL on a GeoPackage as a program that takes no care of its spatial index; a failure stops the test.
void asOtherProgram(const std::filesystem::path& file, const std::string& sql);

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file);
void putBytes(const std::filesystem::path& file, std::string_view bytes);

} // namespace observo::test
