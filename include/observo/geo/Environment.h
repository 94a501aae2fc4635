// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace observo::geo {

/// Sets GDAL's and PROJ's options and the allow-list of drivers before their first use: no
/// network, no plugins, no environment overrides. Called once by each program at its start; further calls do nothing.
void prepareEnvironment();

} // namespace observo::geo
