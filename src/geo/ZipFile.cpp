// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/ZipFile.h"

#include "GdalMessages.h"

#include "observo/core/CheckedFile.h"
#include "observo/geo/Environment.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <memory>
#include <string_view>

namespace observo::geo {
namespace {

struct CloseZip {
    void operator()(void* zip) const { CPLCloseZip(zip); }
};
using Zip = std::unique_ptr<void, CloseZip>;

constexpr std::size_t kPiece = 1U << 20U;

Error failed(const std::filesystem::path& file, const std::string& what)
{
    return Error{.code = ErrorCode::OutputFailed,
                 .what = what,
                 .file = file.string(),
                 .advice = "check the room and the rights on the disk, then try again"};
}

Done addEntry(void* zip, const ZipEntry& entry, const Progress& progress)
{
    std::ifstream in(entry.file, std::ios::binary);
    if (!in) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "the file cannot be read",
                          .file = entry.file.string(),
                          .advice = "check that it exists and may be read"});
    }
    if (CPLCreateFileInZip(zip, entry.name.c_str(), nullptr) != CE_None) {
        return fail(failed(entry.name, "the zip takes no entry of this name"));
    }
    std::string piece(kPiece, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "writing the zip was cancelled", "nothing was written");
        }
        if (CPLWriteFileInZip(zip, piece.data(), static_cast<int>(in.gcount())) != CE_None) {
            return fail(failed(entry.name, "the zip could not be written"));
        }
    }
    return CPLCloseFileInZip(zip) == CE_None ? done() : Done(fail(failed(entry.name, "the zip could not be written")));
}

Done syncFile(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(outputError(errno, file));
    }
    const int synced = ::fsync(descriptor);
    const int why = errno;
    ::close(descriptor);
    return synced == 0 ? done() : Done(fail(outputError(why, file)));
}

struct CloseEntry {
    void operator()(VSILFILE* entry) const { VSIFCloseL(entry); }
};
using Entry = std::unique_ptr<VSILFILE, CloseEntry>;

/// The files of a zip, those in folders of it too; the folders themselves end with a slash.
std::size_t filesIn(const std::string& folder)
{
    const CPLStringList inside(VSIReadDirRecursive(folder.c_str()));
    std::size_t files = 0;
    for (int i = 0; i < inside.size(); ++i) {
        if (!std::string_view(inside[i]).ends_with('/')) {
            ++files;
        }
    }
    return files;
}

Done compareEntry(const std::string& folder, const ZipEntry& entry, const Progress& progress)
{
    std::ifstream in(entry.file, std::ios::binary);
    const Entry packed(VSIFOpenL((folder + "/" + entry.name).c_str(), "rb"));
    bool isSame = in.is_open() && packed != nullptr;
    std::string given(kPiece, '\0');
    std::string unpacked(kPiece, '\0');
    for (std::streamsize count = 1; isSame && count > 0;) {
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "reading the zip back was cancelled", "nothing was written");
        }
        in.read(given.data(), static_cast<std::streamsize>(given.size()));
        count = in.gcount();
        const auto size = static_cast<std::streamsize>(VSIFReadL(unpacked.data(), 1, unpacked.size(), packed.get()));
        isSame = size == count &&
                 given.compare(0, static_cast<std::size_t>(count), unpacked, 0, static_cast<std::size_t>(size)) == 0;
    }
    return isSame ? done() : Done(fail(failed(entry.name, "the zip does not give back what was packed")));
}

} // namespace

Done compareZip(const std::filesystem::path& file, const std::vector<ZipEntry>& entries, const Progress& progress)
{
    prepareEnvironment();
    const GdalMessages messages;
    // The braces end the name of the zip, whatever its ending.
    const std::string folder = "/vsizip/{" + file.string() + "}";
    if (filesIn(folder) != entries.size()) {
        return fail(failed(file, "the zip does not hold what was packed"));
    }
    double compared = 0;
    for (const ZipEntry& entry : entries) {
        if (auto same = compareEntry(folder, entry, progress); !same) {
            return same;
        }
        progress.report(++compared / static_cast<double>(entries.size()));
    }
    return messages.failure() ? Done(fail(failed(file, *messages.failure()))) : done();
}

Done writeZip(const std::filesystem::path& file, const std::vector<ZipEntry>& entries, const Progress& progress)
{
    prepareEnvironment();
    const GdalMessages messages;
    Zip zip(CPLCreateZip(file.c_str(), nullptr));
    if (!zip) {
        return fail(failed(file, "the zip could not be created"));
    }
    double written = 0;
    for (const ZipEntry& entry : entries) {
        if (auto added = addEntry(zip.get(), entry, progress); !added) {
            return added;
        }
        progress.report(++written / static_cast<double>(entries.size()));
    }
    // The directory at the end is written on closing: its failure must be heard too.
    if (CPLCloseZip(zip.release()) != CE_None) {
        return fail(failed(file, "the zip could not be finished"));
    }
    if (messages.failure()) {
        return fail(failed(file, *messages.failure()));
    }
    return syncFile(file);
}

} // namespace observo::geo
