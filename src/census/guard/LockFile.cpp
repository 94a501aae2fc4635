// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/LockFile.h"

#include "guard/Clock.h"

#include "observo/core/Ids.h"

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>
#include <utility>

namespace observo::census {
namespace {

constexpr std::chrono::milliseconds kRetryAfter{20};
constexpr auto kBootId = "/proc/sys/kernel/random/boot_id";

std::string firstLineOf(const char* file)
{
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

/// When the process began, in clock ticks since boot: field 22 of /proc/PID/stat; empty when there is no such process.
std::string startOf(std::int64_t process)
{
    const std::string line = firstLineOf(("/proc/" + std::to_string(process) + "/stat").c_str());
    // The name in parentheses may hold blanks; counting starts behind it.
    std::size_t at = line.rfind(')');
    for (int field = 2; field < 22 && at != std::string::npos; ++field) {
        at = line.find(' ', at + 1);
    }
    return at == std::string::npos ? std::string() : line.substr(at + 1, line.find(' ', at + 1) - at - 1);
}

/// The machine's own number. Containers and small installations have none: then only processes of the same boot are
/// known to run on the same machine.
std::string machineNumber()
{
    for (const char* file : {"/etc/machine-id", "/var/lib/dbus/machine-id"}) {
        if (auto id = firstLineOf(file); !id.empty()) {
            return id;
        }
    }
    const auto boot = firstLineOf(kBootId);
    return boot.empty() ? boot : "boot " + boot;
}

/// This machine as its processes know each other: in a container the same number means another process.
std::string thisMachine()
{
    const auto id = machineNumber();
    std::error_code failed;
    const auto processes = std::filesystem::read_symlink("/proc/self/ns/pid", failed);
    return id.empty() || failed ? id : id + " " + processes.string();
}

LockNote noteOf(const LockWish& wish)
{
    const auto self = static_cast<std::int64_t>(::getpid());
    return {.user = wish.actor.user,
            .host = wish.actor.host,
            .program = wish.actor.program,
            .machine = thisMachine(),
            .boot = firstLineOf(kBootId),
            .process = self,
            .processStart = startOf(self),
            .id = Uuid::random().text(),
            .since = utcNow(),
            .untilClose = wish.holding == LockHolding::UntilClose,
            .beat = 0};
}

std::string textOf(const LockNote& note)
{
    const nlohmann::ordered_json json = {{"user", note.user},
                                         {"host", note.host},
                                         {"program", note.program},
                                         {"machine", note.machine},
                                         {"boot", note.boot},
                                         {"process", note.process},
                                         {"started", note.processStart},
                                         {"id", note.id},
                                         {"since", note.since},
                                         {"until_close", note.untilClose},
                                         {"beat", note.beat}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

std::optional<LockNote> noteFrom(const std::string& text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return std::nullopt;
    }
    try {
        return LockNote{.user = json.value("user", ""),
                        .host = json.value("host", ""),
                        .program = json.value("program", ""),
                        .machine = json.value("machine", ""),
                        .boot = json.value("boot", ""),
                        .process = json.value("process", std::int64_t{0}),
                        .processStart = json.value("started", ""),
                        .id = json.value("id", ""),
                        .since = json.value("since", ""),
                        .untilClose = json.value("until_close", true),
                        .beat = json.value("beat", std::uint64_t{0})};
    } catch (const nlohmann::json::exception&) {
        return std::nullopt; // a member of another type: not one of our notes
    }
}

std::optional<LockNote> noteIn(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return std::nullopt;
    }
    return noteFrom(std::string{std::istreambuf_iterator<char>(in), {}});
}

bool writeAll(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Creates the file with the note in it, or gives errno. Colleagues who may read the census may read who holds it.
int createNote(const std::filesystem::path& file, const std::filesystem::path& census, const LockNote& note)
{
    struct stat status {};
    const mode_t mode = ::stat(census.c_str(), &status) == 0 ? status.st_mode & 0666U : 0600U;
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode | 0600U);
    if (descriptor < 0) {
        return errno;
    }
    const bool whole = writeAll(descriptor, textOf(note));
    const int error = whole ? 0 : errno;
    const bool closed = ::close(descriptor) == 0;
    if (!whole || !closed) {
        ::unlink(file.c_str());
        return error != 0 ? error : EIO;
    }
    return 0;
}

tl::unexpected<Error> refusedBy(const LockNote& note, const std::filesystem::path& census)
{
    return fail(Error{.code = ErrorCode::CensusLocked,
                      .what = "the census is locked by " + note.holder() + " since " + note.since,
                      .file = census.string(),
                      .advice = "wait until it is closed there; until then it can be read",
                      .holder = note.heldBy()});
}

tl::unexpected<Error> cannotCreate(int error, const std::filesystem::path& census)
{
    const bool full = error == ENOSPC || error == EDQUOT;
    return fail(Error{.code = full ? ErrorCode::OutputNoSpace : ErrorCode::CensusReadOnly,
                      .what = std::string("the lock file beside the census cannot be written: ") + std::strerror(error),
                      .file = lockFileOf(census).string(),
                      .advice = full ? "free some space and try again"
                                     : "ask for write permission on the folder, or save a copy elsewhere"});
}

/// A file without a readable note is left over from a crash in the moment of its making, once it has some age.
bool isLeftOver(const std::filesystem::path& file, std::chrono::milliseconds age)
{
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) {
        return false;
    }
    return std::chrono::seconds(std::time(nullptr) - status.st_mtim.tv_sec) > age;
}

/// Removes the lock with this id and no other: two who find the same dead lock must not remove each other's new one.
void removeNote(const std::filesystem::path& file, const std::string& id)
{
    auto aside = file;
    aside += '.' + Uuid::random().text();
    if (::rename(file.c_str(), aside.c_str()) != 0) {
        return;
    }
    const auto note = noteIn(aside);
    // One that cannot be read yet is being written by somebody who found the same dead lock, a moment before.
    const bool isMeant = note ? note->id == id : id.empty();
    if (!isMeant) {
        // Theirs: it goes back unless a third one has come meanwhile.
        static_cast<void>(::link(aside.c_str(), file.c_str()));
    }
    ::unlink(aside.c_str());
}

enum class Obstacle { None, Waits, Refuses };

/// What to do about a lock that somebody else holds.
Obstacle obstacleOf(const std::filesystem::path& census, const std::optional<LockNote>& note, const LockWish& wish)
{
    if (!note) {
        return isLeftOver(lockFileOf(census), wish.staleAfter) ? Obstacle::None : Obstacle::Waits;
    }
    if (isHolderGone(*note)) {
        return Obstacle::None;
    }
    if (wish.takeOverStale && silenceOf(census, *note) >= wish.staleAfter) {
        return Obstacle::None;
    }
    return note->untilClose ? Obstacle::Refuses : Obstacle::Waits;
}

} // namespace

std::string LockNote::holder() const
{
    return user + " on " + host + " (" + program + ")";
}

LockHolder LockNote::heldBy() const
{
    return {.user = user, .host = host, .program = program, .since = since};
}

std::filesystem::path lockFileOf(const std::filesystem::path& census)
{
    auto file = census;
    file += ".lock";
    return file;
}

std::optional<LockNote> readLockNote(const std::filesystem::path& census)
{
    return noteIn(lockFileOf(census));
}

bool isHolderGone(const LockNote& note)
{
    if (note.machine.empty() || note.machine != thisMachine() || note.process <= 0) {
        return false;
    }
    if (note.boot != firstLineOf(kBootId)) {
        return true; // the machine was started anew since
    }
    if (::kill(static_cast<pid_t>(note.process), 0) != 0 && errno == ESRCH) {
        return true;
    }
    // A system may hide the processes of others; then this one counts as the holder.
    const auto start = startOf(note.process);
    return !start.empty() && start != note.processStart;
}

bool isOwn(const LockNote& note)
{
    const auto self = static_cast<std::int64_t>(::getpid());
    return note.process == self && note.machine == thisMachine() && note.processStart == startOf(self);
}

std::chrono::milliseconds silenceOf(const std::filesystem::path& census, const LockNote& note)
{
    using Clock = std::chrono::steady_clock;
    struct Seen {
        std::string id;
        std::uint64_t beat = 0;
        Clock::time_point at;
    };
    static std::mutex mutex;
    static std::map<std::filesystem::path, Seen> seen;
    const std::lock_guard lock(mutex);
    auto& last = seen[census];
    if (last.id != note.id || last.beat != note.beat) {
        last = {note.id, note.beat, Clock::now()};
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - last.at);
}

LockFile::LockFile(std::filesystem::path file, LockNote note, std::chrono::milliseconds beatEvery)
    : m_file(std::move(file)), m_note(std::move(note)), m_beatEvery(beatEvery)
{
    if (!m_note.untilClose) {
        return; // gone before its first beat
    }
    m_heart = std::thread([this] {
        std::unique_lock lock(m_mutex);
        while (!m_stop.wait_for(lock, m_beatEvery, [this] { return m_stopping; })) {
            beat();
        }
    });
}

LockFile::~LockFile()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_stop.notify_all();
    if (m_heart.joinable()) {
        m_heart.join();
    }
    const auto note = noteIn(m_file);
    if (note && note->id == m_note.id) {
        ::unlink(m_file.c_str());
    }
}

