// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace observo::test {

/// Puts a value, written as a person or a file would, into a field of the record; a wrong name or value stops the test.
template <typename Record>
void putText(Record& record, std::string_view field, std::string_view text)
{
    const FieldInfo* info = findField(kindOf<Record>, field);
    expects(info != nullptr);
    const auto value = parseValue(*info, text);
    expects(value.has_value());
    setValue(record, *info, *value);
}

/// What the builders of all records share: any field by its name, and the finished record.
template <typename Builder, typename Record>
class RecordBuilder {
public:
    Builder& with(std::string_view field, std::string_view text)
    {
        putText(m_record, field, text);
        return self();
    }
    Builder& coded(std::string_view code)
    {
        m_record.code = code;
        return self();
    }
    Builder& named(std::string_view name)
    {
        m_record.name = name;
        return self();
    }
    Builder& ofBody(std::string_view istatCode)
    {
        m_record.bodyIstat = istatCode;
        return self();
    }

    [[nodiscard]] const Record& build() const { return m_record; }
    operator Record() const { return m_record; } // NOLINT: reads as the record itself

protected:
    [[nodiscard]] Builder& self() { return static_cast<Builder&>(*this); }

    Record m_record;
};

/// A fixed camera in Torino with an identity of its own; each call changes one thing.
class CameraBuilder : public RecordBuilder<CameraBuilder, Camera> {
public:
    CameraBuilder();

    CameraBuilder& identified(CameraId id);
    CameraBuilder& at(double lon, double lat);
    CameraBuilder& at(LonLat place);
    CameraBuilder& facing(double azimuth);
    CameraBuilder& seeing(double hfov, double range);
    CameraBuilder& panning(double from, double to);
    CameraBuilder& mountedAt(double metres);
    CameraBuilder& tilted(double degrees);
    CameraBuilder& ofType(std::string_view type);
    CameraBuilder& doing(std::string_view function);
    CameraBuilder& inStatus(std::string_view status);
    CameraBuilder& servingFor(std::string_view purposes);
    CameraBuilder& visibleTo(std::string_view visibility);
    CameraBuilder& onSite(std::string_view siteCode);
    CameraBuilder& inSystem(std::string_view systemCode);
    CameraBuilder& keepingFor(std::int64_t hours);
    CameraBuilder& inVersion(std::int64_t rowVersion);
};

/// An outdoor site of system IMP-01 with an identity of its own.
class SiteBuilder : public RecordBuilder<SiteBuilder, Site> {
public:
    SiteBuilder();
    SiteBuilder& inSystem(std::string_view systemCode);
};

/// A municipal system with an identity of its own.
class SystemBuilder : public RecordBuilder<SystemBuilder, System> {
public:
    SystemBuilder();
    SystemBuilder& ownedBy(std::string_view ownershipType);
};

[[nodiscard]] CameraBuilder aCamera();
[[nodiscard]] SiteBuilder aSite();
[[nodiscard]] SystemBuilder aSystem();

// Records with EVERY field filled with a valid value, the same for the same seed on every computer. Texts hold accents,
// quotes, separators and markup; reals have at most two decimals and positions seven, so that every file format can
// hold them. Positions lie in Italy.
[[nodiscard]] Camera randomCamera(std::uint32_t seed);
[[nodiscard]] Site randomSite(std::uint32_t seed);
[[nodiscard]] System randomSystem(std::uint32_t seed);
[[nodiscard]] Census randomCensus(std::uint32_t seed);

/// Name and text of the first field in which the two differ, "mount_height_m: 4 / 5", or "position: ..."; empty when
/// they are equal. For messages of failed comparisons.
template <typename Record>
[[nodiscard]] std::string firstDifference(const Record& a, const Record& b)
{
    for (const FieldInfo& field : fieldsOf(kindOf<Record>)) {
        const auto left = valueOf(a, field);
        const auto right = valueOf(b, field);
        if (left != right) {
            return std::string(field.name) + ": " + textOf(left) + " / " + textOf(right);
        }
    }
    return a == b ? "" : "outside the fields";
}

} // namespace observo::test
