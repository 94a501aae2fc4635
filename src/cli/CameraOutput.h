// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Console.h"

#include "observo/census/Session.h"

namespace observo::cli {

/// Shows one camera: as JSON, or line by line for a person.
void showCamera(Console& console, const Camera& camera);
/// Performs the edit and shows the camera as it is in the census afterwards (as it was, when it was removed).
[[nodiscard]] Result<ExitCode> performAndShow(Console& console, census::Session& session, ChangeSet changes,
                                              CameraId id);

} // namespace observo::cli
