// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/CensusModel.h"

#include "support/Builders.h"

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>

namespace observo::test {

namespace {

template <typename T>
std::vector<T> allOf(const std::map<Uuid, Record>& records)
{
    std::vector<T> all;
    for (const auto& [uuid, record] : records) {
        if (const auto* one = std::get_if<T>(&record)) {
            all.push_back(*one);
        }
    }
    return all;
}

void orThrow(const Done& result)
{
    if (!result) {
        throw std::runtime_error(result.error().message());
    }
}

bool isBookkeeping(std::string_view field)
{
    static constexpr std::array<std::string_view, 5> kNames{"row_version", "created_at", "created_by", "updated_at",
                                                            "updated_by"};
    return std::find(kNames.begin(), kNames.end(), field) != kNames.end();
}

std::string firstFieldThatDiffers(const Record& a, const Record& b)
{
    return std::visit(
        [&b]<typename Kind>(const Kind& record) {
            const auto* other = std::get_if<Kind>(&b);
            return other != nullptr ? firstDifference(record, *other) : std::string("its kind");
        },
        a);
}

std::string named(const Record& record)
{
    return std::string(nameOf(kindOfRecord(record))) + " " + uuidOf(record).text();
}

} // namespace

CensusModel CensusModel::of(census::Reader& reader)
{
    CensusModel model;
    const auto take = [&model](const auto& record) {
        model.m_records.emplace(record.id.uuid, record);
        return true;
    };
    orThrow(reader.forEachSystem(take, Progress()));
    orThrow(reader.forEachSite(take, Progress()));
    orThrow(reader.forEachCamera({}, take, Progress()));
    return model;
}

CensusModel CensusModel::of(const std::filesystem::path& file)
{
    auto reader = census::Reader::open(file);
    if (!reader) {
        throw std::runtime_error(reader.error().message());
    }
    return of(**reader);
}

void CensusModel::apply(const ChangeSet& committed)
{
    for (const auto& change : committed.changes) {
        if (change.kind() == RecordKind::Census) {
            continue;
        }
        if (change.after) {
            m_records.insert_or_assign(change.uuid(), *change.after);
        } else {
            m_records.erase(change.uuid());
        }
    }
}

std::vector<Camera> CensusModel::cameras() const
{
    return allOf<Camera>(m_records);
}

std::vector<Site> CensusModel::sites() const
{
    return allOf<Site>(m_records);
}

std::vector<System> CensusModel::systems() const
{
    return allOf<System>(m_records);
}

std::string CensusModel::differenceTo(const CensusModel& other) const
{
    for (const auto& [uuid, record] : m_records) {
        const auto found = other.m_records.find(uuid);
        if (found == other.m_records.end()) {
            return named(record) + " is missing";
        }
        if (found->second != record) {
            return named(record) + " differs in " + firstFieldThatDiffers(record, found->second);
        }
    }
    for (const auto& [uuid, record] : other.m_records) {
        if (!m_records.contains(uuid)) {
            return named(record) + " is there and should not be";
        }
    }
    return {};
}

std::map<Uuid, std::uint64_t> CensusModel::digests() const
{
    std::map<Uuid, std::uint64_t> digests;
    for (const auto& [uuid, record] : m_records) {
        digests[uuid] = digestOf(record);
    }
    return digests;
}

std::uint64_t CensusModel::contentDigest() const
{
    std::uint64_t digest = kDigestStart;
    for (const auto& [uuid, record] : m_records) {
        digest = digest * 31 + digestOf(record, Bookkept::LeftOut);
    }
    return digest;
}

std::uint64_t digestOf(const Record& record, Bookkept book)
{
    std::uint64_t digest = kDigestStart;
    for (const auto& field : fieldsOf(kindOfRecord(record))) {
        if (book == Bookkept::LeftOut && isBookkeeping(field.name)) {
            continue;
        }
        digest = digestOf(textOf(valueOf(record, field)), digest);
        digest = digestOf(std::string_view("\0", 1), digest);
    }
    if (const auto* camera = std::get_if<Camera>(&record)) {
        const std::array<double, 2> place{camera->position.lon, camera->position.lat};
        const auto bytes = std::bit_cast<std::array<char, sizeof place>>(place);
        digest = digestOf(std::string_view(bytes.data(), bytes.size()), digest);
    }
    return digest;
}

std::uint64_t digestOf(std::string_view bytes, std::uint64_t from)
{
    for (const char byte : bytes) {
        from = (from ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    }
    return from;
}

} // namespace observo::test
