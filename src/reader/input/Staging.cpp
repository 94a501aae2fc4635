// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/Staging.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

namespace observo::reader {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kHead = 16UL * 1024;

Error unreadable(std::string what, std::string advice = {})
{
    return {.code = ErrorCode::InputUnreadable, .what = std::move(what), .advice = std::move(advice)};
}

std::string lowerEnding(const fs::path& file)
{
    auto ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

/// A regular file and nothing behind a link; a pipe would block, so it is opened without waiting.
OpenFile openRegular(const fs::path& file)
{
    OpenFile opened(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    struct stat status {};
    if (opened.get() >= 0 && (::fstat(opened.get(), &status) != 0 || !S_ISREG(status.st_mode))) {
        errno = EINVAL;
        return OpenFile();
    }
    return opened;
}

Result<std::string> headOf(int descriptor)
{
    std::string head(kHead, '\0');
    const auto got = ::pread(descriptor, head.data(), head.size(), 0);
    if (got < 0) {
        return fail(unreadable(std::string("the file cannot be read: ") + std::strerror(errno),
                               "check the disk, or copy the file to this computer"));
    }
    if (got == 0) {
        return fail(unreadable("the file is empty"));
    }
    head.resize(static_cast<std::size_t>(got));
    return head;
}

/// The original name beside the file with another ending, in any of the ways it is spelt.
fs::path sideOf(const fs::path& file, const std::string& ending)
{
    std::string upper = ending;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    auto side = file;
    side.replace_extension(upper);
    std::error_code ignored;
    if (fs::is_regular_file(side, ignored)) {
        return side;
    }
    return side.replace_extension(ending);
}

Done link(StagedInput& input, const fs::path& original, const fs::path& name)
{
    std::error_code failed;
    // A side file may be a link itself; the fence lets through what it leads to.
    const auto real = fs::canonical(original, failed);
    if (failed) {
        return done();
    }
    auto opened = openRegular(real);
    if (opened.get() < 0) {
        return done();
    }
    fs::create_symlink(real, name, failed);
    if (failed) {
        return fail(unreadable("the private folder cannot be written: " + failed.message(),
                               "check the room on the disk of the temporary folder"));
    }
    input.opened.push_back(std::move(opened));
    return done();
}

Error copyFailed()
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return {.code = full ? ErrorCode::OutputNoSpace : ErrorCode::InputUnreadable,
            .what = std::string("the private copy cannot be made: ") + std::strerror(errno),
            .advice = "check the room on the disk of the temporary folder"};
}

/// Bytes only. This process holds no lock on the file that closing it could drop, and the parent never opens it.
Done copy(int from, const fs::path& to)
{
    const OpenFile target(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (target.get() < 0) {
        return fail(copyFailed());
    }
    std::string buffer(1024UL * 1024, '\0');
    off_t at = 0;
    while (true) {
        const auto got = ::pread(from, buffer.data(), buffer.size(), at);
        if (got <= 0) {
            return got == 0 ? done() : Done(fail(copyFailed()));
        }
        for (ssize_t written = 0; written < got;) {
            const auto step = ::write(target.get(), buffer.data() + written, static_cast<std::size_t>(got - written));
            if (step < 0 && errno != EINTR) {
                return fail(copyFailed());
            }
            written += std::max<ssize_t>(step, 0);
        }
        at += got;
    }
}

Done copyDatabase(StagedInput& input, const fs::path& original)
{
    if (auto copied = copy(input.opened.front().get(), input.file); !copied) {
        return copied;
    }
    for (const char* suffix : {"-wal", "-journal"}) {
        const auto opened = openRegular(original.native() + suffix);
        if (opened.get() >= 0) {
            if (auto copied = copy(opened.get(), input.file.native() + suffix); !copied) {
                return copied;
            }
        }
    }
    return done();
}

Done place(StagedInput& input, const fs::path& original)
{
    if (input.format == InputFormat::GeoPackage) {
        return copyDatabase(input, original);
    }
    std::error_code failed;
    fs::create_symlink(original, input.file, failed);
    if (failed) {
        return fail(unreadable("the private folder cannot be written: " + failed.message(),
                               "check the room on the disk of the temporary folder"));
    }
    if (input.format != InputFormat::Shapefile) {
        return done();
    }
    for (const char* ending : {".shx", ".dbf", ".prj", ".cpg"}) {
        if (auto linked = link(input, sideOf(original, ending), input.side(ending)); !linked) {
            return linked;
        }
    }
    return done();
}

std::string adviceFor(const std::string& ending)
{
    if (ending == ".dbf" || ending == ".shx" || ending == ".prj" || ending == ".cpg") {
        return "open the .shp file of the set";
    }
    return "open a GeoPackage, shapefile, GeoJSON, KML, GPX, OSM, FlatGeobuf, DXF, CSV, XLSX or ODS file, or for the "
           "map a GeoTIFF, MBTiles, PNG or JPEG file";
}

/// Why a file of no known format is refused.
Error unknownFormat(const std::string& head, const std::string& ending)
{
    const auto first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (first != std::string::npos && head[first] == '[') {
        return unreadable("the file is JSON, but no GeoJSON",
                          "ask for GeoJSON, or for a table with the coordinates in two columns");
    }
    return unreadable("the format of the file is not known", adviceFor(ending));
}

} // namespace

OpenFile::OpenFile(OpenFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

OpenFile::~OpenFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

fs::path StagedInput::side(const char* sideEnding) const
{
    return folder / (std::string("input") + sideEnding);
}

bool StagedInput::has(const char* sideEnding) const
{
    std::error_code ignored;
    return fs::exists(side(sideEnding), ignored);
}

Result<StagedInput> stage(const fs::path& file, const fs::path& folder)
{
    StagedInput input;
    input.folder = folder;
    input.stem = file.stem().string();
    auto opened = openRegular(file);
    if (opened.get() < 0) {
        return fail(unreadable(std::string("the file cannot be opened: ") + std::strerror(errno),
                               "check that you may read it"));
    }
    struct stat status {};
    ::fstat(opened.get(), &status);
    input.bytes = static_cast<std::uint64_t>(status.st_size);
    auto head = headOf(opened.get());
    if (!head) {
        return fail(std::move(head.error()));
    }
    const auto ending = lowerEnding(file);
    const auto format = recognise(*head, ending);
    if (!format) {
        return fail(unknownFormat(*head, ending));
    }
    input.format = *format;
    input.head = std::move(*head);
    input.file = folder / wordsOf(*format).name;
    input.opened.push_back(std::move(opened));
    if (auto placed = place(input, file); !placed) {
        return fail(std::move(placed.error()));
    }
    return input;
}

Done rename(StagedInput& input, InputFormat format)
{
    const auto name = input.folder / wordsOf(format).name;
    std::error_code failed;
    if (name != input.file) {
        fs::rename(input.file, name, failed);
    }
    if (failed) {
        return fail(unreadable("the private folder cannot be written: " + failed.message()));
    }
    input.file = name;
    input.format = format;
    return done();
}

} // namespace observo::reader
