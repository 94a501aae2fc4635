// SPDX-License-Identifier: GPL-3.0-or-later
// From a census into every format and from there into an empty census: each value comes back, or the report said
// beforehand that it would not.
#include "Formats.h"
#include "exchange/ExportWork.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/exchange/CensusToExport.h"

#include "observo/exchange/Import.h"
#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace observo::exchange {
namespace {

constexpr int kSystem = 7791;

/// What people and other programs write into texts.
const std::vector<std::string>& awkwardTexts()
{
    static const std::vector<std::string> kTexts{"Città d'Agliè, «ovest»",
                                                 "riga uno\nriga due",
                                                 "a capo\r\ndi Windows",
                                                 "=1+1",
                                                 "+39 011 5551234",
                                                 "-nord",
                                                 "@rossi",
                                                 "\tcon tabulazione",
                                                 "'apostrofo",
                                                 "\"virgolette\"",
                                                 "a;b,c|d\te",
                                                 "<b>&amp;</b>",
                                                 "_x0041_ e _x000D_",
                                                 "0012",
                                                 "1e5",
                                                 "TRUE",
                                                 "2026-02-30",
                                                 "45,5",
                                                 "日本語 😀 Ω",
                                                 "  spazi  ai lati  ",
                                                 std::string(250, 'm') + "àèìòù",
                                                 std::string(5000, 'L')};
    return kTexts;
}

bool isFreeText(const FieldInfo& field)
{
    return field.type == FieldType::Text && field.format == TextFormat::Any && !field.byProgram;
}

/// Cameras with every field filled; each text field gets each awkward text once, each number its extremes.
std::vector<Record> awkwardCameras()
{
    std::vector<Record> records;
    const auto count = static_cast<std::uint32_t>(awkwardTexts().size());
    for (std::uint32_t i = 0; i < count; ++i) {
        Camera camera = test::randomCamera(i + 1);
        // Far apart, so that none is taken for another.
        camera.position = {7.0 + 0.05 * i, 44.5 + 0.03 * i};
        camera.code = "TC-" + std::to_string(i);
        camera.visibility = "public";
        camera.extra = R"({"colore":"rosso","n":)" + std::to_string(i) + "}";
        std::size_t shift = i;
        for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
            if (isFreeText(field) && !field.name.ends_with("code")) {
                setValue(camera, field, awkwardTexts()[shift++ % count]);
            }
        }
        camera.retentionHours = i % 2 == 0 ? 8760 : 0;
        camera.laneCount = i % 2 == 0 ? std::numeric_limits<std::int64_t>::max() : 1;
        camera.range = Metres{i % 2 == 0 ? 1.7976931348623157e308 : 5e-324};
        camera.mountHeight = Metres{0.1 + 0.2};
        records.emplace_back(camera);
    }
    Camera bare = test::aCamera().at(13.0, 42.0).coded("TC-NUDA"); // what is not known stays not known
    bare.visibility = "public";
    records.emplace_back(bare);
    return records;
}

/// All that the report says, for looking up a field's name in it.
std::string wordsOf(const std::vector<Loss>& losses)
{
    std::string words;
    for (const Loss& loss : losses) {
        words += loss.field + ": " + loss.messageEn + "\n";
    }
    return words;
}

