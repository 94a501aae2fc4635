// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/exchange/CensusToExport.h"

#include "support/Builders.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace observo::test {
namespace {

void mustBe(bool isGood, const std::string& why)
{
    if (!isGood) {
        std::cerr << why << '\n';
        std::abort();
    }
}

} // namespace

CensusToExport::CensusToExport(const std::vector<Record>& records)
{
    std::filesystem::create_directory(outFolder());
    auto session = m_census.create();
    ChangeSet changes{.label = "Place camera"};
    for (const Record& record : records) {
        changes.changes.push_back({.before = std::nullopt, .after = record});
    }
    if (!changes.isEmpty()) {
        const auto done = session->perform(changes);
        mustBe(done.has_value(), messageOf(done));
    }
    session.reset();
    m_reader = m_census.reader();
}

std::vector<std::string> CensusToExport::outNames() const
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(outFolder())) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<Camera> CensusToExport::cameras()
{
    std::vector<Camera> all;
    const auto read = m_reader->forEachCamera({},
                                              [&](const Camera& camera) {
                                                  all.push_back(camera);
                                                  return true;
                                              },
                                              {});
    mustBe(read.has_value(), messageOf(read));
    return all;
}

std::vector<Site> CensusToExport::sites()
{
    std::vector<Site> all;
    const auto read = m_reader->forEachSite(
        [&](const Site& site) {
            all.push_back(site);
            return true;
        },
        {});
    mustBe(read.has_value(), messageOf(read));
    return all;
}

std::vector<System> CensusToExport::systems()
{
    std::vector<System> all;
    const auto read = m_reader->forEachSystem(
        [&](const System& system) {
            all.push_back(system);
            return true;
        },
        {});
    mustBe(read.has_value(), messageOf(read));
    return all;
}

void CensusToExport::alter(const std::string& sql)
{
    m_reader.reset();
    asOtherProgram(m_census.file(), sql);
    m_reader = m_census.reader();
}

void CensusToExport::perform(const ChangeSet& changes)
{
    const auto done = m_census.open()->perform(changes);
    mustBe(done.has_value(), messageOf(done));
}

Result<exchange::ExportReport> CensusToExport::write(std::string_view name, exchange::ExportRequest options)
{
    options.output = out(name);
    return exchange::exportCensus(*m_reader, options, {});
}

std::unique_ptr<CensusToExport> aCensusWith(const std::vector<Record>& records)
{
    return std::make_unique<CensusToExport>(records);
}

std::unique_ptr<CensusToExport> aFullCensus(std::uint32_t cameras)
{
    std::vector<Record> records;
    for (std::uint32_t seed = 1; seed <= cameras; ++seed) {
        Camera camera = randomCamera(seed);
        Site site = randomSite(seed);
        System system = randomSystem(seed);
        camera.visibility = "institutional";
        system.bodyIstat = site.bodyIstat = camera.bodyIstat;
        site.systemCode = camera.systemCode = system.code;
        camera.siteCode = site.code;
        records.insert(records.end(), {system, site, camera});
    }
    return std::make_unique<CensusToExport>(records);
}

void asOtherProgram(const std::filesystem::path& file, const std::string& sql)
{
    // The index's triggers ask for functions that only spatial programs have.
    const std::string drops = query(file, "SELECT coalesce(group_concat('DROP TRIGGER \"' || name || '\";', ' '), '') "
                                          "FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree_%'");
    const std::string message = sqlite(file, drops + sql);
    mustBe(message.empty(), message);
}

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void putBytes(const std::filesystem::path& file, std::string_view bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    mustBe(out.flush().good(), "cannot write " + file.string());
}

} // namespace observo::test
