// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Filter.h"

#include <vector>

namespace observo {

enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

/// What a condition asks about: a field, or a coordinate when there is no field.
struct FilterSubject {
    enum class Axis { Lon, Lat };

    const FieldInfo* field = nullptr;
    Axis axis = Axis::Lon;

    [[nodiscard]] FieldType type() const { return field != nullptr ? field->type : FieldType::Real; }
    /// Held as text in records, so that empty means not known.
    [[nodiscard]] bool isText() const
    {
        return type() != FieldType::Integer && type() != FieldType::Real && type() != FieldType::Boolean;
    }
};

/// One step of a parsed filter. Chains of `and` and `or` are one node with many children, so that the tree is as deep
/// as the text is nested and no deeper.
struct Filter::Node {
    enum class Kind { And, Or, Not, Compare, In, Like, IsNull };

    Kind kind = Kind::And;
    std::vector<Node> children;
    FilterSubject subject;
    Comparison comparison = Comparison::Equal;
    std::vector<FieldValue> values; ///< of the subject's type; the pattern of `like` in lower case
};

} // namespace observo
