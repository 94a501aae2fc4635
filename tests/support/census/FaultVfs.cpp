// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/FaultVfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace observo::test {

/// The registered VFS and all it counts. `pAppData` of the VFS and each open file point here.
struct FaultVfs::Body {
    sqlite3_vfs vfs{};
    sqlite3_vfs* system = nullptr;
    Fault fault;
    std::int64_t calls = 0;
    std::vector<FailedCall> failed;
    Listener listener;

    /// Counts a call and says whether it is to fail.
    bool fails(IoCall call, const char* file, bool grows = false);
    void tell(IoEvent event) const
    {
        if (listener) {
            listener(event);
        }
    }
};

namespace {

using Body = FaultVfs::Body;

/// An open file of ours; the system's own follows it in the same block of memory.
struct FaultFile {
    sqlite3_file base;
    Body* body;
    const char* name; ///< null for SQLite's unnamed temporary files
};

FaultFile& ours(sqlite3_file* file)
{
    return *reinterpret_cast<FaultFile*>(file);
}

sqlite3_file* theirs(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(FaultFile));
}

Body& bodyOf(sqlite3_vfs* vfs)
{
    return *static_cast<Body*>(vfs->pAppData);
}

std::string text(const char* name)
{
    return name == nullptr ? std::string() : std::string(name);
}

int codeOf(const Body& body, IoCall call)
{
    switch (call) {
    case IoCall::Open:
        return SQLITE_CANTOPEN;
    case IoCall::Delete:
        return SQLITE_IOERR_DELETE;
    case IoCall::Access:
        return SQLITE_IOERR_ACCESS;
    case IoCall::Read:
        return SQLITE_IOERR_READ;
    case IoCall::Write:
        return body.fault.kind == Fault::Kind::DiskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    case IoCall::Truncate:
        return SQLITE_IOERR_TRUNCATE;
    case IoCall::Sync:
        return SQLITE_IOERR_FSYNC;
    case IoCall::FileSize:
        return SQLITE_IOERR_FSTAT;
    case IoCall::Lock:
        return SQLITE_IOERR_LOCK;
    case IoCall::CheckReservedLock:
        return SQLITE_IOERR_CHECKRESERVEDLOCK;
    }
    return SQLITE_IOERR;
}

bool hasEffect(const Body& body)
{
    return body.fault.kind == Fault::Kind::AfterEffect;
}

int closeFile(sqlite3_file* file)
{
    return theirs(file)->pMethods->xClose(theirs(file));
}

int readFile(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset)
{
    auto& [base, body, name] = ours(file);
    if (body->fails(IoCall::Read, name)) {
        return codeOf(*body, IoCall::Read);
    }
    return theirs(file)->pMethods->xRead(theirs(file), into, amount, offset);
}

int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    auto& [base, body, name] = ours(file);
    sqlite3_int64 size = 0;
    const bool sized = theirs(file)->pMethods->xFileSize(theirs(file), &size) == SQLITE_OK;
    const bool failing = body->fails(IoCall::Write, name, sized && offset + amount > size);
    // A disk that fails in the middle of a write has taken the first part of it.
    const int taken = !failing ? amount : (hasEffect(*body) ? amount / 2 : 0);
    if (taken > 0) {
        const int written = theirs(file)->pMethods->xWrite(theirs(file), from, taken, offset);
        if (written != SQLITE_OK) {
            return written;
        }
        body->tell({.kind = IoEvent::Kind::Write,
                    .file = text(name),
                    .offset = offset,
                    .bytes = std::string(static_cast<const char*>(from), static_cast<std::size_t>(taken))});
    }
    return failing ? codeOf(*body, IoCall::Write) : SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    auto& [base, body, name] = ours(file);
    const bool failing = body->fails(IoCall::Truncate, name);
    if (!failing || hasEffect(*body)) {
        const int truncated = theirs(file)->pMethods->xTruncate(theirs(file), size);
        if (truncated != SQLITE_OK) {
            return truncated;
        }
        body->tell({.kind = IoEvent::Kind::Truncate, .file = text(name), .offset = size});
    }
    return failing ? codeOf(*body, IoCall::Truncate) : SQLITE_OK;
}

