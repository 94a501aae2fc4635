// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <filesystem>

namespace observo::exchange {

/// A library that hides why a write failed is asked no further: when `folder` takes no more bytes, that is the reason,
/// and the error becomes ErrorCode::OutputNoSpace. Other errors stay as they are. To be asked before what was written
/// is taken away.
[[nodiscard]] Error withRoomLeft(const std::filesystem::path& folder, Error error);

} // namespace observo::exchange
