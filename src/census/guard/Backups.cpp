// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/Backups.h"

#include "guard/Clock.h"
#include "sqlite/Connection.h"
#include "sqlite/ReadAccess.h"

#include "observo/core/CheckedFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <set>
#include <system_error>
#include <utility>

namespace observo::census {
namespace {

constexpr std::string_view kEnding = ".gpkg";
constexpr std::size_t kTimeLength = 16; // 20261122T104207Z
constexpr std::size_t kNewest = 10;
constexpr std::size_t kDays = 30;
constexpr std::size_t kMonths = 12;

std::filesystem::path homeFolder(const char* variable, const char* below)
{
    if (const char* set = std::getenv(variable); set != nullptr && *set == '/') {
        return std::filesystem::path(set) / "observo";
    }
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr ? home : "/tmp") / below / "observo";
}

std::string timeIn(std::string_view name)
{
    const std::size_t tail = kTimeLength + kEnding.size();
    if (name.size() < tail || !name.ends_with(kEnding)) {
        return {};
    }
    return std::string(name.substr(name.size() - tail, kTimeLength));
}

void sortNewestFirst(std::vector<std::filesystem::path>& files)
{
    std::ranges::sort(files, std::greater<>(), [](const auto& file) { return timeIn(file.filename().string()); });
}

/// "stem.1a2b3c4d.20261122T104207Z.gpkg", whatever identity stands in the middle.
bool isNamedAfter(std::string_view name, const std::string& stem)
{
    constexpr std::size_t identity = 8;
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    return name.size() == stem.size() + 1 + identity + 1 + kTimeLength + kEnding.size() && name.starts_with(stem) &&
           name[stem.size()] == '.' && name[stem.size() + 1 + identity] == '.' && !timeIn(name).empty() &&
           name.substr(stem.size() + 1, identity).find_first_not_of(hexadecimal) == std::string_view::npos;
}

/// Syncs a file or folder by name; the file is closed by everybody else here.
Done syncPath(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(outputError(errno, path));
    }
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error == 0 ? done() : Done(fail(outputError(error, path)));
}

/// A copy that cannot be read back is no backup.
Done checkCopy(const std::filesystem::path& copy)
{
    const auto access = ReadAccess::open(copy);
    if (!access) {
        return fail(access.error());
    }
    const auto verdict = access->connection->text("PRAGMA quick_check(1)");
    if (!verdict) {
        return fail(verdict.error());
    }
    return *verdict == "ok" ? done()
                            : Done(fail(Error{.code = ErrorCode::OutputFailed,
                                              .what = "the copy is not sound: " + *verdict,
                                              .file = copy.string(),
                                              .advice = "check the disk and try again"}));
}

/// An SQLite error about the copy is one about an output, not about the census.
Error asOutput(Error error, const std::filesystem::path& target)
{
    switch (error.code) {
    case ErrorCode::CensusIo:
    case ErrorCode::CensusDamaged:
        error.code = ErrorCode::OutputFailed;
        break;
    case ErrorCode::CensusReadOnly:
        error.code = ErrorCode::OutputDenied;
        break;
    default:
        break;
    }
    error.file = target.string();
    return error;
}

} // namespace

std::filesystem::path userDataFolder()
{
    return homeFolder("XDG_DATA_HOME", ".local/share");
}

std::filesystem::path userStateFolder()
{
    return homeFolder("XDG_STATE_HOME", ".local/state");
}

std::vector<std::filesystem::path> backupsNamedAfter(const std::filesystem::path& census)
{
    std::error_code failed;
    std::vector<std::filesystem::path> folders{census.parent_path() / ".observo-backups"};
    for (const auto& entry : std::filesystem::directory_iterator(userDataFolder() / "backups", failed)) {
        folders.push_back(entry.path());
    }
    std::vector<std::filesystem::path> found;
    for (const auto& folder : folders) {
        for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
            if (isNamedAfter(entry.path().filename().string(), census.stem().string())) {
                found.push_back(entry.path());
            }
        }
    }
    sortNewestFirst(found);
    return found;
}

