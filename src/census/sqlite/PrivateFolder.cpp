// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/PrivateFolder.h"

#include "observo/core/CheckedFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace observo::census {

PrivateFolder::PrivateFolder(std::filesystem::path path) : m_path(std::move(path)) {}

PrivateFolder::~PrivateFolder()
{
    // Twice, since one refusal in the middle would leave a copy of the census in the temporary folder.
    std::error_code failed;
    std::filesystem::remove_all(m_path, failed);
    if (failed) {
        std::filesystem::remove_all(m_path, failed);
    }
}

Result<std::unique_ptr<PrivateFolder>> PrivateFolder::create()
{
    std::error_code failed;
    const auto parent = std::filesystem::temp_directory_path(failed);
    std::string name = ((failed ? std::filesystem::path("/tmp") : parent) / "observo-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        return fail(outputError(errno, name));
    }
    return std::unique_ptr<PrivateFolder>(new PrivateFolder(name));
}

Done createPrivateFile(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0 || ::close(descriptor) != 0) {
        return fail(outputError(errno, file));
    }
    return done();
}

} // namespace observo::census
