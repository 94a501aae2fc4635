// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace observo {

/// SQL's three answers.
enum class Truth { False, Unknown, True };

/// A filter over camera fields: `status = active and camera_type in (ptz, fixed) and name like "Piazza*"`.
/// Operators = != < <= > >= in like is null, is not null, and or not, parentheses; `*` and `?` in like;
/// NULL as in SQL; `like` ignores case; `=` on a multi-valued field means contains; `lon` and `lat` are fields too.
class Filter {
public:
    /// The filter that every camera passes.
    Filter();

    /// An unknown field or code is refused with the nearest known one; the error's detail says where in the text.
    [[nodiscard]] static Result<Filter> parse(std::string_view expression);

    /// The value of a field (nullptr stands for lon and lat: see `Lookup`) of the record that is asked about.
    struct Lookup {
        std::function<FieldValue(const FieldInfo&)> field;
        std::function<LonLat()> position;
    };
    [[nodiscard]] Truth ask(const Lookup& lookup) const;
    [[nodiscard]] bool matches(const Camera& camera) const;

    /// A WHERE clause over table `camera` with `?` for each binding; the clause is "1" for the empty filter.
    /// Longitude and latitude are written as `observo_lon(geom)`/`observo_lat(geom)` resp. the names in `columns`.
    struct Sql {
        std::string where;
        std::vector<FieldValue> bindings;
    };
    [[nodiscard]] Sql sql() const;

    /// The fields that the filter asks for, each once.
    [[nodiscard]] std::vector<const FieldInfo*> fields() const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const std::string& text() const { return m_text; }

    struct Node;

private:
    std::string m_text;
    std::shared_ptr<const Node> m_root;
};

} // namespace observo
