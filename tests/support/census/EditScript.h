// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/census/CensusModel.h"

#include "observo/census/Session.h"

#include <functional>
#include <string>
#include <vector>

namespace observo::test {

/// One edit of a script: what a person would do with the census as it is.
struct ScriptStep {
    std::string name;
    std::function<Result<census::Committed>(census::Session&, const CensusModel&)> run;
};

/// Fourteen edits of every kind, with undo and redo among them, for a census without cameras.
std::vector<ScriptStep> editScript();

} // namespace observo::test