Done writeCheckedCopy(Connection& census, const std::filesystem::path& target, const Progress& progress)
{
    std::error_code failed;
    if (std::filesystem::exists(target, failed)) {
        return fail(outputError(EEXIST, target));
    }
    auto part = target;
    part += ".part-" + Uuid::random().text();
    auto result = copyCensus(census, part, progress.part(0.0, 0.9));
    if (result) {
        result = checkCopy(part);
    }
    if (result) {
        result = syncPath(part);
    }
    // link() refuses an existing name where rename() would replace it.
    if (result && ::link(part.c_str(), target.c_str()) != 0) {
        const bool noLinks = errno == EPERM || errno == ENOTSUP;
        if (!noLinks || ::rename(part.c_str(), target.c_str()) != 0) {
            result = fail(outputError(errno, target));
        }
    }
    std::filesystem::remove(part, failed);
    std::filesystem::remove(part.string() + "-journal", failed);
    if (!result) {
        return fail(asOutput(result.error(), target));
    }
    progress.report(1.0);
    return syncPath(target.has_parent_path() ? target.parent_path() : std::filesystem::path("."));
}

std::vector<std::string> expired(const std::vector<std::string>& names)
{
    std::set<std::string> days;
    std::set<std::string> months;
    std::vector<std::string> drop;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto time = timeIn(names[i]);
        const auto day = time.substr(0, 8);
        const auto month = time.substr(0, 6);
        bool keep = i < kNewest;
        if (!days.contains(day) && days.size() < kDays) {
            days.insert(day);
            keep = true;
        }
        if (!months.contains(month) && months.size() < kMonths) {
            months.insert(month);
            keep = true;
        }
        if (!keep) {
            drop.push_back(names[i]);
        }
    }
    return drop;
}

Backups::Backups(std::filesystem::path census, CensusId id) : m_census(std::move(census)), m_id(id) {}

std::string Backups::prefix() const
{
    return m_census.stem().string() + "." + m_id.text().substr(0, 8) + ".";
}

std::vector<std::filesystem::path> Backups::list() const
{
    std::vector<std::filesystem::path> found;
    for (const auto& folder :
         {m_census.parent_path() / ".observo-backups", userDataFolder() / "backups" / m_id.text()}) {
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
            const auto name = entry.path().filename().string();
            if (name.starts_with(prefix()) && !timeIn(name).empty() &&
                name.size() == prefix().size() + kTimeLength + kEnding.size()) {
                found.push_back(entry.path());
            }
        }
    }
    sortNewestFirst(found);
    return found;
}

std::optional<std::chrono::seconds> Backups::age() const
{
    const auto all = list();
    if (all.empty()) {
        return std::nullopt;
    }
    const auto mark = FileMark::of(all.front());
    constexpr std::int64_t kBillion = 1'000'000'000;
    return std::chrono::seconds(std::time(nullptr) - mark.changed / kBillion);
}

Result<std::filesystem::path> Backups::folderForWriting() const
{
    std::error_code failed;
    for (const auto& folder :
         {m_census.parent_path() / ".observo-backups", userDataFolder() / "backups" / m_id.text()}) {
        std::filesystem::create_directories(folder, failed);
        if (!failed && ::access(folder.c_str(), W_OK) == 0) {
            return folder;
        }
    }
    return fail(Error{.code = ErrorCode::OutputDenied,
                      .what = "no folder for backups can be written",
                      .file = m_census.parent_path().string(),
                      .advice = "ask for write permission on the folder of the census"});
}

Result<std::filesystem::path> Backups::make(Connection& census, const Progress& progress) const
{
    const auto folder = folderForWriting();
    if (!folder) {
        return fail(folder.error());
    }
    const auto target = *folder / (prefix() + fileNameTime(utcNow()) + std::string(kEnding));
    auto written = writeCheckedCopy(census, target, progress);
    // Two sessions within one second share a backup.
    if (!written && written.error().code != ErrorCode::OutputExists) {
        return fail(written.error());
    }
    rotate();
    return target;
}

void Backups::rotate() const
{
    const auto all = list();
    std::vector<std::string> names;
    for (const auto& file : all) {
        names.push_back(file.filename().string());
    }
    const auto drop = expired(names);
    for (const auto& file : all) {
        if (std::ranges::find(drop, file.filename().string()) != drop.end()) {
            std::error_code ignored; // an old copy that stays does no harm
            std::filesystem::remove(file, ignored);
        }
    }
}

} // namespace observo::census
