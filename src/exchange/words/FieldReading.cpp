// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FieldReading.h"

#include "words/Fold.h"
#include "words/NumberText.h"
#include "words/Table.h"
#include "words/ValueWords.h"
#include "words/WindText.h"

#include "observo/core/Ids.h"
#include "observo/core/Quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace observo::exchange {
namespace {

const FieldInfo& cameraField(std::string_view name)
{
    const FieldInfo* field = findField(RecordKind::Camera, name);
    expects(field != nullptr);
    return *field;
}

ReadField notUnderstood(std::string it, std::string en)
{
    return {.remark = Remark{Severity::Warning, "not_understood", std::move(it), std::move(en)}, .keepsText = true};
}

ReadField outOfRange(const Error& why)
{
    return {.remark = Remark{Severity::Warning, "out_of_range",
                             "il valore è fuori dai limiti del campo: conservato tra gli attributi aggiuntivi",
                             why.what + "; kept with the extra attributes"},
            .keepsText = true};
}

/// The value when its field may hold it.
ReadField checked(const FieldInfo& field, FieldValue value)
{
    if (auto fits = checkValue(field, value); !fits) {
        return outOfRange(fits.error());
    }
    return {.values = {{&field, std::move(value)}}};
}

std::string_view withoutBraces(std::string_view text)
{
    text = bare(text);
    for (const std::string_view head : {"urn:uuid:", "uuid:", "{"}) {
        text.remove_prefix(text.starts_with(head) ? head.size() : 0);
    }
    text.remove_suffix(text.ends_with('}') ? 1 : 0);
    return text;
}

// --- numbers -------------------------------------------------------------------------------------------------------

double ruled(double number, ColumnRule rule)
{
    return rule == ColumnRule::Negated ? (number == 0.0 ? 0.0 : -number)
                                       : (rule == ColumnRule::Absolute ? std::abs(number) : number);
}

bool isAzimuth(const FieldInfo& field)
{
    return field.name == "direction_deg" || field.name == "pan_min_deg" || field.name == "pan_max_deg";
}

ReadField withNumber(const FieldInfo& field, double number)
{
    if (isAzimuth(field) && std::abs(number) <= 360.0) {
        constexpr double kMostDegrees = 359.99; // what lies between it and 360 is north
        number = normalised(Degrees{number}).value;
        number = number > kMostDegrees ? 0.0 : number;
    }
    if (field.type == FieldType::Real) {
        return checked(field, number);
    }
    constexpr double kSameNumber = 1e-6;
    constexpr double kMostExact = 9e15;
    const double whole = std::round(number);
    if (std::abs(number - whole) > kSameNumber || std::abs(number) > kMostExact) {
        return notUnderstood("non è un numero intero: conservato tra gli attributi aggiuntivi",
                             "is not a whole number; kept with the extra attributes");
    }
    return checked(field, static_cast<std::int64_t>(whole));
}

/// The number in the field's own unit; nothing when its unit is another kind of quantity.
std::optional<double> inFieldUnit(const ColumnUse& use, const Quantity& quantity)
{
    const auto factor = unitFactor(use.field->unit, quantity.unit.empty() ? use.unit : quantity.unit);
    if (!factor) {
        return std::nullopt;
    }
    // 301 cm are 3.01 m and not 3.0100000000000002: nobody measures to a billionth.
    constexpr double kBillion = 1e9;
    const double value = quantity.value * *factor;
    const bool isRounded = *factor != 1.0 && std::abs(value) < kBillion;
    return ruled(isRounded ? std::round(value * kBillion) / kBillion : value, use.rule);
}

/// Up to a month, a retention without unit may have been meant in days.
void doubtUnit(const ColumnUse& use, const Quantity& quantity, ReadField& read)
{
    constexpr double kMostDays = 31.0;
    const bool isDoubtful = use.field->name == "retention_hours" && quantity.unit.empty() && use.unit.empty() &&
                            quantity.value > 0.0 && quantity.value <= kMostDays && quantity.value != 24.0;
    if (isDoubtful && !read.remark) {
        read.remark = Remark{Severity::Warning, "unit_assumed",
                             "numero senza unità letto in ore: se sono giorni, indicarlo nel file di mappatura",
                             "a number without unit was read as hours; if days are meant, say so in the mapping"};
    }
}

/// Second values that stand with a first one in the same text.
struct Neighbour {
    std::string_view field;
    std::string_view first;
    std::string_view second;
};
constexpr std::array<Neighbour, 3> kNeighbours = {{{"direction_deg", "pan_min_deg", "pan_max_deg"},
                                                   {"focal_mm", "focal_mm", "focal_max_mm"},
                                                   {"res_h_px", "res_h_px", "res_v_px"}}};

std::optional<ReadField> readPair(const ColumnUse& use, std::string_view text)
{
    const auto* neighbour = std::ranges::find(kNeighbours, use.field->name, &Neighbour::field);
    const auto pair = neighbour == kNeighbours.end() ? std::nullopt : pairIn(text);
    if (!pair) {
        return std::nullopt;
    }
    const auto first = inFieldUnit(use, {pair->first, pair->unit});
    const auto second = inFieldUnit(use, {pair->second, pair->unit});
    if (!first || !second) {
        return std::nullopt;
    }
    ReadField read = withNumber(cameraField(neighbour->first), *first);
    const ReadField other = withNumber(cameraField(neighbour->second), *second);
    if (read.values.empty() || other.values.empty()) {
        return read.values.empty() ? read : other;
    }
    read.values.push_back(other.values.front());
    return read;
}

std::optional<ReadField> namedResolution(const FieldInfo& field, std::string_view text)
{
    struct Named {
        std::string_view name;
        std::int64_t width;
        std::int64_t height;
    };
    constexpr std::array<Named, 14> kNamed = {{{"full hd", 1920, 1080},
                                               {"fullhd", 1920, 1080},
                                               {"fhd", 1920, 1080},
                                               {"1080p", 1920, 1080},
                                               {"hd", 1280, 720},
                                               {"720p", 1280, 720},
                                               {"4k", 3840, 2160},
                                               {"uhd", 3840, 2160},
                                               {"2160p", 3840, 2160},
                                               {"4k uhd", 3840, 2160},
                                               {"qhd", 2560, 1440},
                                               {"1440p", 2560, 1440},
                                               {"vga", 640, 480},
                                               {"4cif", 704, 576}}};
    const auto* named = std::ranges::find(kNamed, foldedText(text), &Named::name);
    if (field.name != "res_h_px" || named == kNamed.end()) {
        return std::nullopt;
    }
    return ReadField{.values = {{&field, named->width}, {&cameraField("res_v_px"), named->height}}};
}

ReadField readNumber(const ColumnUse& use, std::string_view text)
{
    const auto whole = longWholeIn(bare(text));
    if (whole && use.field->type == FieldType::Integer && use.field->unit.empty() && checkValue(*use.field, *whole)) {
        return {.values = {{use.field, *whole}}};
    }
    if (isAzimuth(*use.field)) {
        if (const auto wind = windIn(text)) {
            return checked(*use.field, wind->value);
        }
    }
    const auto quantity = quantityIn(text);
    if (const auto number = quantity ? inFieldUnit(use, *quantity) : std::nullopt) {
        ReadField read = withNumber(*use.field, *number);
        doubtUnit(use, *quantity, read);
        return read;
    }
    if (auto named = namedResolution(*use.field, text)) {
        return *named;
    }
    if (auto pair = readPair(use, text)) {
        return *pair;
    }
    return notUnderstood("non è un numero comprensibile per questo campo: conservato tra gli attributi aggiuntivi",
                         "is no number that this field could hold; kept with the extra attributes");
}

// --- codes ---------------------------------------------------------------------------------------------------------

Remark unknownCode()
{
    return {Severity::Warning, "unknown_code", "codice non previsto dal dizionario: conservato così com'è",
            "is no code of the dictionary; kept as it is"};
}

Remark knownInPart(std::string_view code)
{
    return {Severity::Notice, "understood_in_part",
            "letto come " + std::string(code) + "; il testo intero è tra gli attributi aggiuntivi",
            "was read as " + std::string(code) + "; the whole text is kept with the extra attributes"};
}

ReadField readCode(const FieldInfo& field, std::string_view text)
{
    const auto known = knownValue(field.codeList, text);
    if (!known) {
        return {.values = {{&field, std::string(bare(text))}}, .remark = unknownCode()};
    }
    ReadField read{.values = {{&field, std::string(known->code)}}};
    if (known->alsoField != nullptr) {
        read.values.emplace_back(known->alsoField, std::string(known->alsoCode));
    }
    if (known->inPart) {
        read.remark = knownInPart(known->code);
        read.keepsText = true;
    }
    return read;
}

std::vector<std::string> listedValues(std::string_view text)
{
    std::string plain(text);
    for (const std::string_view mark : {",", "+", "&", "|", "\n", "/"}) {
        for (auto at = plain.find(mark); at != std::string::npos; at = plain.find(mark, at)) {
            plain.replace(at, mark.size(), ";");
        }
    }
    std::vector<std::string> values;
    for (const std::string_view part : partsOf(plain, ';')) {
        if (!bare(part).empty()) {
            values.emplace_back(bare(part));
        }
    }
    return values;
}

ReadField readCodes(const FieldInfo& field, std::string_view text)
{
    const auto whole = knownValue(field.codeList, text);
    if (whole && !whole->inPart) {
        return {.values = {{&field, std::string(whole->code)}}};
    }
    ReadField read;
    std::string joined;
    for (const std::string& value : listedValues(text)) {
        const auto known = knownValue(field.codeList, value);
        const std::string code = known ? std::string(known->code) : value;
        if ((';' + joined + ';').find(';' + code + ';') == std::string::npos) {
            joined += (joined.empty() ? "" : ";") + code;
        }
        if (!known) {
            read.remark = unknownCode();
        } else if (known->inPart) {
            read.remark = read.remark ? read.remark : std::optional(knownInPart(code));
            read.keepsText = true;
        }
    }
    read.values.emplace_back(&field, std::move(joined));
    return read;
}

// --- the rest ------------------------------------------------------------------------------------------------------

ReadField readDay(const ColumnUse& use, std::string_view text)
{
    const auto day = dayIn(text, use.dayOrder);
    if (!day) {
        return notUnderstood("non è una data: conservata tra gli attributi aggiuntivi",
                             "is no day; kept with the extra attributes");
    }
    ReadField read{.values = {{use.field, day->iso}}};
    if (day->isAmbiguous && !use.isDayOrderSure) {
        read.remark =
            Remark{Severity::Warning, "ambiguous_date", "giorno e mese si possono scambiare: letta come " + day->iso,
                   "day and month could change places; was read as " + day->iso};
    } else if (day->isSerial) {
        read.remark = Remark{Severity::Notice, "serial_date", "numero di giorni di un foglio di calcolo: " + day->iso,
                             "a spreadsheet's count of days, read as " + day->iso};
    }
    return read;
}

ReadField readBoolean(const FieldInfo& field, std::string_view text)
{
    if (const auto answer = yesOrNo(text)) {
        return {.values = {{&field, *answer}}};
    }
    return notUnderstood("non è né sì né no: conservato tra gli attributi aggiuntivi",
                         "is neither yes nor no; kept with the extra attributes");
}

/// Text with a form of its own: an ISTAT code gets back its leading zeros.
ReadField readText(const FieldInfo& field, std::string_view text)
{
    if (field.format == TextFormat::Any) {
        return {.values = {{&field, std::string(text)}}};
    }
    std::string value(bare(text));
    const bool isShort = field.format == TextFormat::IstatCode && value.size() >= 4 && value.size() < 6 &&
                         std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    if (isShort) {
        value.insert(0, 6 - value.size(), '0');
    }
    if (checkValue(field, value)) {
        return {.values = {{&field, std::move(value)}}};
    }
    return notUnderstood("non ha la forma attesa: conservato tra gli attributi aggiuntivi",
                         "does not have the form that is expected; kept with the extra attributes");
}

ReadField readAsText(const FieldInfo& field, std::string_view text)
{
    const bool isUuid = field.type == FieldType::Uuid;
    std::string value(isUuid ? withoutBraces(text) : bare(text));
    if (isUuid) {
        const auto uuid = Uuid::parse(value);
        value = uuid ? uuid->text() : value;
    }
    if (checkValue(field, value)) {
        return {.values = {{&field, std::move(value)}}};
    }
    return {.remark = Remark{isUuid ? Severity::Warning : Severity::Notice, "not_understood",
                             "non ha la forma attesa: conservato tra gli attributi aggiuntivi",
                             "does not have the form that is expected; kept with the extra attributes"},
            .keepsText = true};
}

ReadField readWritten(const ColumnUse& use, std::string_view text)
{
    switch (use.field->type) {
    case FieldType::Integer:
    case FieldType::Real:
        return readNumber(use, text);
    case FieldType::Boolean:
        return readBoolean(*use.field, text);
    case FieldType::Date:
        return readDay(use, text);
    case FieldType::Code:
        return readCode(*use.field, text);
    case FieldType::Codes:
        return readCodes(*use.field, text);
    case FieldType::Text:
        return readText(*use.field, text);
    default:
        return readAsText(*use.field, text);
    }
}

/// Also what tables write for nothing: DBF has '?' for a logical that nobody knows.
bool isNothing(const FieldInfo& field, std::string_view text)
{
    return text.empty() || (field.type != FieldType::Text && (text == "?" || text == "-"));
}

} // namespace

std::string textOfRaw(const FieldValue& raw)
{
    const auto* real = std::get_if<double>(&raw);
    constexpr double kMostExact = 9e15;
    if (real != nullptr && std::abs(*real) < kMostExact && *real == std::floor(*real)) {
        return textOf(FieldValue(static_cast<std::int64_t>(*real)));
    }
    return textOf(raw);
}

ReadField readField(const ColumnUse& use, const FieldValue& raw)
{
    const std::string text = textOfRaw(raw);
    if (isNothing(*use.field, bare(text))) {
        return {};
    }
    if (const auto given = use.values.find(foldedText(text)); given != use.values.end()) {
        return bare(given->second).empty() ? ReadField{} : readWritten(use, given->second);
    }
    return readWritten(use, text);
}

} // namespace observo::exchange
