// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/MergeSides.h"

#include <algorithm>
#include <tuple>

namespace observo::exchange {
namespace {

template <typename T, typename Each>
auto keepIn(std::map<Uuid, Record>& records, std::map<BodyCode, Uuid>& codes, const Each& each)
{
    return [&records, &codes, each](const T& record) {
        each(record);
        codes.emplace(BodyCode(record.bodyIstat, record.code), record.id.uuid); // the oldest, as the census reads it
        records.emplace(record.id.uuid, record);
        return true;
    };
}

} // namespace

BodyCode bodyCodeOf(const Record& record)
{
    return {bodyOf(record), codeOf(record)};
}

Result<MergeSide> MergeSide::read(census::Reader& reader, const Progress& progress)
{
    MergeSide side{.reader = &reader};
    auto cameras = reader.inventory(progress);
    if (!cameras) {
        return fail(cameras.error());
    }
    side.cameras = std::move(*cameras);
    auto read = reader.forEachSystem(keepIn<System>(side.systems, side.systemCodes, [](const System&) {}), progress);
    if (read) {
        read = reader.forEachSite(keepIn<Site>(side.sites, side.siteCodes,
                                               [&](const Site& site) {
                                                   ++side.usersOfSystem[{site.bodyIstat, site.systemCode}];
                                               }),
                                  progress);
    }
    if (read) {
        read = reader.forEachCamera(
            {},
            [&](const Camera& camera) {
                side.camerasOnSite[{camera.bodyIstat, camera.siteCode}].insert(camera.id.uuid);
                ++side.usersOfSystem[{camera.bodyIstat, camera.systemCode}];
                return true;
            },
            progress);
    }
    if (read) {
        read = census::forEachTombstone(reader, [&](const census::Tombstone& stone) {
            side.stones.emplace(stone.uuid, stone);
            return true;
        });
    }
    return read ? Result<MergeSide>(std::move(side)) : fail(read.error());
}

const Record* MergeSide::find(RecordKind kind, const BodyCode& code) const
{
    const bool isSite = kind == RecordKind::Site;
    const auto& codes = isSite ? siteCodes : systemCodes;
    const auto found = codes.find(code);
    return found == codes.end() ? nullptr : &(isSite ? sites : systems).at(found->second);
}

std::map<Uuid, std::string> toldApart(std::vector<CodedRecord> records, std::set<BodyCode> taken)
{
    std::map<Uuid, std::string> renamed;
    std::ranges::sort(records, {}, [](const CodedRecord& one) { return std::tie(one.code, one.createdAt, one.uuid); });
    for (std::size_t i = 1; i < records.size(); ++i) {
        const CodedRecord& one = records[i];
        if (one.code != records[i - 1].code || one.uuid == records[i - 1].uuid) {
            continue;
        }
        BodyCode code = one.code;
        for (int number = 2; taken.contains(code); ++number) {
            code.second = one.code.second + '-' + std::to_string(number);
        }
        taken.insert(code);
        renamed.emplace(one.uuid, code.second);
    }
    return renamed;
}

} // namespace observo::exchange
