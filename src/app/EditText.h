// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"

#include <QString>

namespace observo::app {

/// Says what an edit did and to which camera, for the notice after it: "TO-0012 moved by 4.2 m."
[[nodiscard]] QString noticeOf(const ChangeSet& changes);
/// The label of a change set ("Move camera", "Undo: Move camera") in the language spoken.
[[nodiscard]] QString editName(const std::string& label);
/// How a record is called: a camera's code, a site's or a system's name or code.
[[nodiscard]] QString nameOfRecord(const Record& record);
/// The fields that differ between two states of one record.
[[nodiscard]] std::vector<const FieldInfo*> changedFields(const Record& before, const Record& after);

} // namespace observo::app
