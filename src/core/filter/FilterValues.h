// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/FilterNode.h"
#include "filter/FilterTokens.h"

#include "observo/core/Fields.h"
#include "observo/core/Result.h"

namespace observo {

/// The field or coordinate that a token names; UnknownField with the nearest one otherwise.
[[nodiscard]] Result<FilterSubject> filterSubject(const FilterToken& token);

/// The value that a token stands for when it is compared with the subject.
[[nodiscard]] Result<FieldValue> filterValue(const FilterSubject& subject, Comparison comparison,
                                             const FilterToken& token);

/// The pattern of `like`, in lower case.
[[nodiscard]] Result<FieldValue> filterPattern(const FilterSubject& subject, const FilterToken& token);

} // namespace observo
