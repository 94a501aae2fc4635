// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/Disk.h"

#include "support/census/SecondOpinion.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <ostream>
#include <stdexcept>

namespace observo::test {
namespace {

/// Runs SQL and dies with the connection open.
void runAndDie(const std::filesystem::path& census, const std::string& sql)
{
    const int left = inAnotherProcess([&] {
        sqlite3* handle = nullptr;
        const bool opened = sqlite3_open(census.c_str(), &handle) == SQLITE_OK;
        addGeoPackageFunctions(handle);
        const bool ran = opened && sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
        return ran ? 0 : 1;
    });
    if (left != 0) {
        throw std::runtime_error("the census cannot be left half written");
    }
}

} // namespace

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

FolderState FolderState::of(const std::filesystem::path& folder)
{
    constexpr std::int64_t kBillion = 1'000'000'000;
    FolderState state;
    for (const auto& found : std::filesystem::directory_iterator(folder)) {
        Entry entry;
        struct stat status {};
        if (found.is_regular_file() && ::stat(found.path().c_str(), &status) == 0) {
            entry = {status.st_mtim.tv_sec * kBillion + status.st_mtim.tv_nsec, bytesOf(found.path())};
        }
        state.entries.emplace(found.path().filename().string(), std::move(entry));
    }
    return state;
}

std::ostream& operator<<(std::ostream& stream, const FolderState& state)
{
    for (const auto& [name, entry] : state.entries) {
        stream << name << " (" << entry.bytes.size() << " bytes, " << entry.changed << ") ";
    }
    return stream;
}

int inAnotherProcess(const std::function<int()>& work)
{
    const auto child = ::fork();
    if (child == 0) {
        ::_exit(work()); // nothing of the parent is tidied up twice
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int asNobody(const std::function<int()>& work)
{
    constexpr uid_t kNobody = 65534;
    constexpr int kStillRoot = 255;
    const int left = inAnotherProcess([&] {
        const bool isRoot = ::geteuid() == 0;
        return isRoot && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0) ? kStillRoot : work();
    });
    return left == kStillRoot ? -1 : left;
}

void leaveHotJournal(const std::filesystem::path& census)
{
    runAndDie(census, "PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN; UPDATE site SET site_name = 'half written'; "
                      "CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                      "5000) SELECT i, hex(randomblob(100)) AS x FROM n;");
}

void leaveWal(const std::filesystem::path& census, const std::string& sql)
{
    runAndDie(census, "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; " + sql);
}

} // namespace observo::test
