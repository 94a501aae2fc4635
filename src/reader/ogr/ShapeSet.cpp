// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/ShapeSet.h"

#include "input/DbfTexts.h"
#include "input/ShapeIndex.h"
#include "text/EncodingGuess.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>

namespace observo::reader {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMostUnpacked = 200ULL * 1024 * 1024;

struct MemberEnds {
    void operator()(VSILFILE* member) const { VSIFCloseL(member); }
};

Error notUnpacked(const std::string& name)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = "a member of the zip file cannot be unpacked: " + name.substr(0, 200),
            .advice = "get the zip file again"};
}

/// What the directory promised is not believed: the bytes are counted as they come.
Done unpack(const StagedInput& zip, const std::string& name, const fs::path& to, std::uint64_t& room)
{
    const auto from = "/vsizip/{" + zip.file.string() + "}/" + name;
    const std::unique_ptr<VSILFILE, MemberEnds> member(VSIFOpenL(from.c_str(), "rb"));
    if (member == nullptr) {
        return fail(notUnpacked(name));
    }
    std::ofstream out(to, std::ios::binary);
    std::string piece(256UL * 1024, '\0');
    while (const auto got = VSIFReadL(piece.data(), 1, piece.size(), member.get())) {
        if (got > room) {
            return fail(notUnpacked(name));
        }
        room -= got;
        out.write(piece.data(), static_cast<std::streamsize>(got));
    }
    out.close();
    return out ? done() : Done(fail(notUnpacked(name)));
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

fs::path withEnding(fs::path file, const char* ending)
{
    return file.replace_extension(ending);
}

} // namespace

Result<std::vector<ShapeSet>> unpackShapefiles(const StagedInput& zip, const std::vector<ZipMember>& members)
{
    constexpr std::array kEndings = {".shp", ".shx", ".dbf", ".prj", ".cpg"};
    std::vector<ShapeSet> sets;
    std::uint64_t room = kMostUnpacked;
    for (const auto& shapefile : shapefilesIn(members)) {
        const auto folder = zip.folder / ("set" + std::to_string(sets.size()));
        std::error_code failed;
        fs::create_directory(folder, failed);
        ShapeSet set{.shp = folder / "input.shp", .name = fs::path(shapefile).stem().string()};
        const auto stem = lower(shapefile.substr(0, shapefile.size() - 4));
        for (const auto& member : members) {
            for (const char* ending : kEndings) {
                if (lower(member.name) == stem + ending) {
                    if (auto done = unpack(zip, member.name, withEnding(set.shp, ending), room); !done) {
                        return fail(std::move(done.error()));
                    }
                }
            }
        }
        sets.push_back(std::move(set));
    }
    return sets;
}

Done prepareShapeSet(ShapeSet& set, const std::string& requestedEncoding)
{
    using Weight = feed::Problem::Weight;
    std::error_code ignored;
    const auto shx = withEnding(set.shp, ".shx");
    if (!fs::exists(shx, ignored)) {
        const auto records = rebuildShapeIndex(set.shp, shx);
        if (!records) {
            return fail(records.error());
        }
        set.problems.push_back({.weight = Weight::Note,
                                .what = "the .shx file is missing: the index was made again from " +
                                        std::to_string(*records) + " records"});
    }
    const auto dbf = withEnding(set.shp, ".dbf");
    if (!fs::exists(dbf, ignored)) {
        set.problems.push_back({.weight = Weight::Loss, .what = "the .dbf file is missing: there are no values"});
    }
    const auto texts = lookAtDbf(dbf);
    const auto sideFile = lookAtCpg(withEnding(set.shp, ".cpg"));
    auto choice = chooseEncoding(requestedEncoding, sideFile.name.empty() ? texts.declared : sideFile, texts.sample);
    set.encoding = std::move(choice.encoding);
    set.problems.insert(set.problems.end(), choice.problems.begin(), choice.problems.end());
    return done();
}

} // namespace observo::reader
