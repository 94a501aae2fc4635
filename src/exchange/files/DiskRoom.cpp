// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/DiskRoom.h"

#include "observo/core/CheckedFile.h"

#include <sys/resource.h>

#include <string>

namespace observo::exchange {
namespace {

constexpr std::size_t kProbeBytes = 1UL << 20U;

/// Whether a file of a mebibyte finds room: asks quotas and odd file systems too, which statfs does not.
bool hasRoom(const std::filesystem::path& folder)
{
    auto probe = CheckedFile::create(folder / ".room", Overwrite::Refuse);
    if (!probe) {
        return probe.error().code != ErrorCode::OutputNoSpace;
    }
    const auto written = probe->write(std::string(kProbeBytes, '\0'));
    const auto sealed = written ? probe->seal() : written;
    return sealed || sealed.error().code != ErrorCode::OutputNoSpace;
}

/// A process may be allowed files of a certain size only; the libraries report that as any failure.
bool isLimited()
{
    ::rlimit limit{};
    return ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

} // namespace

Error withRoomLeft(const std::filesystem::path& folder, Error error)
{
    const bool isVague = error.code == ErrorCode::OutputFailed || error.code == ErrorCode::Internal;
    if (!isVague || (!isLimited() && hasRoom(folder))) {
        return error;
    }
    error.code = ErrorCode::OutputNoSpace;
    error.what = "no space left on the disk (" + error.what + ")";
    error.advice = "free some space or choose another disk";
    return error;
}

} // namespace observo::exchange
