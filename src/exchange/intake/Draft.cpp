// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Draft.h"

#include "words/Fold.h"

#include "observo/geo/Geodesy.h"

#include <algorithm>
#include <array>
#include <utility>

namespace observo::exchange {
namespace {

using Json = nlohmann::ordered_json;

/// Closer than a file of centimetres can tell.
constexpr Metres kSamePlace{0.01};
constexpr std::string_view kCameraId = "camera_id";

Json jsonOf(const FieldValue& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return *whole;
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    const auto* flag = std::get_if<bool>(&value);
    return flag != nullptr ? Json(*flag) : Json();
}

bool isEmpty(const FieldValue& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) || (text != nullptr && bare(*text).empty());
}

/// No table may hold a NUL: SQLite's own functions would take it for the end.
std::string withoutNul(std::string text)
{
    std::erase(text, '\0');
    return text;
}

/// The guard of our own CSV against formulas, taken off again.
std::string unguarded(std::string text)
{
    constexpr std::string_view kGuarded = "=+-@\t\r\n'";
    const bool isGuarded = text.size() > 1 && text.front() == '\'' && kGuarded.find(text[1]) != std::string_view::npos;
    return isGuarded ? text.substr(1) : text;
}

ReceiptProblem problemOf(const Remark& remark, std::int64_t row, std::string field, std::string value)
{
    constexpr std::size_t kLongest = 200;
    if (value.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        value = value.substr(0, end) + "…";
    }
    return {.row = row,
            .field = std::move(field),
            .value = std::move(value),
            .severity = remark.severity,
            .code = std::string(remark.code),
            .messageIt = remark.it,
            .messageEn = remark.en};
}

bool says(const Draft& draft, const FieldInfo* field)
{
    return std::ranges::any_of(draft.values, [&](const FieldAndValue& one) { return one.first == field; });
}

/// Among the extra attributes, under a name of its own where two columns share one.
void keep(Draft& draft, const std::string& name, const FieldValue& value)
{
    std::string key = name;
    for (int number = 2; draft.extra.contains(key); ++number) {
        key = name + " (" + std::to_string(number) + ')';
    }
    draft.extra[key] = jsonOf(value);
}

/// What formats repeat of a camera outside its fields: GeoJSON's feature id, KML's name of the placemark.
void dropEchoes(Draft& draft)
{
    const std::string id = draft.text(kCameraId);
    const auto isEcho = [&](std::string_view key, const std::string& text) {
        return draft.extra.contains(key) && draft.extra[key].is_string() && !text.empty() && draft.extra[key] == text;
    };
    if (isEcho("id", id)) {
        draft.extra.erase("id");
    }
    if (isEcho("Name", draft.text("name")) || isEcho("Name", draft.text("code"))) {
        draft.extra.erase("Name");
    }
}

/// KML's hints for drawing, which every reader fills in.
bool isDrawingHint(const SourceTable& table, std::string_view column, const FieldValue& value)
{
    constexpr std::array<std::string_view, 4> kHints = {"tessellate", "extrude", "visibility", "drawOrder"};
    const bool isDefault =
        value == FieldValue(std::int64_t{-1}) || value == FieldValue(std::int64_t{0}) || value == FieldValue(false);
    return isDefault && table.format.starts_with("KM") && std::ranges::find(kHints, column) != kHints.end();
}

/// Codes of "not known" say nothing that could replace what is known.
bool saysNothing(const FieldInfo& field, const FieldValue& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && field.type == FieldType::Code && *text == "unknown";
}

/// Attributes of the row over those that are there already; the text stays when nothing is new.
std::string joinedExtra(const std::string& there, const Json& row)
{
    Json joined = Json::parse(there, nullptr, false);
    if (!joined.is_object()) {
        joined = Json::object();
        if (!there.empty()) {
            joined["extra"] = there;
        }
    }
    const Json before = joined;
    for (const auto& [key, value] : row.items()) {
        joined[key] = value;
    }
    if (joined == before) {
        return there;
    }
    return joined.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void put(Camera& camera, const FieldInfo& field, const FieldValue& value)
{
    if (field.name == "extra" || field.name == "row_version" || field.name == "updated_at" ||
        field.name == "updated_by") {
        return; // the program's own, or joined apart
    }
    setValue(camera, field, value);
}

void addAccuracy(Camera& camera, const Draft& draft)
{
    if (draft.accuracy && (!camera.positionAccuracy || *camera.positionAccuracy < *draft.accuracy)) {
        camera.positionAccuracy = draft.accuracy;
    }
}

} // namespace

std::string Draft::text(std::string_view field) const
{
    const auto found = std::ranges::find_if(values, [&](const FieldAndValue& one) { return one.first->name == field; });
    return found == values.end() ? std::string() : textOf(found->second);
}

std::optional<double> Draft::number(std::string_view field) const
{
    for (const auto& [info, value] : values) {
        const auto* real = std::get_if<double>(&value);
        if (info->name == field && real != nullptr) {
            return *real;
        }
    }
    return std::nullopt;
}

DraftReader::DraftReader(const SourceTable& table, const Survey& survey, const Placing& placing,
                         const MappingProfile& profile)
    : m_table(&table), m_survey(&survey), m_placing(&placing)
{
    for (const MappedColumn& column : survey.columns) {
        m_roles.push_back(column.meaning.role == ColumnRole::Field ? ColumnRole::Field : ColumnRole::Extra);
    }
    for (const std::size_t column : survey.places.columns()) {
        m_roles.at(column) = ColumnRole::X; // taken for the place
    }
    for (const auto& [name, value] : profile.constants) {
        const ColumnMeaning meaning = meaningNamed(name);
        if (meaning.role == ColumnRole::Field) {
            m_constants.emplace_back(ColumnUse{.field = meaning.field}, value);
        }
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (foldedName(table.columns[i].name) == "manmade" && survey.holdsSurveillance) {
            m_kindOfThing = i;
        }
    }
}

bool DraftReader::isCamera(const SourceRow& row) const
{
    if (m_survey->holdsSymbols && !isSymbol(*m_table, row)) {
        return false;
    }
    return !m_kindOfThing || foldedText(textOfRaw(row.values.at(*m_kindOfThing))) == "surveillance";
}

FieldValue DraftReader::valueIn(const SourceRow& row, std::size_t column) const
{
    const FieldValue& value = row.values.at(column);
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) {
        return value;
    }
    const bool isOdd = text->find('\0') != std::string::npos || (m_table->guardsFormulas && text->starts_with('\''));
    return isOdd ? FieldValue(m_table->guardsFormulas ? unguarded(withoutNul(*text)) : withoutNul(*text)) : value;
}

