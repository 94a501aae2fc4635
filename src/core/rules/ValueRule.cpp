// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextFold.h"
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

#include <cmath>
#include <optional>

namespace observo::rule {
namespace {

std::optional<double> numberIn(const FieldValue& value)
{
    if (const auto* const whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const auto* const real = std::get_if<double>(&value);
    return real != nullptr ? std::optional(*real) : std::nullopt;
}

bool isInRange(const FieldInfo& field, double value)
{
    const bool reaches = !field.min || (field.minExcluded ? value > *field.min : value >= *field.min);
    return std::isfinite(value) && reaches && (!field.max || value <= *field.max);
}

/// "deve essere tra 0,3 e 60 m"
Message allowed(const FieldInfo& field)
{
    const Message low = number(field.min.value_or(0));
    const Message high = number(field.max.value_or(0));
    Message text{"un numero", "a number"};
    if (field.min && field.max) {
        text = {"tra " + low.it + " e " + high.it, "between " + low.en + " and " + high.en};
    } else if (field.min && field.minExcluded) {
        text = {"maggiore di " + low.it, "greater than " + low.en};
    } else if (field.min) {
        text = {"almeno " + low.it, "at least " + low.en};
    } else if (field.max) {
        text = {"al massimo " + high.it, "at most " + high.en};
    }
    const std::string unit = field.unit.empty() ? "" : " " + std::string(field.unit);
    return {"deve essere " + text.it + unit, "must be " + text.en + unit};
}

std::vector<Finding> checkRange(const Record& record, const RuleContext& /*context*/)
{
    std::vector<Finding> findings;
    for (const FieldInfo& field : fieldsOf(kindOfRecord(record))) {
        const auto value = numberIn(valueOf(record, field));
        if (!value || isInRange(field, *value)) {
            continue;
        }
        const Message must = allowed(field);
        const Message is = number(*value);
        findings.push_back(found(kRange, record, field.name,
                                 {"«" + std::string(field.label.it) + "» " + must.it + " (ora " + is.it + ").",
                                  "“" + std::string(field.label.en) + "” " + must.en + " (now " + is.en + ")."}));
    }
    return findings;
}

std::vector<std::string_view> codesIn(const FieldInfo& field, std::string_view text)
{
    if (field.type == FieldType::Codes) {
        return splitCodes(text);
    }
    return {text};
}

/// The text, cut where it would flood the message.
std::string shortened(std::string_view text)
{
    constexpr std::size_t kLongest = 40;
    std::size_t end = 0;
    while (end < text.size() && end < kLongest) {
        end += characterLength(text, end);
    }
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::vector<Finding> checkCode(const Record& record, const RuleContext& /*context*/)
{
    std::vector<Finding> findings;
    for (const FieldInfo& field : fieldsOf(kindOfRecord(record))) {
        const FieldValue value = valueOf(record, field);
        const auto* const text = std::get_if<std::string>(&value);
        if (field.codeList.empty() || text == nullptr) {
            continue;
        }
        for (const std::string_view code : codesIn(field, *text)) {
            if (isKnownCode(field.codeList, code)) {
                continue;
            }
            const std::string shown = shortened(code);
            findings.push_back(found(kCode, record, field.name,
                                     {"«" + std::string(field.label.it) + "»: il codice «" + shown +
                                          "» non è nell'elenco. Scegliere un valore dell'elenco.",
                                      "“" + std::string(field.label.en) + "”: code “" + shown +
                                          "” is not in the list. Choose a value of the list."}));
        }
    }
    return findings;
}

/// What a text of this field looks like when it is right.
Label shapeOf(const FieldInfo& field)
{
    switch (field.type) {
    case FieldType::Date:
        return {"indicare una data come 2026-11-22.", "give a day like 2026-11-22."};
    case FieldType::Timestamp:
        return {"indicare data e ora UTC come 2026-11-22T10:42:07Z.", "give a UTC time like 2026-11-22T10:42:07Z."};
    case FieldType::Json:
        return {"serve un oggetto o un elenco JSON.", "a JSON object or array is needed."};
    default:
        break;
    }
    switch (field.format) {
    case TextFormat::Email:
        return {"indicare un indirizzo come nome@comune.it.", "give an address like name@comune.it."};
    case TextFormat::IstatCode:
        return {"indicare 6 cifre, zeri compresi.", "give 6 digits, zeros included."};
    case TextFormat::CadastralCode:
        return {"indicare una lettera e 3 cifre, come L219.", "give a letter and 3 digits, like L219."};
    case TextFormat::Cup:
        return {"indicare 15 lettere maiuscole e cifre.", "give 15 capital letters and digits."};
    case TextFormat::Any:
        break;
    }
    return {"riscrivere il testo in UTF-8.", "write the text again in UTF-8."};
}

std::vector<Finding> checkFormat(const Record& record, const RuleContext& /*context*/)
{
    std::vector<Finding> findings;
    for (const FieldInfo& field : fieldsOf(kindOfRecord(record))) {
        const FieldValue value = valueOf(record, field);
        const auto* const text = std::get_if<std::string>(&value);
        if (!field.codeList.empty() || text == nullptr || checkValue(field, value)) {
            continue;
        }
        const std::string shown = shortened(*text);
        const Label shape = shapeOf(field);
        findings.push_back(
            found(kFormat, record, field.name,
                  {"«" + std::string(field.label.it) + "»: «" + shown + "» non va bene, " + std::string(shape.it),
                   "“" + std::string(field.label.en) + "”: “" + shown + "” will not do, " + std::string(shape.en)}));
    }
    return findings;
}

} // namespace

constinit const Rule kRange{.name = "V-RANGE",
                            .title = {"Valori fuori intervallo", "Values out of range"},
                            .kind = RecordKind::Camera,
                            .severity = Severity::Error,
                            .check = &checkRange};

constinit const Rule kCode{.name = "V-CODE",
                           .title = {"Codici sconosciuti", "Unknown codes"},
                           .kind = RecordKind::Camera,
                           .severity = Severity::Warning,
                           .check = &checkCode};

constinit const Rule kFormat{.name = "V-FORMAT",
                             .title = {"Date, indirizzi e codici scritti male", "Malformed dates, addresses and codes"},
                             .kind = RecordKind::Camera,
                             .severity = Severity::Warning,
                             .check = &checkFormat};

} // namespace observo::rule
