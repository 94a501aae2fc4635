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

/// Whether `text` is like `pattern` (`*` any characters, `?` one), without regard to case of ASCII and Latin letters.
/// The SQL of a filter calls it as `observo_like(pattern, text)`, a function that the store has to register:
/// deterministic, NULL when either argument is NULL.
[[nodiscard]] bool likeMatches(std::string_view pattern, std::string_view text);

/// A filter over camera fields: `status = active and camera_type in (ptz, fixed) and name like "Piazza*"`.
/// Operators = != < <= > >= in like, is null, is not null, and or not, parentheses; `*` and `?` in like; values are
/// bare words or stand in single or double quotes, doubled where they are meant themselves. NULL as in SQL, and empty
/// text is NULL; `like` ignores case; `=` on a multi-valued field means contains; `lon` and `lat` are fields too.
/// Days may be given in part when they are ordered: `installed_on <= 2020` includes that year.
class Filter {
public:
    /// The filter that every camera passes.
    Filter();

    /// Blank text gives the filter that every camera passes. An unknown field or code is refused (UnknownField) with
    /// the nearest known one, a value of the wrong type as InvalidArgument; the error says at which character.
    [[nodiscard]] static Result<Filter> parse(std::string_view expression);

    /// The value of a field (nullptr stands for lon and lat: see `Lookup`) of the record that is asked about.
    struct Lookup {
        std::function<FieldValue(const FieldInfo&)> field;
        std::function<LonLat()> position;
    };
    [[nodiscard]] Truth ask(const Lookup& lookup) const;
    [[nodiscard]] bool matches(const Camera& camera) const;

    /// A WHERE clause over table `camera` with `?` for each binding; the clause is "1" for the empty filter.
    /// Longitude and latitude are written as `observo_lon(geom)` and `observo_lat(geom)`, `like` as
    /// `observo_like(?, column)`; booleans are bound as such and stored as 0 and 1.
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
