// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FormModel.h"

#include "FieldText.h"
#include "Speech.h"
#include "Text.h"

#include "observo/geo/CoordinateText.h"

#include <QCoreApplication>

#include <utility>

namespace observo::app {

void FormModel::load(Record record)
{
    revert();
    m_live.reset();
    m_base = std::move(record);
}

void FormModel::refresh(Record record)
{
    m_base = std::move(record);
    m_live.reset();
    // What was typed may be what the record holds by now.
    std::erase_if(m_typed, [this](const auto& entry) {
        const auto* info = field(entry.first);
        return info == nullptr || entry.second == editableText(*info, valueOf(*m_base, *info));
    });
}

void FormModel::clear()
{
    revert();
    m_base.reset();
    m_live.reset();
}

void FormModel::setLive(std::optional<Record> live)
{
    m_live = std::move(live);
}

const FieldInfo* FormModel::field(std::string_view name) const
{
    return findField(kindOfRecord(*m_base), name);
}

FieldValue FormModel::shownValue(const FieldInfo& field) const
{
    return valueOf(m_live ? *m_live : *m_base, field);
}

QString FormModel::text(const FieldInfo& field) const
{
    if (const auto typed = m_typed.find(field.name); typed != m_typed.end()) {
        return typed->second;
    }
    return m_base ? editableText(field, shownValue(field)) : QString();
}

void FormModel::type(const FieldInfo& field, const QString& text)
{
    if (!m_base) {
        return;
    }
    if (text == editableText(field, valueOf(*m_base, field))) {
        m_typed.erase(field.name);
    } else {
        m_typed.insert_or_assign(field.name, text);
    }
}

bool FormModel::hasValue(const FieldInfo& field) const
{
    return isTyped(field) || (m_base && !text(field).isEmpty());
}

std::optional<QString> FormModel::problem(const FieldInfo& field) const
{
    const auto typed = m_typed.find(field.name);
    return typed == m_typed.end() ? std::nullopt : problemOf(field, typed->second);
}

bool FormModel::isForeign(const FieldInfo& field) const
{
    if (!m_base || isTyped(field) || field.codeList.empty()) {
        return false;
    }
    const auto value = textOf(valueOf(*m_base, field));
    for (const auto code : splitCodes(value)) {
        if (!isKnownCode(field.codeList, code)) {
            return true;
        }
    }
    return false;
}

QString FormModel::placeText(int epsg) const
{
    if (m_place) {
        return m_place->text;
    }
    if (!m_base) {
        return {};
    }
    const auto* camera = std::get_if<Camera>(m_live ? &*m_live : &*m_base);
    if (camera == nullptr) {
        return {};
    }
    const auto written = geo::writeCoordinates(camera->position, epsg, language());
    return written ? toText(*written) : QString();
}

void FormModel::typePlace(const QString& text, int epsg)
{
    m_place.reset();
    if (text != placeText(epsg)) {
        m_place = Place{text, epsg};
    }
}

namespace {

/// The shown system first; what cannot be read in it may say its own system.
Result<geo::ReadCoordinates> readPlace(const FormModel::Place& place)
{
    const auto text = toUtf8(place.text);
    if (auto read = geo::readCoordinates(text, 0)) {
        return read;
    }
    return geo::readCoordinates(text, place.epsg);
}

} // namespace

std::optional<QString> FormModel::placeProblem() const
{
    if (!m_place || readPlace(*m_place)) {
        return std::nullopt;
    }
    return QCoreApplication::translate("FormModel", "These coordinates cannot be read. Example: 45,07030 N 7,68690 E");
}

QString FormModel::placeUnderstood() const
{
    if (!m_place) {
        return {};
    }
    const auto read = readPlace(*m_place);
    return read ? toText(read->understood) : QString();
}

void FormModel::revert()
{
    m_typed.clear();
    m_place.reset();
}

void FormModel::forget(const Typed& typed)
{
    std::erase_if(m_typed, [&](const auto& entry) {
        const auto found = typed.find(entry.first);
        return found != typed.end() && found->second == entry.second;
    });
}

std::optional<std::string> FormModel::firstProblem() const
{
    if (!m_base) {
        return std::nullopt;
    }
    if (placeProblem()) {
        return "position";
    }
    for (const auto& field : fieldsOf(kindOfRecord(*m_base))) {
        if (problem(field)) {
            return std::string(field.name);
        }
    }
    return std::nullopt;
}

Record FormModel::appliedTo(Record record) const
{
    for (const auto& [name, text] : m_typed) {
        const auto* info = field(name);
        const auto value = parseValue(*info, storedText(*info, text));
        if (value) {
            putValue(record, *info, *value);
        }
    }
    if (auto* camera = std::get_if<Camera>(&record); camera != nullptr && m_place) {
        if (const auto read = readPlace(*m_place)) {
            camera->position = read->place;
        }
    }
    return record;
}

void putValue(Record& record, const FieldInfo& field, const FieldValue& value)
{
    std::visit([&](auto& known) { setValue(known, field, value); }, record);
}

bool isOffered(const FieldInfo& field)
{
    return !field.byProgram && field.type != FieldType::Json && field.type != FieldType::Timestamp;
}

} // namespace observo::app