bool LockFile::isHeld() const
{
    const auto note = noteIn(m_file);
    return m_held.load() && note && note->id == m_note.id;
}

void LockFile::beat()
{
    const auto note = noteIn(m_file);
    if (!note || note->id != m_note.id) {
        m_held = false;
        return;
    }
    ++m_note.beat;
    // Renamed into place, so that nobody ever reads half a note.
    auto next = m_file;
    next += '.' + m_note.id;
    if (createNote(next, m_file, m_note) == 0 && ::rename(next.c_str(), m_file.c_str()) != 0) {
        ::unlink(next.c_str());
    }
}

Result<std::unique_ptr<LockFile>> LockFile::acquire(const std::filesystem::path& census, const LockWish& wish)
{
    const auto file = lockFileOf(census);
    const auto deadline = std::chrono::steady_clock::now() + wish.patience;
    const LockNote mine = noteOf(wish);
    std::optional<LockNote> from;
    while (true) {
        const int error = createNote(file, census, mine);
        if (error == 0) {
            std::unique_ptr<LockFile> lock(new LockFile(file, mine, wish.beatEvery));
            lock->m_takenFrom = std::move(from);
            return lock;
        }
        if (error != EEXIST) {
            return cannotCreate(error, census);
        }
        const auto note = readLockNote(census);
        const bool late = std::chrono::steady_clock::now() >= deadline;
        const Obstacle obstacle = obstacleOf(census, note, wish);
        if (obstacle == Obstacle::None) {
            from = note;
            removeNote(file, note ? note->id : std::string());
        } else if (obstacle == Obstacle::Refuses || late) {
            return refusedBy(note.value_or(LockNote{.user = "somebody", .host = "another machine"}), census);
        } else {
            std::this_thread::sleep_for(kRetryAfter);
        }
    }
}

} // namespace observo::census
