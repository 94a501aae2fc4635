// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"
#include "observo/core/Census.h"
#include "observo/core/Result.h"
#include "observo/core/Site.h"
#include "observo/core/Translatable.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace observo {

/// The tables of the census.
enum class RecordKind { Camera, Site, System, Census };

/// "camera", "site", "system", "census": the table's name.
[[nodiscard]] std::string_view nameOf(RecordKind kind);

enum class FieldType {
    Text,
    Integer,
    Real,
    Boolean,
    Date,      ///< ISO 8601 day, "2026-11-22", held as text
    Timestamp, ///< UTC, "2026-11-22T10:42:07Z", held as text
    Code,      ///< one code of a list, held as text
    Codes,     ///< several codes of a list joined by ';', held as text
    Uuid,      ///< 36 characters, held as text
    Json,      ///< machine-kept structure, held as text
};

/// What the dictionary asks: nothing, something in a given case, before publishing, or before saving.
/// It is asked by `check` and by publishing, never by SQL.
enum class Required { Optional, Conditional, ToPublish, ToSave };

/// Who may receive a field's value; an edition drops fields of a higher class.
enum class Sensitivity { Public, Institutional, Restricted };

/// The section of the form in which a field stands.
enum class FieldGroup { Identity, Where, View, Purpose, Privacy, Plant, History };

/// What a text must look like.
enum class TextFormat { Any, Email, IstatCode, CadastralCode, Cup };

/// A field's value without its unit; monostate when not known. Dates, times, codes and UUIDs are text.
using FieldValue = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

/// One row of the data dictionary. Forms, tables, files, columns and command-line options are read from these.
struct FieldInfo {
    RecordKind record = RecordKind::Camera;
    std::string_view name;      ///< column in the census and key in every file
    std::string_view shortName; ///< at most 10 characters, for DBF
    Label label;
    FieldType type = FieldType::Text;
    FieldGroup group = FieldGroup::Identity;
    std::string_view unit; ///< "m", "°", "mm", "px", "h", "%" or empty
    std::optional<double> min;
    std::optional<double> max;
    bool minExcluded = false; ///< the range starts above `min`
    std::string_view codeList;
    TextFormat format = TextFormat::Any;
    Required required = Required::Optional;
    Sensitivity sensitivity = Sensitivity::Public;
    bool byProgram = false; ///< filled by the program: shown, never typed

    FieldValue (*readFrom)(const void* record) = nullptr;
    void (*writeTo)(void* record, const FieldValue& value) = nullptr;
};

/// All fields of one kind of record, in the order of the dictionary. Bookkeeping is included; the position is not.
[[nodiscard]] std::span<const FieldInfo> fieldsOf(RecordKind kind);
/// Exact name; nullptr when there is none.
[[nodiscard]] const FieldInfo* findField(RecordKind kind, std::string_view name);
/// The known name nearest to a mistyped one, by edit distance; empty when nothing is near.
[[nodiscard]] std::string_view nearestField(RecordKind kind, std::string_view name);

template <typename Record>
constexpr RecordKind kindOf = std::is_same_v<Record, Camera>   ? RecordKind::Camera
                              : std::is_same_v<Record, Site>   ? RecordKind::Site
                              : std::is_same_v<Record, System> ? RecordKind::System
                                                               : RecordKind::Census;

/// The value of `field` in `record`. The field must belong to the record's kind.
template <typename Record>
[[nodiscard]] FieldValue valueOf(const Record& record, const FieldInfo& field)
{
    expects(field.record == kindOf<Record>);
    return field.readFrom(&record);
}

/// Puts a value of the field's own type (or monostate) into the record, unchecked against range and codes:
/// values of other programs are kept verbatim. Text given to a number's field is a broken contract.
template <typename Record>
void setValue(Record& record, const FieldInfo& field, const FieldValue& value)
{
    expects(field.record == kindOf<Record>);
    field.writeTo(&record, value);
}

/// Reads what a person or a file wrote for this field: decimal comma or point, "si/no/true/false/1/0", codes as they
/// are, empty as not known. Checks type, range, format and (strict) code list; the error names field, value and the
/// allowed range or codes.
[[nodiscard]] Result<FieldValue> parseValue(const FieldInfo& field, std::string_view text);
/// The same checks for a value that has its type already.
[[nodiscard]] Done checkValue(const FieldInfo& field, const FieldValue& value);

/// The value as files and `--json` write it: C locale, shortest text that reads back equal, true/false, empty when
/// unknown.
[[nodiscard]] std::string textOf(const FieldValue& value);

/// One code of a code list, with its label.
struct CodeInfo {
    std::string_view code;
    Label label;
};

/// The codes of a list, in the order of the dictionary; empty when there is no such list.
[[nodiscard]] std::span<const CodeInfo> codesOf(std::string_view codeList);
/// The label of a code, or the code itself when the list does not know it.
[[nodiscard]] std::string_view labelOfCode(std::string_view codeList, std::string_view code, Language language);
[[nodiscard]] bool isKnownCode(std::string_view codeList, std::string_view code);

/// The parts of a multi-valued text ("traffic; ztl"), trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string_view> splitCodes(std::string_view codes);

} // namespace observo
