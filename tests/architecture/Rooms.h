// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tree.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace observo::architecture {

/// Each room and the rooms whose faces it may include.
using Arrows = std::map<std::string, std::set<std::string>, std::less<>>;

/// The table of the house: the most that a room may ever use. A new room or arrow begins with a decision record.
const Arrows& allowedArrows();

/// What the observo_library lines of src/CMakeLists.txt declare.
Arrows declaredArrows(std::string_view cmake);

} // namespace observo::architecture
