// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/WindText.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace observo::exchange {
namespace {

struct WindCase {
    std::string text;
    std::optional<double> azimuth;
};

class Winds : public testing::TestWithParam<WindCase> {};

TEST_P(Winds, areAzimuths)
{
    const auto wind = windIn(GetParam().text);
    EXPECT_EQ(wind ? std::optional(wind->value) : std::nullopt, GetParam().azimuth);
}

INSTANTIATE_TEST_SUITE_P(Texts, Winds,
                         testing::Values(WindCase{"N", 0}, WindCase{"nord", 0}, WindCase{"NE", 45},
                                         WindCase{"Nord-Est", 45}, WindCase{"nordest", 45}, WindCase{"E", 90},
                                         WindCase{"ENE", 67.5}, WindCase{"sud", 180}, WindCase{"SSO", 202.5},
                                         WindCase{"SO", 225}, WindCase{"sud ovest", 225}, WindCase{"SW", 225},
                                         WindCase{"Ovest", 270}, WindCase{"O", 270}, WindCase{"W", 270},
                                         WindCase{"north west", 315}, WindCase{"N.O.", 315}, WindCase{"NNW", 337.5},
                                         WindCase{"verso est", 90}, WindCase{"North-northwest", 337.5}));
INSTANTIATE_TEST_SUITE_P(NoWinds, Winds,
                         testing::Values(WindCase{"", {}}, WindCase{"90", {}}, WindCase{"via Nord", {}},
                                         WindCase{"NS", {}}, WindCase{"NB", {}}, WindCase{"tutte", {}}));

} // namespace
} // namespace observo::exchange
