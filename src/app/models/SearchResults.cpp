// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SearchResults.h"

#include "Speech.h"
#include "Text.h"
#include "models/CameraListing.h"

#include "observo/census/Reader.h"
#include "observo/geo/CoordinateText.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace observo::app {

namespace {

constexpr std::size_t kMostCameras = 8;
constexpr int kMostSites = 5;
constexpr int kShortestWord = 2;

QString say(const char* english)
{
    return QCoreApplication::translate("SearchResults", english);
}

void addPlace(const QString& text, int epsg, std::vector<SearchResult>& results)
{
    const auto written = toUtf8(text);
    auto read = geo::readCoordinates(written, 0);
    if (!read) {
        read = geo::readCoordinates(written, epsg);
    }
    if (read) {
        results.push_back({.kind = SearchResult::Kind::Place,
                           .text = say(QT_TRANSLATE_NOOP("SearchResults", "Go to %1")).arg(toText(read->understood)),
                           .hint = say(QT_TRANSLATE_NOOP("SearchResults", "coordinates")),
                           .place = read->place});
    }
}

void addCameras(const QString& text, const Inventory& cameras, std::vector<SearchResult>& results)
{
    for (const auto& id : cameras.search(toUtf8(text), kMostCameras)) {
        const auto row = cameras.find(id);
        if (!row) {
            continue;
        }
        const auto name = toText(row->name);
        const auto status = labelOfCode("status", codeAt("status", row->status), language());
        results.push_back({.kind = SearchResult::Kind::Camera,
                           .text = name.isEmpty() ? toText(row->code) : toText(row->code) + QStringLiteral("  ") + name,
                           .hint = toText(status),
                           .camera = id,
                           .place = row->position});
    }
}

void addSites(const QString& text, const SearchGround& ground, std::vector<SearchResult>& results)
{
    int found = 0;
    const auto add = [&](const SiteEntry& site) {
        if (found < kMostSites && !site.address.isEmpty() && site.address.contains(text, Qt::CaseInsensitive)) {
            results.push_back({.kind = SearchResult::Kind::Site,
                               .text = site.address,
                               .hint = say(QT_TRANSLATE_NOOP("SearchResults", "site")),
                               .siteCode = site.code});
            ++found;
        }
    };
    std::ranges::for_each(ground.changed, add);
    if (!ground.sites) {
        return;
    }
    for (const auto& site : *ground.sites) {
        if (found == kMostSites) {
            return;
        }
        if (std::ranges::find(ground.changed, site.code, &SiteEntry::code) == ground.changed.end()) {
            add(site);
        }
    }
}

void addCommands(const QString& text, std::vector<SearchResult>& results)
{
    for (const auto& info : commands()) {
        if (Commands::textOf(info).contains(text, Qt::CaseInsensitive)) {
            results.push_back({.kind = SearchResult::Kind::Command,
                               .text = Commands::textOf(info),
                               .hint = Commands::keysOf(info),
                               .command = info.command});
        }
    }
}

} // namespace

Result<std::vector<SiteEntry>> readSiteEntries(const std::filesystem::path& file, const Progress& progress)
{
    auto reader = census::Reader::open(file);
    if (!reader) {
        return fail(reader.error());
    }
    std::vector<SiteEntry> entries;
    const auto read = (*reader)->forEachSite(
        [&](const Site& site) {
            entries.push_back({addressOf(site), site.code});
            return true;
        },
        progress);
    if (!read) {
        return fail(read.error());
    }
    return entries;
}

std::vector<SearchResult> searchAll(const QString& text, const SearchGround& ground)
{
    std::vector<SearchResult> results;
    const auto wanted = text.trimmed();
    if (wanted.isEmpty()) {
        addCommands({}, results);
        return results;
    }
    addPlace(wanted, ground.epsg, results);
    addCameras(wanted, ground.cameras, results);
    if (wanted.size() >= kShortestWord) {
        addSites(wanted, ground, results);
        addCommands(wanted, results);
    }
    return results;
}

} // namespace observo::app