void DraftReader::readColumn(const SourceRow& row, std::size_t column, Draft& draft, Receipt& receipt) const
{
    const FieldValue value = valueIn(row, column);
    if (isEmpty(value) || m_roles[column] == ColumnRole::X) {
        return;
    }
    const std::string& name = m_table->columns[column].name;
    const ColumnUse& use = m_survey->columns[column].use;
    const bool isSecondBest = use.rule == ColumnRule::Absolute && says(draft, use.field);
    if (m_roles[column] == ColumnRole::Extra && isDrawingHint(*m_table, name, value)) {
        return;
    }
    if (m_roles[column] == ColumnRole::Extra || isSecondBest) {
        keep(draft, name, value);
        return;
    }
    ReadField read = readField(use, value);
    if (read.remark) {
        receipt.tell(problemOf(*read.remark, row.number, std::string(use.field->name), textOfRaw(value)));
    }
    if (read.keepsText) {
        keep(draft, name, value);
    }
    if (use.field->name == "code") {
        draft.codeColumn = name;
    }
    for (FieldAndValue& one : read.values) {
        // A column of its own says more than a neighbour's text.
        const auto there = std::ranges::find(draft.values, one.first, &FieldAndValue::first);
        if (there == draft.values.end()) {
            draft.values.push_back(std::move(one));
        } else if (one.first == use.field || saysNothing(*there->first, there->second)) {
            there->second = std::move(one.second);
        }
    }
}