int syncFile(sqlite3_file* file, int flags)
{
    auto& [base, body, name] = ours(file);
    const bool failing = body->fails(IoCall::Sync, name);
    if (!failing || hasEffect(*body)) {
        const int synced = theirs(file)->pMethods->xSync(theirs(file), flags);
        if (synced != SQLITE_OK) {
            return synced;
        }
        body->tell({.kind = IoEvent::Kind::Sync, .file = text(name)});
    }
    return failing ? codeOf(*body, IoCall::Sync) : SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    auto& [base, body, name] = ours(file);
    if (body->fails(IoCall::FileSize, name)) {
        return codeOf(*body, IoCall::FileSize);
    }
    return theirs(file)->pMethods->xFileSize(theirs(file), size);
}

int lockFile(sqlite3_file* file, int level)
{
    auto& [base, body, name] = ours(file);
    if (body->fails(IoCall::Lock, name)) {
        return codeOf(*body, IoCall::Lock);
    }
    return theirs(file)->pMethods->xLock(theirs(file), level);
}

// Giving a lock back is never made to fail: no system refuses it, and SQLite does not look at the answer.
int unlockFile(sqlite3_file* file, int level)
{
    return theirs(file)->pMethods->xUnlock(theirs(file), level);
}

int checkReservedLock(sqlite3_file* file, int* held)
{
    auto& [base, body, name] = ours(file);
    if (body->fails(IoCall::CheckReservedLock, name)) {
        return codeOf(*body, IoCall::CheckReservedLock);
    }
    return theirs(file)->pMethods->xCheckReservedLock(theirs(file), held);
}

int fileControl(sqlite3_file* file, int operation, void* argument)
{
    return theirs(file)->pMethods->xFileControl(theirs(file), operation, argument);
}

int sectorSize(sqlite3_file* file)
{
    return theirs(file)->pMethods->xSectorSize(theirs(file));
}

int deviceCharacteristics(sqlite3_file* file)
{
    return theirs(file)->pMethods->xDeviceCharacteristics(theirs(file));
}

int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** into)
{
    return theirs(file)->pMethods->xShmMap(theirs(file), page, size, extend, into);
}

int shmLock(sqlite3_file* file, int offset, int count, int flags)
{
    return theirs(file)->pMethods->xShmLock(theirs(file), offset, count, flags);
}

void shmBarrier(sqlite3_file* file)
{
    theirs(file)->pMethods->xShmBarrier(theirs(file));
}

int shmUnmap(sqlite3_file* file, int deleteFlag)
{
    return theirs(file)->pMethods->xShmUnmap(theirs(file), deleteFlag);
}

// Version 2: without xFetch, so that no byte goes round these functions through a memory map.
const sqlite3_io_methods kMethods{.iVersion = 2,
                                  .xClose = closeFile,
                                  .xRead = readFile,
                                  .xWrite = writeFile,
                                  .xTruncate = truncateFile,
                                  .xSync = syncFile,
                                  .xFileSize = fileSize,
                                  .xLock = lockFile,
                                  .xUnlock = unlockFile,
                                  .xCheckReservedLock = checkReservedLock,
                                  .xFileControl = fileControl,
                                  .xSectorSize = sectorSize,
                                  .xDeviceCharacteristics = deviceCharacteristics,
                                  .xShmMap = shmMap,
                                  .xShmLock = shmLock,
                                  .xShmBarrier = shmBarrier,
                                  .xShmUnmap = shmUnmap,
                                  .xFetch = nullptr,
                                  .xUnfetch = nullptr};