bool isNamed(const std::string& words, std::string_view field)
{
    const auto isSign = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    for (auto at = words.find(field); at != std::string::npos; at = words.find(field, at + 1)) {
        const bool begins = at == 0 || !isSign(words[at - 1]);
        const bool ends = at + field.size() == words.size() || !isSign(words[at + field.size()]);
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

/// The camera that came of this one: by its identity, or where the format has none by its place.
const Camera* counterpart(const Camera& camera, const std::vector<Camera>& cameras)
{
    const auto same = std::ranges::find(cameras, camera.id, &Camera::id);
    if (same != cameras.end()) {
        return &*same;
    }
    const auto near = std::ranges::find_if(cameras, [&](const Camera& other) {
        return geo::distanceBetween(camera.position, other.position) < Metres{1.0};
    });
    return near == cameras.end() ? nullptr : &*near;
}

/// What a census fills in itself wherever a record comes from; an import says that a place came by it where the file
/// says nothing of how it was found.
bool isBookkeeping(const FieldInfo& field, const FieldValue& given)
{
    return (field.name == "position_method" && std::holds_alternative<std::monostate>(given)) ||
           field.name == "row_version" || field.name == "created_at" || field.name == "created_by" ||
           field.name == "updated_at" || field.name == "updated_by";
}

class Reimport : public testing::TestWithParam<std::string> {
protected:
    static test::CensusToExport& census()
    {
        static const auto kCensus = test::aCensusWith(awkwardCameras());
        return *kCensus;
    }
    /// The cameras of a new census that took up the file.
    static std::vector<Camera> takenUp(const std::filesystem::path& file, Receipt& receipt)
    {
        const test::CensusFolder folder;
        auto session = folder.create();
        ImportRequest request{.file = file};
        request.crs = file.extension() == ".dxf" || file.extension() == ".csv" || file.extension() == ".xlsx"
                          ? "EPSG:" + std::to_string(kSystem)
                          : "";
        auto import = Import::prepare(*session, request, Progress());
        EXPECT_TRUE(import) << test::messageOf(import);
        auto done = import ? import->run(Progress()) : Result<Receipt>(fail(import.error()));
        EXPECT_TRUE(done) << test::messageOf(done);
        receipt = done ? *done : Receipt{};
        std::vector<Camera> cameras;
        EXPECT_TRUE(session->reader().forEachCamera({},
                                                    [&](const Camera& camera) {
                                                        cameras.push_back(camera);
                                                        return true;
                                                    },
                                                    {}));
        return cameras;
    }
};

TEST_P(Reimport, everyFieldComesBackOrWasNamedBeforehand)
{
    const std::string name = "giro" + GetParam();
    ExportRequest request{.output = census().out(name), .edition = Edition::Full};
    request.epsg = formatForFile(name)->fixedToWgs84 ? 0 : kSystem;
    const auto foreseen = foreseeLosses(census().reader(), request, {});
    ASSERT_TRUE(foreseen) << test::messageOf(foreseen);
    const std::string words = wordsOf(foreseen->losses);
    ASSERT_TRUE(census().write(name, request));

    Receipt receipt;
    const auto cameras = takenUp(census().out(name), receipt);

    const auto before = census().cameras();
    EXPECT_EQ(receipt.added, static_cast<std::int64_t>(before.size()));
    EXPECT_EQ(receipt.rejected, 0);
    ASSERT_EQ(cameras.size(), before.size());
    std::set<std::string_view> differing; // each field fails once
    for (const Camera& camera : before) {
        const Camera* came = counterpart(camera, cameras);
        ASSERT_NE(came, nullptr) << camera.code;
        EXPECT_LE(geo::distanceBetween(camera.position, came->position), Metres{0.02});
        for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
            const auto given = valueOf(camera, field);
            const auto got = valueOf(*came, field);
            if (given != got && !isBookkeeping(field, given) && !isNamed(words, field.name) &&
                differing.insert(field.name).second) {
                ADD_FAILURE() << camera.code << ' ' << field.name << ": [" << textOf(given).substr(0, 80)
                              << "] came as [" << textOf(got).substr(0, 80) << "]";
            }
        }
    }
}

std::vector<std::string> endings()
{
    std::vector<std::string> all;
    for (const FormatInfo& format : exportFormats()) {
        all.emplace_back(format.ending);
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, Reimport, testing::ValuesIn(endings()),
                         [](const testing::TestParamInfo<std::string>& given) {
                             return testNameOf(*formatForFile("x" + given.param));
                         });

} // namespace
} // namespace observo::exchange
