// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/FeatureFile.h"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace observo::reader {

namespace {

/// Whether the file is one collection: its features stand behind a member of that name, which is looked for among the
/// members of the first object alone.
bool beginsWithCollection(const std::filesystem::path& file, std::uint64_t bytes)
{
    JsonFile json(file, bytes);
    std::string key;
    if (!json.take('{')) {
        return false;
    }
    while (json.peek() == '"') {
        const auto quotedKey = json.value();
        if (quotedKey.size() < 2 || !unescape(quotedKey.substr(1, quotedKey.size() - 2), key) || !json.take(':')) {
            return false;
        }
        if (key == "features") {
            return json.peek() == '[';
        }
        if (json.value().empty() || !json.take(',')) {
            return false;
        }
    }
    return false;
}

bool isGeometryType(std::string_view type)
{
    constexpr std::array<std::string_view, 7> kTypes = {
        "\"Point\"",           "\"LineString\"",   "\"Polygon\"",           "\"MultiPoint\"",
        "\"MultiLineString\"", "\"MultiPolygon\"", "\"GeometryCollection\""};
    for (const auto known : kTypes) {
        if (type == known) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<FeatureText> partsOf(std::string_view object)
{
    FeatureText parts;
    std::string_view type;
    JsonCursor cursor(object);
    std::string key;
    if (!cursor.take('{')) {
        return std::nullopt;
    }
    while (cursor.nextKey(key)) {
        const auto value = cursor.value();
        if (key == "type") {
            type = value;
        } else if (key == "id") {
            parts.id = value;
        } else if (key == "properties") {
            parts.properties = value;
        } else if (key == "geometry") {
            parts.geometry = value;
        }
    }
    if (!cursor.isGood()) {
        return std::nullopt;
    }
    if (isGeometryType(type)) {
        return FeatureText{.geometry = object};
    }
    return type == "\"Feature\"" ? std::optional(parts) : std::nullopt;
}

FeatureFile::FeatureFile(const std::filesystem::path& file, std::uint64_t bytes)
    : m_json(file, bytes), m_isCollection(beginsWithCollection(file, bytes))
{}

FeatureFile::Got FeatureFile::next(std::string_view& object)
{
    while (true) {
        Got got = Got::End;
        switch (m_where) {
        case Where::Top:
            if (!m_isCollection) {
                return nextObject(object);
            }
            m_isFirst = true;
            m_where = Where::Collection;
            got = m_json.take('{') ? Got::Feature : Got::Broken;
            break;
        case Where::Collection:
            got = nextMember();
            break;
        case Where::Features:
            got = nextInFeatures(object);
            if (got != Got::End) {
                return got;
            }
            m_where = Where::Collection;
            m_isFirst = false;
            got = Got::Feature;
            break;
        case Where::Done:
            return Got::End;
        }
        if (got != Got::Feature) {
            m_where = Where::Done;
            return got;
        }
    }
}

/// One object after the other, with nothing but blanks between them.
FeatureFile::Got FeatureFile::nextObject(std::string_view& object)
{
    if (m_json.peek() == '\0') {
        return Got::End;
    }
    object = m_json.value();
    return object.empty() ? Got::Broken : Got::Feature;
}

/// Keeps a member of the collection, or enters its features; End behind its last one.
FeatureFile::Got FeatureFile::nextMember()
{
    constexpr std::size_t kLongest = 64UL * 1024;
    if (m_json.take('}')) {
        return Got::End;
    }
    if (!std::exchange(m_isFirst, false) && !m_json.take(',')) {
        return Got::Broken;
    }
    std::string key;
    const auto quotedKey = m_json.value();
    const bool isKey = quotedKey.size() >= 2 && quotedKey[0] == '"' &&
                       unescape(quotedKey.substr(1, quotedKey.size() - 2), key) && m_json.take(':');
    if (!isKey) {
        return Got::Broken;
    }
    if (key == "features" && m_json.take('[')) {
        m_where = Where::Features;
        m_isFirst = true;
        return Got::Feature;
    }
    const auto value = m_json.value();
    if (value.size() <= kLongest && m_members.size() < 100) {
        m_members[key] = std::string(value);
    }
    return value.empty() ? Got::Broken : Got::Feature;
}

FeatureFile::Got FeatureFile::nextInFeatures(std::string_view& object)
{
    if (m_json.take(']')) {
        return Got::End;
    }
    if (!std::exchange(m_isFirst, false) && !m_json.take(',')) {
        return Got::Broken;
    }
    object = m_json.value();
    return object.empty() ? Got::Broken : Got::Feature;
}

} // namespace observo::reader
