// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraOutput.h"

#include "Sessions.h"
#include "support/cli/CliRun.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace observo::cli {
namespace {

TEST(CameraOutput, showsTheCameraAsTheCensusHoldsIt)
{
    const test::CliCensus census;
    const auto session = openForEdit(census.file());
    ASSERT_TRUE(session);
    std::ostringstream out;
    std::ostringstream err;
    Console console(out, err, false);
    console.json = true;
    const auto id = CameraId::make();

    const auto code = performAndShow(console, **session, placeCamera(id, {7.5, 45.1}), id);

    ASSERT_TRUE(code) << code.error().message();
    const auto shown = nlohmann::json::parse(out.str());
    EXPECT_EQ(shown.at("camera_id"), id.text());
    EXPECT_EQ(shown.at("row_version"), 1);
    EXPECT_FALSE(shown.at("code").get<std::string>().empty());
    EXPECT_FALSE(shown.at("site_code").get<std::string>().empty());
}

} // namespace
} // namespace observo::cli
