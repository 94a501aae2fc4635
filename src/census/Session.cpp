// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/census/Session.h"

#include "ReaderBody.h"
#include "SessionBody.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <system_error>
#include <utility>

namespace observo::census {

Actor Actor::current(std::string program)
{
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) {
        host[0] = '\0';
    }
    const passwd* account = ::getpwuid(::geteuid());
    return {.user = account != nullptr ? account->pw_name : std::to_string(::geteuid()),
            .host = host.data(),
            .program = std::move(program)};
}

Session::Session(std::unique_ptr<Body> body) : m_body(std::move(body)) {}

Session::~Session() = default;

void Session::moveHere()
{
    m_body->owner = std::this_thread::get_id();
}

const std::filesystem::path& Session::file() const
{
    return m_body->file;
}

const Census& Session::census() const
{
    return m_body->census;
}

WriteState Session::writeState() const
{
    auto why = m_body->whyNot();
    return {.writable = !why.has_value(), .why = std::move(why)};
}

const Inventory& Session::inventory() const
{
    return m_body->inventory;
}

Reader& Session::reader()
{
    return *m_body->reader;
}

Result<Committed> Session::perform(ChangeSet changes, const Progress& progress)
{
    const bool isLarge = changes.changes.size() > ChangeWriter::kKept;
    const Body::Wish wish{.label = changes.label, .reason = changes.reason, .isLarge = isLarge, .progress = progress};
    return m_body->commit(wish, [&](ChangeWriter& writer) -> Done {
        for (const auto& change : changes.changes) {
            if (auto written = writer.write(change); !written) {
                return written;
            }
        }
        return done();
    });
}

Done Session::prepare(const Progress& progress)
{
    return m_body->prepare(progress);
}

Result<Committed> Session::undo(const Progress& progress)
{
    return m_body->undo(progress);
}

Result<Committed> Session::redo(const Progress& progress)
{
    return m_body->redo(progress);
}

std::optional<std::string> Session::undoLabel() const
{
    return m_body->undoLabel;
}

std::optional<std::string> Session::redoLabel() const
{
    return m_body->redoLabel;
}

Result<Repair> Session::repair()
{
    return m_body->repair();
}

Done Session::record(const Consultation& consultation)
{
    return m_body->noteConsultation(consultation);
}

int Session::onChanged(Listener listener)
{
    const int number = m_body->nextListener++;
    m_body->listeners.emplace(number, std::move(listener));
    return number;
}

void Session::removeListener(int number)
{
    m_body->listeners.erase(number);
}

Done Session::poll()
{
    return m_body->poll();
}

Done Session::backupTo(const std::filesystem::path& file, const Progress& progress)
{
    // A file that was moved or deleted under us lives on in the reader's connection: the way to save the work
    // elsewhere.
    if (!m_body->checkInPlace()) {
        return writeCheckedCopy(ReaderInsides::connectionOf(*m_body->reader), file, progress);
    }
    // Through a connection of its own, so that it may run beside the session's edits.
    auto access = ReadAccess::open(m_body->file);
    if (!access) {
        return fail(access.error());
    }
    return writeCheckedCopy(*access->connection, file, progress);
}

std::vector<std::filesystem::path> Session::backups() const
{
    return backupsOf(m_body->file, m_body->census.id);
}

std::vector<std::filesystem::path> Session::backupsOf(const std::filesystem::path& file, CensusId census)
{
    return Backups(file, census).list();
}

std::vector<std::filesystem::path> Session::backupsOf(const std::filesystem::path& file)
{
    std::error_code failed;
    const auto full = std::filesystem::weakly_canonical(file, failed);
    return backupsNamedAfter(failed ? file : full);
}

} // namespace observo::census
