// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"
#include "observo/core/Result.h"

#include <ogr_api.h>

namespace observo::geo {

/// Our type for a column of GDAL; what has no counterpart is text.
[[nodiscard]] FieldType fieldTypeOf(OGRFieldDefnH column);

/// The value of a column in a row: UTF-8, days and instants in ISO 8601, monostate when not set or not finite.
[[nodiscard]] FieldValue fieldValueOf(OGRFeatureH feature, int index, FieldType type);

/// A column that holds values of the type.
[[nodiscard]] OGRFieldDefnH makeColumn(const char* name, FieldType type);
/// Puts a value into a row; refuses one of another type.
[[nodiscard]] Done putValue(OGRFeatureH feature, int index, FieldType type, const FieldValue& value);

} // namespace observo::geo
