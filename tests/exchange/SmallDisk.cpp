// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/SmallDisk.h"

#include <sys/mount.h>
#include <sys/statvfs.h>

#include <fcntl.h>
#include <unistd.h>

#include <string>

namespace observo::exchange {

SmallDisk::SmallDisk(std::size_t bytes)
{
    const std::string size = "size=" + std::to_string(bytes);
    m_isMounted = ::mount("tmpfs", path().c_str(), "tmpfs", 0, size.c_str()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted) {
        ::umount2(path().c_str(), MNT_DETACH);
    }
}

void SmallDisk::fillAllBut(std::size_t bytes) const
{
    const auto ballast = path() / "ballast";
    std::filesystem::remove(ballast);
    struct ::statvfs room {};
    if (::statvfs(path().c_str(), &room) != 0 || room.f_bavail * room.f_frsize <= bytes) {
        return;
    }
    const int descriptor = ::open(ballast.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const auto size = static_cast<::off_t>(room.f_bavail * room.f_frsize - bytes);
    (void)::posix_fallocate(descriptor, 0, size);
    ::close(descriptor);
}

} // namespace observo::exchange
