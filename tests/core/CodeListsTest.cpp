// SPDX-License-Identifier: GPL-3.0-or-later
#include "EmbeddedCodelists.h"

#include "observo/core/Fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace observo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string_view> codeNames(std::string_view list)
{
    std::vector<std::string_view> names;
    for (const CodeInfo& code : codesOf(list)) {
        names.push_back(code.code);
    }
    return names;
}

std::set<std::string_view> compiledIn()
{
    std::set<std::string_view> names;
    for (const EmbeddedFile& file : embeddedCodelists()) {
        names.insert(file.name.substr(0, file.name.size() - std::string_view(".csv").size()));
    }
    return names;
}

TEST(CodeLists, everyListBelongsToAFieldAndEveryCodedFieldHasItsList)
{
    std::set<std::string_view> named;
    for (const auto kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System, RecordKind::Census}) {
        for (const FieldInfo& field : fieldsOf(kind)) {
            named.insert(field.codeList);
        }
    }
    named.erase("");

    EXPECT_EQ(named, compiledIn());
}

TEST(CodeLists, everyCodeIsUniqueInItsListAndHasAWrittenLabelInBothLanguages)
{
    for (const std::string_view list : compiledIn()) {
        std::set<std::string_view> codes;
        std::set<std::string_view> italian;
        for (const CodeInfo& code : codesOf(list)) {
            EXPECT_TRUE(codes.insert(code.code).second) << list << " " << code.code;
            EXPECT_TRUE(italian.insert(code.label.it).second) << list << " " << code.label.it;
            EXPECT_FALSE(code.label.it.empty()) << list << " " << code.code;
            EXPECT_FALSE(code.label.en.empty()) << list << " " << code.code;
            EXPECT_EQ(code.label.it.find('_'), std::string_view::npos) << list << " " << code.label.it;
            EXPECT_EQ(code.label.en.find('_'), std::string_view::npos) << list << " " << code.label.en;
        }
    }
}

TEST(CodeLists, codesCanBeJoinedWithSemicolonsAndWrittenInAFilter)
{
    for (const std::string_view list : compiledIn()) {
        for (const CodeInfo& code : codesOf(list)) {
            EXPECT_EQ(code.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_ABGMST"),
                      std::string_view::npos)
                << list << " " << code.code;
        }
    }
}

TEST(CodeLists, keepTheOrderOfTheDictionary)
{
    EXPECT_THAT(codeNames("status"),
                ElementsAre("planned", "active", "faulty", "maintenance", "suspended", "decommissioned", "unknown"));
    EXPECT_THAT(codeNames("camera_type"),
                ElementsAre("fixed", "bullet", "dome_fixed", "ptz", "fisheye", "multisensor", "box", "thermal",
                            "trail_camera", "bodycam", "dashcam", "drone", "other", "unknown"));
    EXPECT_THAT(codeNames("purpose"),
                ElementsAre("urban_security", "public_order", "crime_investigation", "traffic", "ztl",
                            "traffic_violations", "waste_dumping", "public_assets", "municipal_buildings",
                            "public_transport", "civil_protection", "tourism_webcam", "private_security", "other"));
    EXPECT_THAT(codeNames("design_level"),
                ElementsAre("monitor", "detect", "observe", "recognise", "identify", "inspect", "overview", "outline",
                            "discern", "perceive", "characterise", "validate", "scrutinise"));
    EXPECT_THAT(codeNames("visibility"), ElementsAre("public", "institutional", "restricted"));
    EXPECT_THAT(codeNames("anncsu_method"), ElementsAre("1", "2", "3", "4", "5"));
}

TEST(CodeLists, fieldsThatADraftNeedsCanSayUnknown)
{
    for (const auto* list : {"status", "camera_type", "camera_function", "mobility", "signal_technology", "environment",
                             "ownership_type", "yes_no_unknown"}) {
        EXPECT_TRUE(isKnownCode(list, "unknown")) << list;
    }
}

TEST(CodeLists, labelsAreGivenInTheLanguageAsked)
{
    EXPECT_EQ(labelOfCode("status", "faulty", Language::Italian), "Guasta");
    EXPECT_EQ(labelOfCode("status", "faulty", Language::English), "Faulty");
    EXPECT_EQ(labelOfCode("camera_type", "trail_camera", Language::Italian), "Fototrappola");
    EXPECT_EQ(labelOfCode("yes_no_unknown", "yes", Language::Italian), "Sì");
}

TEST(CodeLists, aLabelMayHoldAComma)
{
    EXPECT_EQ(labelOfCode("environment", "outdoor_public", Language::English), "Outdoor, public area");
    EXPECT_EQ(labelOfCode("anncsu_method", "1", Language::Italian), "Rilievo, accuratezza migliore di 5 m");
    EXPECT_EQ(labelOfCode("anncsu_method", "1", Language::English), "Survey, accuracy better than 5 m");
}

TEST(CodeLists, anUnknownCodeIsItsOwnLabel)
{
    EXPECT_FALSE(isKnownCode("status", "rotta"));
    EXPECT_FALSE(isKnownCode("status", "Active"));
    EXPECT_FALSE(isKnownCode("status", ""));
    EXPECT_EQ(labelOfCode("status", "rotta", Language::Italian), "rotta");
}

TEST(CodeLists, anUnknownListIsEmpty)
{
    EXPECT_TRUE(codesOf("no_such_list").empty());
    EXPECT_TRUE(codesOf("").empty());
    EXPECT_TRUE(codesOf("zzz").empty());
    EXPECT_FALSE(isKnownCode("no_such_list", "active"));
}

TEST(CodeLists, severalCodesAreSplitAndTrimmed)
{
    EXPECT_THAT(splitCodes("traffic; ztl"), ElementsAre("traffic", "ztl"));
    EXPECT_THAT(splitCodes("traffic"), ElementsAre("traffic"));
    EXPECT_THAT(splitCodes(" ;traffic;; ztl ;"), ElementsAre("traffic", "ztl"));
    EXPECT_THAT(splitCodes(""), IsEmpty());
    EXPECT_THAT(splitCodes(" ; "), IsEmpty());
}

} // namespace
} // namespace observo
