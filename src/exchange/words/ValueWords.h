// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <optional>
#include <string>
#include <string_view>

namespace observo::exchange {

/// A code that a foreign value stands for.
struct KnownValue {
    std::string_view code;
    const FieldInfo* alsoField = nullptr; ///< a second field of a camera that the value speaks of
    std::string_view alsoCode;
    bool inPart = false; ///< the value says more than the code keeps
};

/// The code of a list for what another program or person wrote: the code itself, its labels, or a synonym of
/// resources/intake/values.csv, whatever case, accents and punctuation. A longer text that holds one of them and no
/// "non" is known in part.
[[nodiscard]] std::optional<KnownValue> knownValue(std::string_view codeList, std::string_view text);

/// Yes or no in the words of files: "SI", "x", "presente", "false", "0".
[[nodiscard]] std::optional<bool> yesOrNo(std::string_view text);

} // namespace observo::exchange
