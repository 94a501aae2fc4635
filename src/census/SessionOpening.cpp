// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderBody.h"
#include "SessionBody.h"
#include "guard/Clock.h"
#include "schema/GeoPackageRows.h"
#include "schema/Schema.h"

#include "observo/core/CheckedFile.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace observo::census {
namespace {

Census censusOf(const NewCensus& wish)
{
    Census census;
    census.id = CensusId::make();
    census.schemaVersion = schemaVersionText(currentSchemaVersion());
    census.issuingBody = wish.issuingBody;
    census.istatCode = wish.istatCode;
    census.updatedAt = utcNow();
    return census;
}

Done checkWish(const NewCensus& wish)
{
    if (wish.issuingBody.empty()) {
        return fail(Error{.code = ErrorCode::InvalidArgument,
                          .what = "a census needs the name of its body",
                          .field = "issuing_body"});
    }
    const auto* field = findField(RecordKind::Census, "istat_code");
    expects(field != nullptr);
    return checkValue(*field, FieldValue{wish.istatCode});
}

/// Everything a new census holds, in one transaction.
Done fillNewCensus(Connection& connection, const NewCensus& wish, const Actor& actor)
{
    const Census census = censusOf(wish);
    if (auto applied = applySchema(connection, 0, schemaSteps(), actor.program); !applied) {
        return applied;
    }
    if (auto written = writeGeoPackageRows(connection, census); !written) {
        return written;
    }
    if (auto trusted = connection.trustSchema(); !trusted) {
        return trusted;
    }
    Rows rows(connection);
    if (auto inserted = rows.insert(RecordKind::Census, schemaTable(RecordKind::Census).valuesOf(census)); !inserted) {
        return inserted;
    }
    System system;
    system.id = SystemId::make();
    system.name = wish.systemName.empty() ? wish.issuingBody : wish.systemName;
    const std::string at = utcNow();
    ChangeWriter writer(connection, rows, {.at = at, .by = actor.user, .reason = {}});
    auto written = writer.write({std::nullopt, system});
    if (written) {
        written = writer.finish();
    }
    if (!written) {
        return written;
    }
    Sealer sealer(connection, rows);
    const auto sealed = sealer.seal({.at = at,
                                     .actor = actor.user,
                                     .host = actor.host,
                                     .program = actor.program,
                                     .label = "New census",
                                     .canBeUndone = false});
    return sealed ? done() : Done(fail(sealed.error()));
}

Done makeCensusFile(const std::filesystem::path& part, const NewCensus& wish, const Actor& actor)
{
    if (auto made = createPrivateFile(part); !made) {
        return made;
    }
    auto connection = Connection::open(part, Connection::Access::Create);
    if (!connection) {
        return fail(connection.error());
    }
    auto transaction = Transaction::begin(**connection);
    if (!transaction) {
        return fail(transaction.error());
    }
    if (auto filled = fillNewCensus(**connection, wish, actor); !filled) {
        return filled;
    }
    return transaction->commit();
}

Done giveName(const std::filesystem::path& part, const std::filesystem::path& file)
{
    // link() refuses an existing name where rename() would replace it.
    if (::link(part.c_str(), file.c_str()) != 0) {
        const bool noLinks = errno == EPERM || errno == ENOTSUP;
        if (!noLinks || ::rename(part.c_str(), file.c_str()) != 0) {
            return fail(outputError(errno, file));
        }
    }
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(outputError(errno, folder));
    }
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error == 0 ? done() : Done(fail(outputError(error, folder)));
}

} // namespace

Result<std::unique_ptr<Session>> Session::create(const std::filesystem::path& file, const NewCensus& census,
                                                 const OpenOptions& options)
{
    if (auto checked = checkWish(census); !checked) {
        return fail(checked.error());
    }
    std::error_code failed;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, failed))) {
        return fail(outputError(EEXIST, file));
    }
    auto folder = std::filesystem::canonical(file.has_parent_path() ? file.parent_path() : ".", failed);
    if (failed) {
        return fail(outputError(failed.value(), file.parent_path()));
    }
    const auto final = folder / file.filename();
    const auto part = folder / ("." + file.filename().string() + ".part-" + Uuid::random().text());
    auto made = makeCensusFile(part, census, options.actor);
    if (made) {
        made = giveName(part, final);
    }
    std::filesystem::remove(part, failed);
    if (!made) {
        return fail(made.error());
    }
    auto session = open(final, options);
    if (session) {
        (*session)->m_body->isNew = true;
    }
    return session;
}

