// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

namespace observo::rule {
namespace {

/// Fields that something else stands for: the angle may follow from lens and sensor, and the working system of a
/// census is chosen with its first camera.
bool isReplaced(const Record& record, const FieldInfo& field)
{
    if (field.name == "hfov_deg" || field.name == "vfov_deg") {
        const auto* const camera = std::get_if<Camera>(&record);
        return camera != nullptr && camera->focal && camera->sensorWidth;
    }
    return field.name == "crs_epsg";
}

bool isUnknownCode(const FieldInfo& field, const FieldValue& value)
{
    const auto* const text = std::get_if<std::string>(&value);
    return field.type == FieldType::Code && text != nullptr && *text == "unknown";
}

Message named(const FieldInfo& field, std::string_view it, std::string_view en)
{
    return {"Manca «" + std::string(field.label.it) + "»: " + std::string(it),
            "“" + std::string(field.label.en) + "” is missing: " + std::string(en)};
}

std::vector<Finding> check(const Record& record, const RuleContext& /*context*/)
{
    std::vector<Finding> findings;
    for (const FieldInfo& field : fieldsOf(kindOfRecord(record))) {
        const bool isAsked = field.required == Required::ToSave || field.required == Required::ToPublish;
        if (!isAsked || field.byProgram || isReplaced(record, field)) {
            continue;
        }
        const FieldValue value = valueOf(record, field);
        const bool isMissing = std::holds_alternative<std::monostate>(value);
        if (isMissing && field.required == Required::ToSave) {
            findings.push_back(found(kRequired, Severity::Error, record, field.name,
                                     named(field, "indicare il valore.", "enter the value.")));
        } else if (isMissing) {
            findings.push_back(
                found(kRequired, Severity::Notice, record, field.name,
                      named(field, "indicare il valore prima di pubblicare.", "enter the value before publishing.")));
        } else if (isUnknownCode(field, value)) {
            findings.push_back(found(kRequired, Severity::Notice, record, field.name,
                                     {"«" + std::string(field.label.it) + "»: valore non noto. Accertarlo.",
                                      "“" + std::string(field.label.en) + "”: value not known. Find it out."}));
        }
    }
    return findings;
}

} // namespace

constinit const Rule kRequired{.name = "V-REQUIRED",
                               .title = {"Valori obbligatori mancanti", "Required values missing"},
                               .kind = RecordKind::Camera,
                               .severity = Severity::Error,
                               .check = &check};

} // namespace observo::rule
