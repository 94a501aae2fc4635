// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Italy.h"

#include <gtest/gtest.h>

#include <limits>
#include <string_view>

using namespace observo;

namespace {

struct Place {
    std::string_view name;
    LonLat at;
    bool inItaly;
};

class Places : public testing::TestWithParam<Place> {};

TEST_P(Places, areToldApartCoarsely)
{
    EXPECT_EQ(rule::isInItaly(GetParam().at), GetParam().inItaly) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(
    ItalyFarthest, Places,
    testing::Values(Place{"Torino", {7.6869, 45.0703}, true}, Place{"Bardonecchia", {6.70, 45.08}, true},
                    Place{"Rocca Bernauda", {6.6267, 45.10}, true}, Place{"Courmayeur", {6.97, 45.79}, true},
                    Place{"Vetta d'Italia", {12.15, 47.09}, true}, Place{"Brennero", {11.51, 47.00}, true},
                    Place{"Livigno", {10.13, 46.54}, true}, Place{"Tarvisio", {13.58, 46.50}, true},
                    Place{"Trieste", {13.77, 45.65}, true}, Place{"Venezia", {12.33, 45.44}, true},
                    Place{"Ventimiglia", {7.61, 43.79}, true}, Place{"Firenze", {11.2558, 43.7696}, true},
                    Place{"Ancona", {13.52, 43.62}, true}, Place{"Tremiti", {15.50, 42.12}, true},
                    Place{"Otranto", {18.52, 40.11}, true}, Place{"Leuca", {18.36, 39.80}, true},
                    Place{"Reggio Calabria", {15.65, 38.11}, true}, Place{"Capo Passero", {15.10, 36.68}, true},
                    Place{"Pantelleria", {11.95, 36.80}, true}, Place{"Trapani", {12.51, 38.02}, true},
                    Place{"Ustica", {13.18, 38.71}, true}, Place{"Ponza", {12.97, 40.90}, true},
                    Place{"Capraia", {9.84, 43.05}, true}, Place{"Pianosa", {10.08, 42.58}, true},
                    Place{"Giglio", {10.90, 42.36}, true}, Place{"Cagliari", {9.11, 39.22}, true},
                    Place{"La Maddalena", {9.41, 41.22}, true}, Place{"Asinara", {8.26, 41.06}, true},
                    Place{"Lampedusa", {12.61, 35.50}, true}, Place{"Linosa", {12.87, 35.87}, true}));

INSTANTIATE_TEST_SUITE_P(ItalyElsewhere, Places,
                         testing::Values(Place{"Torino with its axes swapped", {45.0703, 7.6869}, false},
                                         Place{"nowhere", {0, 0}, false}, Place{"Paris", {2.35, 48.86}, false},
                                         Place{"Lyon", {4.84, 45.76}, false}, Place{"Zürich", {8.54, 47.37}, false},
                                         Place{"München", {11.58, 48.14}, false}, Place{"Wien", {16.37, 48.21}, false},
                                         Place{"Zagreb", {15.98, 45.81}, false}, Place{"Ajaccio", {8.74, 41.93}, false},
                                         Place{"Bastia", {9.45, 42.70}, false}, Place{"Malta", {14.51, 35.90}, false},
                                         Place{"Tunis", {10.18, 36.81}, false}, Place{"Tirana", {19.82, 41.33}, false},
                                         Place{"metres, not degrees", {396634.276, 4991598.53}, false},
                                         Place{"no number", {std::numeric_limits<double>::quiet_NaN(), 45}, false}));

} // namespace
