// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace observo {

/// A word, value or sign of a filter's text.
struct FilterToken {
    enum class Kind { Word, Quoted, Operator, Open, Close, Comma, End };

    Kind kind = Kind::End;
    std::string text;   ///< without its quotes
    std::size_t at = 0; ///< the character at which it begins, counted from 1

    /// The bare word `keyword`, in either case.
    [[nodiscard]] bool is(std::string_view keyword) const;
};

/// " at character 12", as the messages of the filter end.
[[nodiscard]] std::string atCharacter(std::size_t at);

/// Cuts a filter's text into tokens, the last one being the end.
[[nodiscard]] Result<std::vector<FilterToken>> filterTokens(std::string_view expression);

} // namespace observo