void DraftReader::addConstants(Draft& draft, Receipt& receipt) const
{
    for (const auto& [use, value] : m_constants) {
        if (says(draft, use.field)) {
            continue;
        }
        const ReadField read = readField(use, value);
        if (read.remark) {
            receipt.tell(problemOf(*read.remark, draft.row, std::string(use.field->name), value));
        }
        draft.values.insert(draft.values.end(), read.values.begin(), read.values.end());
    }
}

Draft DraftReader::read(const SourceRow& row, Receipt& receipt) const
{
    Draft draft{.row = row.number, .accuracy = m_placing->accuracyForRecords()};
    for (const Remark& remark : row.remarks) {
        receipt.tell(problemOf(remark, row.number, "", ""));
    }
    for (std::size_t column = 0; column < m_roles.size(); ++column) {
        readColumn(row, column, draft, receipt);
    }
    dropEchoes(draft);
    addConstants(draft, receipt);
    if (const std::string given = draft.text("extra"); !given.empty()) {
        const Json attributes = Json::parse(given, nullptr, false);
        Json joined = attributes.is_object() ? attributes : Json{{"extra", given}};
        joined.update(draft.extra);
        draft.extra = std::move(joined);
    }
    const RawPlace raw = m_survey->places.of(row);
    Placed placed = m_placing->place(raw);
    for (const Remark& remark : placed.remarks) {
        receipt.tell(problemOf(remark, row.number, "position", raw.text));
    }
    draft.place = placed.place;
    draft.accuracy = placed.accuracy ? placed.accuracy : draft.accuracy;
    return draft;
}

Camera cameraFrom(const Draft& draft)
{
    Camera camera;
    for (const auto& [field, value] : draft.values) {
        put(camera, *field, value);
    }
    if (camera.id.isNull()) {
        camera.id = CameraId::make();
    }
    camera.position = draft.place.value_or(LonLat{});
    if (camera.positionMethod.empty()) {
        camera.positionMethod = "imported";
    }
    addAccuracy(camera, draft);
    camera.extra = draft.extra.empty() ? "" : joinedExtra("", draft.extra);
    return camera;
}

Camera withDraft(const Camera& camera, const Draft& draft, bool keepsCode)
{
    Camera after = camera;
    Json extra = draft.extra;
    for (const auto& [field, value] : draft.values) {
        if (field->byProgram || field->name == kCameraId || field->name == "body_istat" || saysNothing(*field, value)) {
            continue;
        }
        if (field->name == "code" && keepsCode && !camera.code.empty()) {
            if (textOf(value) != camera.code) {
                extra[draft.codeColumn.empty() ? "code" : draft.codeColumn] = textOf(value);
            }
            continue;
        }
        put(after, *field, value);
    }
    if (draft.place &&
        (!isValid(camera.position) || geo::distanceBetween(camera.position, *draft.place) > kSamePlace)) {
        after.position = *draft.place;
        const std::string method = draft.text("position_method");
        after.positionMethod = method.empty() ? "imported" : method;
        if (!draft.number("position_accuracy_m")) {
            after.positionAccuracy = draft.accuracy;
        } else {
            addAccuracy(after, draft);
        }
    } else if (draft.number("position_accuracy_m")) {
        addAccuracy(after, draft);
    }
    after.extra = extra.empty() ? camera.extra : joinedExtra(camera.extra, extra);
    return after;
}

bool isSameCamera(const Camera& a, const Camera& b)
{
    Camera other = b;
    other.book = a.book;
    return a == other;
}

std::string differingFields(const Camera& a, const Camera& b)
{
    constexpr int kShown = 6;
    std::string names = a.position == b.position ? "" : "position";
    int count = names.empty() ? 0 : 1;
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        if (field.byProgram || valueOf(a, field) == valueOf(b, field)) {
            continue;
        }
        if (count++ < kShown) {
            names += (names.empty() ? "" : ", ") + std::string(field.name);
        }
    }
    return count > kShown ? names + ", ..." : names;
}

} // namespace observo::exchange