Result<std::unique_ptr<Session>> Session::open(const std::filesystem::path& file, const OpenOptions& options)
{
    auto body = std::make_unique<Body>();
    body->options = options;
    auto reader = Reader::open(file);
    if (!reader) {
        return fail(reader.error());
    }
    body->reader = std::move(*reader);
    body->file = body->reader->file();
    body->mark = FileMark::of(body->file);
    if (auto loaded = body->load(); !loaded) {
        return fail(loaded.error());
    }
    body->findObstacles();
    return std::unique_ptr<Session>(new Session(std::move(body)));
}

Connection& Session::Body::watching()
{
    return store ? store->connection() : ReaderInsides::connectionOf(*reader);
}

Done Session::Body::load()
{
    auto read = reader->census();
    if (!read) {
        return fail(read.error());
    }
    census = std::move(*read);
    auto& connection = ReaderInsides::connectionOf(*reader);
    const auto version = connection.dataVersion();
    const auto last = connection.number("SELECT coalesce(max(seq), 0) FROM change_log");
    if (!version || !last) {
        return fail(!version ? version.error() : last.error());
    }
    dataVersion = *version;
    seen = *last;
    auto cameras = reader->inventory(Progress());
    if (!cameras) {
        return fail(cameras.error());
    }
    inventory = std::move(*cameras);
    marks = marksOf(file);
    if (auto loaded = history.load(connection, options.actor.user); !loaded) {
        return loaded;
    }
    return refreshLabels();
}

/// After a change that cannot be followed: everything again from the file.
Done Session::Body::reload()
{
    auto reopened = reopenReader();
    return reopened ? load() : reopened;
}

Done Session::Body::reopenReader()
{
    auto access = ReadAccess::open(file);
    if (!access) {
        return fail(access.error());
    }
    auto opened = Reader::Body::of(std::move(*access));
    if (!opened) {
        return fail(opened.error());
    }
    // The same Reader for whoever holds a reference to it.
    reader->m_body = std::move(*opened);
    return done();
}

/// The lock of the first edit; afterwards, that it is still ours.
Done Session::Body::takeLock()
{
    if (lock && !lock->isHeld()) {
        return fail(Error{.code = ErrorCode::CensusLocked,
                          .what = "somebody else has taken over the lock of this census",
                          .file = file.string(),
                          .advice = "open it again"});
    }
    if (lock) {
        return done();
    }
    auto acquired = LockFile::acquire(
        file, {.actor = options.actor, .holding = options.lock, .takeOverStale = options.takeOverStaleLock});
    if (!acquired) {
        return fail(acquired.error());
    }
    lock = std::move(*acquired);
    return done();
}

void Session::Body::findObstacles()
{
    blocked.reset();
    if (options.readOnly) {
        blocked = Error{.code = ErrorCode::CensusReadOnly,
                        .what = "the census was opened for reading only",
                        .file = file.string(),
                        .advice = "open it for editing, or save a copy"};
        return;
    }
    if (::access(file.c_str(), W_OK) != 0 || ::access(file.parent_path().c_str(), W_OK) != 0) {
        blocked = Error{.code = ErrorCode::CensusReadOnly,
                        .what = "the census or its folder may not be written",
                        .file = file.string(),
                        .advice = "ask for write permission, or save a copy elsewhere"};
        return;
    }
    auto& connection = ReaderInsides::connectionOf(*reader);
    const auto version = schemaVersionOf(connection);
    if (version && *version != currentSchemaVersion()) {
        return; // brought up to date with the first edit
    }
    const auto differences = schemaDifferences(connection);
    if (!differences) {
        blocked = differences.error();
    } else if (!differences->empty()) {
        blocked = structureError(*differences, file);
    }
}

} // namespace observo::census
