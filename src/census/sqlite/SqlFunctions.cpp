// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/SqlFunctions.h"

#include "sqlite/PointBlob.h"

#include "observo/core/Filter.h"
#include "observo/core/Quantities.h"

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace observo::census {
namespace {

std::optional<LonLat> pointArgument(sqlite3_value* value)
{
    if (sqlite3_value_type(value) != SQLITE_BLOB) {
        return std::nullopt;
    }
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_value_blob(value));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
    return pointOf({bytes, bytes != nullptr ? size : 0});
}

/// The longitude of a point; its minimum and maximum alike.
void longitude(sqlite3_context* context, int /*count*/, sqlite3_value** arguments)
{
    if (const auto place = pointArgument(arguments[0])) {
        sqlite3_result_double(context, place->lon);
    } else {
        sqlite3_result_null(context);
    }
}

void latitude(sqlite3_context* context, int /*count*/, sqlite3_value** arguments)
{
    if (const auto place = pointArgument(arguments[0])) {
        sqlite3_result_double(context, place->lat);
    } else {
        sqlite3_result_null(context);
    }
}

/// What is no point counts as empty, so that it never reaches the spatial index.
void isEmpty(sqlite3_context* context, int /*count*/, sqlite3_value** arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) {
        sqlite3_result_null(context);
    } else {
        sqlite3_result_int(context, pointArgument(arguments[0]) ? 0 : 1);
    }
}

/// observo_like(pattern, text): NULL in, NULL out.
void like(sqlite3_context* context, int /*count*/, sqlite3_value** arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL || sqlite3_value_type(arguments[1]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    const auto textOf = [](sqlite3_value* value) {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
        return std::string_view(bytes != nullptr ? bytes : "", bytes != nullptr ? size : 0);
    };
    sqlite3_result_int(context, likeMatches(textOf(arguments[0]), textOf(arguments[1])) ? 1 : 0);
}

struct Function {
    const char* name;
    int arguments;
    void (*call)(sqlite3_context*, int, sqlite3_value**);
};

constexpr std::array<Function, 8> kFunctions = {{{"ST_IsEmpty", 1, &isEmpty},
                                                 {"ST_MinX", 1, &longitude},
                                                 {"ST_MaxX", 1, &longitude},
                                                 {"ST_MinY", 1, &latitude},
                                                 {"ST_MaxY", 1, &latitude},
                                                 {"observo_lon", 1, &longitude},
                                                 {"observo_lat", 1, &latitude},
                                                 {"observo_like", 2, &like}}};

} // namespace

int registerSqlFunctions(sqlite3* handle)
{
    for (const auto& function : kFunctions) {
        const int code = sqlite3_create_function_v2(handle, function.name, function.arguments,
                                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                                                    function.call, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) {
            return code;
        }
    }
    return SQLITE_OK;
}

} // namespace observo::census
