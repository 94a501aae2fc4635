// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FormModel.h"

#include "Speech.h"
#include "support/Builders.h"

#include <gtest/gtest.h>

namespace observo::app {
namespace {

using test::aCamera;

const FieldInfo& field(std::string_view name)
{
    return *findField(RecordKind::Camera, name);
}

FormModel modelOf(const Camera& camera)
{
    FormModel model;
    model.load(camera);
    return model;
}

TEST(FormModel, typedTextChangesTheRecordOnlyWhenItIsAskedFor)
{
    const Camera camera = aCamera().named("Ponte");
    auto model = modelOf(camera);

    model.type(field("name"), "Ponte Sud");

    EXPECT_EQ(std::get<Camera>(model.base()), camera);
    EXPECT_EQ(std::get<Camera>(model.edited()).name, "Ponte Sud");
    EXPECT_EQ(model.changes(), 1);
}

TEST(FormModel, typingBackTheOldValueLeavesNothingToApply)
{
    auto model = modelOf(aCamera().named("Ponte"));

    model.type(field("name"), "Ponte Sud");
    model.type(field("name"), "Ponte");

    EXPECT_FALSE(model.isDirty());
}

TEST(FormModel, theRecordMayChangeUnderneathAndWhatIsTypedStays)
{
    Camera camera = aCamera().named("Ponte").facing(10);
    auto model = modelOf(camera);
    model.type(field("name"), "Ponte Sud");

    camera.direction = Degrees{200};
    model.refresh(camera);

    EXPECT_EQ(model.text(field("direction_deg")), "200");
    EXPECT_EQ(model.text(field("name")), "Ponte Sud");
    EXPECT_DOUBLE_EQ(std::get<Camera>(model.edited()).direction->value, 200.0);
}

TEST(FormModel, aLiveValueShowsWhereNothingIsTyped)
{
    Camera camera = aCamera().facing(10).seeing(60, 40);
    auto model = modelOf(camera);
    model.type(field("range_m"), "50");

    camera.direction = Degrees{12};
    camera.range = Metres{41};
    model.setLive(camera);

    EXPECT_EQ(model.text(field("direction_deg")), "12");
    EXPECT_EQ(model.text(field("range_m")), "50");
    EXPECT_DOUBLE_EQ(std::get<Camera>(model.edited()).direction->value, 10.0) << "what is tried is not typed";
}

TEST(FormModel, aValueThatCannotBeTakenNamesItsFieldAndIsLeftOut)
{
    auto model = modelOf(aCamera().mountedAt(4));

    model.type(field("mount_height_m"), "80");

    EXPECT_EQ(model.firstProblem(), "mount_height_m");
    EXPECT_DOUBLE_EQ(std::get<Camera>(model.edited()).mountHeight->value, 4.0);
}

TEST(FormModel, emptyMeansNotKnown)
{
    auto model = modelOf(aCamera().mountedAt(4));

    model.type(field("mount_height_m"), "");

    EXPECT_FALSE(model.firstProblem().has_value());
    EXPECT_FALSE(std::get<Camera>(model.edited()).mountHeight.has_value());
}

TEST(FormModel, thePlaceIsReadInTheShownSystemOrInItsOwn)
{
    auto model = modelOf(aCamera());

    model.typePlace("396634.276 4991598.530", 7791);
    EXPECT_FALSE(model.placeProblem().has_value());
    EXPECT_NEAR(std::get<Camera>(model.edited()).position.lat, 45.0703, 1e-6);

    model.typePlace("somewhere", 7791);
    EXPECT_TRUE(model.placeProblem().has_value());
    EXPECT_EQ(model.firstProblem(), "position");
}

TEST(FormModel, decimalsAreWrittenInTheLanguageSpoken)
{
    auto model = modelOf(aCamera().facing(127.5));

    speak(Language::Italian);
    EXPECT_EQ(model.text(field("direction_deg")), "127,5");
    speak(Language::English);
    EXPECT_EQ(model.text(field("direction_deg")), "127.5");
}

} // namespace
} // namespace observo::app
