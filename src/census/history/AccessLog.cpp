// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/AccessLog.h"

#include "guard/Backups.h"
#include "history/Chain.h"

#include "observo/core/CheckedFile.h"

#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

namespace observo::census {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json jsonOf(const AccessEntry& entry)
{
    return {{"at", entry.at},
            {"user", entry.actor.user},
            {"host", entry.actor.host},
            {"program", entry.actor.program},
            {"action", entry.consultation.action},
            {"what", entry.consultation.what},
            {"reason", entry.consultation.reason},
            {"recipient", entry.consultation.recipient}};
}

std::string linkAfter(const std::string& before, const Json& entry)
{
    const auto hash = Hasher().add(before).add(dump(entry)).finish();
    return hexOf(hash);
}

struct Line {
    AccessEntry entry;
    std::string hash;
    bool fits = false; ///< its hash follows from the line before
};

std::optional<Line> lineFrom(const std::string& text, const std::string& before)
{
    auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return std::nullopt;
    }
    try {
        Line line;
        line.hash = json.value("hash", "");
        line.entry.at = json.value("at", "");
        line.entry.actor = {json.value("user", ""), json.value("host", ""), json.value("program", "")};
        line.entry.consultation = {json.value("action", ""), json.value("what", ""), json.value("reason", ""),
                                   json.value("recipient", "")};
        line.fits = line.hash == linkAfter(before, jsonOf(line.entry));
        return line;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

/// The file held open and locked while a line is added, so that two programs chain one after the other.
class LockedFile {
public:
    enum class Missing { Create, Leave };

    LockedFile(const std::filesystem::path& file, Missing missing)
    {
        const int create = missing == Missing::Create ? O_CREAT : 0;
        // While one waited for the lock, the file may have been set aside: then the next one is meant.
        do {
            close();
            m_descriptor = ::open(file.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | create, 0600);
            if (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX) != 0) {
                const int error = errno;
                close();
                errno = error;
            }
        } while (m_descriptor >= 0 && !isAt(file));
    }
    ~LockedFile() { close(); }
    LockedFile(const LockedFile&) = delete;
    LockedFile& operator=(const LockedFile&) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    /// The whole line or, with errno, nothing of it: the next one must not be glued to half a line and lost with it.
    [[nodiscard]] bool append(std::string line) const
    {
        struct stat before {};
        if (::fstat(m_descriptor, &before) != 0) {
            return false;
        }
        // A program that died, or a disk that filled up, may have left half a line all the same.
        char last = '\n';
        if (before.st_size > 0 && ::pread(m_descriptor, &last, 1, before.st_size - 1) != 1) {
            return false;
        }
        line.insert(0, last == '\n' ? "" : "\n");
        errno = ENOSPC; // what a write that took less than the whole means
        if (::write(m_descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
            ::fsync(m_descriptor) == 0) {
            return true;
        }
        const int error = errno;
        static_cast<void>(::ftruncate(m_descriptor, before.st_size)); // a half line that stays is passed over
        errno = error;
        return false;
    }

private:
    [[nodiscard]] bool isAt(const std::filesystem::path& file) const
    {
        struct stat ours {};
        struct stat there {};
        return ::fstat(m_descriptor, &ours) == 0 && ::stat(file.c_str(), &there) == 0 && ours.st_dev == there.st_dev &&
               ours.st_ino == there.st_ino;
    }
    void close()
    {
        if (m_descriptor >= 0) {
            ::close(std::exchange(m_descriptor, -1));
        }
    }

    int m_descriptor = -1;
};

/// The entries of one file after the other; each begins a chain of its own.
Result<AccessLog::Content> contentIn(const std::vector<std::filesystem::path>& files)
{
    AccessLog::Content content;
    for (const auto& file : files) {
        std::ifstream in(file);
        std::string before;
        for (std::string text; std::getline(in, text);) {
            auto line = lineFrom(text, before);
            if (!line) {
                content.intact = false;
                continue;
            }
            content.intact = content.intact && line->fits;
            before = line->hash;
            content.entries.push_back(std::move(line->entry));
        }
        if (in.bad()) {
            return fail(Error{.code = ErrorCode::InputUnreadable,
                              .what = "the access log cannot be read",
                              .file = file.string(),
                              .advice = "check its permissions"});
        }
    }
    return content;
}

} // namespace

std::string contentOf(const Consultation& consultation)
{
    return dump(Json{{"what", consultation.what}});
}

AccessLog::AccessLog(CensusId census) : m_file(userStateFolder() / "access" / (census.text() + ".jsonl")) {}

Done AccessLog::append(const AccessEntry& entry) const
{
    std::error_code failed;
    std::filesystem::create_directories(m_file.parent_path(), failed);
    if (failed) {
        return fail(outputError(failed.value(), m_file.parent_path()));
    }
    const LockedFile out(m_file, LockedFile::Missing::Create);
    if (!out.isOpen()) {
        return fail(outputError(errno, m_file));
    }
    std::ifstream in(m_file);
    std::string before;
    for (std::string text; std::getline(in, text);) {
        if (const auto line = lineFrom(text, before)) {
            before = line->hash;
        }
    }
    auto json = jsonOf(entry);
    json["hash"] = linkAfter(before, json);
    return out.append(dump(json) + '\n') ? done() : Done(fail(outputError(errno, m_file)));
}

std::filesystem::path AccessLog::takenFile() const
{
    auto file = m_file;
    file += ".taken";
    return file;
}

Result<AccessLog::Content> AccessLog::takeOver() const
{
    // What an edit that failed has set aside before comes first; the rest waits for the next edit.
    std::error_code failed;
    if (!std::filesystem::exists(takenFile(), failed)) {
        const LockedFile nobodyWrites(m_file, LockedFile::Missing::Leave);
        std::filesystem::rename(m_file, takenFile(), failed);
        if (failed && failed != std::errc::no_such_file_or_directory) {
            return fail(outputError(failed.value(), m_file));
        }
    }
    return contentIn({takenFile()});
}

Result<AccessLog::Content> AccessLog::waiting() const
{
    return contentIn({takenFile(), m_file});
}

void AccessLog::forgetTaken() const
{
    std::error_code ignored; // a log that stays is taken over again, which says too much rather than too little
    std::filesystem::remove(takenFile(), ignored);
}

} // namespace observo::census
