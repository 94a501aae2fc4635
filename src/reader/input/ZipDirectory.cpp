// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/ZipDirectory.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <string_view>
#include <utility>

namespace observo::reader {

namespace {

constexpr std::uint64_t kMostUnpacked = 200ULL * 1024 * 1024;
constexpr std::uint64_t kMostRatio = 100;
constexpr std::size_t kMostMembers = 10'000;
constexpr std::size_t kEndRecord = 22;
constexpr std::size_t kHeader = 46; // of a member in the directory

Error damaged(const std::string& what)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = "the zip file is damaged: " + what,
            .advice = "get it again, or unpack it and open the file inside"};
}

Error refused(const std::string& what)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = what,
            .advice = "unpack it yourself, if you trust its sender, and open the file inside"};
}

template <typename T>
T at(std::string_view bytes, std::size_t place)
{
    T number{};
    std::memcpy(&number, bytes.data() + place, sizeof number); // a zip file is little-endian, as we are
    return number;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Where the directory stands.
struct Place {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::size_t members = 0;
};

Result<std::string> bytesAt(std::ifstream& stream, std::uint64_t offset, std::uint64_t size)
{
    std::string bytes(size, '\0');
    stream.clear();
    stream.seekg(static_cast<std::streamoff>(offset));
    stream.read(bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::uint64_t>(stream.gcount()) != size) {
        return fail(damaged("it ends too early"));
    }
    return bytes;
}

/// The end record is looked for from the end, past a comment.
Result<Place> findDirectory(std::ifstream& stream, std::uint64_t fileSize)
{
    const auto length = std::min<std::uint64_t>(fileSize, kEndRecord + 0xFFFF);
    const auto tail = bytesAt(stream, fileSize - length, length);
    if (!tail) {
        return fail(tail.error());
    }
    const auto found = tail->rfind("PK\x05\x06");
    if (found == std::string::npos || found + kEndRecord > tail->size()) {
        return fail(damaged("it has no directory"));
    }
    const std::string_view end = std::string_view(*tail).substr(found);
    const Place place{.offset = at<std::uint32_t>(end, 16),
                      .size = at<std::uint32_t>(end, 12),
                      .members = at<std::uint16_t>(end, 10)};
    if (place.offset == 0xFFFFFFFF || place.size == 0xFFFFFFFF || place.members == 0xFFFF) {
        return fail(refused("the zip file is of the kind for more than 4 GiB"));
    }
    if (at<std::uint16_t>(end, 4) != 0 || at<std::uint16_t>(end, 8) != place.members) {
        return fail(refused("the zip file is split into several"));
    }
    if (place.offset + place.size > fileSize || place.members > kMostMembers) {
        return fail(damaged("its directory does not fit into it"));
    }
    return place;
}

bool leadsOut(const std::string& name)
{
    const bool isAbsolute = name.starts_with('/') || name.starts_with('\\') || (name.size() > 1 && name[1] == ':');
    auto slashed = "/" + name + "/";
    std::replace(slashed.begin(), slashed.end(), '\\', '/');
    return isAbsolute || slashed.find("/../") != std::string::npos || name.find('\0') != std::string::npos;
}

/// The member that begins at `place` of the directory; `place` moves past it.
Result<ZipMember> memberAt(std::string_view directory, std::size_t& place)
{
    if (place + kHeader > directory.size() || directory.substr(place, 4) != "PK\x01\x02") {
        return fail(damaged("its directory is cut"));
    }
    const auto header = directory.substr(place);
    const auto name = at<std::uint16_t>(header, 28);
    const std::size_t length = kHeader + name + at<std::uint16_t>(header, 30) + at<std::uint16_t>(header, 32);
    if (length > header.size()) {
        return fail(damaged("its directory is cut"));
    }
    ZipMember member{.name = std::string(header.substr(kHeader, name)),
                     .packed = at<std::uint32_t>(header, 20),
                     .unpacked = at<std::uint32_t>(header, 24)};
    constexpr std::uint16_t kEncrypted = 1;
    if ((at<std::uint16_t>(header, 8) & kEncrypted) != 0) {
        return fail(refused("the zip file is encrypted"));
    }
    if (leadsOut(member.name)) {
        return fail(refused("a name in the zip file leads out of its folder: " + member.name.substr(0, 200)));
    }
    place += length;
    return member;
}

Done checkSizes(const std::vector<ZipMember>& members, std::uint64_t fileSize)
{
    std::uint64_t unpacked = 0;
    std::uint64_t packed = 0;
    for (const auto& member : members) {
        unpacked += member.unpacked;
        packed += member.packed;
        if (member.unpacked > 1024 * 1024 && member.unpacked / kMostRatio > member.packed) {
            return fail(refused("a member of the zip file would grow more than a hundredfold"));
        }
    }
    if (unpacked > kMostUnpacked) {
        return fail(refused("the zip file would become larger than 200 MiB"));
    }
    // Members that share their bytes are how small files become huge.
    if (packed > fileSize) {
        return fail(refused("members of the zip file lie in one another's place"));
    }
    return done();
}

bool has(const std::vector<ZipMember>& members, std::string_view name)
{
    return std::any_of(members.begin(), members.end(), [name](const auto& member) { return member.name == name; });
}

} // namespace

Result<std::vector<ZipMember>> readZipDirectory(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    stream.seekg(0, std::ios::end);
    const auto fileSize = static_cast<std::uint64_t>(std::max<std::streamoff>(0, stream.tellg()));
    const auto place = findDirectory(stream, fileSize);
    if (!place) {
        return fail(place.error());
    }
    const auto directory = bytesAt(stream, place->offset, place->size);
    if (!directory) {
        return fail(directory.error());
    }
    std::vector<ZipMember> members;
    for (std::size_t next = 0; members.size() < place->members;) {
        auto member = memberAt(*directory, next);
        if (!member) {
            return fail(std::move(member.error()));
        }
        members.push_back(std::move(*member));
    }
    if (auto checked = checkSizes(members, fileSize); !checked) {
        return fail(std::move(checked.error()));
    }
    return members;
}

Result<InputFormat> formatOfZip(const std::vector<ZipMember>& members)
{
    if (has(members, "xl/workbook.xml")) {
        return InputFormat::Xlsx;
    }
    if (has(members, "content.xml") && has(members, "mimetype")) {
        return InputFormat::Ods;
    }
    if (!shapefilesIn(members).empty()) {
        return InputFormat::ZippedShapefile;
    }
    const bool isKmz = std::any_of(members.begin(), members.end(),
                                   [](const auto& member) { return lower(member.name).ends_with(".kml"); });
    if (isKmz) {
        return InputFormat::Kmz;
    }
    return fail(Error{.code = ErrorCode::InputUnreadable,
                      .what = "there is no shapefile, KML or sheet in the zip file",
                      .advice = "unpack it and open the file that you want"});
}

std::vector<std::string> shapefilesIn(const std::vector<ZipMember>& members)
{
    std::vector<std::string> found;
    for (const auto& member : members) {
        // What a Mac adds to each file of a zip is no shapefile.
        if (lower(member.name).ends_with(".shp") && member.name.find("__MACOSX/") == std::string::npos) {
            found.push_back(member.name);
        }
    }
    return found;
}

} // namespace observo::reader