int openFile(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
{
    auto& body = bodyOf(vfs);
    file->pMethods = nullptr;
    if (body.fails(IoCall::Open, name)) {
        return codeOf(body, IoCall::Open);
    }
    int existed = 1;
    if (name != nullptr && (flags & SQLITE_OPEN_CREATE) != 0) {
        body.system->xAccess(body.system, name, SQLITE_ACCESS_EXISTS, &existed);
    }
    const int opened = body.system->xOpen(body.system, name, theirs(file), flags, outFlags);
    if (opened != SQLITE_OK) {
        return opened;
    }
    ours(file) = FaultFile{.base = {.pMethods = &kMethods}, .body = &body, .name = name};
    if (existed == 0) {
        body.tell({.kind = IoEvent::Kind::Create, .file = text(name)});
    }
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncDirectory)
{
    auto& body = bodyOf(vfs);
    const bool failing = body.fails(IoCall::Delete, name);
    if (!failing || hasEffect(body)) {
        const int deleted = body.system->xDelete(body.system, name, syncDirectory);
        if (deleted != SQLITE_OK) {
            return deleted;
        }
        // When the call "fails after its effect", it is the folder's fsync that failed.
        body.tell({.kind = IoEvent::Kind::Delete, .file = text(name), .directorySynced = syncDirectory && !failing});
    }
    return failing ? (hasEffect(body) ? SQLITE_IOERR_DIR_FSYNC : SQLITE_IOERR_DELETE) : SQLITE_OK;
}

int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* answer)
{
    auto& body = bodyOf(vfs);
    if (body.fails(IoCall::Access, name)) {
        return codeOf(body, IoCall::Access);
    }
    return body.system->xAccess(body.system, name, flags, answer);
}

} // namespace

bool FaultVfs::Body::fails(IoCall call, const char* file, bool grows)
{
    ++calls;
    if (fault.at == 0 || calls < fault.at || (calls > fault.at && !fault.fromThenOn)) {
        return false;
    }
    if (fault.kind == Fault::Kind::DiskFull && !(call == IoCall::Write && grows)) {
        return false;
    }
    failed.push_back({.call = call, .file = text(file), .number = calls});
    return true;
}

std::string_view nameOf(IoCall call)
{
    switch (call) {
    case IoCall::Open:
        return "xOpen";
    case IoCall::Delete:
        return "xDelete";
    case IoCall::Access:
        return "xAccess";
    case IoCall::Read:
        return "xRead";
    case IoCall::Write:
        return "xWrite";
    case IoCall::Truncate:
        return "xTruncate";
    case IoCall::Sync:
        return "xSync";
    case IoCall::FileSize:
        return "xFileSize";
    case IoCall::Lock:
        return "xLock";
    case IoCall::CheckReservedLock:
        return "xCheckReservedLock";
    }
    return "?";
}

FaultVfs::FaultVfs() : m_body(std::make_unique<Body>())
{
    auto& body = *m_body;
    body.system = sqlite3_vfs_find(nullptr);
    if (body.system == nullptr || sqlite3_vfs_find(kName) != nullptr) {
        throw std::runtime_error("the failing VFS cannot be registered: no system VFS, or registered already");
    }
    // Everything that is not told here (paths, random bytes, time, system calls) is the system's own.
    body.vfs = *body.system;
    body.vfs.pNext = nullptr;
    body.vfs.zName = kName;
    body.vfs.pAppData = &body;
    body.vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + body.system->szOsFile;
    body.vfs.xOpen = openFile;
    body.vfs.xDelete = deleteFile;
    body.vfs.xAccess = accessFile;
    sqlite3_vfs_register(&body.vfs, 0);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&m_body->vfs);
}

void FaultVfs::arm(const Fault& fault)
{
    m_body->fault = fault;
    m_body->calls = 0;
    m_body->failed.clear();
}

void FaultVfs::heal()
{
    m_body->fault = {};
}

std::int64_t FaultVfs::calls() const
{
    return m_body->calls;
}

const std::vector<FailedCall>& FaultVfs::failed() const
{
    return m_body->failed;
}

void FaultVfs::listen(Listener listener)
{
    m_body->listener = std::move(listener);
}

} // namespace observo::test
